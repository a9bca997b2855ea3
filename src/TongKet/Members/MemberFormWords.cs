using TongKet.Members.RecordMovement;

namespace TongKet.Members;

/// <summary>Which field of a member's form a refusal stands beside.</summary>
public static class MemberFormWords
{
    public static string? FieldOf(string code) =>
        code switch
        {
            "member.no-name" or "members.column.name" => "Form.FullName",
            "member.citizen-id-not-12-digits" or "member.citizen-id-taken" or "members.column.citizen-id" => "Form.CitizenId",
            "member.born-in-future" => "Form.Born",
            "member.admitted-before-birth" or "member.ceremony-before-decision" => "Form.Admitted",
            "member.official-before-admission" => "Form.Official",
            "member.recognized-before-official" or "member.day-in-future" => "Form.Recognized",
            "members.column.ethnicity" => "Form.Ethnicity",
            "members.column.religion" => "Form.Religion",
            "members.column.home-place" => "Form.HomePlace",
            "members.column.old-identity-number" => "Form.OldIdentityNumber",
            "members.column.card-number" => "Form.CardNumber",
            "members.column.record-number" => "Form.RecordNumber",
            "members.column.occupation" => "Form.Occupation",
            "members.column.qualification" => "Form.Qualification",
            "members.column.political-theory" => "Form.PoliticalTheory",
            "members.column.note" => "Form.Note",
            _ => MovementTyped.FieldOf(code),
        };
}
