namespace TongKet.Bench;

/// <summary>
/// The same questions where rows of organizations lie in an order that has nothing to do with the tree: the worst that
/// moves could ever bring about, and more.
/// </summary>
public static class NationalDisorder
{
    private const int Seed = 20_260_726;

    public static IEnumerable<long> Shuffled(IReadOnlyList<long> organizations)
    {
        long[] order = [.. organizations];
        new Random(Seed).Shuffle(order);
        return order;
    }

    public static async Task<IReadOnlyList<Measured>> AskAsync(NationDesk desk, int share, CancellationToken cancel)
    {
        var on = desk.At(NationalQuestions.Year);
        await desk.FindPlacesAsync(on, cancel);
        Way[] ways =
        [
            new("commune", () => desk.TotalAsync(desk.Commune, on, forgets: true, cancel), 20, () => desk.Counting),
            new("province", () => desk.TotalAsync(desk.Province, on, forgets: true, cancel), 5, () => desk.Counting),
            new("nation", () => desk.TotalAsync(desk.Nation, on, forgets: true, cancel), 3, () => desk.Counting),
        ];
        return [new(share, desk.DatabaseName, "disorder", await WayRounds.RunAsync(ways, cancel))];
    }
}
