using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// A closed list as offices write it: for each value the word that templates offer, and other spellings that are read.
/// Case, accents and where the tone stands («xoá tên», «xóa tên») make no difference.
/// </summary>
public sealed class WordList<T>
    where T : struct, Enum
{
    private readonly Dictionary<string, T> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> folded = new(StringComparer.Ordinal);
    private readonly Dictionary<T, string> names = [];

    public WordList(params (T Value, string Name, string[] AlsoWritten)[] words)
    {
        foreach (var (value, name, alsoWritten) in words)
        {
            names.Add(value, name);
            exact.Add(name, value);
            foreach (var word in alsoWritten.Prepend(name))
            {
                folded.Add(VietnameseText.Fold(word), value);
            }
        }

        Names = [.. words.Select(word => word.Name)];
    }

    /// <summary>The words of templates, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    public string NameOf(T value) => names[value];

    /// <summary>Null for a word that is not on the list. The text is tidy.</summary>
    public T? Find(string text) =>
        exact.TryGetValue(text, out var value) || folded.TryGetValue(VietnameseText.Fold(text), out value) ? value : null;
}
