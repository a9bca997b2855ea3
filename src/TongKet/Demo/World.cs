using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;

namespace TongKet.Demo;

/// <summary>Everything that those who make the demo world share: chance, time, lists, and the records so far.</summary>
internal sealed class World
{
    public World(DemoSize size, ulong seed, DateOnly today, RuleBook rules, Func<long> nextId)
    {
        (Size, Rules, NextId) = (size, rules, nextId);
        Chance = new(seed);
        Time = new(today);
        FirstDay = new(Math.Min(size.FirstYear, today.Year), 1, 1);
        var structures = rules.All.Where(r => r.Subject == RuleBook.OrganizationStructure).ToList();
        LevelsChangeOn = FirstDayOf(structures.First(r => !Kinds(r).Contains(OrganizationKind.DistrictOrganization)));
        KindsChangeOn = FirstDayOf(structures.First(r => Kinds(r).Contains(OrganizationKind.PartyCell)));
        Register = new(this);
        People = new(this);
        Posts = new(this);
    }

    public DemoSize Size { get; }
    public RuleBook Rules { get; }
    public Func<long> NextId { get; }
    public Chance Chance { get; }
    public Timeline Time { get; }
    public DemoLists Lists { get; } = DemoLists.Read();
    public DemoRecords Records { get; } = new();
    public OrganizationRegister Register { get; }
    public PeopleRegister People { get; }
    public PostKeeper Posts { get; }

    /// <summary>The first day with records; what was there on its eve was there before the records.</summary>
    public DateOnly FirstDay { get; }
    public DateOnly Eve => FirstDay.AddDays(-1);

    /// <summary>The day on which there is no district any more.</summary>
    public DateOnly LevelsChangeOn { get; }

    /// <summary>The day from which cells have one name and a commune is a grassroots organization.</summary>
    public DateOnly KindsChangeOn { get; }

    /// <summary>Another organization in the country, as people wrote it on that day; to the forces go few who are not of them.</summary>
    public string Outside(Unit cell, DateOnly on) =>
        Chance.Happens(
            cell.Site is "police" or "militia" ? 0.85
            : cell.Site is "village" ? 0.15
            : 0
        )
            ? Chance.Pick(Lists.Places.Forces)
            : Chance.Pick(on < LevelsChangeOn ? Lists.Places.OutsideBefore : Lists.Places.OutsideAfter);

    private static DateOnly FirstDayOf(RuleSet ruleSet) => ruleSet.EffectiveFrom;

    private static OrganizationKind[] Kinds(RuleSet structure) => structure["kinds"].Names<OrganizationKind>();
}
