using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// Finds a member again: by CCCD, else by record number, card or old identity number. Such a number may have been given
/// to two people, so it holds only together with the name or the birth.
/// </summary>
public sealed class MemberIndex(ImportPlan plan)
{
    /// <summary>CCCD, card, record number.</summary>
    private const int NumbersOfMember = 3;

    private readonly Dictionary<string, MemberHistory> ofFile = new(plan.Workbook.Members.Count * NumbersOfMember);
    private readonly List<MemberHistory> inFile = new(plan.Workbook.Members.Count);

    /// <summary>Whom the file has a line of, each once.</summary>
    public IReadOnlyList<MemberHistory> InFile => inFile;

    /// <summary>Grades of the year of everybody whom the file names.</summary>
    public IEnumerable<MemberGrade> Graded =>
        inFile.Concat(plan.Known.Members.Values.Where(m => m.Row is null)).Select(m => m.Grade).OfType<MemberGrade>();

    /// <summary>Remembers who a line is about, so that the grades sheet finds him by the same number.</summary>
    public void Put(MemberRow row, MemberHistory member)
    {
        if (member.Row is null)
        {
            inFile.Add(member);
        }

        member.Row = row.Row;
        string?[] numbers =
        [
            row.CitizenId,
            row.CitizenId is null ? row.OldIdentityNumber : null,
            row.RecordNumber,
            row.CardNumber,
        ];
        foreach (var number in numbers)
        {
            if (number is not null)
            {
                ofFile.TryAdd(number, member);
            }
        }
    }

    /// <summary>Who a line of «Đảng viên» is about; null for somebody new.</summary>
    public MemberHistory? Find(MemberRow row)
    {
        if (row.CitizenId is not null && plan.Known.MembersByCitizenId.TryGetValue(row.CitizenId, out var same))
        {
            return same;
        }

        return ByOtherNumber(row.OldIdentityNumber) ?? ByOtherNumber(row.RecordNumber) ?? ByOtherNumber(row.CardNumber);

        MemberHistory? ByOtherNumber(string? number)
        {
            foreach (var found in plan.Known.FindByOtherNumber(number))
            {
                // Two different CCCD are two people, whatever else they share.
                if ((row.CitizenId is null || found.Member.CitizenId is null) && IsSamePerson(row, found.Member))
                {
                    return found;
                }
            }

            return null;
        }
    }

    /// <summary>Who a line of «Xếp loại đảng viên» is about.</summary>
    public MemberHistory? Find(MemberGradeRow row)
    {
        if (row.Key is null)
        {
            return null;
        }

        if (ofFile.TryGetValue(row.Key, out var found))
        {
            return found;
        }

        if (row.CitizenId is not null)
        {
            return plan.Known.MembersByCitizenId.GetValueOrDefault(row.CitizenId);
        }

        var bearers = plan.Known.FindByOtherNumber(row.OtherNumber);
        return bearers.Count == 1
            ? bearers[0]
            : bearers.FirstOrDefault(m => row.FullName is not null && m.Member.NameFolded == VietnameseText.Fold(row.FullName));
    }

    private static bool IsSamePerson(MemberRow row, Member member) =>
        (row.FullName is not null && VietnameseText.Fold(row.FullName) == member.NameFolded)
        || (row.Born is { } born && born == member.Born);
}
