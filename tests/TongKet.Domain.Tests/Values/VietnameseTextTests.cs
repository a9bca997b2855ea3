using System.Globalization;
using TongKet.Domain.Tests.Support;
using TongKet.Domain.Values;

namespace TongKet.Domain.Tests.Values;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Nguyễn Văn Đức", "Nguyễn Văn Đức")]
    [InlineData("  Nguyễn\u00a0 Văn\tĐức \n", "Nguyễn Văn Đức")]
    [InlineData("Nguye\u0302\u0303n Va\u0306n Đu\u031b\u0301c", "Nguyễn Văn Đứ" + "c")]
    [InlineData("Ngu\u200byễn\ufeff V\u00adăn", "Nguyễn Văn")]
    [InlineData("e\u200b\u0302\u0301", "ế")]
    [InlineData("Ðặng Ðức ðạt", "Đặng Đức đạt")]
    [InlineData("một\u0000 hai\u0007", "một hai")]
    [InlineData("", "")]
    [InlineData(" \u00a0 ", "")]
    public void Text_of_an_office_becomes_tidy(string text, string tidy) => Assert.Equal(tidy, VietnameseText.Tidy(text));

    [Fact]
    public void A_tidy_text_stays_as_it_is() =>
        Always.True(Words.Any, text => VietnameseText.Tidy(VietnameseText.Tidy(text)) == VietnameseText.Tidy(text));

    [Fact]
    public void Half_a_character_is_dropped_instead_of_bringing_the_program_down()
    {
        Assert.Equal("Lê A", VietnameseText.Tidy("Lê \ud83d A"));
        Assert.Equal("le a", VietnameseText.Fold("Lê \ud83d A"));
    }

    [Theory]
    [InlineData("Nguyễn Văn Đức", "nguyen van duc")]
    [InlineData("Nguye\u0302\u0303n Va\u0306n Đu\u031b\u0301c", "nguyen van duc")]
    [InlineData("ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ", "aaaaa aaaaaa aaaaaa")]
    [InlineData("èéẻẽẹ êềếểễệ ìíỉĩị", "eeeee eeeeee iiiii")]
    [InlineData("òóỏõọ ôồốổỗộ ơờớởỡợ", "ooooo oooooo oooooo")]
    [InlineData("ùúủũụ ưừứửữự ỳýỷỹỵ", "uuuuu uuuuuu yyyyy")]
    [InlineData("Ðức đ Đ", "duc d d")]
    [InlineData("H’Ƀlŏ Niê", "h'blo nie")]
    public void Folding_leaves_the_letters_alone(string text, string folded) => Assert.Equal(folded, VietnameseText.Fold(text));

    [Fact]
    public void A_letter_folds_the_same_looked_up_and_taken_apart() =>
        Assert.All(
            Enumerable.Range(0, 0x2100).Select(c => (char)c),
            // A sign without width makes the text untidy, and then no letter is looked up.
            letter => Assert.Equal(VietnameseText.Fold($"a{letter}\u200b"), VietnameseText.Fold($"a{letter}"))
        );

    [Fact]
    public void Capitals_sort_as_small_letters() =>
        Assert.All(
            Enumerable.Range(0, 0x2100).Select(c => (char)c).Where(c => char.ToLowerInvariant(char.ToUpperInvariant(c)) == c),
            letter =>
                Assert.Equal(VietnameseText.SortKey($"a{letter}"), VietnameseText.SortKey($"a{char.ToUpperInvariant(letter)}"))
        );

    [Fact]
    public void Folding_finds_a_word_however_it_is_typed() =>
        Always.True(
            Words.Any,
            text =>
                VietnameseText.Fold(text.ToUpper(CultureInfo.GetCultureInfo("vi-VN"))) == VietnameseText.Fold(text)
                && VietnameseText.Fold(text.Normalize(System.Text.NormalizationForm.FormD)) == VietnameseText.Fold(text)
                && VietnameseText.Fold(text).All(c => c is ' ' or >= 'a' and <= 'z')
        );
}
