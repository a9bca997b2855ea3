namespace TongKet.Reviews.EnterBallot;

/// <summary>The names of the fields over the table.</summary>
public static class BallotFields
{
    public const string HeldOn = "ngay-hop";
    public const string Minutes = "so-bien-ban";
    public const string Method = "hinh-thuc";
    public const string Body = "so-uy-vien";
    public const string Elsewhere = "tam-thoi-noi-khac";
    public const string ExemptAbsent = "mien-vang-mat";
    public const string Present = "co-mat";
    public const string Issued = "phat-ra";
    public const string Returned = "thu-ve";
    public const string Valid = "hop-le";
    public const string Invalid = "khong-hop-le";

    /// <summary>The revision of the round that was looked at.</summary>
    public const string Seen = "da-xem";

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? Of(string code) =>
        code switch
        {
            "review.ballot.method.missing" => Method,
            "review.sheet.met.missing" or "review.sheet.met.to-come" => HeldOn,
            "review.sheet.minutes.missing" or "reviews.sheet.minutes" => Minutes,
            "review.vote-base.no-body" => Body,
            "review.vote-base.too-many-left-out" => Elsewhere,
            "review.ballot.exempt-over" => ExemptAbsent,
            "review.vote-base.more-present" or "review.tally.present.wrong" or "review.tally.present.over-most" => Present,
            "review.tally.paper.wrong" or "review.tally.issued.none" or "review.tally.issued.over-present" => Issued,
            "review.tally.returned.over-issued" => Returned,
            "review.tally.valid.not-returned" => Valid,
            _ => null,
        };
}
