namespace TongKet.Exchange.ReadWorkbook;

/// <summary>Goes through the elements of a row; all of them have one prefix, mostly none.</summary>
internal ref struct PlainScan(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> prefix)
{
    private readonly ReadOnlySpan<byte> prefix = prefix;

    public ReadOnlySpan<byte> Left { get; private set; } = bytes;

    /// <summary>Steps over the beginning of an element of this name, if that is what comes next; its attributes follow.</summary>
    public bool Skip(scoped ReadOnlySpan<byte> name)
    {
        SkipSpace();
        var at = 1 + prefix.Length + name.Length;
        if (
            Left.Length <= at
            || Left[0] != '<'
            || !Left[1..].StartsWith(prefix)
            || !Left[(1 + prefix.Length)..].StartsWith(name)
            || Left[at] is not ((byte)' ' or (byte)'>' or (byte)'/' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        )
        {
            return false;
        }

        Left = Left[at..];
        return true;
    }

    /// <summary>Steps over the end of an element of this name, if that is what comes next.</summary>
    public bool Close(scoped ReadOnlySpan<byte> name)
    {
        SkipSpace();
        var length = 3 + prefix.Length + name.Length;
        if (
            Left.Length < length
            || Left[0] != '<'
            || Left[1] != '/'
            || !Left[2..].StartsWith(prefix)
            || !Left[(2 + prefix.Length)..].StartsWith(name)
            || Left[length - 1] != '>'
        )
        {
            return false;
        }

        Left = Left[length..];
        return true;
    }

    /// <summary>Steps over the attributes and the end of the tag; true where the element ends there.</summary>
    public bool Attributes(out ReadOnlySpan<byte> r, out ReadOnlySpan<byte> s, out ReadOnlySpan<byte> t)
    {
        r = s = t = default;
        while (true)
        {
            SkipSpace();
            if (Left.StartsWith(">"u8))
            {
                Left = Left[1..];
                return false;
            }

            if (Left.StartsWith("/>"u8))
            {
                Left = Left[2..];
                return true;
            }

            var sign = Left.IndexOf((byte)'=');
            if (sign < 1 || Left.Length < sign + 2 || Left[sign + 1] is not ((byte)'"' or (byte)'\''))
            {
                throw new NotPlainException("An attribute.");
            }

            var value = Left[(sign + 2)..];
            var end = value.IndexOf(Left[sign + 1]);
            if (end < 0)
            {
                throw new NotPlainException("An attribute.");
            }

            if (sign == 1)
            {
                switch (Left[0])
                {
                    case (byte)'r':
                        r = value[..end];
                        break;
                    case (byte)'s':
                        s = value[..end];
                        break;
                    case (byte)'t':
                        t = value[..end];
                        break;
                    default:
                        break;
                }
            }

            Left = value[(end + 1)..];
        }
    }

    /// <summary>The text of an element whose beginning was stepped over, and steps over its end.</summary>
    public ReadOnlySpan<byte> Text(scoped ReadOnlySpan<byte> name)
    {
        if (Attributes(out _, out _, out _))
        {
            return default;
        }

        var end = Left.IndexOf((byte)'<');
        var text = end < 0 ? throw new NotPlainException("A text without an end.") : Left[..end];
        Left = Left[end..];
        return Close(name) ? text : throw new NotPlainException("Something else in a text.");
    }

    private void SkipSpace()
    {
        var at = 0;
        while (at < Left.Length && Left[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at++;
        }

        if (at > 0)
        {
            Left = Left[at..];
        }
    }
}
