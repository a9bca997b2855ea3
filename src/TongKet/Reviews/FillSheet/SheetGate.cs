using TongKet.Domain.Reviews;
using TongKet.Domain.Values;

namespace TongKet.Reviews.FillSheet;

/// <summary>Whether a sheet lies with those who propose, for whoever writes on it.</summary>
internal static class SheetGate
{
    /// <summary>Null where it may be written on.</summary>
    /// <param name="sheet">Null where there is none yet.</param>
    public static Refusal? Check(CycleWork work, ReviewSheet? sheet) =>
        work.Broken is { } broken ? broken
        : work.Cycle.ClosedOn is { } closed ? new("review.cycle.closed", null, closed)
        : sheet is not { IsOpen: false } ? null
        : sheet.State == SheetState.Submitted ? new("review.sheet.submitted", null, sheet.SubmittedOn ?? work.Today)
        : new("review.sheet.decided");
}
