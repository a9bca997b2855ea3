using TongKet.Domain.Access;
using TongKet.Domain.Reviews;

namespace TongKet.Domain.Tests.Reviews;

/// <summary>When a complaint about a grade is taken, and who answers none.</summary>
public sealed class ComplaintRuleTests
{
    private static readonly DateOnly Announced = new(2025, 1, 10);
    private static readonly DateOnly Today = new(2025, 6, 1);

    [Theory]
    [InlineData("2025-01-09", "review.complaint.filed-too-early")]
    [InlineData("2025-01-10", null)]
    [InlineData("2025-02-09", null)]
    [InlineData("2025-02-10", "review.complaint.too-late")]
    [InlineData("2025-06-02", "review.complaint.filed-to-come")]
    [InlineData(null, "review.complaint.filed-missing")]
    public void It_is_taken_until_the_last_day_of_the_deadline(string? filedOn, string? refused)
    {
        var deadline = new ComplaintDeadline(Announced, 30, "HD 43", "HD 43, mục 4", Confirmed: true);

        var refusals = ComplaintRule.CheckFiling("Xin xem lại", Day(filedOn), deadline, hasOpenOne: false, Today);

        Assert.Equal(refused is null ? [] : [refused], refusals.Select(r => r.Code));
        Assert.All(refusals, r => Assert.Equal(r.Code == "review.complaint.too-late" ? "HD 43, mục 4" : null, r.Article));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, 30)]
    public void A_deadline_that_nobody_knows_refuses_nothing(bool isAnnounced, int? days)
    {
        var deadline = new ComplaintDeadline(isAnnounced ? Announced : null, days, "HD 43", null, Confirmed: false);

        Assert.Null(deadline.LastDay);
        Assert.Empty(ComplaintRule.CheckFiling("Xin xem lại", Today, deadline, hasOpenOne: false, Today));
    }

    [Fact]
    public void A_second_one_waits_for_the_answer_to_the_first_and_an_empty_one_is_none()
    {
        var deadline = new ComplaintDeadline(null, null, "HD 43", null, Confirmed: false);

        Assert.Equal(
            ["review.complaint.text-missing", "review.complaint.open-already"],
            ComplaintRule.CheckFiling(" ", Today, deadline, hasOpenOne: true, Today).Select(r => r.Code)
        );
    }

    [Theory]
    [InlineData("2025-03-01", null)]
    [InlineData("2025-06-01", null)]
    [InlineData("2025-02-28", "review.complaint.answered-day")]
    [InlineData("2025-06-02", "review.complaint.answered-day")]
    [InlineData(null, "review.complaint.answered-missing")]
    public void It_is_answered_between_its_day_and_today(string? on, string? refused) =>
        Assert.Equal(
            refused is null ? [] : [refused],
            ComplaintRule.CheckAnswer(Complaint(member: 7), "Giữ nguyên", Day(on), false, Today).Select(r => r.Code)
        );

    [Fact]
    public void What_is_answered_is_not_answered_again()
    {
        var complaint = Complaint(member: 7);
        (complaint.AnsweredOn, complaint.AnsweredBy) = (Today, "Văn phòng");

        Assert.Equal(
            "review.complaint.answered-already",
            Assert.Single(ComplaintRule.CheckAnswer(complaint, "Sửa lại", Today, true, Today)).Code
        );
    }

    [Theory]
    // Member of the account, account, refused as. The complaint is of member 7, typed in by account 3; account 5 decided.
    [InlineData(7, 1, "review.complaint.own-complaint")]
    [InlineData(8, 5, "review.complaint.own-decision")]
    [InlineData(8, 3, null)]
    [InlineData(null, 1, null)]
    public void Neither_who_complains_nor_who_entered_the_decision_answers(int? member, int account, string? refused) =>
        Assert.Equal(refused, ComplaintRule.Conflict(Complaint(member: 7), Account(account, member), [5], "Đảng ủy xã")?.Code);

    [Theory]
    [InlineData(3, "review.complaint.own-complaint")]
    [InlineData(4, null)]
    public void Who_complained_for_an_organization_does_not_answer_it(int account, string? refused) =>
        Assert.Equal(refused, ComplaintRule.Conflict(Complaint(member: null), Account(account, null), [], "Đảng ủy xã")?.Code);

    private static GradeComplaint Complaint(long? member) =>
        new()
        {
            MemberId = member,
            OrganizationId = 2,
            FiledOn = new(2025, 3, 1),
            Text = "Xin xem lại",
            FiledBy = "Bí thư",
            FiledByAccountId = 3,
        };

    private static Actor Account(long account, long? member) => new(account, "Ai đó", [], MemberId: member);

    private static DateOnly? Day(string? day) =>
        day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
