using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.MemberColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>The sheet «Đảng viên»: who is new, whose record reads otherwise, and where each stands.</summary>
internal sealed class MemberPlan(ImportPlan plan)
{
    private static readonly SheetForm Sheet = WorkbookForm.Members;

    private readonly StayPlan stays = new(plan);
    private readonly ConditionPlan conditions = new(plan);
    private readonly PostPlan posts = new(plan);
    private readonly HashSet<OrganizationHistory> cells = [];

    public void Compare()
    {
        foreach (var row in plan.Workbook.Members)
        {
            var cell = plan.Organizations.RequireCell(Sheet, row, Column.Cell, row.CellCode);
            if (cell is not null)
            {
                cells.Add(cell);
            }

            // Without a name or a number there is nobody to look for; both are named by the reader.
            if (row.FullName is not null && row is { Key: not null } or { OldIdentityNumber: not null })
            {
                Compare(row, cell);
            }
        }

        if (plan.Workbook.Sheets.Contains(Sheet.Name))
        {
            WarnOfMissing();
        }
    }

    private void Compare(MemberRow row, OrganizationHistory? cell)
    {
        var before = plan.Writes.Count;
        var history = plan.Members.Find(row);
        var isNew = history is null;
        history ??= new(
            new()
            {
                Id = plan.NextId(),
                FullName = "",
                NameFolded = "",
                NameSortKey = "",
            }
        );
        if (history.Row is { } other)
        {
            plan.Issues.Error(Sheet, row, Column.CitizenId, row.Key, "exchange.import.member-twice", other);
        }

        plan.Members.Put(row, history);
        if (cell is null)
        {
            plan.Count(Sheet, row, isNew, before);
            return;
        }

        if (MemberText.Fill(history.Member, row))
        {
            if (isNew)
            {
                plan.Writes.Members.Add(history.Member, cell.Id);
            }
            else
            {
                plan.Writes.Members.Change(history.Member, cell.Id);
            }
        }

        if (stays.Compare(row, history, cell) is { } stay)
        {
            conditions.Compare(row, history, stay);
            posts.Compare(row, history, stay);
        }

        plan.Count(Sheet, row, isNew, before);
    }

    /// <summary>
    /// Whoever stands in a cell of the file at the end of the year and is not in the file: it ends nothing, and is said
    /// once. Names are masked, since a list of warnings goes further than a page.
    /// </summary>
    private void WarnOfMissing()
    {
        if (plan.Known.CellMembers.Count == 0)
        {
            return;
        }

        var listed = plan.Members.InFile.Select(m => m.Member.Id).ToHashSet();
        cells.UnionWith(
            plan.Workbook.Organizations.Select(row => plan.Organizations.Find(row.Code)).OfType<OrganizationHistory>()
        );
        var ids = cells.Select(cell => cell.Id).ToHashSet();
        var missing = plan.Known.CellMembers.Where(m => !listed.Contains(m.MemberId) && ids.Contains(m.CellId)).ToList();
        if (missing.Count > 0)
        {
            const int most = 20;
            var names = string.Join(", ", missing.Take(most).Select(m => Masking.Name(m.FullName)));
            plan.Issues.Warn(
                Sheet,
                0,
                Column.FullName,
                null,
                "exchange.import.members-missing",
                missing.Count,
                missing.Count > most ? names + ", …" : names
            );
        }
    }
}
