using TongKet.Domain.Organizations;
using TongKet.Reports;

namespace TongKet.Tests.Reports.WriteDocument;

/// <summary>An invented report that holds what is hard to write: long names, every accent, unknown figures, hostile text.</summary>
internal static class SampleReport
{
    public const string EveryAccent =
        "àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ "
        + "ÀÁẢÃẠ ĂẰẮẲẴẶ ÂẦẤẨẪẬ Đ ÈÉẺẼẸ ÊỀẾỂỄỆ ÌÍỈĨỊ ÒÓỎÕỌ ÔỒỐỔỖỘ ƠỜỚỞỠỢ ÙÚỦŨỤ ƯỪỨỬỮỰ ỲÝỶỸỴ";

    public const string Formula = "=cmd|' /C calc'!A0";
    public const string LongName = "Đảng bộ Trung tâm Dịch vụ nông nghiệp và Phát triển nông thôn";

    private const long Own = 7;

    public static TongKet.Reports.DocumentFormat Format { get; } =
        new(
            Document: "HD 05-HD/VPTW",
            IsConfirmed: false,
            MarginTop: 20,
            MarginBottom: 20,
            MarginLeft: 30,
            MarginRight: 15,
            Font: "Times New Roman",
            BodySize: 14,
            LineExactly: 19,
            FirstLineIndent: 10,
            LeadingZeroInDate: true,
            PostIsBold: false,
            EndsWithSlashMark: false,
            HeadSize: 14,
            PartyNameSize: 15,
            KindSize: 15,
            AbstractSize: 14,
            RecipientsSize: 12,
            CommitteeSpelling: "ủy"
        );

    public static ReportView View { get; } =
        new(
            OrganizationId: Own,
            OrganizationCode: "MT",
            OrganizationName: "Đảng bộ huyện Mường Thượng",
            SuperiorName: "Đảng bộ tỉnh Bình Hải",
            Year: 2023,
            AsOf: new DateOnly(2023, 12, 31),
            SignedOn: new DateOnly(2024, 1, 5),
            Format: Format,
            Title: "Báo cáo tổng kết công tác xây dựng Đảng năm 2023, phương hướng, nhiệm vụ năm 2024",
            Notices: ["DỰ THẢO", "Số liệu năm 2022 tính theo định nghĩa khác: không so sánh được."],
            Sections: Sections(),
            Issuer: ReportIssuer.Of(
                OrganizationKind.DistrictOrganization,
                "Đảng bộ huyện Mường Thượng",
                OrganizationKind.ProvincialOrganization,
                "Đảng bộ tỉnh Bình Hải"
            )
        )
        {
            ReadAt = new(2024, 1, 5, 8, 0, 0, TimeSpan.Zero),
        };

    /// <summary>A report of one chart with many long names.</summary>
    public static ReportView OfLyingBars { get; } =
        View with
        {
            Sections =
            [
                new(
                    1,
                    "Kết nạp đảng viên",
                    [
                        new ReportChart(
                            "Đảng viên mới kết nạp",
                            [.. Enumerable.Range(1, 14).Select(i => i == 3 ? LongName : $"Chi bộ cơ sở số {i}")],
                            [
                                new("Năm 2023", [.. Enumerable.Range(1, 14).Select(i => (decimal?)(i * 7 % 11))]),
                                new(
                                    "Năm 2022",
                                    [.. Enumerable.Range(1, 14).Select(i => i % 4 == 0 ? null : (decimal?)(i * 5 % 9))]
                                ),
                            ]
                        ),
                    ]
                ),
            ],
        };

    public static ReportSpan Figure(string text, string code, decimal? value, long of = Own) =>
        new(text, code, of, value, $"/reports/records?organization={of}&year=2023&figure={code}");

    private static ReportSpan Text(string text) => new(text);

    private static ReportSection[] Sections() =>
        [
            new(
                1,
                "Đặc điểm, tình hình",
                [
                    new ReportSentence([
                        Text("Toàn Đảng bộ có "),
                        Figure("63", "grassroots_party_org_count", 63),
                        Text(" tổ chức cơ sở đảng với "),
                        Figure("4.872", "party_member_total", 4872),
                        Text(" đảng viên, tăng "),
                        Figure("1,8%", "party_member_growth", 1.797m),
                        Text(" so với đầu năm; số đảng viên được tặng Huy hiệu Đảng là "),
                        Figure("—", "badge_total", null),
                        Text("."),
                    ]),
                ]
            ),
            new(1, "Kết quả thực hiện các nhiệm vụ", []),
            new(2, "Xếp loại chất lượng đảng viên", [Grades(), GradesChart()]),
            new(2, "Thực hiện chỉ tiêu", [Targets()]),
            new(2, "Kết quả theo từng tổ chức đảng", [BySubordinate(), Wide()]),
            new(
                1,
                "Hạn chế, nguyên nhân",
                [
                    new ReportRoom("Nêu những việc chưa làm được và nguyên nhân."),
                    new ReportSentence([Text(Formula + " <b>\"&'\u0001\u202e</b> "), Text(EveryAccent)]),
                ]
            ),
            new(
                1,
                "Phương hướng, nhiệm vụ năm tới",
                [new ReportSentence([Text("Tiếp tục giữ vững kỷ cương, kỷ luật của Đảng.")])]
            ),
        ];

