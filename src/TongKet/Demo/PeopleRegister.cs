using TongKet.Domain.Members;

namespace TongKet.Demo;

/// <summary>Who is in which cell from when to when: begins, moves and ends the stays of the demo world.</summary>
internal sealed class PeopleRegister(World world)
{
    private readonly Dictionary<Unit, int> lastInRegister = [];

    /// <summary>All who are in the Party at the moment.</summary>
    public List<Person> All { get; } = [];

    /// <summary>Those who were struck off or expelled, with the day and the cell.</summary>
    public List<(Person Who, DateOnly On, Unit Cell)> Removed { get; } = [];

    public void Join(Person person, Unit cell, DateOnly on, HowIn how, Unit? from = null, string? fromText = null)
    {
        var stay = new Stay
        {
            Id = world.NextId(),
            MemberId = person.Record.Id,
            CellId = cell.Id,
            FromOn = on,
            HowIn = how,
            CameFromId = from?.Id,
            CameFromText = fromText,
        };
        world.Records.Stays.Add(stay);
        person.Stay = stay;
        person.Cell = cell;
        person.Record.RegisterOrder = lastInRegister[cell] = lastInRegister.GetValueOrDefault(cell) + 1;
        cell.Members.Add(person);
        if (person.At < 0)
        {
            person.At = All.Count;
            All.Add(person);
        }
    }

    /// <summary>Ends his stay; his posts fall vacant, and what kept him from the activities ends with it.</summary>
    public void Part(Person person, DateOnly on, HowOut how, string? toText = null)
    {
        var cell = person.Cell!;
        EndStay(person, on, how).WentToText = toText;
        world.Posts.Vacate(person, cell, null, on);
        if (person.Condition is { } condition)
        {
            condition.ToOn = condition.ToOn < on ? condition.ToOn : on;
            person.Condition = null;
        }

        All[^1].At = person.At;
        All[person.At] = All[^1];
        All.RemoveAt(All.Count - 1);
        person.At = -1;
        person.Cell = null;
        if (how is HowOut.StruckOff or HowOut.Expelled)
        {
            Removed.Add((person, on, cell));
        }
    }

    /// <summary>From one cell of the register to another.</summary>
    public void Move(Person person, Unit to, DateOnly on)
    {
        var from = person.Cell!;
        EndStay(person, on, HowOut.TransferredOut).WentToId = to.Id;
        Join(person, to, on, HowIn.TransferredIn, from);
        world.Posts.Vacate(person, from, to, on);
    }

    public void MoveAll(Unit from, Unit to, DateOnly on)
    {
        foreach (var person in from.Members.ToList())
        {
            Move(person, to, on);
        }
    }

    public void Hold(Person person, MemberCondition condition, DateOnly from, DateOnly? to = null)
    {
        person.Condition = new()
        {
            Id = world.NextId(),
            MemberId = person.Record.Id,
            Condition = condition,
            FromOn = from,
            ToOn = to,
        };
        world.Records.Conditions.Add(person.Condition);
    }

    public static bool IsHeld(Person person, DateOnly on) =>
        person.Condition is { } condition && condition.FromOn <= on && (condition.ToOn is null || condition.ToOn > on);

    private static Stay EndStay(Person person, DateOnly on, HowOut how)
    {
        var stay = person.Stay!;
        if (stay.FromOn >= on)
        {
            throw new InvalidOperationException($"{person.Record.FullName} came on {stay.FromOn:d} and cannot leave on {on:d}.");
        }

        stay.ToOn = on;
        stay.HowOut = how;
        person.Cell!.Members.Remove(person);
        return stay;
    }
}
