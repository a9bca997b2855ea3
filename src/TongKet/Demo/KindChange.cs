using TongKet.Domain.Organizations;

namespace TongKet.Demo;

/// <summary>
/// The day from which the commune is a grassroots organization: what stands between it and its cells is under it, and every
/// cell is a «chi bộ». Some weeks later one commune does without the committees between.
/// </summary>
internal sealed class KindChange(World world)
{
    private readonly OrganizationRegister register = world.Register;

    public void Happen(DateOnly on)
    {
        foreach (var section in register.OfKind(OrganizationKind.SectionalOrganization).ToList())
        {
            Lift(section, on);
        }

        foreach (var commune in register.OfKind(OrganizationKind.CommuneOrganization).ToList())
        {
            foreach (var unit in commune.Below().Where(u => u.IsPartyOrganization && u != commune).ToList())
            {
                register.Change(
                    unit,
                    on,
                    v =>
                    {
                        v.Kind = v.Kind.IsCell() ? OrganizationKind.PartyCell : OrganizationKind.SubGrassrootsOrganization;
                        v.Name = v.Name.Replace("Chi bộ cơ sở ", "Chi bộ ", StringComparison.Ordinal);
                    }
                );
            }
        }
    }

    public void EndTheCommitteesBetween(DateOnly on)
    {
        var commune = register.OfKind(OrganizationKind.CommuneOrganization).Skip(2).FirstOrDefault();
        foreach (
            var between in commune
                ?.Children.Where(u => u.Now.DutyGroup == world.Lists.Organizations.Groups["communeOffice"] && !u.IsCell)
                .ToList()
                ?? []
        )
        {
            Lift(between, on);
        }
    }

    /// <summary>What stands under it goes right under its parent, and it ends.</summary>
    private void Lift(Unit unit, DateOnly on)
    {
        foreach (var child in unit.Children.ToList())
        {
            register.Move(child, unit.Parent!, on, _ => { });
        }

        register.End(unit, on, unit.Parent);
    }
}
