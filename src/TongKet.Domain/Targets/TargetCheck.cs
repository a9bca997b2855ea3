using TongKet.Domain.Figures;
using TongKet.Domain.Values;

namespace TongKet.Domain.Targets;

/// <summary>
/// What a target must say before it is assigned (rules.md §4): a value, which side of it is met, who it is for, and of
/// a percentage its base. A target that says less cannot be measured at the year's end.
/// </summary>
public static class TargetCheck
{
    public static IReadOnlyList<Refusal> Check(Target target, Figure? measuredBy, IEnumerable<Target> others)
    {
        var refusals = new List<Refusal>();
        var rest = others.Where(o => o.Id != target.Id).ToList();
        Refuse(target.Code.Length == 0, "target.code.missing");
        Refuse(target.Name.Length == 0, "target.name.missing");
        Refuse(target.Unit.Length == 0, "target.unit.missing");
        Refuse(target.AssignedValue < 0m, "target.value.negative");
        Refuse(
            rest.Exists(o => o.Code.Equals(target.Code, StringComparison.OrdinalIgnoreCase)),
            "target.code.is-there",
            target.Code
        );
        Refuse(
            rest.Exists(o => o.Direction == target.Direction && VietnameseText.Fold(o.Name) == VietnameseText.Fold(target.Name)),
            "target.name.is-there",
            target.Name
        );
        if (target.FigureCode is null)
        {
            Refuse(TargetRule.IsPercent(target.Unit) && string.IsNullOrWhiteSpace(target.BaseName), "target.base.missing");
            return refusals;
        }

        var isShare = measuredBy?.Unit == FigureUnit.Percent;
        Refuse(measuredBy is null or OwnFigure, "target.figure.unknown");
        Refuse(isShare && !TargetRule.IsPercent(target.Unit), "target.unit.must-be-percent");
        Refuse(measuredBy is not null && !isShare && TargetRule.IsPercent(target.Unit), "target.unit.must-be-count");
        Refuse(measuredBy is RatioFigure && target.AssignedValue > 100m, "target.value.over-hundred");
        Refuse(rest.Exists(o => o.FigureCode == target.FigureCode && o.Direction == target.Direction), "target.figure.is-there");
        return refusals;

        void Refuse(bool isWrong, string code, params object[] with)
        {
            if (isWrong)
            {
                refusals.Add(new(code, null, with));
            }
        }
    }
}
