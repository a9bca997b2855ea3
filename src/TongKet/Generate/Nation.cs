using TongKet.Demo;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Web;

namespace TongKet.Generate;

/// <summary>
/// The invented nation, province after province: what a province is like depends on the seed and its number, and on the few
/// cells of provinces before it that members came from; never on how often the run was stopped.
/// </summary>
internal sealed class Nation
{
    private const int IdsOfRoot = 100;
    private const int MembersOfPart = 8_000;
    private const ulong Apart = 0xD1B54A32D192ED03;

    private readonly NationSize size;
    private readonly DemoLists lists = DemoLists.Read();
    private readonly NationDates dates;
    private readonly GradeYears years;
    private readonly PlannedUnit root;
    private readonly ProvincePlanner planner;
    private readonly IReadOnlyList<int> communes;
    private readonly List<long> knownCells = [];
    private readonly long firstId;
    private long nextId;
    private int province;
    private int oldProvinces;
    private IdRange ids;
    private long[] known = [];

    public Nation(NationSize size, RuleBook rules, long firstId)
    {
        (this.size, this.firstId, nextId) = (size, firstId, firstId + IdsOfRoot);
        dates = new(size, rules);
        years = new(size, rules);
        communes = size.CommunesOfProvinces();
        ids = new(firstId, IdsOfRoot);
        root = new(ids.Next(), null, isOld: true);
        root.Begin(OrganizationKind.WholeParty, Words.Get("generate.name.nation"), null, dates.Eve, "00");
        planner = new(dates, NationLists.Read(), root);
    }

    public int Communes => communes.Sum();

    public static long IdsOf(NationSize size) => IdsOfRoot + size.CommunesOfProvinces().Sum(NationSize.IdsOf);

    public PartRecords RootRecords(string note)
    {
        var part = new PartRecords();
        OrganizationRecords.Add(part, [root], root.Id, note, new(firstId + 1, IdsOfRoot - 1));
        return part;
    }

    /// <summary>Plans the next province; its parts must be taken before the one after it is planned.</summary>
    public ProvincePlan Next()
    {
        known = [.. knownCells];
        ids = new(nextId, NationSize.IdsOf(communes[province]));
        var old = NationSize.OldProvincesOf(province);
        var plan = planner.Plan(oldProvinces, old, communes[province], new(Seed(1)), ids);
        nextId += NationSize.IdsOf(communes[province]);
        (province, oldProvinces) = (province + 1, oldProvinces + old);
        knownCells.AddRange(plan.KnownCells);
        return plan;
    }

    /// <summary>The records of the province planned last, a few communes at a time.</summary>
    public IEnumerable<PartRecords> Parts(ProvincePlan plan)
    {
        var chance = new Chance(Seed(2));
        var people = new CommunePeople(
            dates,
            new CoursePlanner(dates, plan, known, chance),
            new MemberMaker(province - 1, chance, lists),
            years,
            chance,
            ids
        );
        var (targets, counts) = (new TargetMaker(size, lists, chance, ids), new CountsMaker(size, chance, ids));
        var meetings = new MeetingMaker(size, new(Seed(3)), ids);
        var part = new PartRecords();
        AddOrganizations(plan.Upper, plan.Province.Id);
        foreach (var unit in plan.Upper.Where(u => u.CountsOnly))
        {
            part.Counts.Add(unit.Id, counts.Of(unit));
        }

        foreach (var commune in plan.Communes)
        {
            AddOrganizations(commune.Units, commune.Commune.Id);
            people.Add(part, commune);
            foreach (var cell in commune.Cells)
            {
                part.Meetings.Add(cell.Id, meetings.Of(cell));
            }

            part.Communes++;
            if (part.Members.Rows.Count >= MembersOfPart)
            {
                yield return part;
                part = new();
            }
        }

        yield return part;

        void AddOrganizations(IReadOnlyList<PlannedUnit> units, long above)
        {
            OrganizationRecords.Add(part, units, above, null, ids);
            foreach (var unit in units)
            {
                part.OrganizationGrades.Add(unit.Id, years.Of(unit, chance, ids));
                part.Targets.Add(unit.Id, targets.Of(unit));
            }
        }
    }

    private ulong Seed(ulong purpose)
    {
        unchecked
        {
            return size.Seed + Apart * ((ulong)province * 4 + purpose);
        }
    }
}
