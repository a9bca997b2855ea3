using System.Net;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

public sealed class StatePageTests
{
    [Theory, OnBothDatabases]
    public async Task The_administrator_sees_how_figures_are_counted_and_others_do_not(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var served = await ServedWorld.OpenAsync(kind, sound.World);
        var administrator = served.As(Actors.Administrator());
        var office = served.As(Actors.Office(sound.District.Id));
        await office.OpenAsync($"/to-chuc/{sound.District.Id}?nam=2023&ngay=2023-12-31");

        var page = await administrator.OpenAsync("/tinh-trang");

        Assert.Contains("Số liệu được đếm trong bộ nhớ", page.Text, StringComparison.Ordinal);
        Assert.Contains("Đảng viên trong danh sách kiểm điểm", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.OpenAsync("/tinh-trang")).Status);
    }
}
