namespace TongKet.Tests.Habits;

/// <summary>What a habit forbids, found: every place is told, not the first few only.</summary>
public static class Habit
{
    public static void AssertNone(params IEnumerable<string> found)
    {
        var places = found.ToList();
        Assert.True(places.Count == 0, string.Join('\n', places));
    }
}
