namespace TongKet.Portal.ListGaps;

/// <summary>One thing that lacks something: its name, where it stands, what is lacking, and where it is mended.</summary>
public sealed record Gap(string Name, string? Where, string What, string Address);

/// <param name="Total">Of all, while <paramref name="Gaps"/> are those of one page.</param>
public sealed record GapList(int Total, IReadOnlyList<Gap> Gaps)
{
    public static readonly GapList None = new(0, []);

    /// <summary>Not looked for: the organization is so large that its subordinates look for themselves.</summary>
    public static readonly GapList NotHere = new(0, []) { IsHere = false };

    public bool IsHere { get; private init; } = true;
}

/// <summary>Kinds of gaps, as their addresses name them.</summary>
public static class GapCodes
{
    public const string Secretary = "chua-co-bi-thu";
    public const string Member = "can-bo-sung";
    public const string Grade = "chua-xep-loai";
    public const string Recognition = "den-han-chinh-thuc";

    public static readonly IReadOnlyList<string> All = [Secretary, Member, Grade, Recognition];
}
