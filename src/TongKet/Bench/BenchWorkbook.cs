using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TongKet.Bench;

/// <summary>A district's year as an office sends it, of any size, all invented: what the import is measured with.</summary>
public static class BenchWorkbook
{
    public const string Top = "BD";
    public const int Year = 2023;
    private const int CellsOfCommittee = 13;
    private const int MembersOfCell = 18;

    public static byte[] Write(int members)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheets = new Sheets();
            var cells = Cells(members).ToList();
            Add(book, sheets, "Tổ chức", Organizations(cells));
            Add(book, sheets, "Đảng viên", Members(members, cells));
            Add(book, sheets, "Xếp loại đảng viên", Grades(members, cells));
            Add(book, sheets, "Xếp loại tổ chức", OrganizationGrades(cells));
            book.Workbook = new Workbook(sheets);
        }

        return stream.ToArray();
    }

    private static IEnumerable<(string Committee, string Cell)> Cells(int members)
    {
        for (var i = 0; i < (members + MembersOfCell - 1) / MembersOfCell; i++)
        {
            var committee = $"{Top}.B{i / CellsOfCommittee + 1:00}";
            yield return (committee, $"{committee}.{i % CellsOfCommittee + 1:000}");
        }
    }

    private static IEnumerable<string?[]> Organizations(List<(string Committee, string Cell)> cells)
    {
        yield return
        [
            "Mã tổ chức",
            "Tên tổ chức",
            "Loại hình",
            "Mã cấp trên",
            "Ngày thành lập",
            "Nhóm nhiệm vụ",
            "Thứ tự",
            "Số quyết định",
            "Ghi chú",
        ];
        yield return [Top, "Đảng bộ huyện Bình Đo", "Đảng bộ huyện", null, "01/01/1975", null, "1", null, null];
        var order = 1;
        foreach (var committee in cells.GroupBy(c => c.Committee))
        {
            yield return
            [
                committee.Key,
                $"Đảng bộ xã thử số {order}",
                "Đảng bộ cơ sở",
                Top,
                "03/02/1980",
                "Xã, thị trấn",
                $"{order++}",
            ];
            foreach (var (_, cell) in committee)
            {
                yield return
                [
                    cell,
                    $"Chi bộ thôn {cell[^3..]}",
                    "Chi bộ trực thuộc",
                    committee.Key,
                    "03/02/1990",
                    null,
                    cell[^3..],
                ];
            }
        }
    }

    private static IEnumerable<string?[]> Members(int members, List<(string Committee, string Cell)> cells)
    {
        yield return
        [
            "Số TT",
            "Họ và tên",
            "Ngày sinh",
            "Giới tính",
            "Dân tộc",
            "Tôn giáo",
            "Quê quán",
            "Số CCCD",
            "Số thẻ đảng viên",
            "Số lý lịch",
            "Ngày quyết định kết nạp",
            "Ngày kết nạp",
            "Ngày chính thức",
            "Ngày quyết định công nhận",
            "Mã chi bộ",
            "Chức vụ đảng",
            "Nghề nghiệp",
            "Trình độ chuyên môn",
            "Lý luận chính trị",
            "Hình thức tăng",
            "Ngày tăng",
            "Trạng thái",
            "Từ ngày",
            "Nơi chuyển đến, đi",
            "Ghi chú",
        ];
        string[] given = ["An", "Bình", "Đức", "Hạnh", "Khánh", "Liên", "Mạnh", "Nga", "Phượng", "Quyên", "Sơn", "Thủy"];
        for (var i = 0; i < members; i++)
        {
            var born = 1945 + i % 50;
            var isNew = i % 33 == 0;
            var admitted = isNew ? "15/05/2023" : $"19/05/{born + 25}";
            yield return
            [
                $"{i % MembersOfCell + 1}",
                $"Nguyễn Văn {given[i % given.Length]}",
                $"{i % 28 + 1:00}/{i % 12 + 1:00}/{born}",
                "Nam",
                "Kinh",
                "Không",
                "Xã thử, tỉnh thử",
                Number(i, born),
                isNew ? null : $"{10_000_000 + i}",
                $"{i:000000}TH",
                admitted,
                admitted,
                isNew ? null : $"19/05/{born + 26}",
                isNew ? null : $"25/05/{born + 26}",
                cells[i / MembersOfCell].Cell,
                i % MembersOfCell == 0 ? "Bí thư" : null,
                "Nông dân",
                "Đại học",
                "Sơ cấp",
                isNew ? "Kết nạp" : null,
                isNew ? admitted : null,
                "Đang sinh hoạt",
                null,
                null,
                null,
            ];
        }
    }

    private static IEnumerable<string?[]> Grades(int members, List<(string Committee, string Cell)> cells)
    {
        yield return ["Số CCCD", "Họ và tên", "Mã chi bộ", "Năm", "Mức xếp loại", "Lý do không xếp loại"];
        for (var i = 0; i < members; i++)
        {
            var grade = i % 9 == 0 ? "Hoàn thành xuất sắc nhiệm vụ" : "Hoàn thành tốt nhiệm vụ";
            yield return
            [
                Number(i, 1945 + i % 50),
                null,
                cells[i / MembersOfCell].Cell,
                $"{Year}",
                i % 11 == 5 ? null : grade,
                i % 11 == 5 ? "Miễn sinh hoạt" : null,
            ];
        }
    }

    private static IEnumerable<string?[]> OrganizationGrades(List<(string Committee, string Cell)> cells)
    {
        yield return ["Mã tổ chức", "Năm", "Mức xếp loại", "Lý do không xếp loại"];
        foreach (var code in cells.Select(c => c.Committee).Distinct().Concat(cells.Select(c => c.Cell)))
        {
            yield return [code, $"{Year}", "Hoàn thành tốt nhiệm vụ", null];
        }
    }

    // Province 000 is assigned to nobody; the fourth digit is century and sex, the next two the year of birth.
    private static string Number(int i, int born) =>
        string.Create(CultureInfo.InvariantCulture, $"0000{born % 100:00}{i:000000}");

    private static void Add(WorkbookPart book, Sheets sheets, string name, IEnumerable<string?[]> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteStartElement(new SheetData());
            foreach (var row in rows)
            {
                writer.WriteStartElement(new Row());
                foreach (var text in row)
                {
                    writer.WriteElement(
                        text is null
                            ? new Cell()
                            : new Cell(new InlineString(new Text(text))) { DataType = CellValues.InlineString }
                    );
                }

                writer.WriteEndElement();
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        sheets.Append(
            new Sheet
            {
                Id = book.GetIdOfPart(part),
                SheetId = (uint)sheets.Count() + 1,
                Name = name,
            }
        );
    }
}
