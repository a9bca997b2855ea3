using System.Globalization;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reports.PrintGradePapers;

/// <summary>How the papers about one grade name whose it is, and the grade.</summary>
internal static class GradePaperWords
{
    /// <summary>«đồng chí …, đảng viên …» of a member; an organization by its name.</summary>
    public static string Whose(GradePaper of) =>
        of.IsPerson ? Words.Get("reports.grade.person", of.Name, of.Place.Name) : of.Name;

    public static string Year(GradePaper of) => of.Year.ToString(CultureInfo.InvariantCulture);

    public static string Said((Grade Grade, NoGradeReason Reason) of) =>
        of.Grade == Grade.None ? Words.Get("reports.session.no-grade", Words.Of(of.Reason)) : Words.Of(of.Grade);
}
