using TongKet.Domain.Members;
using TongKet.Domain.Values;

namespace TongKet.Domain.Tests.Members;

public sealed class MemberRecordRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_number_tells_sex_and_year_of_birth()
    {
        Assert.Equal((Sex.Male, 1968), (CitizenNumber.SexOf("001068000123"), CitizenNumber.BirthYearOf("001068000123")));
        Assert.Equal((Sex.Female, 1998), (CitizenNumber.SexOf("001198000123"), CitizenNumber.BirthYearOf("001198000123")));
        Assert.Equal((Sex.Male, 2005), (CitizenNumber.SexOf("001205000123"), CitizenNumber.BirthYearOf("001205000123")));
        Assert.False(CitizenNumber.IsWellFormed("12345678901"));
    }

    [Fact]
    public void What_is_missing_or_contradicts_itself_is_named_and_nothing_is_mended()
    {
        var member = Sound();
        Assert.Empty(MemberRecordRule.Lacks(member));

        (member.BornOn, member.Sex) = (new(1969, 1, 1), Sex.Female);
        Assert.Equal(
            ["member.citizen-id-other-year", "member.citizen-id-other-sex"],
            MemberRecordRule.Lacks(member).Select(r => r.Code)
        );
        (member.CitizenId, member.BornOn, member.AdmittedOn) = (null, null, null);
        Assert.Equal(
            ["member.lacks-citizen-id", "member.lacks-birth", "member.lacks-admission"],
            MemberRecordRule.Lacks(member).Select(r => r.Code)
        );
    }

    [Fact]
    public void Days_follow_each_other_as_the_Charter_has_it()
    {
        Assert.Empty(MemberRecordRule.Check(Sound(), Today));
        Refused("member.official-before-admission", m => m.OfficialOn = new(2000, 5, 18));
        Refused("member.recognized-before-official", m => m.RecognizedOn = new(2001, 5, 18));
        Refused("member.ceremony-before-decision", m => m.AdmissionDecidedOn = new(2000, 5, 20));
        Refused("member.admitted-before-birth", m => m.BornOn = new(2000, 5, 19));
        Refused("member.born-in-future", m => (m.BornOn, m.AdmittedOn, m.AdmissionDecidedOn) = (new(2026, 11, 23), null, null));
        Refused("member.day-in-future", m => m.RecognizedOn = new(2026, 11, 23));
    }

    [Fact]
    public void A_ceremony_known_by_its_year_is_not_before_a_decision_of_that_year()
    {
        var member = Sound();
        (member.AdmittedOn, member.AdmittedPrecision) = (new(2000, 1, 1), DatePrecision.Year);
        Assert.Empty(MemberRecordRule.Check(member, Today));
        (member.AdmittedOn, member.AdmittedPrecision) = (new(2000, 4, 1), DatePrecision.Month);
        Assert.Equal(["member.ceremony-before-decision"], MemberRecordRule.Check(member, Today).Select(r => r.Code));
    }

    [Theory]
    [InlineData("Kinh", false)]
    [InlineData("kinh", false)]
    [InlineData(null, false)]
    [InlineData("Mông", true)]
    public void Everybody_but_the_Kinh_is_of_a_minority(string? ethnicity, bool isMinority) =>
        Assert.Equal(isMinority, MemberRecordRule.IsMinority(ethnicity));

    [Theory]
    [InlineData("Không", false)]
    [InlineData(null, false)]
    [InlineData("Phật giáo", true)]
    public void No_religion_is_said_in_several_ways(string? religion, bool isReligion) =>
        Assert.Equal(isReligion, MemberRecordRule.IsReligion(religion));

    [Fact]
    public void A_number_left_empty_stays_as_it_was()
    {
        var member = Sound();
        var typed = Sound();
        (typed.CitizenId, typed.HomePlace) = (null, "Xã Tân Lĩnh");
        typed.Rename("Nguyễn Văn Đức");

        member.Take(typed);

        Assert.Equal(("001068000123", "Xã Tân Lĩnh"), (member.CitizenId, member.HomePlace));
        Assert.Equal(("nguyen van duc", VietnameseText.PersonSortKey("Nguyễn Văn Đức")), (member.NameFolded, member.NameSortKey));
    }

    private static void Refused(string code, Action<Member> change)
    {
        var member = Sound();
        change(member);
        Assert.Equal([code], MemberRecordRule.Check(member, Today).Select(r => r.Code));
    }

    private static Member Sound() =>
        new()
        {
            FullName = "Nguyễn Văn An",
            NameFolded = "nguyen van an",
            NameSortKey = "",
            BornOn = new(1968, 3, 5),
            Sex = Sex.Male,
            CitizenId = "001068000123",
            AdmissionDecidedOn = new(2000, 5, 3),
            AdmittedOn = new(2000, 5, 19),
            OfficialOn = new(2001, 5, 19),
            RecognizedOn = new(2001, 7, 1),
        };
}
