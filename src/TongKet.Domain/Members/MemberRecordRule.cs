using TongKet.Domain.Values;

namespace TongKet.Domain.Members;

/// <summary>What a member's record must hold, and what in it does not fit together.</summary>
public static class MemberRecordRule
{
    private static readonly string[] NoReligion = ["", "khong", "khong co", "khong ton giao", "ko", "0", "-"];

    /// <summary>Everybody but the Kinh; unknown is not a minority.</summary>
    public static bool IsMinority(string? ethnicity) =>
        ethnicity is not null && VietnameseText.Fold(ethnicity) is not ("kinh" or "");

    public static bool IsReligion(string? religion) =>
        religion is not null && !NoReligion.Contains(VietnameseText.Fold(religion));

    /// <summary>«Cần bổ sung»: what is missing or contradicts itself. Neither side mends the other by itself.</summary>
    public static IReadOnlyList<Refusal> Lacks(Member member)
    {
        var lacks = new List<Refusal>();
        if (member.CitizenId is not { } number)
        {
            lacks.Add(new("member.lacks-citizen-id"));
        }
        else if (CitizenNumber.IsWellFormed(number))
        {
            if (member.BornOn is { } born && born.Year != CitizenNumber.BirthYearOf(number))
            {
                lacks.Add(new("member.citizen-id-other-year", null, CitizenNumber.BirthYearOf(number).ToString("0000")));
            }

            if (member.Sex != Sex.Unknown && member.Sex != CitizenNumber.SexOf(number))
            {
                lacks.Add(new("member.citizen-id-other-sex", null, CitizenNumber.SexOf(number)));
            }
        }

        if (member.BornOn is null)
        {
            lacks.Add(new("member.lacks-birth"));
        }

        if (member.AdmittedOn is null)
        {
            lacks.Add(new("member.lacks-admission"));
        }

        return lacks;
    }

    /// <summary>What may not be written, whoever asks for it. The article of the twelve months: Charter art. 5.</summary>
    public static IReadOnlyList<Refusal> Check(Member member, DateOnly today)
    {
        var refusals = new List<Refusal>();
        if (VietnameseText.Tidy(member.FullName).Length == 0)
        {
            refusals.Add(new("member.no-name"));
        }

        if (member.CitizenId is { } number && !CitizenNumber.IsWellFormed(number))
        {
            refusals.Add(new("member.citizen-id-not-12-digits"));
        }

        if (member.BornOn > today)
        {
            refusals.Add(new("member.born-in-future"));
        }

        if (member.AdmittedOn is { } admitted && member.BornOn is { } birth && admitted <= birth)
        {
            refusals.Add(new("member.admitted-before-birth"));
        }

        if (member.AdmissionDecidedOn is { } decided && member.AdmittedOn is { } ceremony && IsEarlier(ceremony, member, decided))
        {
            refusals.Add(new("member.ceremony-before-decision"));
        }

        if (member.OfficialOn is { } official && member.AdmittedOn is { } from && official < from)
        {
            refusals.Add(new("member.official-before-admission", "Điều lệ Đảng, Điều 5"));
        }

        if (member.RecognizedOn is { } recognized && member.OfficialOn is { } day && recognized < day)
        {
            refusals.Add(new("member.recognized-before-official", "Điều lệ Đảng, Điều 5"));
        }

        if (member.AdmittedOn > today || member.RecognizedOn > today)
        {
            refusals.Add(new("member.day-in-future"));
        }

        return refusals;
    }

    // A ceremony known by its month or year alone is earlier only if all of it is.
    private static bool IsEarlier(DateOnly ceremony, Member member, DateOnly decided) =>
        member.AdmittedPrecision switch
        {
            DatePrecision.Year => ceremony.Year < decided.Year,
            DatePrecision.Month => (ceremony.Year, ceremony.Month).CompareTo((decided.Year, decided.Month)) < 0,
            _ => ceremony < decided,
        };
}
