using System.Globalization;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Tests.Support;

/// <summary>
/// A workbook as an office sends it, made line by line. Dates are <see cref="DateOnly"/> (a date cell) or text; what a
/// test does not name is filled in rightly and without contradiction.
/// <code>
/// new WorkbookBuilder().Organization("A", "Đảng bộ huyện A", "Đảng bộ huyện").Organization("A.1", "Chi bộ 1", "Chi bộ cơ sở", "A")
///     .Member("Nguyễn Văn An", "A.1").Grade("Nguyễn Văn An", "Hoàn thành tốt nhiệm vụ").ToBytes()
/// </code>
/// </summary>
public sealed class WorkbookBuilder(int year = 2023)
{
    /// <summary>The year of the file, which a file without grades and targets does not say.</summary>
    public int Year { get; } = year;

    private readonly Dictionary<string, SheetBuilder> sheets = WorkbookForm.Sheets.ToDictionary(
        form => form.Name,
        form => new SheetBuilder(form)
    );
    private readonly List<string> order = [.. WorkbookForm.Sheets.Select(form => form.Name)];
    private readonly Dictionary<string, (string? Number, string Cell)> people = [];

    public WorkbookBuilder Organization(
        string code,
        string name,
        string kind,
        string? parent = null,
        string? group = null,
        object? order = null,
        object? foundedOn = null,
        string? note = null
    ) =>
        Line(
            WorkbookForm.Organizations,
            code,
            name,
            kind,
            parent,
            foundedOn ?? new DateOnly(Year - 20, 2, 3),
            "01-QĐ/ĐU",
            group,
            order ?? Rows(WorkbookForm.Organizations) + 1,
            note
        );

    /// <summary>One who was there before the year, unless <paramref name="howIn"/> and <paramref name="cameOn"/> say otherwise.</summary>
    /// <param name="number">Số CCCD; null makes one that fits sex and birth, "" leaves the cell empty.</param>
    public WorkbookBuilder Member(
        string name,
        string cell,
        object? number = null,
        object? born = null,
        string sex = "Nam",
        string ethnicity = "Kinh",
        object? admitted = null,
        object? official = null,
        object? recognized = null,
        string? howIn = null,
        object? cameOn = null,
        string? state = "Đang sinh hoạt",
        object? stateOn = null,
        string? place = null,
        object? card = null,
        string? record = null,
        string? post = null,
        string? note = null
    )
    {
        var count = Rows(WorkbookForm.Members) + 1;
        born ??= new DateOnly(1980, 5, 15);
        var isNew = howIn == "Kết nạp";
        number ??= MakeNumber(count, sex, born);
        people.TryAdd(name, (Convert.ToString(number, CultureInfo.InvariantCulture), cell));
        return Line(
            WorkbookForm.Members,
            count,
            name,
            born,
            sex,
            ethnicity,
            "Không",
            "Xã A",
            number,
            card ?? (isNew ? null : (49_000_000 + count).ToString(CultureInfo.InvariantCulture)),
            record ?? count.ToString("000000", CultureInfo.InvariantCulture) + "LL",
            isNew ? null : new DateOnly(2010, 6, 1),
            admitted ?? (isNew ? cameOn : new DateOnly(2010, 7, 3)),
            official ?? (isNew ? null : new DateOnly(2011, 7, 3)),
            recognized ?? (isNew ? null : new DateOnly(2011, 7, 20)),
            cell,
            post,
            "Giáo viên",
            "Đại học",
            "Sơ cấp",
            howIn,
            cameOn,
            state,
            stateOn,
            place,
            note
        );
    }

    /// <summary>The grade of a member named before by his name, or of another by his number.</summary>
    public WorkbookBuilder Grade(
        string who,
        string? grade = null,
        string? reason = null,
        string? cell = null,
        object? ofYear = null
    )
    {
        var known = people.TryGetValue(who, out var person);
        return Line(
            WorkbookForm.MemberGrades,
            known ? person.Number : who,
            known ? who : "Người khác",
            cell ?? (known ? person.Cell : null),
            ofYear ?? Year,
            grade,
            reason
        );
    }

    public WorkbookBuilder OrganizationGrade(string code, string? grade = null, string? reason = null, object? ofYear = null) =>
        Line(WorkbookForm.OrganizationGrades, code, ofYear ?? Year, grade, reason);

    public WorkbookBuilder Target(
        string code,
        string organization,
        object? value,
        string name = "Kết nạp đảng viên mới",
        string unit = "đảng viên",
        string direction = ">=",
        string? figure = null,
        object? result = null,
        object? ofYear = null
    ) => Line(WorkbookForm.Targets, code, name, organization, ofYear ?? Year, unit, direction, value, figure, result, null);

    public WorkbookBuilder Aggregate(
        string organization,
        string figure,
        object? value,
        object? asOf = null,
        object? ofYear = null
    ) => Line(WorkbookForm.Aggregates, organization, ofYear ?? Year, asOf ?? new DateOnly(Year, 12, 31), figure, value, null);

    /// <summary>A line as it is, in the order of the form's columns.</summary>
    public WorkbookBuilder Line(SheetForm form, params object?[] values)
    {
        sheets[form.Name].Rows.Add(values);
        return this;
    }

    /// <summary>Overwrites one cell, by the spreadsheet's row number (the first line is row 2).</summary>
    public WorkbookBuilder Set(SheetForm form, int row, string column, object? value)
    {
        var sheet = sheets[form.Name];
        sheet.Rows[row - 2][sheet.ColumnAt(column)] = value;
        return this;
    }

    /// <summary>Any change of a sheet: headers, order of columns, titles above, its name, leaving it out.</summary>
    public WorkbookBuilder Sheet(SheetForm form, Action<SheetBuilder> change)
    {
        change(sheets[form.Name]);
        return this;
    }

    /// <summary>A sheet that the form does not know.</summary>
    public WorkbookBuilder OtherSheet(string name, params string[] texts)
    {
        var sheet = new SheetBuilder(new SheetForm(name, ["Cột"]));
        sheet.Rows.AddRange(texts.Select(text => new object?[] { text }));
        sheets.Add(name, sheet);
        order.Add(name);
        return this;
    }

    public byte[] ToBytes() => XlsxWriter.Write([.. order.Select(name => sheets[name]).Where(sheet => sheet.IsWritten)]);

    public Stream ToStream() => new MemoryStream(ToBytes(), writable: false);

    public string Save(string path)
    {
        File.WriteAllBytes(path, ToBytes());
        return path;
    }

    private int Rows(SheetForm form) => sheets[form.Name].Rows.Count;

    private static string MakeNumber(int count, string sex, object born)
    {
        var birthYear = born is DateOnly on ? on.Year : int.Parse(((string)born)[^4..], CultureInfo.InvariantCulture);
        var century = (birthYear - 1900) / 100 * 2 + (sex == "Nam" ? 0 : 1);
        return string.Create(CultureInfo.InvariantCulture, $"001{century}{birthYear % 100:00}{count:000000}");
    }
}
