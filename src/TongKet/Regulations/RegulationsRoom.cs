using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;

namespace TongKet.Regulations;

/// <summary>The rule sets: what issued documents set, with article and confirmation.</summary>
public static class RegulationsRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(_ => RuleBookLoader.Load());
        services.AddSingleton<ShowRuleSets.RuleSetsQuery>();
        services.AddSingleton(provider => new StructureRulesOn(provider.GetRequiredService<RuleBook>().StructureOn));
    }
}
