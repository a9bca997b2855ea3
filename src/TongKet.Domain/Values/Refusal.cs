namespace TongKet.Domain.Values;

/// <summary>
/// Why something a user asked for is not done: a code that is also the resource key of its sentence
/// (room.dot-phrase), what the sentence is filled with, and the article it rests on, if any.
/// </summary>
public sealed record Refusal(string Code, string? Article = null, params object[] With);

/// <summary>What came of a command: the value, or the refusals. A user's mistake is never an exception.</summary>
public sealed record Outcome<T>(T? Value, IReadOnlyList<Refusal> Refusals)
{
    public bool IsDone => Refusals.Count == 0;

    public static implicit operator Outcome<T>(T value) => new(value, []);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, [refusal]);
}
