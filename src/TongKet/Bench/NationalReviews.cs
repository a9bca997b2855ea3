using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.DecideGrades;
using TongKet.Reviews.FillSheet;
using TongKet.Reviews.OpenCycle;
using TongKet.Reviews.ShowExcellentCap;
using TongKet.Reviews.WriteSelfReview;

namespace TongKet.Bench;

/// <param name="PerSecond">Self-reviews written in a second, while a committee decides on its cells over and over.</param>
/// <param name="Bare">Rows of the same content written in a second by as many connections, without log and rules.</param>
/// <param name="Refused">Of all that was written, decided and sent, what was refused or broke.</param>
/// <param name="Pages">How often in a second the page on which a member writes is answered, by as many connections, afterwards.</param>
public sealed record ReviewRates(double PerSecond, double Bare, int Written, int Decided, int Refused, double Pages);

/// <summary>December in a province: members review themselves at once while committees decide.</summary>
public sealed class NationalReviews(NationDesk desk, CancellationToken cancel)
{
    private const int Writers = 8;
    private const int Year = NationalQuestions.Year;
    private const int EnoughForTheStretch = 20_000;
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(10);

    /// <summary>A server in December has been up for weeks: what compiles and plans is not measured.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(15);
    private static readonly DateOnly Met = new(Year, 12, 20);

    /// <summary>All shares of Excellent of a province, of the time to read its grades once.</summary>
    public async Task<double> CapsAsync()
    {
        var cells = desk.Tree.Subtree(desk.Province).Where(n => n.Kind.IsCell()).Select(n => n.Id).ToArray();
        var caps = desk.Get<ExcellentCapQuery>();
        var times = await Rounds.AlternateAsync(
            () => caps.AskAsync(Actor.Operator("bench"), desk.Province.Id, Year, cancel),
            () =>
                desk
                    .Store.Set<MemberGrade>()
                    .AsNoTracking()
                    .Where(g => g.Year == Year && cells.Contains(g.CellId))
                    .Select(g => new { g.CellId, g.Grade })
                    .ToListAsync(cancel)
        );
        return times[0] / times[1];
    }

