using System.Text.Json;
using TongKet.Domain.Regulations;

namespace TongKet.Reports;

/// <summary>The document format that the regulation in force on the day of signing sets.</summary>
public static class DocumentFormats
{
    public static DocumentFormat InForce(RuleBook rules, DateOnly signedOn)
    {
        var set = rules.InForce(RuleBook.DocumentFormat, signedOn);
        var line = set["line_exactly_pt"];
        return new(
            Document: set.Document,
            IsConfirmed: set.Parameters.Values.All(parameter => parameter.Confirmed),
            MarginTop: set["margin_top_mm"].Decimal,
            MarginBottom: set["margin_bottom_mm"].Decimal,
            MarginLeft: set["margin_left_mm"].Decimal,
            MarginRight: set["margin_right_mm"].Decimal,
            Font: set["font"].Text,
            BodySize: set["body_size_pt"].Decimal,
            LineExactly: line.Value.ValueKind == JsonValueKind.Null ? null : line.Decimal,
            FirstLineIndent: set["first_line_indent_mm"].Decimal,
            LeadingZeroInDate: set["leading_zero_in_date"].Flag,
            PostIsBold: set["post_is_bold"].Flag,
            EndsWithSlashMark: set["ends_with_slash_mark"].Flag,
            HeadSize: set["head_size_pt"].Decimal,
            PartyNameSize: set["party_name_size_pt"].Decimal,
            KindSize: set["kind_size_pt"].Decimal,
            AbstractSize: set["abstract_size_pt"].Decimal,
            RecipientsSize: set["recipients_size_pt"].Decimal,
            CommitteeSpelling: set["committee_spelling"].Text
        );
    }
}
