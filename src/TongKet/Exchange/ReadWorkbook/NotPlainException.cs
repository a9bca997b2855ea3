namespace TongKet.Exchange.ReadWorkbook;

/// <summary>A workbook holds what <see cref="PlainSheets"/> does not read; the library shall.</summary>
public sealed class NotPlainException(string what) : Exception(what);
