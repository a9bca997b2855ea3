using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// Writes a line of «Tổ chức» into an organization's dated versions and places. What another year's file said stays true
/// of that year: the change falls on the 1 January of the later of the two files, in whichever order they come. What this
/// year's own file said is corrected where it stands. An empty cell says nothing, so it changes nothing.
/// </summary>
internal sealed class OrganizationTimeline(ImportPlan plan)
{
    private readonly HashSet<string> sendCounts = [.. plan.Workbook.Aggregates.Select(a => a.OrganizationCode).OfType<string>()];
    private readonly HashSet<string> sendNames = [.. plan.Workbook.Members.Select(m => m.CellCode).OfType<string>()];

    public void Put(OrganizationRow row, OrganizationHistory organization)
    {
        if (organization.IsNew)
        {
            Begin(row, organization);
            return;
        }

        CompareRecord(row, organization);
        var version = organization.VersionFor(plan.LastDay)!;
        CompareVersion(organization, version, Said(row, Said(version)));
        ComparePlace(row, organization);
    }

    private void Begin(OrganizationRow row, OrganizationHistory organization)
    {
        organization.Record = plan.Writes.Organizations.Add(
            new()
            {
                Id = organization.Id,
                FoundedOn = row.FoundedOn,
                FoundingDecision = row.FoundingDecision,
                Note = row.Note,
            },
            organization.Id
        );
        var fromOn = row.FoundedOn ?? plan.Eve;
        AddVersion(organization, 0, Said(row, null), fromOn, row.FoundedOn is not null, null);
        AddPlace(organization, organization.Parent?.Id, fromOn, null);
    }

    private void CompareRecord(OrganizationRow row, OrganizationHistory organization)
    {
        var record = organization.Record!;
        var (founded, decision, note) = (record.FoundedOn, record.FoundingDecision, record.Note);
        record.FoundedOn = row.FoundedOn ?? founded;
        record.FoundingDecision = row.FoundingDecision ?? decision;
        record.Note = row.Note ?? note;
        if ((record.FoundedOn, record.FoundingDecision, record.Note) != (founded, decision, note))
        {
            plan.Writes.Organizations.Change(record, organization.Id);
        }

        var first = organization.Versions[0];
        if (record.FoundedOn is { } day && (!first.FromIsKnown || first.FromOn == founded))
        {
            BeginAt(organization, day, isKnown: true);
        }
        else if (!first.FromIsKnown && first.FromOn > plan.Eve)
        {
            // An earlier year's file shows that it was there before.
            BeginAt(organization, plan.Eve, isKnown: false);
        }
    }

    private void BeginAt(OrganizationHistory organization, DateOnly day, bool isKnown)
    {
        var first = organization.Versions[0];
        if ((first.FromOn == day && first.FromIsKnown == isKnown) || first.ToOn <= day)
        {
            return;
        }

        if (organization.Places.FirstOrDefault() is { } place && place.FromOn == first.FromOn && !(place.ToOn <= day))
        {
            place.FromOn = day;
            plan.Writes.Places.Change(place, organization.Id);
        }

        (first.FromOn, first.FromIsKnown) = (day, isKnown);
        plan.Writes.Versions.Change(first, organization.Id);
    }

    private void CompareVersion(OrganizationHistory organization, OrganizationVersion now, Wording wanted)
    {
        if (Said(now) == wanted)
        {
            return;
        }

        var at = organization.Versions.IndexOf(now);
        switch (WhereToCut(now.Id, now.FromOn))
        {
            case null:
                var folded = now.Name == wanted.Name ? now.NameFolded : VietnameseText.Fold(wanted.Name);
                (now.Code, now.Name, now.NameFolded, now.Kind) = (wanted.Code, wanted.Name, folded, wanted.Kind);
                (now.DutyGroup, now.SortOrder, now.CountsOnly) = (wanted.DutyGroup, wanted.SortOrder, wanted.CountsOnly);
                break;
            case var cut when cut > plan.LastDay:
                AddVersion(organization, at, wanted, now.FromOn, now.FromIsKnown, cut);
                (now.FromOn, now.FromIsKnown) = (cut.Value, true);
                break;
            case var cut:
                AddVersion(organization, at + 1, wanted, cut.Value, true, now.ToOn);
                now.ToOn = cut;
                break;
        }

        plan.Writes.Versions.Change(now, organization.Id);
    }

    private void ComparePlace(OrganizationRow row, OrganizationHistory organization)
    {
        var now = organization.PlaceOn(plan.LastDay) ?? organization.Places.FirstOrDefault();
        var parentId = organization.Parent?.Id;
        // A parent that is nowhere is named at its cell.
        if (row.HasNoParent ? now is not null : parentId is null || now?.ParentId == parentId)
        {
            return;
        }

        if (now is null)
        {
            AddPlace(organization, parentId, organization.Versions[0].FromOn, null);
            return;
        }

        switch (WhereToCut(now.Id, now.FromOn))
        {
            case null:
                now.ParentId = parentId;
                break;
            case var cut when cut > plan.LastDay:
                AddPlace(organization, parentId, now.FromOn, cut);
                now.FromOn = cut.Value;
                break;
            case var cut:
                AddPlace(organization, parentId, cut.Value, now.ToOn);
                now.ToOn = cut;
                break;
        }

        plan.Writes.Places.Change(now, organization.Id);
        organization.Places.Sort((a, b) => a.FromOn.CompareTo(b.FromOn));
    }

    /// <summary>Where what is known and what this file says part; null where this file's year is corrected.</summary>
    private DateOnly? WhereToCut(long recordId, DateOnly fromOn)
    {
        var recorded = plan.Known.RecordedYears.GetValueOrDefault(recordId, plan.Year - 1);
        return recorded > plan.Year ? new(recorded, 1, 1)
            : fromOn > plan.LastDay ? fromOn
            : recorded == plan.Year || fromOn >= plan.FirstDay ? null
            : plan.FirstDay;
    }

    private void AddPlace(OrganizationHistory organization, long? parentId, DateOnly fromOn, DateOnly? toOn) =>
        organization.Places.Add(
            plan.Writes.Places.Add(
                new()
                {
                    Id = plan.NextId(),
                    OrganizationId = organization.Id,
                    ParentId = parentId,
                    FromOn = fromOn,
                    ToOn = toOn,
                },
                organization.Id
            )
        );

    private void AddVersion(
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
