using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>A district of two grassroots organizations and four cells, the ground of most tests here.</summary>
internal static class Small
{
    public static WorkbookBuilder World(int year = 2023) =>
        new WorkbookBuilder(year)
            .Organization("H", "Đảng bộ huyện Hạ", "Đảng bộ huyện", order: 1, foundedOn: new DateOnly(1976, 3, 1))
            .Organization(
                "H.1",
                "Đảng bộ xã Một",
                "Đảng bộ cơ sở",
                "H",
                group: "Xã",
                order: 2,
                foundedOn: new DateOnly(1990, 3, 1)
            )
            .Organization("H.1.1", "Chi bộ thôn Một", "Chi bộ trực thuộc", "H.1", order: 3, foundedOn: new DateOnly(1990, 3, 1))
            .Organization("H.1.2", "Chi bộ thôn Hai", "Chi bộ trực thuộc", "H.1", order: 4, foundedOn: new DateOnly(1990, 3, 1))
            .Organization(
                "H.2",
                "Chi bộ Trường học",
                "Chi bộ cơ sở",
                "H",
                group: "Trường",
                order: 5,
                foundedOn: new DateOnly(1990, 3, 1)
            );

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);
}
