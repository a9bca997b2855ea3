namespace TongKet.Generate;

/// <summary>The record ids of one province, one after the other.</summary>
internal sealed class IdRange(long first, long count)
{
    private readonly long end = first + count;
    private long next = first;

    public long Next() =>
        next < end ? next++ : throw new InvalidOperationException("A province needs more ids than it was given.");
}
