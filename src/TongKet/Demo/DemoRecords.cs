using TongKet.Domain.Commendations;
using TongKet.Domain.Figures;
using TongKet.Domain.Meetings;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Store;

namespace TongKet.Demo;

/// <summary>The records of the demo world until they are written, each kind in the order in which it came to be.</summary>
internal sealed class DemoRecords
{
    public List<Organization> Organizations { get; } = [];
    public List<OrganizationVersion> Versions { get; } = [];
    public List<OrganizationPlace> Places { get; } = [];
    public List<OrganizationSuccession> Successions { get; } = [];
    public List<Member> Members { get; } = [];
    public List<Stay> Stays { get; } = [];
    public List<MemberConditionSpan> Conditions { get; } = [];
    public List<MemberPost> Posts { get; } = [];
    public List<MemberGrade> MemberGrades { get; } = [];
    public List<OrganizationGrade> OrganizationGrades { get; } = [];
    public List<Target> Targets { get; } = [];
    public List<AggregateCount> Counts { get; } = [];
    public List<Commendation> Commendations { get; } = [];
    public List<Meeting> Meetings { get; } = [];
    public List<KeptRuleSet> KeptRules { get; } = [];
    public List<ReviewCycle> Cycles { get; } = [];
    public List<ReviewSheet> Sheets { get; } = [];
    public List<Assessment> Assessments { get; } = [];

    /// <summary>Within the caller's transaction; what others refer to goes first.</summary>
    public async Task InsertAsync(BulkWriter bulk, CancellationToken cancel)
    {
        await bulk.InsertAsync(Organizations, cancel);
        await bulk.InsertAsync(Versions, cancel);
        await bulk.InsertAsync(Places, cancel);
        await bulk.InsertAsync(Successions, cancel);
        await bulk.InsertAsync(Members, cancel);
        await bulk.InsertAsync(Stays, cancel);
        await bulk.InsertAsync(Conditions, cancel);
        await bulk.InsertAsync(Posts, cancel);
        await bulk.InsertAsync(MemberGrades, cancel);
        await bulk.InsertAsync(OrganizationGrades, cancel);
        await bulk.InsertAsync(Targets, cancel);
        await bulk.InsertAsync(Counts, cancel);
        await bulk.InsertAsync(Commendations, cancel);
        await bulk.InsertAsync(Meetings, cancel);
        await bulk.InsertAsync(KeptRules, cancel);
        await bulk.InsertAsync(Cycles, cancel);
        await bulk.InsertAsync(Sheets, cancel);
        await bulk.InsertAsync(Assessments, cancel);
    }

    /// <summary>One line of the change log for each record, at the organization whose figures it touches.</summary>
    public IReadOnlyList<ChangedRecord> Changes()
    {
        var cellOf = new Dictionary<long, long>(Members.Count);
        foreach (var stay in Stays)
        {
            cellOf[stay.MemberId] = stay.CellId;
        }

        return
        [
            .. Organizations.Select(o => new ChangedRecord(o, o.Id, o.Id)),
            .. Versions.Select(v => new ChangedRecord(v, v.Id, v.OrganizationId, v.FromOn.Year)),
            .. Places.Select(p => new ChangedRecord(p, p.Id, p.OrganizationId, p.FromOn.Year)),
            .. Successions.Select(s => new ChangedRecord(s, s.Id, s.NewId, s.On.Year)),
            .. Members.Select(m => new ChangedRecord(m, m.Id, cellOf[m.Id])),
            .. Stays.Select(s => new ChangedRecord(s, s.Id, s.CellId, s.FromOn.Year)),
            .. Conditions.Select(c => new ChangedRecord(c, c.Id, cellOf[c.MemberId], c.FromOn.Year)),
            .. Posts.Select(p => new ChangedRecord(p, p.Id, p.OrganizationId, p.FromOn.Year)),
            .. MemberGrades.Select(g => new ChangedRecord(g, g.Id, g.CellId, g.Year)),
            .. OrganizationGrades.Select(g => new ChangedRecord(g, g.Id, g.OrganizationId, g.Year)),
            .. Targets.Select(t => new ChangedRecord(t, t.Id, t.OrganizationId, t.Year)),
            .. Counts.Select(c => new ChangedRecord(c, c.Id, c.OrganizationId, c.Year)),
            .. Commendations.Select(c => new ChangedRecord(c, c.Id, c.OrganizationId, c.Year)),
            .. Meetings.Select(m => new ChangedRecord(m, m.Id, m.CellId, m.HeldOn.Year)),
            .. KeptRules.Select(k => new ChangedRecord(k, k.Id, Cycles[0].OrganizationId, Cycles[0].Year)),
            .. Cycles.Select(c => new ChangedRecord(c, c.Id, c.OrganizationId, c.Year)),
            .. Sheets.Select(s => new ChangedRecord(s, s.Id, s.OrganizationId)),
            .. Assessments.Select(a => new ChangedRecord(a, a.Id, a.OrganizationId)),
        ];
    }
}
