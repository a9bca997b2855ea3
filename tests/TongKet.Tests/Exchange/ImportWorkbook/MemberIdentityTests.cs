using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ImportWorkbook.OrganizationImportTests;
using static TongKet.Tests.Exchange.ImportWorkbook.Small;
using static TongKet.Tests.Exchange.ImportWorkbook.StayImportTests;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>By what a member is found again, and what is kept of his numbers and dates (decisions 2 and 13).</summary>
public sealed class MemberIdentityTests
{
    private const string An = "Nguyễn Văn An";

    [Theory, OnBothDatabases]
    public async Task A_member_without_CCCD_is_found_by_his_record_number_and_gets_his_CCCD_later(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var without = World().Member(An, "H.1.1", "", record: "LL-7", note: "Chưa được cấp");
        await desk.TakeAsync(without);
        await AssertSameAgainAsync(desk, without);

        var result = await desk.TakeAsync(World(2024).Member(An, "H.1.1", "001080000001", record: "LL-7", note: "Chưa được cấp"));

        Assert.Equal((0, 1), (result.Add, result.Change));
        Assert.Equal("001080000001", (await desk.LookAsync(s => s.Set<Member>().SingleAsync())).CitizenId);
    }

    [Theory, OnBothDatabases]
    public async Task Without_CCCD_and_record_number_the_card_is_the_key(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World().Member(An, "H.1.1", "", record: "", card: "68.012345", note: "Chưa được cấp");
        await desk.TakeAsync(file);
        await AssertSameAgainAsync(desk, file);
    }

    [Theory, OnBothDatabases]
    public async Task One_number_given_to_two_people_keeps_them_two(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", "", record: "LL-7", note: "Chưa được cấp"));
        // Another unit numbers its files from one as well.
        var other = World().Member("Trần Văn Bình", "H.2", "", born: Day(1950, 1, 2), record: "LL-7", note: "Chưa được cấp");
        await desk.TakeAsync(other);

        Assert.Equal(2, await desk.LookAsync(s => s.Set<Member>().CountAsync()));
        await AssertSameAgainAsync(desk, other);
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_name_under_one_CCCD_is_one_member(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", "001080000001"));
        var result = await desk.TakeAsync(World(2024).Member("Nguyễn Văn Ân", "H.1.1", "001080000001"));

        Assert.Equal((0, 1), (result.Add, result.Change));
        Assert.Equal("nguyen van an", (await desk.LookAsync(s => s.Set<Member>().SingleAsync())).NameFolded);
    }

    [Theory, OnBothDatabases]
    public async Task Two_lines_that_the_register_knows_as_one_person_are_an_error(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", "001080000001", record: "LL-7", card: "49000001"));
        var result = await desk.ApplyAsync(
            World()
                .Member(An, "H.1.1", "001080000001", record: "LL-8")
                .Member(An, "H.1.1", "", card: "49000001", record: "", note: "Chưa được cấp")
        );

        Assert.Contains(("Đảng viên", 3, "Số CCCD", "exchange.import.member-twice"), Named(result.Errors));
    }

    [Theory, OnBothDatabases]
    public async Task Old_dates_and_numbers_are_kept_as_they_are(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World()
            .Member(An, "H.1.1", "212345678", born: "1945", admitted: "3/1968", official: "", recognized: "", card: "68.012345")
            .Set(WorkbookForm.Members, 2, "Ngày quyết định kết nạp", "1968");
        await desk.TakeAsync(file);

        var member = await desk.LookAsync(s => s.Set<Member>().SingleAsync());
        Assert.Equal(
            ("1945", "03/1968", "1968"),
            (member.Born.ToString(), member.Admitted.ToString(), member.AdmissionDecided.ToString())
        );
        Assert.Equal((DatePrecision.Year, DatePrecision.Month), (member.BornPrecision, member.AdmittedPrecision));
        Assert.Equal((null, "212345678", "68.012345"), (member.CitizenId, member.OldIdentityNumber, member.CardNumber));
        await AssertSameAgainAsync(desk, file);
    }

    [Theory, OnBothDatabases]
    public async Task Decomposed_accents_and_stray_spaces_are_the_same_person_and_the_same_record(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", "001080000001"));
        await AssertSameAgainAsync(
            desk,
            World()
                .Member(An, "H.1.1", "001080000001")
                .Set(WorkbookForm.Members, 2, "Họ và tên", " Nguyễn  Văn\u00a0An ".Normalize(System.Text.NormalizationForm.FormD))
        );
    }

    [Theory, OnBothDatabases]
    public async Task Figures_of_peoples_and_religions_count_what_is_not_Kinh_and_not_none(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            World()
                .Member(An, "H.1.1")
                .Member("K’ Brèo", "H.1.1", ethnicity: "K’Ho")
                .Set(WorkbookForm.Members, 3, "Tôn giáo", "Tin lành")
        );

        var members = await desk.LookAsync(s =>
            s.Set<Member>().OrderBy(m => m.Id).Select(m => new { m.IsEthnicMinority, m.HasReligion }).ToListAsync()
        );
        Assert.Equal([(false, false), (true, true)], members.Select(m => (m.IsEthnicMinority, m.HasReligion)));
    }
}
