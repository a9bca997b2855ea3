using System.Globalization;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Members.RecordMovement;
using TongKet.Web;
using TongKet.Web.Components;

namespace TongKet.Members;

/// <summary>A member's record as typed, in the order of the register form, kept as typed until it can be saved.</summary>
public sealed class MemberTyped
{
    public string? FullName { get; set; }
    public string? Born { get; set; }
    public string? Sex { get; set; }
    public string? Ethnicity { get; set; }
    public string? Religion { get; set; }
    public string? HomePlace { get; set; }
    public string? CitizenId { get; set; }
    public string? OldIdentityNumber { get; set; }
    public string? CardNumber { get; set; }
    public string? RecordNumber { get; set; }
    public string? Decided { get; set; }
    public string? Admitted { get; set; }
    public string? Official { get; set; }
    public string? Recognized { get; set; }
    public string? Occupation { get; set; }
    public string? Outside { get; set; }
    public string? Qualification { get; set; }
    public string? PoliticalTheory { get; set; }
    public string? Order { get; set; }
    public string? Note { get; set; }
    public long Seen { get; set; }

    /// <summary>Numbers are left out: an empty number leaves the old one as it is, so that none is shown to be corrected.</summary>
    public static MemberTyped Of(Member member) =>
        new()
        {
            FullName = member.FullName,
            Born = member.Born?.ToString(),
            Sex = member.Sex.ToString(),
            Ethnicity = member.Ethnicity,
            Religion = member.Religion,
            HomePlace = member.HomePlace,
            Decided = Shown(member.AdmissionDecidedOn),
            Admitted = member.Admitted?.ToString(),
            Official = Shown(member.OfficialOn),
            Recognized = Shown(member.RecognizedOn),
            Occupation = member.Occupation,
            Outside = member.WorksOutsideSystem switch
            {
                true => "true",
                false => "false",
                null => null,
            },
            Qualification = member.Qualification,
            PoliticalTheory = member.PoliticalTheory,
            Order = member.RegisterOrder > 0 ? member.RegisterOrder.ToString(CultureInfo.InvariantCulture) : null,
            Note = member.Note,
        };

    /// <summary>The record as typed, without an id; what cannot be read is among the errors.</summary>
    public Member Read(FormErrors errors)
    {
        var (born, admitted) = (Partial(Born, "Form.Born", errors), Partial(Admitted, "Form.Admitted", errors));
        var member = new Member
        {
            FullName = "",
            NameFolded = "",
            NameSortKey = "",
            BornOn = born?.On,
            BornPrecision = born?.Precision ?? DatePrecision.Day,
            Sex = Enum.TryParse<Sex>(Sex, out var sex) && Enum.IsDefined(sex) ? sex : Domain.Members.Sex.Unknown,
            Ethnicity = Text(Ethnicity),
            Religion = Text(Religion),
            HomePlace = Text(HomePlace),
            CitizenId = Number(CitizenId, " .-"),
            OldIdentityNumber = Number(OldIdentityNumber, " .-"),
            CardNumber = Number(CardNumber, " "),
            RecordNumber = Text(RecordNumber),
            AdmissionDecidedOn = MovementTyped.ReadDay(Decided, "Form.Decided", false, errors),
            AdmittedOn = admitted?.On,
            AdmittedPrecision = admitted?.Precision ?? DatePrecision.Day,
            OfficialOn = MovementTyped.ReadDay(Official, "Form.Official", false, errors),
            RecognizedOn = MovementTyped.ReadDay(Recognized, "Form.Recognized", false, errors),
            Occupation = Text(Occupation),
            WorksOutsideSystem = bool.TryParse(Outside, out var outside) ? outside : null,
            Qualification = Text(Qualification),
            PoliticalTheory = Text(PoliticalTheory),
            RegisterOrder = ReadOrder(errors),
            Note = Text(Note),
        };
        member.Rename(VietnameseText.Tidy(FullName ?? ""));
        return member;
    }

    private static PartialDate? Partial(string? typed, string field, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (PartialDate.Parse(typed) is { } date)
        {
            return date;
        }

        errors.Add(field, Words.Get("members.form.bad-partial-date", typed));
        return null;
    }

    private int ReadOrder(FormErrors errors)
    {
        if (
            string.IsNullOrWhiteSpace(Order) || int.TryParse(Order.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        )
        {
            return string.IsNullOrWhiteSpace(Order) ? 0 : int.Parse(Order.Trim(), CultureInfo.InvariantCulture);
        }

        errors.Add("Form.Order", Words.Get("members.form.bad-order"));
        return 0;
    }

    // What only serves reading is no part of a number; an old card has a dot of its own.
    private static string? Number(string? typed, string without) =>
        Text(typed) is { } text && string.Concat(text.Where(c => !without.Contains(c))) is { Length: > 0 } number ? number : null;

    private static string? Text(string? typed) => MovementTyped.Text(typed);

    private static string? Shown(DateOnly? day) => day is null ? null : VietnameseFormat.Date(day);
}
