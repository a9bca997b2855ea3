using System.Globalization;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reviews.SetCriteria;

/// <summary>A list of criteria as typed: of each group a few rows, empty ones count for nothing.</summary>
public sealed class LocalCriteriaForm(IFormCollection form)
{
    public const int Rows = 10;

    public const string NumberField = "so-van-ban";
    public const string DayField = "ngay-van-ban";

    public string? Number => form[NumberField];

    public string? Day => form[DayField];

    public static string NameField(string group, int row) => Field(group, row, "ten");

    public static string MostField(string group, int row) => Field(group, row, "diem");

    public string? this[string field] => form.TryGetValue(field, out var typed) ? typed.ToString() : null;

    /// <summary>Fields in which something stands that is no number.</summary>
    public IEnumerable<(string Field, string Typed)> Unread(IReadOnlyList<string> groups) =>
        groups
            .SelectMany(g => Enumerable.Range(0, Rows).Select(i => MostField(g, i)))
            .Where(f => !string.IsNullOrWhiteSpace(this[f]) && VietnameseFormat.ReadNumber(this[f]) is null)
            .Select(f => (f, this[f]!));

    public SetCriteriaCommand Command(LocalCriteriaView view) =>
        new(
            view.Node.Id,
            view.Year,
            view.For,
            Number,
            VietnameseFormat.ReadDate(Day),
            [
                .. view.Groups.SelectMany(g =>
                    Enumerable
                        .Range(0, Rows)
                        .Select(i => (Name: this[NameField(g, i)], Most: this[MostField(g, i)]))
                        .Where(r => !string.IsNullOrWhiteSpace(r.Name) || !string.IsNullOrWhiteSpace(r.Most))
                        .Select(r => new TypedItem(g, r.Name ?? "", VietnameseFormat.ReadNumber(r.Most)))
                ),
            ]
        );

    /// <summary>«dang-vien», «lanh-dao», «tap-the»: as the address has it.</summary>
    public static readonly IReadOnlyList<(string Code, ReviewSubject For)> Kinds =
    [
        ("dang-vien", ReviewSubject.Member),
        ("lanh-dao", ReviewSubject.Leader),
        ("tap-the", ReviewSubject.Collective),
    ];

    private static string Field(string group, int row, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{group}.{row}.{what}");
}
