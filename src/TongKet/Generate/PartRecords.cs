using Microsoft.EntityFrameworkCore.Metadata;
using TongKet.Domain.Figures;
using TongKet.Domain.Meetings;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Store;

namespace TongKet.Generate;

/// <summary>The records of a few communes: as much of the nation as is in memory at once.</summary>
internal sealed class PartRecords
{
    public PartTable<Organization> Organizations { get; } = new();
    public PartTable<OrganizationVersion> Versions { get; } = new();
    public PartTable<OrganizationPlace> Places { get; } = new();
    public PartTable<OrganizationSuccession> Successions { get; } = new();
    public PartTable<OrganizationGrade> OrganizationGrades { get; } = new();
    public PartTable<Target> Targets { get; } = new();
    public PartTable<AggregateCount> Counts { get; } = new();
    public PartTable<Member> Members { get; } = new();
    public PartTable<Stay> Stays { get; } = new();
    public PartTable<MemberConditionSpan> Conditions { get; } = new();
    public PartTable<MemberGrade> MemberGrades { get; } = new();
    public PartTable<Meeting> Meetings { get; } = new();

    public int Communes { get; set; }

    /// <summary>What the change log says of them, made where the records are made.</summary>
    public IReadOnlyList<ChangeBatch> Batches { get; private set; } = [];

    public void MakeBatches(IModel model) =>
        Batches = [
            .. Organizations.Batches(model),
            .. Versions.Batches(model),
            .. Places.Batches(model),
            .. Successions.Batches(model),
            .. OrganizationGrades.Batches(model),
            .. Targets.Batches(model),
            .. Counts.Batches(model),
            .. Members.Batches(model),
            .. Stays.Batches(model),
            .. Conditions.Batches(model),
            .. MemberGrades.Batches(model),
            .. Meetings.Batches(model),
        ];

    /// <summary>Within the caller's transaction; what others refer to goes first.</summary>
    public async Task InsertAsync(BulkWriter bulk, CancellationToken cancel)
    {
        await bulk.InsertAsync(Organizations.Rows, cancel);
        await bulk.InsertAsync(Versions.Rows, cancel);
        await bulk.InsertAsync(Places.Rows, cancel);
        await bulk.InsertAsync(Successions.Rows, cancel);
        await bulk.InsertAsync(OrganizationGrades.Rows, cancel);
        await bulk.InsertAsync(Targets.Rows, cancel);
        await bulk.InsertAsync(Counts.Rows, cancel);
        await bulk.InsertAsync(Members.Rows, cancel);
        await bulk.InsertAsync(Stays.Rows, cancel);
        await bulk.InsertAsync(Conditions.Rows, cancel);
        await bulk.InsertAsync(MemberGrades.Rows, cancel);
        await bulk.InsertAsync(Meetings.Rows, cancel);
    }
}
