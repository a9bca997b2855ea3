using TongKet.Domain.Tests.Support;
using TongKet.Domain.Values;

namespace TongKet.Domain.Tests.Values;

public sealed class MaskingTests
{
    [Theory]
    [InlineData("Nguyễn Văn Đức", "N. V. Đ.")]
    [InlineData("  Nguyễn\u00a0Văn   Đức ", "N. V. Đ.")]
    [InlineData("Y", "Y.")]
    [InlineData("U\u031b\u0301ng", "Ứ.")]
    [InlineData("", "")]
    public void A_name_keeps_its_first_letters(string name, string masked) => Assert.Equal(masked, Masking.Name(name));

    [Fact]
    public void A_letter_of_two_units_is_not_cut_in_half() => Assert.Equal("\U00021a38. A.", Masking.Name("\U00021a38ng An"));

    [Theory]
    [InlineData("001088012345", "•••••••••345")]
    [InlineData("1234", "•234")]
    [InlineData("123", "•••")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void A_number_keeps_its_end_alone(string? number, string? masked) => Assert.Equal(masked, Masking.Number(number));

    [Fact]
    public void A_masked_name_gives_away_one_letter_a_word() =>
        Always.True(Words.Any, name => Masking.Name(name).Length == name.Split(' ').Length * 3 - 1);
}
