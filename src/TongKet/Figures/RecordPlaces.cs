using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures;

/// <summary>Where the rows of a list lie: count after count, place after place, so that a page reads only its own.</summary>
internal sealed class RecordPlaces(OrganizationTree tree)
{
    private readonly List<(CountFigure Count, List<(TreeNode Place, int Rows)> Places)> parts = [];

    public int Total => parts.Sum(p => p.Places.Sum(r => r.Rows));

    public void Add(CountFigure count, List<(TreeNode Place, int Rows)> places) => parts.Add((count, places));

    /// <summary>How many rows lie before the one after the key; a key of another list begins it anew.</summary>
    public int Before(ListKey? key)
    {
        if (key is null || key.Part >= parts.Count || tree.Find(key.PlaceId) is not { } place)
        {
            return 0;
        }

        var before = parts.Take(key.Part).Sum(p => p.Places.Sum(r => r.Rows));
        foreach (var (at, rows) in parts[key.Part].Places.TakeWhile(r => r.Place.At <= place.At))
        {
            before += at == place ? Math.Min(rows, key.Rows) : rows;
        }

        return before;
    }

    /// <summary>The key of a row by its number; null behind the last, and in a list that has no places.</summary>
    public ListKey? At(int row)
    {
        if (parts.Count == 0)
        {
            return new(0, 0, row);
        }

        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var (place, rows) in parts[part].Places)
            {
                if (row < rows)
                {
                    return new(part, place.Id, row);
                }

                row -= rows;
            }
        }

        return null;
    }

    /// <summary>Of each count the places that some rows of the list lie at, and how many of their first rows lie before.</summary>
    public IEnumerable<(CountFigure Count, IReadOnlyList<TreeNode> Places, int Before)> Of(int skip, int take)
    {
        var from = 0;
        foreach (var (count, places) in parts)
        {
            var wanted = new List<TreeNode>();
            var first = 0;
            foreach (var (place, rows) in places)
            {
                if (from < (long)skip + take && from + rows > skip)
                {
                    first = wanted.Count == 0 ? from : first;
                    wanted.Add(place);
                }

                from += rows;
            }

            if (wanted.Count > 0)
            {
                yield return (count, wanted, Math.Max(0, skip - first));
            }
        }
    }
}
