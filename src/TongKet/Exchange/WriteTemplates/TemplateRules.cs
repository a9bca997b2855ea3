using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Web;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>The rules of a sheet's cells: drop-downs from the closed lists, and hints shown beside the cell.</summary>
internal static class TemplateRules
{
    public static IEnumerable<OpenXmlElement> Of(SheetForm form, TemplateUnit? unit, TemplateLists lists)
    {
        var rules = Enumerable
            .Range(0, form.Columns.Count)
            .Select(column => Of(form, column, unit, lists))
            .OfType<DataValidation>()
            .ToList();
        yield return new DataValidations(rules) { Count = (uint)rules.Count };
    }

    private static DataValidation? Of(SheetForm form, int column, TemplateUnit? unit, TemplateLists lists)
    {
        var rule = TemplateColumns.Of(form, column);
        var cells = rule.IsCellCode && unit is not null ? CellCodes(unit) : null;
        var choices = rule.Choices ?? (cells is { Count: > 0 } ? cells : null);
        if (choices is null && rule.HintKey is null)
        {
            return null;
        }

        var letter = TemplateSheet.Letters(column);
        var validation = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{letter}2:{letter}{TemplateSheet.LastRow}" },
        };
        if (rule.HintKey is { } hint)
        {
            validation.PromptTitle = form.Columns[column];
            validation.Prompt = Words.Get(hint);
        }

        if (choices is not null)
        {
            validation.Type = DataValidationValues.List;
            validation.ShowErrorMessage = true;
            validation.ErrorTitle = form.Columns[column];
            validation.Error = Words.Get("exchange.template.not-on-list");
            validation.Append(new Formula1(lists.RangeOf(choices)));
        }

        return validation;
    }

    private static List<string> CellCodes(TemplateUnit unit) =>
        [
            .. unit
                .Below.Append((unit.Code, unit.Name, unit.Kind))
                .Where(organization => Domain.Organizations.OrganizationKinds.IsCell(organization.Item3))
                .Select(organization => organization.Item1),
        ];
}
