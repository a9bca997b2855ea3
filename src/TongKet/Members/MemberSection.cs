namespace TongKet.Members;

/// <summary>
/// A part of a member's page that a room further right shows: grades, commendations. The component takes one parameter,
/// <c>File</c>, and shows nothing where it has nothing to say or the actor may not see it. Sections are worked out side by
/// side, so each owns its services (<c>OwningComponentBase</c>).
/// </summary>
public sealed record MemberSection(int Order, Type Component);
