using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>Where an organization stands, place by place.</summary>
internal sealed class PlaceTimeline(ImportPlan plan)
{
    public void Compare(OrganizationRow row, OrganizationHistory organization)
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
            Add(organization, parentId, organization.Versions[0].FromOn, null);
            return;
        }

        switch (plan.WhereToCut(now.Id, now.FromOn))
        {
            case null:
                now.ParentId = parentId;
                break;
            case var cut when cut > plan.LastDay:
                Add(organization, parentId, now.FromOn, cut);
                now.FromOn = cut.Value;
                break;
            case var cut:
                Add(organization, parentId, cut.Value, now.ToOn);
                now.ToOn = cut;
                break;
        }

        plan.Writes.Places.Change(now, organization.Id);
        organization.Places.Sort((a, b) => a.FromOn.CompareTo(b.FromOn));
    }

    public void Add(OrganizationHistory organization, long? parentId, DateOnly fromOn, DateOnly? toOn) =>
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
}
