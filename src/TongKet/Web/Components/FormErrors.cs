using TongKet.Domain.Values;

namespace TongKet.Web.Components;

/// <summary>What is wrong with a form: sentences, each beside a field or, with no field, about the whole.</summary>
public sealed class FormErrors
{
    private readonly List<(string? Field, string Sentence)> all = [];

    public IReadOnlyList<(string? Field, string Sentence)> All => all;

    public bool Any => all.Count > 0;

    public FormErrors Add(string? field, string sentence)
    {
        all.Add((field, sentence));
        return this;
    }

    /// <summary>The refusals of a handler; <paramref name="fieldOf"/> says which field a code belongs to, or the words over
    /// a field where its text is too long.</summary>
    public FormErrors Add(IEnumerable<Refusal> refusals, Func<string, string?>? fieldOf = null)
    {
        all.AddRange(
            refusals.Select(refusal => (fieldOf?.Invoke(TextLength.FieldOf(refusal) ?? refusal.Code), Words.Of(refusal)))
        );
        return this;
    }

    public string? Of(string field) => all.Find(error => error.Field == field).Sentence;
}
