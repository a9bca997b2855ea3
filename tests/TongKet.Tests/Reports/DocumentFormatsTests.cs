using TongKet.Domain.Regulations;
using TongKet.Regulations;
using TongKet.Reports;

namespace TongKet.Tests.Reports;

public sealed class DocumentFormatsTests
{
    private static readonly RuleBook Rules = RuleBookLoader.Load();

    [Theory]
    [InlineData("2018-04-03", "HD 36-HD/VPTW", null)]
    [InlineData("2024-01-05", "HD 36-HD/VPTW", null)]
    [InlineData("2026-05-26", "HD 36-HD/VPTW", null)]
    [InlineData("2026-05-27", "HD 05-HD/VPTW", 19)]
    [InlineData("2030-12-31", "HD 05-HD/VPTW", 19)]
    public void The_day_of_signing_decides_the_format(string signedOn, string document, int? line)
    {
        var format = DocumentFormats.InForce(Rules, DateOnly.Parse(signedOn, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((document, (decimal?)line), (format.Document, format.LineExactly));
        Assert.Equal((20, 20, 30, 15), (format.MarginTop, format.MarginBottom, format.MarginLeft, format.MarginRight));
        Assert.Equal(("Times New Roman", 14m, false), (format.Font, format.BodySize, format.IsConfirmed));
    }

    [Fact]
    public void One_format_ends_on_the_day_before_the_next_begins()
    {
        var formats = Rules.All.Where(rules => rules.Subject == RuleBook.DocumentFormat).ToList();

        Assert.Equal(2, formats.Count);
        Assert.All(
            formats.Zip(formats.Skip(1)),
            pair => Assert.Equal(pair.First.EffectiveTo?.AddDays(1), pair.Second.EffectiveFrom)
        );
        Assert.Null(formats[^1].EffectiveTo);
        Assert.All(formats, rules => Assert.Equal(formats[0].Parameters.Keys.Order(), rules.Parameters.Keys.Order()));
    }
}
