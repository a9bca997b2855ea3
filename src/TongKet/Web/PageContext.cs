using Microsoft.AspNetCore.WebUtilities;
using TongKet.Domain.Access;

namespace TongKet.Web;

/// <summary>An organization as a step of the path, or as a choice of the line on top.</summary>
public sealed record OrganizationChoice(long Id, string Name, ChoicePosition Place = ChoicePosition.Below, int Depth = 0);

/// <summary>Where a choice stands seen from the organization that is looked at.</summary>
public enum ChoicePosition
{
    Above,
    Here,
    Below,

    /// <summary>Where else the account begins.</summary>
    Elsewhere,
}

/// <summary>
/// What every page follows and every link keeps: which organization, which year, as of when; and who is looking. It
/// comes as a cascading value to every component.
/// </summary>
public sealed record PageContext(DateOnly Today)
{
    public const string OrganizationParameter = "to-chuc";
    public const string YearParameter = "nam";
    public const string AsOfParameter = "tinh-den";
    public const string TreeParameter = "cay";

    public long? OrganizationId { get; init; }

    public string? OrganizationName { get; init; }

    public int Year { get; init; } = Today.Year;

    /// <summary>The end of this day. A year that is over is looked at as of its last day, a running one as of today.</summary>
    public DateOnly AsOf { get; init; } = Today;

    /// <summary>
    /// The day of a later tree on which the figures of <see cref="AsOf"/> are asked for, as if organizations had stood so
    /// then; null is the day's own. Only where a page shows it (<see cref="OnAnotherTreeAttribute"/>).
    /// </summary>
    public DateOnly? TreeOn { get; init; }

    /// <summary>What stood in the address as the day and is none; the usual day is shown instead.</summary>
    public string? RefusedDate { get; init; }

    /// <summary>An organization was asked for that was not there on the day; the page says so and shows another.</summary>
    public string? AbsentOrganization { get; init; }

    /// <summary>What was asked for is not there, or not for the one who looks: answered as an unknown address.</summary>
    public bool IsNotFound { get; init; }

    /// <summary>Who is looking, with the grants in force today; null where nobody is signed in. Pages hand it to handlers and queries.</summary>
    public Actor? Actor { get; init; }

    public string? AccountName { get; init; }

    /// <summary>The role in words, as the head of the page shows it.</summary>
    public string? RoleName { get; init; }

    /// <summary>The names of what the account may do somewhere; the menu shows only these.</summary>
    public IReadOnlySet<string> Acts { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>From the top of what the account may see down to the organization itself.</summary>
    public IReadOnlyList<OrganizationChoice> Path { get; init; } = [];

    /// <summary>What the line on top offers: above, here, below.</summary>
    public IReadOnlyList<OrganizationChoice> Choices { get; init; } = [];

    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>The account belongs to the demonstration; every page says so.</summary>
    public bool IsDemo { get; init; }

    public bool IsSignedIn => AccountName is not null;

    public bool YearIsOver => AsOf >= new DateOnly(Year, 12, 31);

    /// <summary>An address of this program with the organization, the year and the day kept, and more if given.</summary>
    public string Link(string address, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var query = Parameters;
        foreach (var (name, value) in more)
        {
            query[name] = value;
        }

        return QueryHelpers.AddQueryString(address, query.Where(pair => pair.Value is not null));
    }

    /// <summary>Organization, year and day as addresses and forms that look for something carry them on.</summary>
    public Dictionary<string, string?> Parameters =>
        new(StringComparer.Ordinal)
        {
            [OrganizationParameter] = OrganizationId?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [YearParameter] = Year == Today.Year ? null : Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            [AsOfParameter] = AsOf == UsualAsOf(Year, Today) ? null : VietnameseFormat.Date(AsOf),
        };

    /// <summary>The same, and the tree kept, for a page that shows figures on another tree.</summary>
    public string LinkOnTree(string address, params ReadOnlySpan<(string Name, string? Value)> more) =>
        Link(address, [.. more, (TreeParameter, TreeOn is { } on ? VietnameseFormat.Date(on) : null)]);

    /// <summary>The same page seen for another organization.</summary>
    public string LinkTo(long organizationId, string address) => (this with { OrganizationId = organizationId }).Link(address);

    public static DateOnly UsualAsOf(int year, DateOnly today) => today.Year > year ? new DateOnly(year, 12, 31) : today;
}

/// <summary>
/// Who finds the context of a request. The room of accounts knows who is looking, the room of organizations what he
/// may look at; each registers a part, and they fill the context in that order.
/// </summary>
public abstract class PageContextPart
{
    public abstract int Order { get; }

    public abstract ValueTask<PageContext> FillAsync(PageContext context, HttpContext request, CancellationToken cancellation);
}
