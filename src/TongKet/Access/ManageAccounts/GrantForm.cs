using TongKet.Domain.Access;
using TongKet.Web;
using TongKet.Web.Components;

namespace TongKet.Access.ManageAccounts;

/// <summary>A role as it is typed, for a new account and for an old one alike.</summary>
public class GrantForm
{
    public string? Role { get; set; }
    public string? Organization { get; set; }
    public string? FromOn { get; set; }
    public string? ToOn { get; set; }

    public static IReadOnlyList<(string Value, string Text)> Roles { get; } =
    [.. RoleWords.Codes.Select(pair => (pair.Code, RoleWords.Of(pair.Role)))];

    /// <summary>The field that a refusal belongs to.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "access.user-name.wrong" or "access.user-name.taken" => "Form.UserName",
            "access.display-name.missing" or "access.display-name" => "Form.DisplayName",
            "access.grant.ends-before-it-begins" => "Form.ToOn",
            "access.grant.administrator-stands-apart" => "Form.Role",
            _ when code.StartsWith("access.grant.", StringComparison.Ordinal) => "Form.Organization",
            _ when code.StartsWith("access.organization.", StringComparison.Ordinal) => "Form.Organization",
            _ => null,
        };

    public Role? ReadRole(FormErrors errors)
    {
        var known = RoleWords.Codes.Where(pair => pair.Code == Role).Select(pair => (Role?)pair.Role).FirstOrDefault();
        if (known is null)
        {
            errors.Add("Form.Role", Words.Get("access.role.missing"));
        }

        return known;
    }

    public DateOnly? ReadDay(string? typed, string field, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var day = VietnameseFormat.ReadDate(typed);
        if (day is null)
        {
            errors.Add(field, Words.Get("web.form.bad-date", typed));
        }

        return day;
    }
}

public sealed class AccountForm : GrantForm
{
    public string? UserName { get; set; }
    public string? DisplayName { get; set; }
}
