namespace TongKet.Domain.Targets;

/// <summary>Which side of the assigned value counts as met.</summary>
public enum TargetDirection : byte
{
    AtLeast = 1,
    AtMost = 2,
    Exactly = 3,
}
