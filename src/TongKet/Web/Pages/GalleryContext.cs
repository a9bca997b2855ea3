using TongKet.Domain.Access;

namespace TongKet.Web.Pages;

/// <summary>Somebody signed in, for the gallery alone, so that it shows the whole frame.</summary>
public sealed class GalleryContext : PageContextPart
{
    public override int Order => int.MaxValue;

    public override ValueTask<PageContext> FillAsync(PageContext context, HttpContext request, CancellationToken cancellation) =>
        new(
            request.Request.Path != "/thanh-phan" || context.IsSignedIn
                ? context
                : context with
                {
                    AccountName = "Trần Thị Bích Ngọc",
                    RoleName = "Văn phòng cấp ủy",
                    OrganizationId = 2,
                    OrganizationName = GallerySamples.Choices[1].Name,
                    Path = [.. GallerySamples.Choices.Take(2)],
                    Choices = GallerySamples.Choices,
                    Years = [2026, 2025, 2024, 2023],
                    Acts = new HashSet<string>(StringComparer.Ordinal) { Acts.SeeOrganizations.Code },
                    IsDemo = true,
                }
        );
}
