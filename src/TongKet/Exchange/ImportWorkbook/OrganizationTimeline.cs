using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// Writes a line of «Tổ chức» into an organization's dated versions and places. What another year's file said stays true
/// of that year: the change falls on the 1 January of the later of the two files, in whichever order they come. What this
/// year's own file said is corrected where it stands. An empty cell says nothing, so it changes nothing.
/// </summary>
internal sealed class OrganizationTimeline(ImportPlan plan)
{
    private readonly VersionTimeline versions = new(plan);
    private readonly PlaceTimeline places = new(plan);

    public void Put(OrganizationRow row, OrganizationHistory organization)
    {
        if (organization.IsNew)
        {
            Begin(row, organization);
            return;
        }

        CompareRecord(row, organization);
        var version = organization.VersionFor(plan.LastDay)!;
        versions.Compare(row, organization, version);
        places.Compare(row, organization);
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
        versions.Begin(row, organization, fromOn, row.FoundedOn is not null);
        places.Add(organization, organization.Parent?.Id, fromOn, null);
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
}
