using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>What an organization is called and what it is, version by version.</summary>
internal sealed class VersionTimeline(ImportPlan plan)
{
    private readonly HashSet<string> sendCounts = [.. plan.Workbook.Aggregates.Select(a => a.OrganizationCode).OfType<string>()];
    private readonly HashSet<string> sendNames = [.. plan.Workbook.Members.Select(m => m.CellCode).OfType<string>()];

    public void Begin(OrganizationRow row, OrganizationHistory organization, DateOnly fromOn, bool fromIsKnown) =>
        Add(organization, 0, Said(row, null), fromOn, fromIsKnown, null);

    public void Compare(OrganizationRow row, OrganizationHistory organization, OrganizationVersion now)
    {
        var wanted = Said(row, Said(now));
        if (Said(now) == wanted)
        {
            return;
        }

        var at = organization.Versions.IndexOf(now);
        switch (plan.WhereToCut(now.Id, now.FromOn))
        {
            case null:
                var folded = now.Name == wanted.Name ? now.NameFolded : VietnameseText.Fold(wanted.Name);
                (now.Code, now.Name, now.NameFolded, now.Kind) = (wanted.Code, wanted.Name, folded, wanted.Kind);
                (now.DutyGroup, now.SortOrder, now.CountsOnly) = (wanted.DutyGroup, wanted.SortOrder, wanted.CountsOnly);
                break;
            case var cut when cut > plan.LastDay:
                Add(organization, at, wanted, now.FromOn, now.FromIsKnown, cut);
                (now.FromOn, now.FromIsKnown) = (cut.Value, true);
                break;
            case var cut:
                Add(organization, at + 1, wanted, cut.Value, true, now.ToOn);
                now.ToOn = cut;
                break;
        }

        plan.Writes.Versions.Change(now, organization.Id);
    }

    private void Add(
        OrganizationHistory organization,
        int at,
        Wording wanted,
        DateOnly fromOn,
        bool fromIsKnown,
        DateOnly? toOn
    ) =>
        organization.Versions.Insert(
            at,
            plan.Writes.Versions.Add(
                new()
                {
                    Id = plan.NextId(),
                    OrganizationId = organization.Id,
                    Code = wanted.Code,
                    Name = wanted.Name,
                    NameFolded = VietnameseText.Fold(wanted.Name),
                    Kind = wanted.Kind,
                    DutyGroup = wanted.DutyGroup,
                    SortOrder = wanted.SortOrder,
                    CountsOnly = wanted.CountsOnly,
                    FromOn = fromOn,
                    FromIsKnown = fromIsKnown,
                    ToOn = toOn,
                },
                organization.Id
            )
        );

    private static Wording Said(OrganizationVersion v) => new(v.Code, v.Name, v.Kind, v.DutyGroup, v.SortOrder, v.CountsOnly);

    private Wording Said(OrganizationRow row, Wording? before) =>
        new(
            row.Code!,
            row.Name!,
            row.Kind!.Value,
            row.DutyGroup ?? before?.DutyGroup,
            row.SortOrder ?? before?.SortOrder ?? row.Row,
            (before?.CountsOnly ?? false) || (sendCounts.Contains(row.Code!) && !sendNames.Contains(row.Code!))
        );

    private sealed record Wording(
        string Code,
        string Name,
        OrganizationKind Kind,
        string? DutyGroup,
        int SortOrder,
        bool CountsOnly
    );
}
