using TongKet.Domain.Members;
using TongKet.Web;

namespace TongKet.Demo;

/// <summary>What happens to members in a day: admission, recognition, transfer, exemption, discipline, death.</summary>
internal sealed class MemberLife(World world, PersonMaker maker)
{
    private const int FewestLeft = 5;
    private const int MostInACell = 58;
    private const int Tries = 600;
    private readonly Chance chance = world.Chance;

    public void Admit(DateOnly on)
    {
        var cell = Cell(c => Site(c).Admits * Math.Sqrt(c.Members.Count));
        var person = maker.NewMember(cell, on);
        world.People.Join(person, cell, on, HowIn.Admitted);
        ExpectRecognition(person);
    }

    /// <summary>Somebody who left the Party years ago is admitted again, once, with a new probation.</summary>
    public void Readmit(DateOnly on)
    {
        var cell = Cell(c => c.Site == "village" ? 1 : 0);
        var person = maker.NewMember(cell, on);
        person.Record.Note = Words.Get("demo.note.readmitted");
        world.People.Join(person, cell, on, HowIn.Readmitted);
        ExpectRecognition(person);
    }

    public void ExpectRecognition(Person person)
    {
        var official = person.Record.AdmittedOn!.Value.AddYears(1);
        var paper = official.AddDays(chance.Happens(0.06) ? chance.Between(60, 130) : chance.Between(4, 45));
        world.Time.On(
            paper,
            on =>
            {
                if (person.Cell is not null && !person.IsOfficial)
                {
                    maker.Recognise(person, on);
                }
            }
        );
    }

    public void ComeFromOutside(DateOnly on)
    {
        var cell = Cell(c => Site(c).Opens * Math.Sqrt(c.Members.Count));
        var person = maker.Member(cell, on, oldest: 63);
        world.People.Join(person, cell, on, HowIn.TransferredIn, fromText: world.Outside(cell, on));
    }

    public void GoOutside(DateOnly on)
    {
        if (Find(on, p => p.Age(on) < 58 && !PeopleRegister.IsHeld(p, on)) is { } person)
        {
            world.People.Part(person, on, HowOut.TransferredOut, world.Outside(person.Cell!, on));
        }
    }

    public void GoElsewhere(DateOnly on)
    {
        if (Find(on, p => p.Age(on) < 60 && p.IsOfficial && !PeopleRegister.IsHeld(p, on)) is { } person)
        {
            world.People.Move(
                person,
                Cell(c =>
                    c == person.Cell ? 0
                    : c.Site == person.Cell!.Site ? 6
                    : Site(c).Opens
                ),
                on
            );
        }
    }

    /// <summary>Whoever retires from an office goes to the cell where he lives.</summary>
    public void Retire(Person person, DateOnly on)
    {
        if (person.Cell is { Site: not "village" } && person.Stay!.FromOn < on)
        {
            person.Record.Occupation = "Hưu trí";
            world.People.Move(
                person,
                Cell(c =>
                    c.Site == "village"
                        ? c.Parent == person.Cell.Parent
                            ? 20
                            : 1
                        : 0
                ),
                on
            );
        }
    }

    public void Die(DateOnly on)
    {
        if (Find(on, p => chance.Happens(Math.Pow(Math.Max(0.02, (p.Age(on) - 38) / 55.0), 3)), fewestLeft: 3) is { } person)
        {
            world.People.Part(person, on, HowOut.Died);
        }
    }

    public void Remove(DateOnly on, HowOut how)
    {
        var probationary = how == HowOut.StruckOff && chance.Happens(0.25);
        if (Find(on, p => p.Age(on) < 60 && p.IsOfficial != probationary) is { } person)
        {
            world.People.Part(person, on, how);
        }
    }

    /// <summary>Rights given back to somebody who was removed wrongly, in the cell where he had been.</summary>
    public void Restore(DateOnly on)
    {
        var wronged = world.People.Removed.FindIndex(r => r.On < on.AddDays(-120) && r.Cell.IsOpen && r.Who.IsOfficial);
        if (wronged >= 0)
        {
            var (who, _, cell) = world.People.Removed[wronged];
            world.People.Removed.RemoveAt(wronged);
            world.People.Join(who, cell, on, HowIn.Restored);
            return;
        }

        var old = Cell(c => c.Site == "village" ? 1 : 0);
        world.People.Join(maker.Member(old, on, oldest: 70), old, on, HowIn.Restored);
    }

    public void ExemptTheOld(DateOnly on)
    {
        if (
            Find(on, p => p.Age(on) >= 66 && p.Condition is null && chance.Happens((p.Age(on) - 60) / 25.0), fewestLeft: 0) is
            { } person
        )
        {
            world.People.Hold(person, MemberCondition.Exempt, on);
        }
    }

    /// <summary>Long treatment, single work far away, maternity leave: exempt for a time.</summary>
    public void ExemptForATime(DateOnly on)
    {
        if (Find(on, p => p.Age(on) is > 22 and < 55 && p.Condition is null && p.IsOfficial) is { } person)
        {
            Hold(person, MemberCondition.Exempt, on, on.AddDays(chance.Between(150, 340)), _ => { });
        }
    }

    /// <summary>Suspended while a case is looked into; then expelled, or back among the others.</summary>
    public void Suspend(DateOnly on)
    {
        if (Find(on, p => p.Age(on) is > 25 and < 60 && p.Condition is null && p.IsOfficial) is { } person)
        {
            var isGuilty = chance.Happens(0.5);
            Hold(
                person,
                MemberCondition.Suspended,
                on,
                on.AddDays(chance.Between(60, 120)),
                day =>
                {
                    if (isGuilty && person.Stay!.FromOn < day)
                    {
                        world.People.Part(person, day, HowOut.Expelled);
                    }
                }
            );
        }
    }

    private void Hold(Person person, MemberCondition condition, DateOnly on, DateOnly end, Action<DateOnly> after)
    {
        world.People.Hold(person, condition, on, end);
        var span = person.Condition;
        world.Time.On(
            end,
            day =>
            {
                // He may have left, or have died, in the meantime.
                if (person.Condition == span)
                {
                    person.Condition = null;
                    after(day);
                }
            }
        );
    }

    private Site Site(Unit cell) => world.Lists.Sites[cell.Site!];

    private Unit Cell(Func<Unit, double> weight) =>
        chance.Pick([.. world.Register.Cells.Where(c => c.Members.Count is > 0 and < MostInACell)], weight);

    /// <summary>Anybody who fits, has been where he is for a while, and whose cell can do without him.</summary>
    private Person? Find(DateOnly on, Func<Person, bool> fits, int fewestLeft = FewestLeft)
    {
        for (var i = 0; i < Tries && world.People.All.Count > 0; i++)
        {
            var person = chance.Pick(world.People.All);
            if (person.Stay!.FromOn < on.AddDays(-60) && person.Cell!.Members.Count > fewestLeft && fits(person))
            {
                return person;
            }
        }

        return null;
    }
}
