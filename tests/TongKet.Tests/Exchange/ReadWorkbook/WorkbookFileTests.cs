using System.IO.Compression;
using System.Text;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ReadWorkbook.Reading;

namespace TongKet.Tests.Exchange.ReadWorkbook;

/// <summary>What is refused before anything in it is parsed.</summary>
public sealed class WorkbookFileTests
{
    [Theory]
    [InlineData("%PDF-1.7 ...")]
    [InlineData("Họ và tên;Ngày sinh\nAn;1980")]
    [InlineData("<html><table><tr><td>An</td></tr></table></html>")]
    public void What_is_no_workbook_is_refused_whatever_its_name(string content) =>
        Refused("exchange.file.wrong-type", Encoding.UTF8.GetBytes(content));

    [Fact]
    public void Another_office_document_is_refused_as_the_wrong_type() =>
        Refused(
            "exchange.file.wrong-type",
            Change("[Content_Types].xml", text => text.Replace("spreadsheetml.sheet.main", "wordprocessingml.document.main"))
        );

    [Fact]
    public void A_ZIP_of_anything_else_is_refused_as_the_wrong_type() =>
        Refused("exchange.file.wrong-type", Zip(("a.txt", "x"u8.ToArray())));

    [Fact]
    public void An_empty_file_is_refused() => Refused("exchange.file.empty", []);

    [Fact]
    public void An_old_xls_is_refused_with_advice() => Refused("exchange.file.old-xls", Compound("Workbook"));

    [Fact]
    public void A_workbook_locked_by_a_password_is_refused_with_advice() =>
        Refused("exchange.file.locked", Compound("EncryptedPackage"));

    [Fact]
    public void A_macro_workbook_is_refused_by_its_type_and_by_its_code()
    {
        Refused(
            "exchange.file.macros",
            Change(
                "[Content_Types].xml",
                text => text.Replace("openxmlformats-officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")
            )
        );
        Refused("exchange.file.macros", Add("xl/vbaProject.bin", [1, 2, 3]));
    }

    [Fact]
    public void A_truncated_file_is_refused_wherever_it_is_cut()
    {
        var whole = Right().ToBytes();
        for (var length = 4; length < whole.Length; length += whole.Length / 40)
        {
            Refused("exchange.file.damaged", whole[..length]);
        }
    }

    [Fact]
    public void Document_types_and_entities_are_refused() =>
        Refused(
            "exchange.file.entities",
            Change(
                "xl/sharedStrings.xml",
                text => text.Replace("<sst ", "<!DOCTYPE sst [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><sst ")
            )
        );

    [Fact]
    public void Entities_that_hide_in_another_encoding_are_refused_too()
    {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE sst [<!ENTITY a \"aaaa\">]><sst xmlns=\"x\"/>";
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray();

        Refused("exchange.file.damaged", Change("xl/sharedStrings.xml", _ => bytes));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_without_being_read()
    {
        using var endless = new EndlessStream();

        Assert.Equal("exchange.file.too-big", WorkbookFile.Open(endless, "to.xlsx").Refusals[0].Code);
        Assert.True(endless.Given <= WorkbookLimits.PackedBytes + 1_000_000);
    }

    [Theory]
    [InlineData(WorkbookLimits.UnpackedBytes + 1, "exchange.file.too-big-unpacked")]
    [InlineData(1_000, "exchange.file.damaged")]
    public void A_bomb_is_refused_whether_it_tells_its_size_or_lies_about_it(long claimed, string code)
    {
        var bytes = Add("xl/media/bomb.bin", new byte[8_000_000]);
        Overwrite(bytes, size: 8_000_000, (int)claimed);

        Refused(code, bytes);
    }

    [Fact]
    public void A_package_of_very_many_parts_is_refused() =>
        Refused(
            "exchange.file.too-many-parts",
            Zip([.. Enumerable.Range(0, WorkbookLimits.Parts + 1).Select(i => ($"p{i}", Array.Empty<byte>()))])
        );

    [Theory]
    [InlineData("<row r=\"2\">", "<row r=\"2147483000\">")]
    [InlineData("<row r=\"2\">", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row><row r=\"1048577\">")]
    [InlineData("<c r=\"A2\"", "<c r=\"ZZZZZZ2\"")]
    public void A_sheet_that_spans_more_than_anybody_filled_is_refused(string cell, string far) =>
        Refused("exchange.file.sheet-too-large", Change("xl/worksheets/sheet1.xml", text => text.Replace(cell, far)));

    private static void Refused(string code, byte[] bytes)
    {
        var workbook = WorkbookReader.Read(new MemoryStream(bytes), "bất kỳ.xlsx", null);

        Assert.Equal(code, workbook.Refused?.Code);
        Assert.Equal(code, Assert.Single(workbook.Issues).Code);
        Assert.DoesNotContain("[exchange", workbook.Issues[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("{", workbook.Issues[0].Message, StringComparison.Ordinal);
        Assert.Empty(workbook.Members);
    }

    private static byte[] Change(string part, Func<string, string> change) =>
        Change(part, text => Encoding.UTF8.GetBytes(change(text)));

    private static byte[] Change(string part, Func<string, byte[]> change)
    {
        var memory = new MemoryStream();
        memory.Write(Right().ToBytes());
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
            {
                text = reader.ReadToEnd();
            }

            var changed = change(text);
            Assert.NotEqual(Encoding.UTF8.GetBytes(text), changed);
            entry.Delete();
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(changed);
        }

        return memory.ToArray();
    }

    private static byte[] Add(string part, byte[] content)
    {
        var memory = new MemoryStream();
        memory.Write(Right().ToBytes());
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(content);
        }

        return memory.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static byte[] Compound(string name) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1024], .. Encoding.Unicode.GetBytes(name), .. new byte[512]];

    // Both the directory and the local header tell the unpacked size, as four bytes.
    private static void Overwrite(byte[] bytes, int size, int claimed)
    {
        var count = 0;
        var what = BitConverter.GetBytes(size);
        for (var at = bytes.AsSpan().IndexOf(what); at >= 0; at = bytes.AsSpan().IndexOf(what))
        {
            BitConverter.GetBytes(claimed).CopyTo(bytes, at);
            count++;
        }

        Assert.True(count > 0);
    }

    private sealed class EndlessStream : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
