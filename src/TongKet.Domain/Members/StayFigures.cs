using TongKet.Domain.Figures;

namespace TongKet.Domain.Members;

/// <summary>The head-count and the movement of members (figures.md; table 1-TCTW), counted from stays.</summary>
public static class StayFigures
{
    public static readonly RecordSet<Stay> Stays = new RecordSet<Stay>(
        "stay",
        s => s.CellId,
        (s, on) => s.FromOn <= on.Day,
        (s, on) => s.HowIn == HowIn.BeforeRecords && s.FromOn >= on.PeriodStart
    )
        .Day(s => s.FromOn)
        .Day(s => s.ToOn)
        .Day(s => s.Member!.BornOn)
        .Day(s => s.Member!.OfficialOn)
        .Day(s => s.Member!.RecognizedOn)
        .SmallCode(s => s.HowIn)
        .SmallCode(s => s.HowOut)
        .Flag(s => s.Member!.Sex == Sex.Female)
        .Flag(s => s.Member!.IsEthnicMinority)
        .Flag(s => s.Member!.HasReligion)
        .End(s => s.CameFromId)
        .End(s => s.WentToId);

    public static readonly IReadOnlyList<Figure> All =
    [
        Stays.Count("party_member_total", (s, on) => s.FromOn <= on.Day && (s.ToOn == null || s.ToOn > on.Day)),
        Stays.Count("party_member_opening", (s, on) => s.FromOn <= on.Eve && (s.ToOn == null || s.ToOn > on.Eve)),
        Stays.Count(
            "new_member_count",
            (s, on) => (s.HowIn == HowIn.Admitted || s.HowIn == HowIn.Readmitted) && s.FromOn > on.Eve && s.FromOn <= on.Day
        ),
        Stays.Count("member_readmitted_count", (s, on) => s.HowIn == HowIn.Readmitted && s.FromOn > on.Eve && s.FromOn <= on.Day),
        Stays.CountAcross(
            "member_transferred_in_count",
            s => s.CameFromId,
            (s, on) => s.HowIn == HowIn.TransferredIn && s.FromOn > on.Eve && s.FromOn <= on.Day
        ),
        Stays.Count("member_restored_count", (s, on) => s.HowIn == HowIn.Restored && s.FromOn > on.Eve && s.FromOn <= on.Day),
        Stays.CountAcross(
            "member_transferred_out_count",
            s => s.WentToId,
            (s, on) => s.HowOut == HowOut.TransferredOut && s.ToOn > on.Eve && s.ToOn <= on.Day
        ),
        Stays.Count("member_deceased_count", (s, on) => s.HowOut == HowOut.Died && s.ToOn > on.Eve && s.ToOn <= on.Day),
        Stays.Count("member_struck_off_count", (s, on) => s.HowOut == HowOut.StruckOff && s.ToOn > on.Eve && s.ToOn <= on.Day),
        Stays.Count("member_expelled_count", (s, on) => s.HowOut == HowOut.Expelled && s.ToOn > on.Eve && s.ToOn <= on.Day),
        Stays.Count("member_left_count", (s, on) => s.HowOut == HowOut.Left && s.ToOn > on.Eve && s.ToOn <= on.Day),
        new SumFigure("member_removed_count", ["member_struck_off_count", "member_expelled_count", "member_left_count"]),
        new SumFigure("member_decrease_count", ["member_transferred_out_count", "member_deceased_count", "member_removed_count"]),
        Stays.Count(
            "official_member_count",
            (s, on) => s.FromOn <= on.Day && (s.ToOn == null || s.ToOn > on.Day) && s.Member!.OfficialOn <= on.Day
        ),
        Stays.Count(
            "probationary_member_count",
            (s, on) =>
                s.FromOn <= on.Day
                && (s.ToOn == null || s.ToOn > on.Day)
                && (s.Member!.OfficialOn == null || s.Member.OfficialOn > on.Day)
        ),
        Stays.Count(
            "female_member_count",
            (s, on) => s.FromOn <= on.Day && (s.ToOn == null || s.ToOn > on.Day) && s.Member!.Sex == Sex.Female
        ),
        Stays.Count(
            "ethnic_minority_member_count",
            (s, on) => s.FromOn <= on.Day && (s.ToOn == null || s.ToOn > on.Day) && s.Member!.IsEthnicMinority
        ),
        Stays.Count(
            "religious_member_count",
            (s, on) => s.FromOn <= on.Day && (s.ToOn == null || s.ToOn > on.Day) && s.Member!.HasReligion
        ),
        Stays.Count(
            "member_official_conversion",
            (s, on) =>
                s.Member!.RecognizedOn > on.Eve
                && s.Member.RecognizedOn <= on.Day
                && s.FromOn <= s.Member.RecognizedOn
                && (s.ToOn == null || s.ToOn > s.Member.RecognizedOn)
        ),
        Stays.Count(
            "new_member_female",
            (s, on) =>
                (s.HowIn == HowIn.Admitted || s.HowIn == HowIn.Readmitted)
                && s.FromOn > on.Eve
                && s.FromOn <= on.Day
                && s.Member!.Sex == Sex.Female
        ),
        Stays.Count(
            "new_member_ethnic_minority",
            (s, on) =>
                (s.HowIn == HowIn.Admitted || s.HowIn == HowIn.Readmitted)
                && s.FromOn > on.Eve
                && s.FromOn <= on.Day
                && s.Member!.IsEthnicMinority
        ),
        Stays.Count(
            "new_member_religious",
            (s, on) =>
                (s.HowIn == HowIn.Admitted || s.HowIn == HowIn.Readmitted)
                && s.FromOn > on.Eve
                && s.FromOn <= on.Day
                && s.Member!.HasReligion
        ),
        Stays.Count(
            "new_member_young",
            (s, on) =>
                (s.HowIn == HowIn.Admitted || s.HowIn == HowIn.Readmitted)
                && s.FromOn > on.Eve
                && s.FromOn <= on.Day
                && s.Member!.BornOn > on.YoungBornAfter
                && s.Member.BornOn <= on.YoungBornUntil
        ),
        new RatioFigure("new_member_ratio_to_total", "new_member_count", "party_member_opening"),
        new ChangeFigure("new_member_growth_count", "new_member_count", FigureUnit.Count),
        new ChangeFigure("new_member_growth_rate", "new_member_count", FigureUnit.Percent),
    ];
}
