using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Figures;
using TongKet.Organizations.MoveOrganization;
using TongKet.Store;

namespace TongKet.Bench;

/// <summary>
/// A province with all below it is put beneath another for a day and back again. No rule set allows that, so no handler
/// does it; the rows are written by what every move writes them with.
/// </summary>
public sealed class NationalMove(NationDesk desk, CancellationToken cancel)
{
    private static readonly ChangeAuthor By = new(null, "bench");

    /// <summary>Rows that the move wrote besides the log, and organizations whose past figures are others after it.</summary>
    public async Task<(int Rows, int Changed)> MoveAsync()
    {
        await desk.FindPlacesAsync(desk.At(NationalQuestions.Year + 1), cancel);
        // The smallest nations have one province; there a commune moves.
        TreeNode moved = desk.Tree.Nodes.Count(n => n.Kind == desk.Province.Kind) > 1 ? desk.Province : desk.Commune;
        var (back, to) = (
            desk.Tree.Nodes[moved.ParentAt].Id,
            desk.Tree.Nodes.First(n => n.Kind == moved.Kind && n.Id != moved.Id && !n.HasEnded)
        );
        DateOnly[] days = [new(NationalQuestions.Year - 1, 12, 31), new(NationalQuestions.Year, 12, 31)];
        var before = await PastAsync(days);
        var seq = await LastAsync();
        await MoveAsync(moved.Id, to.Id);
        var rows = (int)(await LastAsync() - seq);
        var after = await PastAsync(days);
        await MoveAsync(moved.Id, back);
        return (rows, before.Keys.Count(id => !before[id].AsSpan().SequenceEqual(after.GetValueOrDefault(id))));
    }

    private async Task MoveAsync(long organization, long parent)
    {
        desk.Store.ChangeTracker.Clear();
        var place = await desk
            .Store.Set<OrganizationPlace>()
            .Where(p => p.OrganizationId == organization)
            .OrderByDescending(p => p.FromOn)
            .FirstAsync(cancel);
        var from = new DateOnly(NationalQuestions.Year + 1, 10, 2);
        await desk.Get<PlaceChange>().SaveAsync(place, parent, place.FromOn < from ? from : place.FromOn.AddDays(1), By, cancel);
        desk.Store.ChangeTracker.Clear();
    }

    private async Task<long> LastAsync() => await desk.Store.Set<ChangeLine>().MaxAsync(l => l.Seq, cancel);

    /// <summary>For each organization a digest of all its figures on all days.</summary>
    private async Task<Dictionary<long, byte[]>> PastAsync(DateOnly[] days)
    {
        var digests = new Dictionary<long, byte[]>();
        List<CountFigure> figures = [.. desk.Get<Catalogue>().Counts];
        var text = new decimal[figures.Count];
        foreach (var day in days)
        {
            var table = await desk.AskAsync(desk.Nation, desk.At(day.Year), cancel);
            foreach (var node in table.Tree.Nodes)
            {
                for (var i = 0; i < figures.Count; i++)
                {
                    text[i] = table.Value(node.Id, figures[i].Code) ?? -1;
                }

                var digest = SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()));
                digests[node.Id] = digests.TryGetValue(node.Id, out var earlier)
                    ? SHA256.HashData([.. earlier, .. digest])
                    : digest;
            }
        }

        return digests;
    }
}
