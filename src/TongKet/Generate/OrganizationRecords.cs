using TongKet.Domain.Organizations;
using TongKet.Domain.Values;

namespace TongKet.Generate;

/// <summary>Makes of planned organizations the records that the register holds of them.</summary>
internal static class OrganizationRecords
{
    /// <param name="above">The organization that stands over all of them; the lines of the change log name it.</param>
    public static void Add(PartRecords part, IReadOnlyList<PlannedUnit> units, long above, string? note, IdRange ids)
    {
        part.Organizations.Add(
            above,
            units.Select(u => new Organization
            {
                Id = u.Id,
                FoundedOn = u.IsOld ? null : u.From,
                Note = note,
            })
        );
        part.Versions.Add(above, units.SelectMany(u => u.Versions.Select(v => Version(u, v, ids.Next()))));
        part.Places.Add(
            above,
            units.SelectMany(u =>
                u.Places.Select(p => new OrganizationPlace
                {
                    Id = ids.Next(),
                    OrganizationId = u.Id,
                    ParentId = p.AboveId,
                    FromOn = p.From,
                    ToOn = p.To,
                })
            )
        );
        part.Successions.Add(
            above,
            units
                .Where(u => u.Successor is not null)
                .Select(u => new OrganizationSuccession
                {
                    Id = ids.Next(),
                    OldId = u.Id,
                    NewId = u.Successor!.Id,
                    On = u.To!.Value,
                })
        );
    }

    private static OrganizationVersion Version(PlannedUnit unit, PlannedVersion version, long id) =>
        new()
        {
            Id = id,
            OrganizationId = unit.Id,
            Code = version.Code,
            Name = version.Name,
            NameFolded = VietnameseText.Fold(version.Name),
            Kind = version.Kind,
            DutyGroup = version.Group,
            SortOrder = version.Order,
            CountsOnly = unit.CountsOnly,
            FromOn = version.From,
            ToOn = version.To,
            FromIsKnown = !unit.IsOld || version != unit.Versions[0],
        };
}
