using TongKet.Domain.Organizations;

namespace TongKet.Generate;

/// <summary>An organization as it will be written: what it is called and where it stands, interval after interval.</summary>
internal sealed class PlannedUnit(long id, PlannedUnit? above, bool isOld)
{
    private int lastCode;

    public long Id { get; } = id;

    /// <summary>Where it stands last.</summary>
    public PlannedUnit? Above { get; private set; } = above;
    public List<PlannedVersion> Versions { get; } = [];
    public List<PlannedPlace> Places { get; } = [];
    public PlannedUnit? Successor { get; private set; }

    /// <summary>Members that stand in it and below it, about; a target is set by it.</summary>
    public int Members { get; set; }
    public bool CountsOnly { get; init; }

    /// <summary>Of a cell founded or ended within the ten years: the cell its members came from, or went to.</summary>
    public PlannedUnit? Sibling { get; init; }

    /// <summary>Before the records begin, what was earlier is unknown.</summary>
    public bool IsOld { get; } = isOld;
    public PlannedVersion Now => Versions[^1];
    public DateOnly From => Versions[0].From;
    public DateOnly? To => Now.To;
    public bool IsCell => Versions[0].Kind.IsCell();

    public bool StandsOn(DateOnly day) => From <= day && (To is null || To > day);

    /// <summary>Codes are not used again under one organization, so no two are alike on any day.</summary>
    public (string Code, int Order) NextCode() => ($"{Now.Code}.{++lastCode:000}", lastCode);

    public void Begin(OrganizationKind kind, string name, string? group, DateOnly from, string? code = null)
    {
        var (own, order) = code is null ? Above!.NextCode() : (code, 1);
        Versions.Add(new(from, own, name, kind, group, order));
        Places.Add(new(from, Above?.Id));
    }

    /// <summary>From this day on it is of another kind, or is called otherwise.</summary>
    public void Change(DateOnly on, OrganizationKind? kind = null, string? name = null)
    {
        var now = Now;
        now.To = on;
        Versions.Add(new(on, now.Code, name ?? now.Name, kind ?? now.Kind, now.Group, now.Order));
    }

    /// <summary>Puts it under another organization, with a code of there.</summary>
    public void Move(PlannedUnit to, DateOnly on, OrganizationKind? kind = null)
    {
        var (code, order) = to.NextCode();
        var now = Now;
        now.To = on;
        Versions.Add(new(on, code, now.Name, kind ?? now.Kind, now.Group, order));
        Places[^1].To = on;
        Places.Add(new(on, to.Id));
        Above = to;
    }

    /// <summary>Its superior has another code now, and its own begins with that.</summary>
    public void Recode(DateOnly on, OrganizationKind? kind = null)
    {
        var now = Now;
        now.To = on;
        Versions.Add(new(on, $"{Above!.Now.Code}.{now.Order:000}", now.Name, kind ?? now.Kind, now.Group, now.Order));
    }

    public void End(DateOnly on, PlannedUnit? successor = null)
    {
        (Now.To, Places[^1].To, Successor) = (on, on, successor);
    }
}

internal sealed record PlannedVersion(DateOnly From, string Code, string Name, OrganizationKind Kind, string? Group, int Order)
{
    public DateOnly? To { get; set; }
}

internal sealed record PlannedPlace(DateOnly From, long? AboveId)
{
    public DateOnly? To { get; set; }
}
