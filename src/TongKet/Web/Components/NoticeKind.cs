namespace TongKet.Web.Components;

public enum NoticeKind
{
    Info,
    Done,
    Warning,
    Error,
}
