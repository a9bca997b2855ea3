using TongKet.Domain.Organizations;
using TongKet.Web;

namespace TongKet.Reports;

/// <summary>
/// Who issues the report, as the head and the foot of the document name him: the committee, never the organization
/// («Huyện ủy …» for «Đảng bộ huyện …»). Mixed case; the writers set capitals. A place that cannot be told from the
/// name is null and left to be written in.
/// </summary>
public sealed record ReportIssuer(
    string? Superior,
    string Committee,
    string Code,
    string? SignsFor,
    string? Post,
    string? Place,
    IReadOnlyList<string> Recipients
)
{
    public static ReportIssuer Of(
        OrganizationKind kind,
        string name,
        OrganizationKind? superiorKind = null,
        string? superiorName = null
    )
    {
        var (committee, code, place) = CommitteeOf(kind, name);
        var superior = superiorKind is { } above && superiorName is not null ? CommitteeOf(above, superiorName).Name : null;
        return new(superior, committee, code, SignsForOf(kind), PostOf(kind), place, RecipientsOf(kind, superior));
    }

    private static (string Name, string Code, string? Place) CommitteeOf(OrganizationKind kind, string name)
    {
        foreach (var form in Words.Get("reports.issuer." + FormsOf(kind)).Split(';'))
        {
            var (organization, committee, code) = form.Split('|') is [var first, var second, var third]
                ? (first, second, third)
                : throw new FormatException($"reports.issuer: {form}");
            if (name.StartsWith(organization + " ", StringComparison.OrdinalIgnoreCase))
            {
                var rest = name[(organization.Length + 1)..].Trim();
                return ($"{committee} {rest}", code, PlaceOf(kind, rest));
            }
        }

        return (
            name,
            kind.IsCell() ? "CB"
            : kind.IsPartyOrganization() ? "ĐU"
            : "…",
            null
        );
    }

    private static string FormsOf(OrganizationKind kind) =>
        kind switch
        {
            OrganizationKind.ProvincialOrganization => "province",
            OrganizationKind.DistrictOrganization => "district",
            OrganizationKind.BlocOrganization => "bloc",
            _ when kind.IsCell() => "cell",
            _ => "committee",
        };

    private static string? PlaceOf(OrganizationKind kind, string rest)
    {
        if (kind is OrganizationKind.ProvincialOrganization or OrganizationKind.DistrictOrganization)
        {
            return rest;
        }

        // «Đảng bộ xã Phú Sơn» signs at Phú Sơn; where «Đảng bộ Công an …» signs cannot be told.
        var unit = Array.Find(
            Words.Get("reports.issuer.places").Split('|'),
            word => rest.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase)
        );
        return unit is null ? null : rest[(unit.Length + 1)..].Trim();
    }

    private static string? SignsForOf(OrganizationKind kind) =>
        kind switch
        {
            OrganizationKind.ProvincialOrganization or OrganizationKind.DistrictOrganization => Words.Get(
                "reports.signs-for.board"
            ),
            OrganizationKind.InspectionCommission => Words.Get("reports.signs-for.inspection"),
            _ when kind.IsCell() => Words.Get("reports.signs-for.cell"),
            _ when kind.IsPartyOrganization() => Words.Get("reports.signs-for.committee"),
            _ => null,
        };

    private static string? PostOf(OrganizationKind kind) =>
        kind switch
        {
            OrganizationKind.Commission => Words.Get("reports.post.commission"),
            OrganizationKind.InspectionCommission => Words.Get("reports.post.inspection"),
            OrganizationKind.CommitteeOffice => Words.Get("reports.post.office"),
            _ when kind.IsPartyOrganization() => Words.Get("reports.post.secretary"),
            _ => null,
        };

    private static List<string> RecipientsOf(OrganizationKind kind, string? superior)
    {
        var own = Words.Get(
            kind.IsCell() ? "reports.recipients.cell"
            : kind.IsPartyOrganization() ? "reports.recipients.committee"
            : "reports.recipients.body"
        );
        var recipients = own.Split('|').ToList();
        if (superior is not null)
        {
            recipients.Insert(0, Words.Get("reports.recipients.superior", superior));
        }

        return recipients;
    }
}
