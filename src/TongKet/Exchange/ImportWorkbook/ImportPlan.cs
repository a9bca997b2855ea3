using System.Security.Cryptography;
using System.Text;
using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// What a file would do to the records, sheet by sheet: nothing is written while it is made. The sheets' own files
/// hold the decisions; this one holds what they share.
/// </summary>
public sealed class ImportPlan
{
    private readonly Dictionary<string, (int Add, int Change, int Same)> counts = [];
    private readonly StringBuilder lines = new();
    private readonly Func<long> nextId;

    private ImportPlan(Workbook workbook, int year, KnownRecords known, ImportRules rules, ImportScope scope, Func<long> nextId)
    {
        Workbook = workbook;
        Year = year;
        Known = known;
        Rules = rules.Book;
        Figures = rules.Figures;
        Scope = scope;
        this.nextId = nextId;
        Issues = new(workbook);
        Organizations = new(this);
        Members = new(this);
        foreach (var sheet in WorkbookForm.Sheets.Where(s => workbook.Sheets.Contains(s.Name)))
        {
            counts[sheet.Name] = default;
        }
    }

    public Workbook Workbook { get; }
    public KnownRecords Known { get; }
    public RuleBook Rules { get; }
    public Catalogue Figures { get; }
    public ImportScope Scope { get; }
    public ImportIssues Issues { get; }
    public RecordWrites Writes { get; } = new();
    public OrganizationIndex Organizations { get; }
    public MemberIndex Members { get; }

    public int Year { get; }
    public DateOnly FirstDay => new(Year, 1, 1);
    public DateOnly LastDay => new(Year, 12, 31);

    /// <summary>The end of this day closed the year before: «was there before» begins here.</summary>
    public DateOnly Eve => FirstDay.AddDays(-1);

    public IReadOnlyList<SheetCount> Counts =>
        [.. counts.Select(c => new SheetCount(c.Key, c.Value.Add, c.Value.Change, c.Value.Same))];

    public long NextId() => nextId();

    /// <summary>
    /// Where what is known of an organization and what this file says part: on the 1 January of the later of the two
    /// years. Null where this year's own file is corrected.
    /// </summary>
    public DateOnly? WhereToCut(long recordId, DateOnly fromOn)
    {
        var recorded = Known.RecordedYears.GetValueOrDefault(recordId, Year - 1);
        return recorded > Year ? new(recorded, 1, 1)
            : fromOn > LastDay ? fromOn
            : recorded == Year || fromOn >= FirstDay ? null
            : FirstDay;
    }

    /// <summary>Counts one line of a sheet by what it does to the records.</summary>
    public void Count(SheetForm sheet, WorkbookRow row, bool isNew, int writesBefore)
    {
        var (add, change, same) = counts.GetValueOrDefault(sheet.Name);
        var isChanged = Writes.Count > writesBefore;
        counts[sheet.Name] =
            isNew ? (add + 1, change, same)
            : isChanged ? (add, change + 1, same)
            : (add, change, same + 1);
        if (isNew || isChanged)
        {
            lines.Append(sheet.Name).Append(row.Row).Append(isNew ? '+' : '~');
        }
    }

    /// <summary>Names what this plan does: the same file on other records gives another.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Year} {Writes.Count} {lines}")));

    /// <param name="nextId">Gives ids to new records; a preview gives passing ones.</param>
    public static ImportPlan Make(
        Workbook workbook,
        int year,
        KnownRecords known,
        ImportRules rules,
        ImportScope scope,
        Func<long> nextId
    )
    {
        var plan = new ImportPlan(workbook, year, known, rules, scope, nextId);
        new OrganizationPlan(plan).Compare();
        new MemberPlan(plan).Compare();
        new MemberGradePlan(plan).Compare();
        new OrganizationGradePlan(plan).Compare();
        new TargetPlan(plan).Compare();
        new AggregatePlan(plan).Compare();
        new CapWarnings(plan).Tell();
        return plan;
    }
}

/// <summary>What an import checks against: the rule sets and the catalogue of figures.</summary>
public sealed record ImportRules(RuleBook Book, Catalogue Figures);
