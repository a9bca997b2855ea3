namespace TongKet.Web.Components;

/// <summary>How a table is sorted, and the address of the same page sorted otherwise.</summary>
public sealed record TableSort(string Key, bool Descending, Func<string, bool, string> Address);
