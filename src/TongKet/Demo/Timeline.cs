namespace TongKet.Demo;

/// <summary>
/// What happens in the demo world, day after day until today. Of two things on one day that which was planned first
/// happens first.
/// </summary>
internal sealed class Timeline(DateOnly today)
{
    private readonly PriorityQueue<Action<DateOnly>, (DateOnly On, int Planned)> plans = new();
    private int planned;

    public DateOnly Today { get; } = today;

    public void On(DateOnly day, Action<DateOnly> happening)
    {
        if (day <= Today)
        {
            plans.Enqueue(happening, (day, planned++));
        }
    }

    public void Run()
    {
        while (plans.TryDequeue(out var happening, out var when))
        {
            happening(when.On);
        }
    }
}
