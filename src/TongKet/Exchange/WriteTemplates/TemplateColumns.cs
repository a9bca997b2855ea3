using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>How a column of a template is filled in: what may be chosen, and the hint beside the cell and on the guide's sheet.</summary>
internal sealed record TemplateColumn(string? HintKey, IReadOnlyList<string>? Choices = null)
{
    /// <summary>Chosen from the codes of the unit, where the template is for one.</summary>
    public bool IsCellCode { get; init; }
}

/// <summary>What the templates say of each column.</summary>
internal static class TemplateColumns
{
    private static readonly TemplateColumn Plain = new(HintKey: null);

    private static readonly Dictionary<(SheetForm Form, int Column), TemplateColumn> Special = new()
    {
        [(WorkbookForm.Organizations, OrganizationColumn.Code)] = new("exchange.hint.organization-code"),
        [(WorkbookForm.Organizations, OrganizationColumn.Kind)] = new("exchange.hint.choose", WorkbookWords.Kinds.Names),
        [(WorkbookForm.Organizations, OrganizationColumn.Parent)] = new("exchange.hint.parent"),
        [(WorkbookForm.Organizations, OrganizationColumn.FoundedOn)] = new("exchange.hint.day"),
        [(WorkbookForm.Organizations, OrganizationColumn.DutyGroup)] = new("exchange.hint.duty-group"),
        [(WorkbookForm.Organizations, OrganizationColumn.SortOrder)] = new("exchange.hint.sort-order"),
        [(WorkbookForm.Members, MemberColumn.RegisterOrder)] = new("exchange.hint.register-order"),
        [(WorkbookForm.Members, MemberColumn.Born)] = new("exchange.hint.partial-day"),
        [(WorkbookForm.Members, MemberColumn.Sex)] = new("exchange.hint.choose", WorkbookWords.Sexes.Names),
        [(WorkbookForm.Members, MemberColumn.CitizenId)] = new("exchange.hint.cccd"),
        [(WorkbookForm.Members, MemberColumn.Card)] = new("exchange.hint.card"),
        [(WorkbookForm.Members, MemberColumn.AdmissionDecided)] = new("exchange.hint.admission-decided"),
        [(WorkbookForm.Members, MemberColumn.Admitted)] = new("exchange.hint.admitted"),
        [(WorkbookForm.Members, MemberColumn.OfficialOn)] = new("exchange.hint.official"),
        [(WorkbookForm.Members, MemberColumn.RecognizedOn)] = new("exchange.hint.recognized"),
        [(WorkbookForm.Members, MemberColumn.Cell)] = new("exchange.hint.cell") { IsCellCode = true },
        [(WorkbookForm.Members, MemberColumn.HowIn)] = new("exchange.hint.how-in", WorkbookWords.HowIn.Names),
        [(WorkbookForm.Members, MemberColumn.CameOn)] = new("exchange.hint.came-on"),
        [(WorkbookForm.Members, MemberColumn.State)] = new("exchange.hint.choose", WorkbookWords.States.Names),
        [(WorkbookForm.Members, MemberColumn.StateOn)] = new("exchange.hint.state-on"),
        [(WorkbookForm.Members, MemberColumn.OtherPlace)] = new("exchange.hint.other-place"),
        [(WorkbookForm.MemberGrades, MemberGradeColumn.CitizenId)] = new("exchange.hint.grade-number"),
        [(WorkbookForm.MemberGrades, MemberGradeColumn.Cell)] = new("exchange.hint.cell") { IsCellCode = true },
        [(WorkbookForm.MemberGrades, MemberGradeColumn.Year)] = new("exchange.hint.year"),
        [(WorkbookForm.MemberGrades, MemberGradeColumn.Grade)] = new("exchange.hint.grade", WorkbookWords.Grades.Names),
        [(WorkbookForm.MemberGrades, MemberGradeColumn.Reason)] = new("exchange.hint.reason", WorkbookWords.MemberReasons.Names),
        [(WorkbookForm.OrganizationGrades, OrganizationGradeColumn.Year)] = new("exchange.hint.year"),
        [(WorkbookForm.OrganizationGrades, OrganizationGradeColumn.Grade)] = new(
            "exchange.hint.grade",
            WorkbookWords.Grades.Names
        ),
        [(WorkbookForm.OrganizationGrades, OrganizationGradeColumn.Reason)] = new(
            "exchange.hint.reason",
            WorkbookWords.OrganizationReasons.Names
        ),
        [(WorkbookForm.Targets, TargetColumn.Year)] = new("exchange.hint.year"),
        [(WorkbookForm.Targets, TargetColumn.Direction)] = new("exchange.hint.direction", WorkbookWords.Directions.Names),
        [(WorkbookForm.Targets, TargetColumn.AssignedValue)] = new("exchange.hint.number"),
        [(WorkbookForm.Targets, TargetColumn.Figure)] = new("exchange.hint.figure"),
        [(WorkbookForm.Targets, TargetColumn.ManualResult)] = new("exchange.hint.manual-result"),
        [(WorkbookForm.Aggregates, AggregateColumn.Year)] = new("exchange.hint.year"),
        [(WorkbookForm.Aggregates, AggregateColumn.AsOf)] = new("exchange.hint.as-of"),
        [(WorkbookForm.Aggregates, AggregateColumn.Figure)] = new("exchange.hint.aggregate-figure"),
        [(WorkbookForm.Aggregates, AggregateColumn.Value)] = new("exchange.hint.whole-number"),
    };

    public static TemplateColumn Of(SheetForm form, int column) => Special.GetValueOrDefault((form, column), Plain);
}
