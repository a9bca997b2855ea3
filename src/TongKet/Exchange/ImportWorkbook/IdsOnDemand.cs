using TongKet.Store;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>Record ids that are drawn only once something is new, a whole file's worth at a time.</summary>
internal sealed class IdsOnDemand(RecordIds ids, int atOnce)
{
    private IdSupply? supply;
    private int left;

    public long Next()
    {
        if (left == 0)
        {
            left = Math.Max(atOnce, RecordIds.Block);
            supply = ids.Take(left);
        }

        left--;
        return supply!.Next();
    }
}
