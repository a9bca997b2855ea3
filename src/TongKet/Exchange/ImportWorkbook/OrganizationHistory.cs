using TongKet.Domain.Organizations;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>One organization as the database knows it over time; empty where the file brings it in.</summary>
public sealed class OrganizationHistory(long id, bool isNew = false)
{
    public long Id { get; } = id;

    /// <summary>Read only where the file has a line of it.</summary>
    public Organization? Record { get; set; }

    /// <summary>By date.</summary>
    public List<OrganizationVersion> Versions { get; } = [];
    public List<OrganizationPlace> Places { get; } = [];

    /// <summary>What it is at the end of the file's year, by the file before the database; null where that is in error.</summary>
    public OrganizationKind? Kind { get; set; }

    /// <summary>What it stands under at the end of the file's year, by the file before the database.</summary>
    public OrganizationHistory? Parent { get; set; }

    /// <summary>The file brings it in.</summary>
    public bool IsNew { get; } = isNew;
    public string Name => Versions.Count == 0 ? "" : Versions[^1].Name;

    public OrganizationVersion? VersionOn(DateOnly day) =>
        Versions.Find(v => v.FromOn <= day && (v.ToOn is null || v.ToOn > day));

    public OrganizationPlace? PlaceOn(DateOnly day) => Places.Find(p => p.FromOn <= day && (p.ToOn is null || p.ToOn > day));

    /// <summary>
    /// The version that speaks for a day. Where the records begin later only because nobody has sent an earlier file,
    /// the first one speaks for the time before too.
    /// </summary>
    public OrganizationVersion? VersionFor(DateOnly day) =>
        VersionOn(day) ?? (Versions.Count > 0 && Versions[0].FromOn > day && !Versions[0].FromIsKnown ? Versions[0] : null);
}
