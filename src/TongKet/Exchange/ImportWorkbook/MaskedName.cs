using TongKet.Domain.Values;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>A name as it may stand in a message: the initials before, the given name by its first letter.</summary>
public static class MaskedName
{
    public static string Of(string fullName) =>
        string.Join(
            ' ',
            VietnameseText.Tidy(fullName).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1] + ".")
        );
}
