using TongKet.Domain.Values;

namespace TongKet.Access;

/// <summary>The organization of a role as it was typed: by its code, or by so much of its name that only one is meant.</summary>
public sealed class GrantOrganizations(IEnumerable<OrganizationFinder> finders)
{
    private const int MostNamed = 5;

    /// <summary>No id and no refusal where nothing was typed.</summary>
    public async Task<(long? Id, Refusal? Refusal)> FindAsync(string? typed, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return (null, null);
        }

        var found = new List<OrganizationMatch>();
        foreach (var finder in finders)
        {
            found.AddRange(await finder.SearchAsync(typed.Trim(), cancel));
        }

        return found.Find(match => match.Code.Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)) is { } exact
                ? (exact.Id, null)
            : found.Count == 1 ? (found[0].Id, null)
            : found.Count == 0 ? (null, new Refusal("access.organization.unknown", null, typed.Trim()))
            : (null, new Refusal("access.organization.several", null, typed.Trim(), Named(found)));
    }

    private static string Named(List<OrganizationMatch> found) =>
        string.Join("; ", found.Take(MostNamed).Select(match => $"{match.Code} – {match.Name}"))
        + (found.Count > MostNamed ? "; …" : "");
}
