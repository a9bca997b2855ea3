using System.Globalization;
using TongKet.Domain.Tests.Support;
using TongKet.Domain.Values;

namespace TongKet.Domain.Tests.Values;

public sealed class SortKeyTests
{
    [Theory]
    [InlineData("Dũng", "Đức")]
    [InlineData("Dy", "Đa")]
    [InlineData("An", "Ăn")]
    [InlineData("Ăn", "Ân")]
    [InlineData("Ay", "Ăn")]
    [InlineData("Em", "Êm")]
    [InlineData("On", "Ôn")]
    [InlineData("Ôn", "Ơn")]
    [InlineData("Ung", "Ưng")]
    [InlineData("ma", "mà")]
    [InlineData("mà", "mả")]
    [InlineData("mả", "mã")]
    [InlineData("mã", "má")]
    [InlineData("má", "mạ")]
    [InlineData("mạ", "mai")]
    [InlineData("mạ an", "mà ân")]
    [InlineData("Tổ", "Tô 1")]
    [InlineData("Tộ", "Tô an")]
    [InlineData("Chi bộ 1", "Chi bộ 2")]
    [InlineData("Chi bộ 9", "Chi bộ A")]
    [InlineData("(A)", "1")]
    [InlineData("Vy", "𡨸")]
    public void Text_stands_before_text_as_in_a_dictionary(string first, string second) =>
        Assert.True(string.CompareOrdinal(VietnameseText.SortKey(first), VietnameseText.SortKey(second)) < 0);

    [Theory]
    [InlineData("Nguyễn Văn An", "Lê Văn Bình")]
    [InlineData("Trần Thị Dung", "Bùi Thị Đào")]
    [InlineData("Bùi Văn Hà", "Nguyễn Văn Hà")]
    [InlineData("Vũ Văn Hà", "An Văn Hạ")]
    [InlineData("Nguyễn An", "Nguyễn Văn An")]
    [InlineData("Đỗ Văn Hà", "Đỗ Xuân Hà")]
    [InlineData("Doãn Văn Hà", "Đoàn Văn Hà")]
    [InlineData("Y Blơ", "H'Blŏ Y")]
    [InlineData("Hà", "Bùi Hà")]
    public void People_stand_by_given_name_then_by_family(string first, string second) =>
        Assert.True(string.CompareOrdinal(VietnameseText.PersonSortKey(first), VietnameseText.PersonSortKey(second)) < 0);

    [Fact]
    public void A_name_has_one_key_however_it_is_typed()
    {
        Assert.Equal(VietnameseText.PersonSortKey("Nguyễn Văn Đức"), VietnameseText.PersonSortKey(" NGUYỄN  VĂN\u00a0ĐỨC"));
        Assert.Equal(VietnameseText.PersonSortKey("Ðức"), VietnameseText.PersonSortKey("Đức"));
        Assert.Equal(VietnameseText.SortKey("H’Bia"), VietnameseText.SortKey("H'Bia"));
    }

    [Fact]
    public void Letters_of_other_peoples_stand_with_the_letter_they_mark()
    {
        var names = new[] { "Bông", "Ƀlŏ", "Blo", "Cúc", "Č", "Co", "Ñ", "Na", "Nô" };

        Assert.Equal(["Blo", "Ƀlŏ", "Bông", "Č", "Co", "Cúc", "Ñ", "Na", "Nô"], names.OrderBy(VietnameseText.SortKey));
    }

    [Fact]
    public void A_key_is_of_digits_so_every_collation_sorts_it_alike() =>
        Always.True(Words.Any, text => VietnameseText.PersonSortKey(text + "-(ŏ)~’").All(char.IsAsciiDigit));

    /// <summary>
    /// The order of the operating system's Vietnamese dictionary is the same. It differs on purpose only where it
    /// looks at capitals, which registers do not.
    /// </summary>
    [Fact]
    public void Keys_sort_as_the_dictionary_does()
    {
        var dictionary = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;
        var pairs =
            from first in Words.Any
            from cut in Gen.Choose(0, 3)
            from other in Words.Any
            // Half of the pairs begin alike; otherwise the first letter would decide nearly all of them.
            let second = cut == 0 ? other : first[..Math.Min(cut, first.Length)].TrimEnd() + other
            select (first, second);

        Always.True(
            pairs,
            pair =>
                Math.Sign(dictionary.Compare(pair.first, pair.second))
                == Math.Sign(string.CompareOrdinal(VietnameseText.SortKey(pair.first), VietnameseText.SortKey(pair.second))),
            times: 3000
        );
    }
}
