using Microsoft.AspNetCore.Authorization;
using TongKet.Domain.Access;

namespace TongKet.Access;

/// <summary>A page that only who may do an act somewhere may open: <c>[Authorize(Policy = "members.see")]</c>, named by the act's code.</summary>
public sealed record ActRequirement(Act Act) : IAuthorizationRequirement;

/// <summary>The first door only: with which organization he may do it, the handler or query decides.</summary>
public sealed class ActRequirementCheck(CurrentActor current) : AuthorizationHandler<ActRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, ActRequirement requirement)
    {
        if ((await current.GetAsync()).GrantsFor(requirement.Act).Any())
        {
            context.Succeed(requirement);
        }
    }
}
