namespace TongKet.Tests.Support;

/// <summary>A clock that stands until it is moved. It begins at the given instant, of Vietnam where none is named.</summary>
public sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset now = now.ToUniversalTime();

    public FakeClock(int year, int month, int day, int hour = 8)
        : this(new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.FromHours(7))) { }

    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => now += by;
}
