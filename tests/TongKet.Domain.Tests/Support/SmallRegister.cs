using TongKet.Domain.Organizations;

namespace TongKet.Domain.Tests.Support;

/// <summary>A few organizations, told act by act: founded, moved, ended.</summary>
public sealed class SmallRegister
{
    private readonly List<OrganizationVersion> versions = [];
    private readonly List<OrganizationPlace> places = [];
    private readonly List<OrganizationSuccession> successions = [];
    private long nextId = 1000;

    /// <summary>Founded under a parent (none: a top) on a day; its code is «O» and its number.</summary>
    public SmallRegister Found(
        long id,
        long? parent,
        DateOnly on,
        OrganizationKind kind = OrganizationKind.GrassrootsPartyOrganization,
        int order = 0
    )
    {
        versions.Add(
            new()
            {
                Id = nextId++,
                OrganizationId = id,
                Code = $"O{id}",
                Name = $"Tổ chức {id}",
                NameFolded = $"to chuc {id}",
                Kind = kind,
                SortOrder = order,
                FromOn = on,
            }
        );
        return Place(id, parent, on);
    }

    public SmallRegister Place(long id, long? parent, DateOnly on)
    {
        places.Add(
            new()
            {
                Id = nextId++,
                OrganizationId = id,
                ParentId = parent,
                FromOn = on,
            }
        );
        return this;
    }

    public SmallRegister Move(long id, long? parent, DateOnly on)
    {
        places.Last(p => p.OrganizationId == id).ToOn = on;
        return Place(id, parent, on);
    }

    public SmallRegister End(long id, DateOnly on, bool alsoItsPlace = true)
    {
        versions.Last(v => v.OrganizationId == id).ToOn = on;
        if (alsoItsPlace)
        {
            places.Last(p => p.OrganizationId == id).ToOn = on;
        }

        return this;
    }

    public SmallRegister Succeed(long id, long by, DateOnly on)
    {
        successions.Add(
            new()
            {
                Id = nextId++,
                OldId = id,
                NewId = by,
                On = on,
            }
        );
        return this;
    }

    /// <summary>One organization with its records, as a change of it is decided on.</summary>
    public OrganizationRecord Record(long id) =>
        new(
            new Organization { Id = id },
            [.. versions.Where(v => v.OrganizationId == id)],
            [.. places.Where(p => p.OrganizationId == id)]
        );

    public OrganizationTree Tree(DateOnly on, DateOnly? periodStart = null, bool reversed = false) =>
        OrganizationTree.Build(
            reversed ? versions.AsEnumerable().Reverse() : versions,
            reversed ? places.AsEnumerable().Reverse() : places,
            reversed ? successions.AsEnumerable().Reverse() : successions,
            on,
            periodStart ?? new DateOnly(on.Year, 1, 1)
        );
}