    public async Task<ReviewRates> RatesAsync()
    {
        var office = As(Role.CommitteeOffice, desk.Province.Id);
        var opened = await desk.Get<OpenCycleHandler>()
            .HandleAsync(
                new(
                    desk.Province.Id,
                    Year,
                    CycleKind.AdHoc,
                    null,
                    "bench",
                    new(Year, 12, 31),
                    Met,
                    Met.AddDays(5),
                    Met.AddDays(9)
                ),
                office,
                cancel
            );
        var cycle = opened.Value ?? throw new InvalidOperationException(opened.Refusals[0].Code);
        var people = await PeopleAsync();
        if (people.Count / 2 < EnoughForTheStretch)
        {
            throw new InvalidOperationException($"{people.Count} members are too few for this measurement.");
        }

        var bare = await BareAsync(cycle.Id, [.. people.Skip(people.Count / 2)]);
        var (written, decided, refused) = (0, 0, 0);
        var start = Stopwatch.GetTimestamp();
        var writtenWarm = 0;
        var approving = Task.Run(ApproveAsync, cancel);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => WriteAsync(w), cancel)));
        var taken = Stopwatch.GetElapsedTime(start) - Warming;
        await approving;
        return new(
            (written - writtenWarm) / taken.TotalSeconds,
            bare,
            written,
            decided,
            refused,
            await PagesAsync(cycle.Id, people)
        );

        async Task WriteAsync(int writer)
        {
            await using var own = await desk.BesideAsync(cancel);
            for (var i = writer; i < people.Count / 2 && Stopwatch.GetElapsedTime(start) < Warming + Stretch; i += Writers)
            {
                if (writer == 0 && writtenWarm == 0 && Stopwatch.GetElapsedTime(start) > Warming)
                {
                    writtenWarm = written;
                }

                own.Store.ChangeTracker.Clear();
                var (member, cell) = people[i];
                var actor = As(Role.Member, cell) with { MemberId = member };
                var command = new WriteSelfReviewCommand(
                    cycle.Id,
                    SelfOf.Member(member),
                    new("Hoàn thành nhiệm vụ", "Không", "Tiếp tục", Grade.Good)
                );
                var outcome = await own.Get<WriteSelfReviewHandler>().HandleAsync(command, actor, cancel);
                Interlocked.Increment(ref outcome.IsDone ? ref written : ref refused);
            }
        }

        async Task ApproveAsync()
        {
            await using var own = await desk.BesideAsync(cancel);
            foreach (var committee in Committees.Where((_, i) => i % 2 == 0))
            {
                foreach (var cell in desk.Tree.Subtree(committee).Where(n => n.Kind.IsCell() && !n.Version.CountsOnly))
                {
                    if (Stopwatch.GetElapsedTime(start) > Warming + Stretch)
                    {
                        return;
                    }

                    own.Store.ChangeTracker.Clear();
                    Count(await SendAsync(own, cycle.Id, cell));
                    own.Store.ChangeTracker.Clear();
                    var decision = new DecideGradesCommand(cycle.Id, committee.Id, "Đảng ủy", Met, "1-QĐ", true, [cell.Id]);
                    var body = As(Role.CommitteeOffice, committee.Id);
                    Count((await own.Get<DecideGradesHandler>().HandleAsync(decision, body, cancel)).Refusals);
                }
            }
        }

        void Count(IReadOnlyList<Refusal> refusals) => Interlocked.Increment(ref refusals.Count == 0 ? ref decided : ref refused);
    }

    private async Task<IReadOnlyList<Refusal>> SendAsync(NationDesk own, long cycleId, TreeNode cell)
    {
        var secretary = As(Role.CellSecretary, cell.Id);
        var sheet = (await own.Get<SheetQuery>().AskAsync(secretary, cycleId, cell.Id, cancel))!;
        var lines = sheet.Lines.Select(l =>
        {
            var was = l.Stored is { } stored ? SheetEntry.Of(stored) : SheetEntry.Empty;
            return new TypedLine(l.Key, was, was with { Proposed = Grade.Completed });
        });
        own.Store.ChangeTracker.Clear();
        var command = new SaveSheetCommand(cycleId, cell.Id, new(Met, "1-BB"), new(null, null), [.. lines], Sends: true);
        return (await own.Get<SaveSheetHandler>().HandleAsync(command, secretary, cancel)).Refusals;
    }

    private IEnumerable<TreeNode> Committees =>
        desk.Tree.Subtree(desk.Province).Where(n => n.Kind == OrganizationKind.GrassrootsPartyOrganization);

    /// <summary>What the page of a member's review asks, by as many connections: he opens it before he writes.</summary>
    private async Task<double> PagesAsync(long cycleId, IReadOnlyList<(long Member, long Cell)> people)
    {
        var answered = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => AskAsync(w), cancel)));
        return answered / Stopwatch.GetElapsedTime(start).TotalSeconds;

        async Task AskAsync(int asker)
        {
            await using var own = await desk.BesideAsync(cancel);
            for (var i = asker; i < people.Count && Stopwatch.GetElapsedTime(start) < Stretch / 2; i += Writers)
            {
                own.Store.ChangeTracker.Clear();
                var (member, cell) = people[i];
                var actor = As(Role.Member, cell) with { MemberId = member };
                if (await own.Get<SelfReviewQuery>().AskAsync(actor, cycleId, SelfOf.Member(member), cancel) is not null)
                {
                    Interlocked.Increment(ref answered);
                }
            }
        }
    }

    /// <summary>The same rows by as many connections, each in a transaction of its own; taken out again afterwards.</summary>
    private async Task<double> BareAsync(long cycleId, IReadOnlyList<(long Member, long Cell)> people)
    {
        var written = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            await using var own = await desk.BesideAsync(cancel);
                            for (var i = writer; i < people.Count && Stopwatch.GetElapsedTime(start) < Stretch / 2; i += Writers)
                            {
                                own.Store.ChangeTracker.Clear();
                                own.Store.Add(
                                    new SelfReview
                                    {
                                        Id = -1 - i,
                                        CycleId = cycleId,
                                        As = ReviewSubject.Member,
                                        OrganizationId = people[i].Cell,
                                        MemberId = people[i].Member,
                                        Strengths = "Hoàn thành nhiệm vụ",
                                        Grade = Grade.Good,
                                        WrittenOn = Met,
                                    }
                                );
                                await own.Store.SaveChangesAsync(cancel);
                                Interlocked.Increment(ref written);
                            }
                        },
                        cancel
                    )
                )
        );
        var rate = written / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await desk.Store.Set<SelfReview>().Where(r => r.Id < 0).ExecuteDeleteAsync(cancel);
        return rate;
    }

    /// <summary>Members of the province's cells outside the committees that decide meanwhile, as they come: from all cells at once.</summary>
    private async Task<IReadOnlyList<(long Member, long Cell)>> PeopleAsync()
    {
        var cells = Committees
            .Where((_, i) => i % 2 == 1)
            .SelectMany(desk.Tree.Subtree)
            .Concat(desk.Tree.Subtree(desk.Province).Where(n => n.Kind == OrganizationKind.GrassrootsCell))
            .Where(n => n.Kind.IsCell() && !n.Version.CountsOnly)
            .Select(n => n.Id)
            .ToArray();
        var day = new DateOnly(Year, 12, 31);
        var stays = await desk
            .Store.Set<Stay>()
            .AsNoTracking()
            .Where(s => cells.Contains(s.CellId) && s.FromOn <= day && (s.ToOn == null || s.ToOn > day))
            .OrderBy(s => s.Id)
            .Select(s => new { s.MemberId, s.CellId })
            .ToListAsync(cancel);
        var people = stays.Select(s => (s.MemberId, s.CellId)).ToArray();
        new Random(Year).Shuffle(people);
        return people;
    }

    private static Actor As(Role role, long organization) =>
        new(
            null,
            "bench",
            [
                new RoleGrant
                {
                    Role = role,
                    OrganizationId = organization,
                    FromOn = new DateOnly(Year, 1, 1),
                },
            ]
        );
}
