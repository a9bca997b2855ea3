namespace TongKet.Web;

/// <summary>
/// A page or file that shows a past day also on the tree of a later one («as if»), and so takes
/// <see cref="PageContext.TreeParameter"/> from its address. Everything else asks the tree of its own day.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OnAnotherTreeAttribute : Attribute;
