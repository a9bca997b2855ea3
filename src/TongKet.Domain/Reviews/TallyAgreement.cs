namespace TongKet.Domain.Reviews;

/// <summary>What two entries of one count differ in.</summary>
public enum TallyField : byte
{
    Method,
    Present,
    Issued,
    Returned,
    Valid,
    Invalid,
    Excellent,
    Good,
    Completed,
    NotCompleted,
    NoOpinion,

    /// <summary>The name stands in one entry only.</summary>
    Name,
}

/// <param name="SubjectId">Null for the head of the paper.</param>
public sealed record TallyDifference(long? SubjectId, TallyField Field, int First, int Second);

/// <summary>
/// Double entry: the count of a committee's session is typed in twice, and holds only where both say the same. Names
/// may come in any order.
/// </summary>
public static class TallyAgreement
{
    /// <summary>Nothing where both agree.</summary>
    public static IReadOnlyList<TallyDifference> Differences(TallyRecord first, TallyRecord second)
    {
        var found = new List<TallyDifference>();
        Compare(null, TallyField.Method, (int)first.Method, (int)second.Method);
        Compare(null, TallyField.Present, first.Present, second.Present);
        Compare(null, TallyField.Issued, first.Issued, second.Issued);
        Compare(null, TallyField.Returned, first.Returned, second.Returned);
        Compare(null, TallyField.Valid, first.Valid, second.Valid);
        Compare(null, TallyField.Invalid, first.Invalid, second.Invalid);
        var others = second.Lines.ToDictionary(line => line.SubjectId);
        foreach (var line in first.Lines)
        {
            if (!others.Remove(line.SubjectId, out var other))
            {
                found.Add(new(line.SubjectId, TallyField.Name, 1, 0));
                continue;
            }

            Compare(line.SubjectId, TallyField.Excellent, line.Excellent, other.Excellent);
            Compare(line.SubjectId, TallyField.Good, line.Good, other.Good);
            Compare(line.SubjectId, TallyField.Completed, line.Completed, other.Completed);
            Compare(line.SubjectId, TallyField.NotCompleted, line.NotCompleted, other.NotCompleted);
            Compare(line.SubjectId, TallyField.NoOpinion, line.NoOpinion, other.NoOpinion);
        }

        found.AddRange(
            second
                .Lines.Where(line => others.ContainsKey(line.SubjectId))
                .Select(line => new TallyDifference(line.SubjectId, TallyField.Name, 0, 1))
        );
        return found;

        void Compare(long? subject, TallyField field, int one, int two)
        {
            if (one != two)
            {
                found.Add(new(subject, field, one, two));
            }
        }
    }
}
