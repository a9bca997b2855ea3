using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TongKet.Store;

/// <summary>
/// Records of one table that were added together, with ids one after the other: they share one line of the change log.
/// Beside the line lie a key and a short digest of each record, no values (decision 0021).
/// </summary>
/// <param name="Digests">The short digests in the order of the ids, as text; the line's own digest covers it.</param>
public sealed record ChangeBatch(string Entity, long FirstId, int Size, long OrganizationId, byte[] Key, string Digests)
{
    /// <summary>So that the digests beside one line stay short.</summary>
    public const int Most = 4096;

    private const int DigestBytes = 12;
    private const int KeyBytes = 16;

    public static ChangeBatch Of(IEntityType type, string table, IReadOnlyList<object> records, long organizationId)
    {
        if (records.Count > Most)
        {
            throw new InvalidOperationException($"A batch of {table} has more than {Most} records.");
        }

        var idOf = type.FindPrimaryKey()!.Properties.Single().GetGetter();
        var firstId = (long)idOf.GetClrValueUsingContainingEntity(records[0])!;
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var digests = new byte[DigestBytes * records.Count];
        for (var i = 0; i < records.Count; i++)
        {
            if ((long)idOf.GetClrValueUsingContainingEntity(records[i])! != firstId + i)
            {
                throw new InvalidOperationException($"The ids of a batch of {table} do not follow each other.");
            }

            Digest(key, RecordText.Of(type, records[i]).Span).CopyTo(digests.AsSpan(i * DigestBytes));
        }

        return new(table, firstId, records.Count, organizationId, key, Convert.ToBase64String(digests));
    }

    public byte[] LineDigest => HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(Digests));

    /// <summary>The short digests of a batch's value; null where the text is none, or not of so many records.</summary>
    public static byte[]? Read(string? digests, int size)
    {
        var bytes = new byte[DigestBytes * size];
        return digests is not null && Convert.TryFromBase64String(digests, bytes, out var read) && read == bytes.Length
            ? bytes
            : null;
    }

    /// <summary>Whether a record is as the batch has it, at its place in the order of ids.</summary>
    public static bool Holds(byte[] digests, int at, byte[] key, ReadOnlySpan<byte> record) =>
        digests.AsSpan(at * DigestBytes, DigestBytes).SequenceEqual(Digest(key, record));

    private static ReadOnlySpan<byte> Digest(byte[] key, ReadOnlySpan<byte> record) =>
        HMACSHA256.HashData(key, record).AsSpan(0, DigestBytes);
}
