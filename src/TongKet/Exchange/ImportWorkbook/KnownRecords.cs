using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>What the database holds of everything that a file names. Nothing of it is written unless the plan says so.</summary>
public sealed class KnownRecords
{
    public Dictionary<long, OrganizationHistory> Organizations { get; } = [];

    /// <summary>Whoever bore a code at any time.</summary>
    public Dictionary<string, List<OrganizationHistory>> OrganizationsByCode { get; } = [];

    /// <summary>The earliest year whose file or page wrote a version or a place, where the change log knows.</summary>
    public Dictionary<long, int> RecordedYears { get; } = [];

    public Dictionary<long, MemberHistory> Members { get; } = [];
    public Dictionary<string, MemberHistory> MembersByCitizenId { get; } = [];

    /// <summary>By record number, card and old identity number; such a number may have been given twice.</summary>
    public Dictionary<string, List<MemberHistory>> MembersByOtherNumber { get; } = [];

    /// <summary>Who stands on the last day of the year in the cells that the file names.</summary>
    public List<CellMember> CellMembers { get; } = [];

    public Dictionary<long, OrganizationGrade> OrganizationGrades { get; } = [];

    /// <summary>Grades of the year in the cells that the file names, of members whom it does not.</summary>
    public List<MemberGrade> OtherGrades { get; } = [];

    /// <summary>What documents in force allow beyond the share of Excellent, in the reviews of the year.</summary>
    public List<CapAllowance> Allowances { get; } = [];
    public Dictionary<(long OrganizationId, string Code), Target> Targets { get; } = [];
    public Dictionary<(long OrganizationId, DateOnly AsOf, string FigureCode), AggregateCount> Aggregates { get; } = [];

    public IReadOnlyList<MemberHistory> FindByOtherNumber(string? number) =>
        number is not null && MembersByOtherNumber.TryGetValue(number, out var found) ? found : [];

    public void Put(MemberHistory history)
    {
        var member = history.Member;
        if (!Members.TryAdd(member.Id, history))
        {
            return;
        }

        if (member.CitizenId is not null)
        {
            MembersByCitizenId[member.CitizenId] = history;
        }

        string?[] numbers = [member.RecordNumber, member.CardNumber, member.OldIdentityNumber];
        foreach (var number in numbers)
        {
            if (number is not null)
            {
                if (!MembersByOtherNumber.TryGetValue(number, out var same))
                {
                    MembersByOtherNumber[number] = same = [];
                }

                same.Add(history);
            }
        }
    }
}

/// <summary>A member in a cell, as far as a list of the missing needs him.</summary>
public sealed record CellMember(long MemberId, long CellId, string FullName);
