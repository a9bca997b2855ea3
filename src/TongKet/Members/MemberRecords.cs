using TongKet.Domain.Members;
using TongKet.Store;

namespace TongKet.Members;

/// <summary>The records that make up a member's file: a change of any of them meanwhile stops a change of him.</summary>
public static class MemberRecords
{
    public static IReadOnlyList<RecordKey> Of(ChangeHistory history, MemberFile file, IEnumerable<MemberConditionSpan> spans) =>
        [
            history.Of<Member>(file.Member.Id),
            .. file.Stays.Select(s => history.Of<Stay>(s.Id)),
            .. spans.Select(c => history.Of<MemberConditionSpan>(c.Id)),
        ];
}
