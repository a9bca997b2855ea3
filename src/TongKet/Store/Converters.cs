using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TongKet.Store;

/// <summary>A day as the number of days since 1/1/0001: sorts and compares as the day does.</summary>
public sealed class DayNumberConverter() : ValueConverter<DateOnly, int>(d => d.DayNumber, n => DateOnly.FromDayNumber(n));

/// <summary>An instant as milliseconds since 1970 in UTC.</summary>
public sealed class UnixMillisecondsConverter()
    : ValueConverter<DateTimeOffset, long>(t => t.ToUnixTimeMilliseconds(), n => DateTimeOffset.FromUnixTimeMilliseconds(n));
