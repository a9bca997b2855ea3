using TongKet.Domain.Organizations;
using TongKet.Domain.Values;

namespace TongKet.Organizations;

/// <summary>A version made out of what was typed.</summary>
public static class OrganizationFormWords
{
    public static OrganizationVersion Begin(this OrganizationForm form, long id, long organizationId, DateOnly from) =>
        new()
        {
            Id = id,
            OrganizationId = organizationId,
            Name = form.Name,
            NameFolded = VietnameseText.Fold(form.Name),
            Code = form.Code,
            Kind = form.Kind,
            DutyGroup = form.DutyGroup,
            SortOrder = form.SortOrder,
            CountsOnly = form.CountsOnly,
            FromOn = from,
        };

    /// <summary>Which field of a form a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "organization.no-name" or "organizations.column.name" => "Form.Name",
            "organization.no-code" or "organization.code-taken" or "organizations.column.code" => "Form.Code",
            "organization.kind-gone" or "organization.kind-not-under" or "organization.child-does-not-fit" => "Form.Kind",
            "organization.later-change" or "organization.no-parent-on-day" => "Form.From",
            "organization.parent-ends" or "organization.same-parent" or "organization.circle" => "Form.Parent",
            "organization.no-successor-on-day" => "Form.Successor",
            "organization.has-children" => "Form.TakesChildren",
            "organizations.column.duty-group" => "Form.DutyGroup",
            "organizations.column.decision" => "Form.Decision",
            "organizations.column.note" => "Form.Note",
            _ => null,
        };
}
