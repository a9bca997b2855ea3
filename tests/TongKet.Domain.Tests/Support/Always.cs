namespace TongKet.Domain.Tests.Support;

/// <summary>A property of every value that can be made; the failure tells the smallest value that breaks it.</summary>
public static class Always
{
    public static void True<T>(Gen<T> values, Func<T, bool> holds, int times = 300) =>
        Prop.ForAll(values.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true));
}
