namespace TongKet.Reports;

/// <summary>
/// The report of a review conference as its page, its .docx, .xlsx, .html and .pdf all take it; so they cannot disagree.
/// <see cref="Title"/> is the abstract (trích yếu) without the kind: «tổng kết công tác xây dựng Đảng năm …».
/// <see cref="Format"/> is the document format in force on the day of signing (rule set «document-format»).
/// </summary>
public sealed record ReportView(
    long OrganizationId,
    string OrganizationCode,
    string OrganizationName,
    string? SuperiorName,
    int Year,
    DateOnly AsOf,
    DateOnly SignedOn,
    DocumentFormat Format,
    string Title,
    IReadOnlyList<string> Notices,
    IReadOnlyList<ReportSection> Sections,
    ReportIssuer Issuer
)
{
    /// <summary>The day of the tree where it is another than <see cref="AsOf"/>; the notices say so.</summary>
    public DateOnly? TreeOn { get; init; }

    /// <summary>Nothing that was written later stands in it; in whole milliseconds, as databases keep it.</summary>
    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>The grades of the year are counted on its day.</summary>
    public bool HasGrades { get; init; }

    /// <summary>Taken out as a file before, and since then a grade in it was given anew.</summary>
    public OutdatedIssue? Outdated { get; init; }
}

/// <param name="IssuedAt">When it was last taken out as a file.</param>
/// <param name="Restated">So many grades in it were given anew since.</param>
public sealed record OutdatedIssue(DateTimeOffset IssuedAt, int Restated);

/// <summary>The format of a Party document (QĐ 66 with HD 36; QĐ 399 with HD 05), in points and millimetres, as the rule set has it.</summary>
public sealed record DocumentFormat(
    string Document,
    bool IsConfirmed,
    decimal MarginTop,
    decimal MarginBottom,
    decimal MarginLeft,
    decimal MarginRight,
    string Font,
    decimal BodySize,
    decimal? LineExactly,
    decimal FirstLineIndent,
    bool LeadingZeroInDate,
    bool PostIsBold,
    bool EndsWithSlashMark,
    decimal HeadSize,
    decimal PartyNameSize,
    decimal KindSize,
    decimal AbstractSize,
    decimal RecipientsSize,
    string CommitteeSpelling
);

/// <summary>
/// One heading with what stands under it. Level 1 is «I.», level 2 «1.»; the heading comes without its number, which
/// every writer takes from <see cref="NumberedHeadings"/>.
/// </summary>
public sealed record ReportSection(int Level, string Heading, IReadOnlyList<ReportBlock> Blocks);

public abstract record ReportBlock;

/// <summary>A plain factual sentence; its figures are links to their records.</summary>
public sealed record ReportSentence(IReadOnlyList<ReportSpan> Spans) : ReportBlock;

/// <summary>Room for the writer's own words (what was not good, causes, tasks).</summary>
public sealed record ReportRoom(string Prompt) : ReportBlock;

/// <summary>A table; the first column is text, each cell text or a figure. <see cref="TotalRow"/> is set off.</summary>
public sealed record ReportTable(
    string Caption,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<ReportSpan>> Rows,
    IReadOnlyList<ReportSpan>? TotalRow,
    string? Note
) : ReportBlock
{
    /// <summary>One row an organization, as many as there are: a page shows them in parts, a document all.</summary>
    public bool IsByOrganization { get; init; }
}

/// <summary>A bar chart (a real Word chart in the .docx); a table with the same figures stands beside it.</summary>
public sealed record ReportChart(string Caption, IReadOnlyList<string> Categories, IReadOnlyList<ReportSeries> Series)
    : ReportBlock;

public sealed record ReportSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>
/// A piece of text; where it is a figure, its code, whose it is, the number (null is «—») and the link to its records
/// (relative, beginning with «/»).
/// </summary>
public sealed record ReportSpan(
    string Text,
    string? FigureCode = null,
    long? OrganizationId = null,
    decimal? Value = null,
    string? RecordsUrl = null
)
{
    public bool IsFigure => FigureCode is not null;
}