    private static ReportTable Grades() =>
        new(
            "Xếp loại đảng viên năm 2023",
            ["Mức xếp loại", "Số đảng viên", "Tỷ lệ", "Năm 2022", "Tăng, giảm"],
            [
                Grade("Hoàn thành xuất sắc nhiệm vụ", "524", 524, "12,1%", 12.06m, "excellent"),
                Grade("Hoàn thành tốt nhiệm vụ", "3.576", 3576, "82,3%", 82.301m, "good"),
                Grade("Hoàn thành nhiệm vụ", "231", 231, "5,3%", 5.316m, "completed"),
                Grade("Không hoàn thành nhiệm vụ", "14", 14, "0,3%", 0.322m, "not_completed"),
            ],
            [
                Text("Tổng số được xếp loại"),
                Figure("4.345", "member_rated_count", 4345),
                Figure("100%", "member_rated_rate", 100),
                Figure("—", "member_rated_count_before", null),
                Text(""),
            ],
            "Tỷ lệ tính trên số đảng viên được xếp loại (4.345); 527 đảng viên không xếp loại."
        );

    private static IReadOnlyList<ReportSpan> Grade(
        string name,
        string count,
        decimal value,
        string rate,
        decimal percent,
        string code
    ) =>
        [
            Text(name),
            Figure(count, $"member_{code}_count", value),
            Figure(rate, $"member_{code}_rate", percent),
            Figure("—", $"member_{code}_count_before", null),
            Figure("+3,4 điểm", $"member_{code}_change", 3.4m),
        ];

    private static ReportChart GradesChart() =>
        new(
            "Tỷ lệ xếp loại đảng viên (%)",
            ["Xuất sắc", "Tốt", "Hoàn thành", "Không hoàn thành"],
            [new("Năm 2023", [12.1m, 82.3m, 5.3m, 0.3m]), new("Năm 2022", [11.4m, 81.9m, null, 0.5m])]
        );

    private static ReportTable Targets() =>
        new(
            "Các chỉ tiêu năm 2023",
            ["Chỉ tiêu", "Đơn vị", "Giao", "Thực hiện", "Kết quả"],
            [
                [
                    Text("Kết nạp đảng viên mới"),
                    Text("người"),
                    Text(">= 146"),
                    Figure("151", "new_member_count", 151),
                    Text("đạt 103,4%, vượt 3,4% chỉ tiêu"),
                ],
                [Text(Formula), Text("@SUM(A1)"), Text("+1"), Text("-2+3"), Text(EveryAccent)],
            ],
            null,
            null
        );

    private static ReportTable BySubordinate() =>
        new(
            "Kết quả theo tổ chức cơ sở đảng",
            [
                "TT",
                "Tổ chức cơ sở đảng",
                "Đảng viên",
                "Kết nạp",
                "Hoàn thành xuất sắc",
                "Tỷ lệ hoàn thành tốt trở lên",
                "Xếp loại tổ chức",
            ],
            [
                .. Enumerable
                    .Range(1, 60)
                    .Select(
                        IReadOnlyList<ReportSpan> (i) =>
                            [
                                Text($"{i}"),
                                Text(i % 20 == 3 ? LongName : $"Chi bộ cơ sở số {i}"),
                                Figure($"{60 + i}", "party_member_total", 60 + i, 100 + i),
                                i % 7 == 0
                                    ? Figure("—", "new_member_count", null, 100 + i)
                                    : Figure($"{i % 5}", "new_member_count", i % 5, 100 + i),
                                Figure($"{i % 9}", "member_excellent_count", i % 9, 100 + i),
                                Figure($"{90 + i % 10},5%", "member_good_or_better_rate", 90 + i % 10 + 0.5m, 100 + i),
                                Text("Hoàn thành tốt nhiệm vụ"),
                            ]
                    ),
            ],
            [
                Text(""),
                Text("Toàn Đảng bộ"),
                Figure("4.872", "party_member_total", 4872),
                Figure("151", "new_member_count", 151),
                Figure("524", "member_excellent_count", 524),
                Figure("94,4%", "member_good_or_better_rate", 94.361m),
                Text(""),
            ],
            null
        );

    private static ReportTable Wide() =>
        new(
            "Biến động đảng viên theo tổ chức cơ sở đảng",
            [
                "Tổ chức cơ sở đảng",
                "Đầu năm",
                "Kết nạp",
                "Chuyển đến",
                "Khôi phục",
                "Chuyển đi",
                "Từ trần",
                "Xóa tên",
                "Khai trừ",
                "Xin ra",
                "Cuối năm",
                "Chính thức",
                "Dự bị",
                "Nữ",
                "Dân tộc thiểu số",
            ],
            [
                .. Enumerable
                    .Range(1, 8)
                    .Select(
                        IReadOnlyList<ReportSpan> (i) =>
                            [
                                Text($"{LongName} số {i}"),
                                .. Enumerable
                                    .Range(1, 14)
                                    .Select(j =>
                                        Figure($"{1000 + i * j:#,##0}".Replace(',', '.'), $"movement_{j}", 1000 + i * j, 100 + i)
                                    ),
                            ]
                    ),
            ],
            null,
            "Ghi chú: số tổng hợp, không có danh sách."
        );
}
