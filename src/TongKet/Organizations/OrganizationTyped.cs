using System.Globalization;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Web;
using TongKet.Web.Components;

namespace TongKet.Organizations;

/// <summary>What was typed about an organization, kept as typed until it can be saved.</summary>
public sealed class OrganizationTyped
{
    public string? Name { get; set; }
    public string? Code { get; set; }
    public string? Kind { get; set; }
    public string? DutyGroup { get; set; }
    public string? SortOrder { get; set; }
    public bool CountsOnly { get; set; }
    public string? From { get; set; }
    public string? Decision { get; set; }
    public string? Note { get; set; }
    public long? Parent { get; set; }
    public long? Successor { get; set; }
    public bool TakesChildren { get; set; }
    public long Seen { get; set; }

    public static OrganizationTyped Of(OrganizationVersion version) =>
        new()
        {
            Name = version.Name,
            Code = version.Code,
            Kind = version.Kind.ToString(),
            DutyGroup = version.DutyGroup,
            SortOrder = version.SortOrder.ToString(CultureInfo.InvariantCulture),
            CountsOnly = version.CountsOnly,
        };

    public DateOnly? ReadFrom(FormErrors errors)
    {
        if (VietnameseFormat.ReadDate(From) is { } day)
        {
            return day;
        }

        errors.Add(
            "Form.From",
            string.IsNullOrWhiteSpace(From) ? Words.Get("organizations.form.no-day") : Words.Get("web.form.bad-date", From)
        );
        return null;
    }

    public OrganizationForm? Read(FormErrors errors)
    {
        if (!Enum.TryParse<OrganizationKind>(Kind, out var kind) || !Enum.IsDefined(kind))
        {
            errors.Add("Form.Kind", Words.Get("organizations.form.no-kind"));
        }

        var order = 0;
        if (
            !string.IsNullOrWhiteSpace(SortOrder)
            && !int.TryParse(SortOrder.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out order)
        )
        {
            errors.Add("Form.SortOrder", Words.Get("organizations.form.bad-order"));
        }

        return errors.Any
            ? null
            : new(VietnameseText.Tidy(Name ?? ""), VietnameseText.Tidy(Code ?? ""), kind, Text(DutyGroup), order, CountsOnly);
    }

    public static string? Text(string? typed) => VietnameseText.Tidy(typed ?? "") is { Length: > 0 } text ? text : null;
}
