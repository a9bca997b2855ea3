using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>Until when a complaint is taken, and on what that rests (parameter «complaint_days»).</summary>
/// <param name="AnnouncedOn">The day from which days count; null where it is not known, as of a grade that came by file.</param>
/// <param name="Days">Null where no source tells it.</param>
public sealed record ComplaintDeadline(DateOnly? AnnouncedOn, int? Days, string Document, string? Article, bool Confirmed)
{
    /// <summary>The last day of it, the day of the announcement not counted; null where it cannot be told.</summary>
    public DateOnly? LastDay => Days is { } days ? AnnouncedOn?.AddDays(days) : null;

    public static ComplaintDeadline Of(RuleSet set, DateOnly? announcedOn)
    {
        var days = set["complaint_days"];
        return new(announcedOn, (int?)days.Known, set.Document, days.Article, days.Confirmed);
    }
}

/// <summary>When a complaint about a grade is taken and who may answer it (rule: without a conflict of interest).</summary>
public static class ComplaintRule
{
    /// <summary>A deadline that is not known refuses nothing.</summary>
    public static IReadOnlyList<Refusal> CheckFiling(
        string? text,
        DateOnly? filedOn,
        ComplaintDeadline deadline,
        bool hasOpenOne,
        DateOnly today
    )
    {
        var refusals = new List<Refusal>();
        CheckText(text, GradeComplaint.ComplaintLength, "review.complaint.text-missing", refusals);
        if (hasOpenOne)
        {
            refusals.Add(new("review.complaint.open-already"));
        }

        if (filedOn is not { } day)
        {
            refusals.Add(new("review.complaint.filed-missing"));
        }
        else if (day > today)
        {
            refusals.Add(new("review.complaint.filed-to-come"));
        }
        else if (day < deadline.AnnouncedOn)
        {
            refusals.Add(new("review.complaint.filed-too-early", null, deadline.AnnouncedOn!.Value));
        }
        else if (day > deadline.LastDay)
        {
            refusals.Add(
                new(
                    "review.complaint.too-late",
                    deadline.Article,
                    deadline.LastDay!.Value,
                    deadline.Days!.Value,
                    deadline.Document
                )
            );
        }

        return refusals;
    }

    public static IReadOnlyList<Refusal> CheckAnswer(
        GradeComplaint complaint,
        string? answer,
        DateOnly? answeredOn,
        bool? isUpheld,
        DateOnly today
    )
    {
        if (complaint.AnsweredOn is { } already)
        {
            return [new("review.complaint.answered-already", null, already, complaint.AnsweredBy!)];
        }

        var refusals = new List<Refusal>();
        CheckText(answer, GradeComplaint.AnswerLength, "review.complaint.answer-missing", refusals);
        if (isUpheld is null)
        {
            refusals.Add(new("review.complaint.upheld-missing"));
        }

        if (answeredOn is null)
        {
            refusals.Add(new("review.complaint.answered-missing"));
        }
        else if (answeredOn > today || answeredOn < complaint.FiledOn)
        {
            refusals.Add(new("review.complaint.answered-day", null, complaint.FiledOn));
        }

        return refusals;
    }

    /// <summary>
    /// Why this very account may not answer: it complains itself, or it entered what the complaint is about. Null where it may.
    /// </summary>
    /// <param name="enteredBy">The accounts that entered the decision on the grade.</param>
    /// <param name="body">The organization whose body decides, which names somebody else.</param>
    public static Refusal? Conflict(GradeComplaint complaint, Actor actor, IReadOnlyCollection<long> enteredBy, string body)
    {
        var isHis = complaint.MemberId is { } member
            ? actor.MemberId == member
            : complaint.FiledByAccountId is { } filer && actor.AccountId == filer;
        return isHis ? new("review.complaint.own-complaint", null, body)
            : actor.AccountId is { } account && enteredBy.Contains(account) ? new("review.complaint.own-decision", null, body)
            : null;
    }

    private static void CheckText(string? text, TextLength length, string missing, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            refusals.Add(new(missing));
        }
        else if (length.Check(text) is { } tooLong)
        {
            refusals.Add(tooLong);
        }
    }
}
