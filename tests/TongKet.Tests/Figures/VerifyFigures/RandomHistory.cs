using TongKet.Domain.Commendations;
using TongKet.Domain.Meetings;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.VerifyFigures;

/// <summary>
/// A sound history out of any bytes: four of them are an act (what, who, to whom, when), told in the order of days.
/// What cannot be done on its day (nobody stands there, nowhere to go) is left out.
/// </summary>
internal sealed class RandomHistory
{
    private static readonly DateOnly Begin = WorldBuilder.RecordsBegin;
    private const int Days = 900;
    private static readonly string[] Sent =
    [
        "party_member_total",
        "new_member_count",
        "member_good_count",
        "grassroots_cell_count",
    ];
    private static readonly string[] Measured = ["new_member_count", "member_good_or_better_rate", "target_total", ""];

    private readonly WorldBuilder world = new();
    private readonly List<string> told = [];
    private readonly HashSet<Organization> ended = [];
    private readonly Organization[] districts;
    private int names;

    private RandomHistory()
    {
        districts =
        [
            world.Found("A", OrganizationKind.DistrictOrganization),
            world.Found("B", OrganizationKind.DistrictOrganization),
        ];
        world.Found("A.MT", OrganizationKind.Front, districts[0]);
        foreach (var district in districts)
        {
            var commune = world.Found(Name(), OrganizationKind.CommuneOrganization, district);
            var section = world.Found(Name(), OrganizationKind.SectionalOrganization, commune);
            var office = world.Found(Name(), OrganizationKind.GrassrootsPartyOrganization, district);
            Organization[] cells = [FoundCell(commune), FoundCell(section), FoundCell(office), FoundCell(office)];
            var school = world.Found(Name(), OrganizationKind.GrassrootsCell, district);
            foreach (var cell in cells.Append(school).SelectMany(c => new[] { c, c, c }))
            {
                world.Enroll(cell);
            }
        }

        // Known only since a later year: what was before it is unknown, here and above.
        var late = FoundCell(districts[1]);
        (world.VersionOf(late).FromOn, world.VersionOf(late).FromIsKnown) = (Begin.AddYears(1).AddDays(-1), false);
        world.PlaceOf(late).FromOn = Begin.AddYears(1).AddDays(-1);
        world.Enroll(late, Begin.AddYears(1));
    }

    /// <summary>What happened, to be read when something does not agree.</summary>
    public IReadOnlyList<string> Told => told;

    /// <summary>Writes the history in parts, so that records of one are changed by the next.</summary>
    public static async Task<RandomHistory> WriteAsync(
        byte[] bytes,
        TestDatabase database,
        int parts = 2,
        Func<RandomHistory, Task>? afterEach = null
    )
    {
        var history = new RandomHistory();
        var acts = bytes
            .Chunk(4)
            .Where(b => b.Length == 4)
            .Select(b => (What: b[0], Who: b[1], Whom: b[2], On: Begin.AddDays((b[3] * 7 + b[2]) % Days)))
            .OrderBy(a => a.On)
            .ToList();
        for (var i = 0; i < acts.Count; i++)
        {
            if (i > 0 && i % Math.Max(acts.Count / parts, 1) == 0)
            {
                await SaveAsync("test.first");
            }

            history.Tell(acts[i].What, acts[i].Who, acts[i].Whom, acts[i].On);
        }

        await SaveAsync("test.second");
        return history;

        async Task SaveAsync(string act)
        {
            await history.world.SaveAsync(database, act);
            await (afterEach?.Invoke(history) ?? Task.CompletedTask);
        }
    }

    private void Tell(int what, int who, int whom, DateOnly on)
    {
        var member = Pick(Present(on), who);
        var cell = Pick(Cells(on), whom);
        if (member is null || cell is null)
        {
            return;
        }

        var act = what % 17;
        told.Add($"{on:yyyy-MM-dd} {act} member {member.Id} cell {world.VersionOf(cell).Code}");
        switch (act)
        {
            case 0:
                Describe(world.Admit(cell, on, who % 5 == 0 ? HowIn.Readmitted : HowIn.Admitted), who);
                break;
            case 1:
                Describe(world.TakeIn(cell, on), who);
                break;
            case 2 or 3 when world.StayOf(member).CellId != cell.Id:
                world.Transfer(member, cell, on);
                break;
            case 4:
                world.Leave(member, on, (HowOut)(1 + whom % 5));
                break;
            case 5 when Pick(world.Members.Except(Present(on)).ToList(), who) is { } gone && world.StayOf(gone).ToOn <= on:
                world.Restore(gone, cell, on);
                break;
            case 6 or 7 or 8:
                GradeOnce(member, on.Year, whom);
                break;
            case 9 when whom % 2 == 0:
                world.Commend(member, on.Year - whom % 3 / 2, on, (CommendationForm)(1 + whom % 4));
                break;
            case 9:
                RateOnce(Pick(Standing(on), who)!, on.Year, whom);
                break;
            case 10:
                BackDate(member, whom);
                break;
            case 11:
                Describe(world.Change(member), whom);
                break;
            case 12:
                Reorganize(who, whom, on);
                break;
            case 13:
                End(cell, who, on);
                break;
            case 14:
                FoundCell(Pick(Committees(on), who)!, on);
                break;
            case 15:
                SendOrAssign(Pick(Standing(on), who)!, who, whom, on.Year);
                break;
            case 16:
                MeetOnce(cell, on, (MeetingKind)(1 + who % 3));
                break;
        }
    }

