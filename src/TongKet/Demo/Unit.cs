using TongKet.Domain.Members;
using TongKet.Domain.Organizations;

namespace TongKet.Demo;

/// <summary>An organization while its world is being made: as it is at the moment, with those who are in it.</summary>
internal sealed class Unit(Organization record)
{
    public Organization Record { get; } = record;
    public required OrganizationVersion Now { get; set; }
    public required OrganizationPlace Place { get; set; }
    public Unit? Parent { get; set; }
    public List<Unit> Children { get; } = [];

    /// <summary>Those who stand in a cell.</summary>
    public List<Person> Members { get; } = [];

    /// <summary>Posts held at the moment in this organization.</summary>
    public List<(MemberPost Post, Person Holder)> Posts { get; } = [];

    /// <summary>What kind of place a cell is: a name of sites.json; null where nobody stands.</summary>
    public string? Site { get; set; }
    public Fate Fate { get; set; } = Fate.Moves;

    /// <summary>Its name under the communes, where it gets another.</summary>
    public string? Later { get; set; }

    /// <summary>The bare name of a commune.</summary>
    public string? PlaceName { get; set; }

    /// <summary>The place a person from here calls home, and how many there are of a minority people.</summary>
    public string? Home { get; set; }
    public double MinorityShare { get; set; }

    /// <summary>The set of targets in targets.json that a body answers for.</summary>
    public string? Targets { get; set; }
    public int LastCode { get; set; }
    public int LastOrder { get; set; }

    public long Id => Record.Id;
    public bool IsOpen => Now.ToOn is null;
    public bool IsCell => Now.Kind.IsCell();
    public bool IsPartyOrganization => Now.Kind.IsPartyOrganization();

    /// <summary>Itself and everything under it.</summary>
    public IEnumerable<Unit> Below() => Children.SelectMany(c => c.Below()).Prepend(this);

    public IEnumerable<Unit> Cells() => Below().Where(u => u.IsCell);

    public int Headcount => Below().Sum(u => u.Members.Count);

    public bool Contains(Unit? other)
    {
        for (; other is not null; other = other.Parent)
        {
            if (other == this)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A member while the world is being made.</summary>
internal sealed class Person(Member record)
{
    public Member Record { get; } = record;
    public Stay? Stay { get; set; }
    public Unit? Cell { get; set; }
    public MemberConditionSpan? Condition { get; set; }

    /// <summary>Where he stands in the list of all who are in the Party at the moment.</summary>
    public int At { get; set; } = -1;

    public bool IsOfficial => Record.OfficialOn is not null;

    public int Age(DateOnly on) => on.Year - Record.BornOn!.Value.Year - (on.DayOfYear < Record.BornOn.Value.DayOfYear ? 1 : 0);
}
