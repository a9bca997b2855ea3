namespace TongKet.Demo;

/// <summary>
/// How large a demo world is: members just before the change of levels, grassroots organizations and cells of the district
/// until then, and the first year with records.
/// </summary>
public sealed record DemoSize(int Members, int GrassrootsOrganizations, int Cells, int FirstYear = 2023)
{
    /// <summary>What <c>./tongket demo</c> shows.</summary>
    public static readonly DemoSize Full = new(5000, 60, 300);

    /// <summary>A world for tests: every kind of organization and of movement, made in a moment.</summary>
    public static readonly DemoSize Small = new(420, 16, 44, 2024);
}
