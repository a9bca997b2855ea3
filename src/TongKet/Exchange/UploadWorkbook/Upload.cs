namespace TongKet.Exchange.UploadWorkbook;

/// <summary>
/// A workbook handed in on the page, kept only until it is applied or thrown away, seven days at most. It holds
/// personal data, so nobody but who handed it in sees it.
/// </summary>
public sealed class Upload
{
    public long Id { get; init; }
    public long? AccountId { get; init; }
    public required string FileName { get; init; }
    public required byte[] Content { get; set; }
    public int? Year { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>Who hands it in said that it holds nothing from the lists of secrets.</summary>
    public bool IsDeclaredFree { get; init; }
}
