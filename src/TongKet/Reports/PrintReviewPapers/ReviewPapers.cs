using TongKet.Reports.WriteDocument;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>A paper of a cell's review as its address and the words name it.</summary>
public sealed record ReviewPaper(string Code)
{
    public string Title => Words.Get("reports.papers.name." + Code);

    public string Hint => Words.Get("reports.papers.hint." + Code);
}

/// <summary>The papers of the December review of a cell, each written from its roll.</summary>
public static class ReviewPapers
{
    /// <summary>All papers of the meeting in one document.</summary>
    public static readonly ReviewPaper Kit = new("bo-giay-to");
    public static readonly ReviewPaper MeetingList = new("danh-sach-hop");
    public static readonly ReviewPaper Ballots = new("phieu-bieu-quyet");
    public static readonly ReviewPaper TallyRecord = new("bien-ban-kiem-phieu");
    public static readonly ReviewPaper Minutes = new("bien-ban-hop");
    public static readonly ReviewPaper Proposals = new("tong-hop-de-nghi");
    public static readonly ReviewPaper Collective = new("kiem-diem-tap-the");

    /// <summary>Criteria and levels of the collective, where the regime has such a form.</summary>
    public static readonly ReviewPaper CollectiveAnalysis = new("phan-tich-tap-the");
    public static readonly ReviewPaper SelfReviews = new("tu-kiem-diem");

    /// <summary>On those who keep contact with the cell of their residence.</summary>
    public static readonly ReviewPaper Residence = new("nhan-xet-noi-cu-tru");

    /// <summary>What the kit holds, in the order in which the meeting needs it.</summary>
    public static readonly IReadOnlyList<ReviewPaper> OfMeeting = [MeetingList, Ballots, TallyRecord, Minutes, Proposals];

    /// <summary>What a committee has of its own review too.</summary>
    public static readonly IReadOnlyList<ReviewPaper> OfCollective = [Collective, CollectiveAnalysis];

    /// <summary>What a committee has: of itself as a collective, and of each of its leaders.</summary>
    public static readonly IReadOnlyList<ReviewPaper> OfCommittee = [.. OfCollective, SelfReviews];

    public static readonly IReadOnlyList<ReviewPaper> All = [Kit, .. OfMeeting, .. OfCollective, SelfReviews, Residence];

    /// <summary>Whether there is such a paper for them in that year.</summary>
    public static bool Has(ReviewPaper paper, ReviewRoll roll) =>
        paper == Residence ? roll.AsksResidenceComments
        : paper == SelfReviews ? roll.IsOfCell || roll.Lines.Count > 0
        : paper == CollectiveAnalysis ? roll.Forms.CollectiveSheet is not null
        : true;

    public static ReviewPaper? Find(string code) => All.FirstOrDefault(paper => paper.Code == code);

    /// <param name="plain">The form of members without a post, where the regime has another one than usual.</param>
    public static byte[] Write(ReviewPaper paper, ReviewRoll roll, ReviewForm plain) =>
        PaperDocx.Write(
            roll.Format,
            paper == Kit ? [.. OfMeeting.SelectMany(part => Sheets(part, roll, plain))] : Sheets(paper, roll, plain)
        );

    /// <summary>One member's self-review.</summary>
    public static byte[] WriteOne(ReviewRoll roll, RollLine line, ReviewForm form) =>
        PaperDocx.Write(roll.Format, [SelfReviewSheet.Of(roll, line, form)]);

    /// <summary>The form of somebody where nothing else is asked for; on the roll of a committee stand leaders alone.</summary>
    public static ReviewForm FormOf(ReviewRoll roll, RollLine line, ReviewForm plain) =>
        line.HoldsPost || !roll.IsOfCell ? ReviewForm.Leader
        : line.WorksOutsideSystem ? ReviewForm.OutsideSystem
        : plain;

    /// <summary>The review of the collective alone.</summary>
    public static byte[] WriteCollective(ReviewRoll roll) => PaperDocx.Write(roll.Format, [CollectiveSheet.Of(roll)]);

    private static IReadOnlyList<PaperSheet> Sheets(ReviewPaper paper, ReviewRoll roll, ReviewForm plain) =>
        paper.Code switch
        {
            "danh-sach-hop" => [MeetingSheets.List(roll)],
            "phieu-bieu-quyet" => [BallotSheets.Ballots(roll)],
            "bien-ban-kiem-phieu" => [BallotSheets.Tally(roll)],
            "bien-ban-hop" => [MinutesSheet.Of(roll)],
            "tong-hop-de-nghi" => [MeetingSheets.Proposals(roll)],
            "nhan-xet-noi-cu-tru" => [.. ResidenceSheet.Of(roll)],
            "phan-tich-tap-the" => [CollectiveAnalysisSheet.Of(roll)],
            "kiem-diem-tap-the" => [CollectiveSheet.Of(roll)],
            "tu-kiem-diem" =>
            [
                .. roll
                    .Lines.Where(line => line.IsReviewed)
                    .Select(line => SelfReviewSheet.Of(roll, line, FormOf(roll, line, plain))),
            ],
            _ => throw new NotSupportedException(paper.Code),
        };
}
