using TongKet.Cli;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Regulations;

/// <summary>The rule sets: what issued documents set, with article and confirmation, and the versions published since.</summary>
public static class RegulationsRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(_ => RuleBookLoader.Load());
        services.AddSingleton<PublishedRules>();
        services.AddScoped<PageContextPart, RulesContext>();
        services.AddSingleton(
            new StoreOpened(
                (services, cancel) =>
                    services.GetRequiredService<PublishedRules>().RefreshAsync(services.GetRequiredService<AppStore>(), cancel)
            )
        );
        services.AddSingleton<ShowRuleSets.RuleSetsQuery>();
        services.AddScoped<ShowRuleSet.RuleSetQuery>();
        services.AddSingleton<CompareRuleSets.CompareQuery>();
        services.AddScoped<PublishVersion.PublishVersionHandler>();
        services.AddSingleton(provider => new StructureRulesOn(provider.GetRequiredService<RuleBook>().StructureOn));
    }
}
