using Microsoft.EntityFrameworkCore;
using TongKet.Store;

namespace TongKet.Figures;

/// <summary>An organization whose rows a record is part of.</summary>
public sealed record TouchedPlace(long RecordId, long Place);

/// <summary>
/// A kind of record whose change makes rows of a record set be read again, and where: at the organization of its line
/// in the change log, and at those that the records name.
/// </summary>
/// <param name="Places">Null where the line's own organization is the only one.</param>
public sealed record Touch(Type Record, Func<AppStore, long[], IQueryable<TouchedPlace>>? Places)
{
    /// <summary>It belongs to the year that its lines name, and touches a yearly set in that year alone.</summary>
    public bool IsOfYear { get; init; }

    /// <summary>A record that belongs to one organization for good, which its lines name.</summary>
    public static Touch AtItsOrganization<TRecord>()
        where TRecord : class => new(typeof(TRecord), null);

    /// <summary>A record that counts in other organizations too; where it is gone, nothing tells in which.</summary>
    public static Touch At<TRecord>(Func<AppStore, long[], IQueryable<TouchedPlace>> places)
        where TRecord : class => new(typeof(TRecord), places);
}
