using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.ReadWorkbook;

/// <summary>Whatever arrives, the answer is lines or a refusal, never a fault of the program.</summary>
public sealed class DamagedFileTests
{
    private static readonly byte[] Packed = Reading.Right().ToBytes();
    private static readonly List<(string Name, byte[] Bytes)> Parts = Unpack(Packed);

    [Fact]
    public void Flipped_bytes_are_refused_or_do_no_harm() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                Flips(Packed.Length),
                flips =>
                {
                    var bytes = Packed.ToArray();
                    foreach (var (at, value) in flips)
                    {
                        bytes[at] ^= value;
                    }

                    var workbook = WorkbookReader.Read(new MemoryStream(bytes), "x.xlsx", null);

                    // The checksum sees a changed digit, so what is read is what was sent.
                    Assert.True(workbook.Refused is not null || workbook.Members.SequenceEqual(Right.Members));
                }
            )
        );

    [Fact]
    public void Flipped_bytes_inside_a_part_with_a_right_checksum_make_no_fault() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                Gen.Choose(0, Parts.Count - 1)
                    .SelectMany(part => FlipGen(Parts[part].Bytes.Length).Select(flips => (part, flips)))
                    .ToArbitrary(),
                change =>
                {
                    var workbook = WorkbookReader.Read(new MemoryStream(Repack(change.part, change.flips)), "x.xlsx", null);

                    Assert.NotNull(workbook.Issues);
                }
            )
        );

    [Fact]
    public void Cells_of_any_text_or_number_make_no_fault() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                Cells().ToArbitrary(),
                change =>
                {
                    var (form, column, value) = change;
                    var workbook = Reading.Right().Set(form, 2, form.Columns[column], value).Read();

                    Assert.Null(workbook.Refused);
                    Assert.All(
                        workbook.Issues,
                        issue => Assert.DoesNotContain("[exchange", issue.Message, StringComparison.Ordinal)
                    );
                }
            )
        );

    private static Workbook Right { get; } = WorkbookReader.Read(new MemoryStream(Packed), "x.xlsx", null);

    private static Arbitrary<(int At, byte Value)[]> Flips(int length) => FlipGen(length).ToArbitrary();

    private static Gen<(int At, byte Value)[]> FlipGen(int length) =>
        Gen.Choose(0, length - 1).SelectMany(at => Gen.Choose(1, 255).Select(value => (at, (byte)value))).ArrayOf(3);

    private static Gen<(SheetForm, int, object)> Cells() =>
        Gen.Elements(WorkbookForm.Sheets.Where(form => form != WorkbookForm.Aggregates))
            .SelectMany(form =>
                Gen.Choose(0, form.Columns.Count - 1).SelectMany(column => Values().Select(value => (form, column, value)))
            );

    private static Gen<object> Values() =>
        Gen.OneOf(
            Gen.Elements<object>(
                "",
                "1e400",
                "-0",
                "99/99/9999",
                "////",
                "...",
                "0001",
                "%",
                ",",
                "\u0301",
                "{0}",
                "12345678901234567890",
                "=1+1"
            ),
            ArbMap.Default.GeneratorFor<int>().Select(number => (object)number),
            ArbMap
                .Default.GeneratorFor<double>()
                .Where(double.IsFinite)
                .Select(number => (object)new FormattedNumber(number, "dd/mm/yyyy")),
            ArbMap
                .Default.GeneratorFor<NonNull<string>>()
                .Select(text => (object)new string([.. text.Get.Where(c => c is >= ' ' and < '\ud800')]))
        );

    private static byte[] Repack(int part, (int At, byte Value)[] flips)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < Parts.Count; i++)
            {
                var bytes = Parts[i].Bytes.ToArray();
                foreach (var (at, value) in i == part ? flips : [])
                {
                    bytes[at] ^= value;
                }

                using var stream = zip.CreateEntry(Parts[i].Name, CompressionLevel.NoCompression).Open();
                stream.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    private static List<(string, byte[])> Unpack(byte[] packed)
    {
        using var zip = new ZipArchive(new MemoryStream(packed));
        var parts = new List<(string, byte[])>();
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            var memory = new MemoryStream();
            stream.CopyTo(memory);
            parts.Add((entry.FullName, memory.ToArray()));
        }

        return parts;
    }
}