    private static void Describe(Member member, int how)
    {
        (member.IsEthnicMinority, member.HasReligion) = (how % 2 == 0, how % 3 == 0);
        member.RecognizedOn = Begin.AddDays(how * 5);
        member.OfficialOn = how % 4 == 0 ? null : Begin.AddDays(how * 4);
        member.BornOn = how % 7 == 0 ? null : new DateOnly(1985 + how % 25, 1 + how % 12, 1 + how % 28);
    }

    private void GradeOnce(Member member, int year, int how)
    {
        if (world.All.OfType<MemberGrade>().Any(g => g.MemberId == member.Id && g.Year == year))
        {
            return;
        }

        if (how % 3 == 0)
        {
            world.LeaveUngraded(member, year, (NoGradeReason)(1 + how % 4));
        }
        else
        {
            world.Grade(member, year, (Grade)(1 + how % 4));
        }
    }

    private void MeetOnce(Organization cell, DateOnly on, MeetingKind kind)
    {
        if (!world.All.OfType<Meeting>().Any(m => m.CellId == cell.Id && m.HeldOn == on && m.Kind == kind))
        {
            world.Meet(cell, on, kind);
        }
    }

    private void RateOnce(Organization what, int year, int how)
    {
        if (!world.All.OfType<OrganizationGrade>().Any(g => g.OrganizationId == what.Id && g.Year == year))
        {
            world.Rate(what, year, (Grade)(1 + how % 4));
        }
    }

    /// <summary>The paper of his coming arrives with an earlier day on it.</summary>
    private void BackDate(Member member, int days)
    {
        var stays = world.All.OfType<Stay>().Where(s => s.MemberId == member.Id).ToList();
        var cell = world.Versions.First(v => v.OrganizationId == stays[0].CellId);
        if (stays[0].HowIn != HowIn.BeforeRecords)
        {
            DateOnly[] notBefore = [stays[0].FromOn.AddDays(-days), Begin, cell.FromOn];
            told.Add(
                $"  from {stays[0].FromOn:yyyy-MM-dd} to {notBefore.Max():yyyy-MM-dd} in {cell.Code} since {cell.FromOn:yyyy-MM-dd}"
            );
            world.Change(stays[0]).FromOn = notBefore.Max();
        }
    }

    /// <summary>A cell under another committee, a committee under the other district, or another kind.</summary>
    private void Reorganize(int who, int whom, DateOnly on)
    {
        var what = Pick(Standing(on).Except(districts).ToList(), who)!;
        var kind = world.VersionOf(what).Kind;
        var above = kind.IsCell() ? Committees(on).Concat(districts).ToList() : [.. districts];
        if (kind.IsCell() && whom % 4 == 0)
        {
            world.ChangeKind(what, whom % 8 == 0 ? OrganizationKind.GrassrootsCell : OrganizationKind.SubordinateCell, on);
        }
        else if (Pick(above, whom) is { } parent && parent.Id != world.PlaceOf(what).ParentId)
        {
            world.Move(what, parent, on);
        }
    }

    /// <summary>Merged into another, or dissolved with its members sent to another that does not succeed it.</summary>
    private void End(Organization cell, int how, DateOnly on)
    {
        var committee = Pick(Committees(on), how)!;
        var (what, into) =
            how % 5 == 0
                ? (committee, Pick(Committees(on).Where(c => c != committee && !IsUnder(c, committee)).ToList(), how))
                : (cell, Pick(Cells(on).Where(c => c != cell).ToList(), how));
        if (into is null || Standing(on).Count < 8)
        {
            return;
        }

        told.Add($"  {world.VersionOf(what).Code} into {world.VersionOf(into).Code}");
        if (how % 3 == 0 && world.VersionOf(what).Kind.IsCell())
        {
            world.MembersOf(what, on).ToList().ForEach(m => world.Transfer(m, into, on));
            world.Dissolve(what, on);
        }
        else
        {
            world.Merge(what, into, on);
        }

        ended.Add(what);
    }

    private void SendOrAssign(Organization what, int who, int whom, int year)
    {
        var code = $"{who}.{whom}.{names++}";
        if (whom % 2 == 0)
        {
            var measure = Measured[who % Measured.Length];
            world.Assign(what, year, code, who % 9, measure.Length == 0 ? null : measure).ManualResult = whom;
        }
        else if (!world.All.OfType<Domain.Figures.AggregateCount>().Any(a => a.OrganizationId == what.Id && a.AsOf.Year == year))
        {
            world.SendCount(what, new DateOnly(year, 12, 31), Sent[who % Sent.Length], whom);
        }
    }

    private bool IsUnder(Organization what, Organization above) =>
        world.PlaceOf(what).ParentId is { } parent
        && (parent == above.Id || IsUnder(world.Organizations.First(o => o.Id == parent), above));

    private Organization FoundCell(Organization under, DateOnly? on = null) => world.FoundCell(Name(), under, on);

    private string Name() => $"C{names++:000}";

    private List<Member> Present(DateOnly on) =>
        [.. world.Members.Where(m => world.StayOf(m) is { ToOn: null } s && s.FromOn <= on)];

    private List<Organization> Standing(DateOnly on) =>
        [
            .. world.Organizations.Where(o =>
                !ended.Contains(o) && world.VersionOf(o) is { ToOn: null } v && v.FromOn <= on && v.Kind.IsPartyOrganization()
            ),
        ];

    private List<Organization> Cells(DateOnly on) => [.. Standing(on).Where(o => world.VersionOf(o).Kind.IsCell())];

    private List<Organization> Committees(DateOnly on) =>
        [.. Standing(on).Except(districts).Where(o => !world.VersionOf(o).Kind.IsCell())];

    private static T? Pick<T>(List<T> from, int which)
        where T : class => from.Count == 0 ? null : from[which % from.Count];
}
