using TongKet.Domain.Values;

namespace TongKet.Domain.Members;

/// <summary>How long the texts of a member's record may be.</summary>
public static class MemberTexts
{
    public static readonly TextLength FullName = new("members.column.name", 200);
    public static readonly TextLength Ethnicity = new("members.column.ethnicity", 50);
    public static readonly TextLength Religion = new("members.column.religion", 50);
    public static readonly TextLength HomePlace = new("members.column.home-place", 300);
    public static readonly TextLength CitizenId = new("members.column.citizen-id", 20);
    public static readonly TextLength OldIdentityNumber = new("members.column.old-identity-number", 20);
    public static readonly TextLength CardNumber = new("members.column.card-number", 20);
    public static readonly TextLength RecordNumber = new("members.column.record-number", 30);
    public static readonly TextLength Occupation = new("members.column.occupation", 200);
    public static readonly TextLength Qualification = new("members.column.qualification", 200);
    public static readonly TextLength PoliticalTheory = new("members.column.political-theory", 200);
    public static readonly TextLength Note = new("members.column.note", 2_000);

    /// <param name="was">The record as it stands: what a file brought may be longer and stays until it is typed anew.</param>
    public static IEnumerable<Refusal> Check(Member typed, Member? was) =>
        new[]
        {
            FullName.Check(typed.FullName, was?.FullName),
            Ethnicity.Check(typed.Ethnicity, was?.Ethnicity),
            Religion.Check(typed.Religion, was?.Religion),
            HomePlace.Check(typed.HomePlace, was?.HomePlace),
            CitizenId.Check(typed.CitizenId, was?.CitizenId),
            OldIdentityNumber.Check(typed.OldIdentityNumber, was?.OldIdentityNumber),
            CardNumber.Check(typed.CardNumber, was?.CardNumber),
            RecordNumber.Check(typed.RecordNumber, was?.RecordNumber),
            Occupation.Check(typed.Occupation, was?.Occupation),
            Qualification.Check(typed.Qualification, was?.Qualification),
            PoliticalTheory.Check(typed.PoliticalTheory, was?.PoliticalTheory),
            Note.Check(typed.Note, was?.Note),
        }.OfType<Refusal>();
}
