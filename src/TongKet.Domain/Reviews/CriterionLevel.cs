namespace TongKet.Domain.Reviews;

/// <summary>Cấp độ of a criterion, the best first (QĐ 132; QĐ 124 art. 11); rule sets call them by the same names.</summary>
public enum CriterionLevel : byte
{
    LevelExcellent = 1,
    LevelGood = 2,
    LevelAverage = 3,
    LevelPoor = 4,
}
