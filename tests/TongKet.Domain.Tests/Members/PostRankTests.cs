using TongKet.Domain.Members;

namespace TongKet.Domain.Tests.Members;

public sealed class PostRankTests
{
    [Fact]
    public void Posts_stand_on_lists_as_offices_read_them_out()
    {
        string[] inOrder =
        [
            "Bí thư chi bộ",
            "Phó Bí thư",
            "Ủy viên Ban Thường vụ",
            "Chi ủy viên, Ủy viên Ban Chấp hành",
            "Tổ trưởng tổ đảng",
            "Tổ phó",
            "Đảng viên",
        ];

        var ranks = inOrder.Select(PostRank.Of).ToList();

        Assert.Equal(ranks.Order().Distinct(), ranks);
    }

    [Theory]
    [InlineData("BÍ THƯ", "Bí thư")]
    [InlineData("pho\u0301 bi\u0301 thư", "Phó bí thư")]
    [InlineData("Uỷ viên", "Ủy viên")]
    public void A_post_ranks_alike_however_it_is_typed(string typed, string post) =>
        Assert.Equal(PostRank.Of(post), PostRank.Of(typed));
}
