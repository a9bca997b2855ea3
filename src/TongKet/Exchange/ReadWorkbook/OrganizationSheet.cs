namespace TongKet.Exchange.ReadWorkbook;

/// <summary>One line of «Tổ chức».</summary>
internal static class OrganizationSheet
{
    public static OrganizationRow Read(SheetCells cells)
    {
        cells.Require(OrganizationColumn.Kind);
        return new(cells.Row)
        {
            Code = cells.RequiredText(OrganizationColumn.Code),
            Name = cells.RequiredText(OrganizationColumn.Name),
            Kind = cells.Word(OrganizationColumn.Kind, WorkbookWords.Kinds),
            ParentCode = cells.Text(OrganizationColumn.Parent),
            HasNoParent = cells.IsEmpty(OrganizationColumn.Parent),
            FoundedOn = cells.Day(OrganizationColumn.FoundedOn),
            FoundingDecision = cells.Text(OrganizationColumn.Decision),
            DutyGroup = cells.Text(OrganizationColumn.DutyGroup),
            SortOrder = cells.Whole(OrganizationColumn.SortOrder),
            Note = cells.Text(OrganizationColumn.Note),
        };
    }
}
