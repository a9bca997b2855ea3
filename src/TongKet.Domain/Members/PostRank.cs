using TongKet.Domain.Values;

namespace TongKet.Domain.Members;

/// <summary>
/// The order of Party posts on lists, read from the words of the title: secretary, deputy secretary, standing
/// committee, committee member, leader and deputy leader of a group, others. Lower stands higher.
/// </summary>
public static class PostRank
{
    private static readonly (string Words, int Rank)[] ByWords =
    [
        ("pho bi thu", 2),
        ("bi thu", 1),
        ("thuong vu", 3),
        ("uy vien", 4),
        ("to truong", 5),
        ("to pho", 6),
    ];

    private const int Last = 9;

    public static int Of(string title)
    {
        var folded = VietnameseText.Fold(title);
        foreach (var (words, rank) in ByWords)
        {
            if (folded.Contains(words, StringComparison.Ordinal))
            {
                return rank;
            }
        }

        return Last;
    }
}
