using System.Globalization;
using System.Xml;
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
    private const string Namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>
    /// Units one after the other, as their offices send them: the members of the unit behind <paramref name="unit"/> others
    /// as large.
    /// </summary>
    public static byte[] Write(int members, int unit = 0)
    {
        using var stream = new MemoryStream();
        var top = unit == 0 ? Top : $"{Top}{unit}";
        var first = unit * members;
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var sheets = new Sheets();
            var cells = Cells(members, top).ToList();
            Add(book, sheets, "Tổ chức", Organizations(cells, top));
            Add(book, sheets, "Đảng viên", Members(first, members, cells));
            Add(book, sheets, "Xếp loại đảng viên", Grades(first, members, cells));
            Add(book, sheets, "Xếp loại tổ chức", OrganizationGrades(cells));
            book.Workbook = new Workbook(sheets);
        }

        return stream.ToArray();
    }

    private static IEnumerable<(string Committee, string Cell)> Cells(int members, string top)
    {
        for (var i = 0; i < (members + MembersOfCell - 1) / MembersOfCell; i++)
        {
            var committee = $"{top}.B{i / CellsOfCommittee + 1:00}";
            yield return (committee, $"{committee}.{i % CellsOfCommittee + 1:000}");
        }
    }

    private static IEnumerable<string?[]> Organizations(List<(string Committee, string Cell)> cells, string top)
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
        yield return [top, "Đảng bộ huyện Bình Đo", "Đảng bộ huyện", null, "01/01/1975", null, "1", null, null];
        var order = 1;
        foreach (var committee in cells.GroupBy(c => c.Committee))
        {
            yield return
            [
                committee.Key,
                $"Đảng bộ xã thử số {order}",
                "Đảng bộ cơ sở",
                top,
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

    private static IEnumerable<string?[]> Members(int first, int members, List<(string Committee, string Cell)> cells)
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
                Number(first + i, born),
                isNew ? null : $"{10_000_000 + first + i}",
                $"{first + i:000000}TH",
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

    private static IEnumerable<string?[]> Grades(int first, int members, List<(string Committee, string Cell)> cells)
    {
        yield return ["Số CCCD", "Họ và tên", "Mã chi bộ", "Năm", "Mức xếp loại", "Lý do không xếp loại"];
        for (var i = 0; i < members; i++)
        {
            var grade = i % 9 == 0 ? "Hoàn thành xuất sắc nhiệm vụ" : "Hoàn thành tốt nhiệm vụ";
            yield return
            [
                Number(first + i, 1945 + i % 50),
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

    // Province 000 and those after it are assigned to nobody; the fourth digit is century and sex, then comes the year of birth.
    private static string Number(int i, int born) =>
        string.Create(CultureInfo.InvariantCulture, $"{i / 1_000_000:000}0{born % 100:00}{i % 1_000_000:000000}");

    private static void Add(WorkbookPart book, Sheets sheets, string name, IEnumerable<string?[]> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        using (var writer = XmlWriter.Create(part.GetStream(FileMode.Create)))
        {
            writer.WriteStartElement("worksheet", Namespace);
            writer.WriteStartElement("sheetData", Namespace);
            foreach (var row in rows)
            {
                writer.WriteStartElement("row", Namespace);
                foreach (var text in row)
                {
                    writer.WriteStartElement("c", Namespace);
                    if (text is not null)
                    {
                        writer.WriteAttributeString("t", "inlineStr");
                        writer.WriteStartElement("is", Namespace);
                        writer.WriteElementString("t", Namespace, text);
                        writer.WriteEndElement();
                    }

                    writer.WriteEndElement();
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
