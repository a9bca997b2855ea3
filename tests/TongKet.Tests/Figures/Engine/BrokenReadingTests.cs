using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Cli;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Figures;
using TongKet.Figures.Engine;
using TongKet.Store;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

/// <summary>Reading that ends in the middle, wherever that is: the next question counts as if nothing had happened.</summary>
public sealed class BrokenReadingTests
{
    private static readonly DateOnly YearEnd = new(2023, 12, 31);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_reading_that_breaks_while_columns_load_or_follow_is_made_good_by_the_next(DatabaseKind kind)
    {
        for (var at = 0; ; at++)
        {
            var sound = new SoundWorld();
            await using var database = await sound.SaveAsync(kind);
            var fault = new Fault();
            await using var books = new TwoBooks(database, rooms: services => Break(services, fault));

            // Once while everything is read for the first time, once while changed rows are read again.
            fault.Left = at;
            var broke = await BreaksAsync(books);
            await books.AssertEqualAsync(YearEnd);
            sound.World.Admit(sound.FirstCell, new(2023, 5, 5));
            sound.World.Grade(sound.Mover, 2022, Domain.Reviews.Grade.Good);
            sound.World.Change(sound.Excellent).Sex = Sex.Female;
            sound.World.Leave(sound.Excellent, new(2023, 6, 1), HowOut.Died);
            await sound.World.SaveAsync(database, cancel: Cancel);
            fault.Left = at;
            broke |= await BreaksAsync(books);
            await books.AssertEqualAsync(YearEnd);
            if (!broke)
            {
                // More reads than there are: every one was broken once.
                Assert.InRange(at, 4, 40);
                return;
            }
        }
    }

    private static async Task<bool> BreaksAsync(TwoBooks books)
    {
        try
        {
            await books.FromColumnsAsync(YearEnd);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void Break(IServiceCollection services, Fault fault)
    {
        foreach (var source in services.Where(s => s.ServiceType == typeof(RecordSource)).ToList())
        {
            services.Remove(source);
            services.AddSingleton<RecordSource>(new BreakingSource((RecordSource)source.ImplementationInstance!, fault));
        }
    }

    private sealed class Fault
    {
        /// <summary>So many reads succeed, the next one does not; none fails where it is negative.</summary>
        public int Left { get; set; } = -1;

        public void Pass()
        {
            if (Left-- == 0)
            {
                throw new IOException();
            }
        }
    }

    /// <summary>The records of a room over a connection that is lost once.</summary>
    private sealed class BreakingSource : RecordSource
    {
        private readonly RecordSource of;
        private readonly Fault fault;

        public BreakingSource(RecordSource of, Fault fault)
            : base(of.Set)
        {
            (this.of, this.fault) = (of, fault);
            TouchedBy =
            [
                .. of.TouchedBy.Select(touch =>
                    touch.Places is not { } places
                        ? touch
                        : touch with
                        {
                            Places = (store, ids) =>
                            {
                                fault.Pass();
                                return places(store, ids);
                            },
                        }
                ),
            ];
        }

        public override DbCommand Columns(AppStore store, AsOf on, long[]? places)
        {
            fault.Pass();
            return of.Columns(store, on, places);
        }

        public override Task<IReadOnlyList<(long Place, int[] Counts)>> CountAsync(
            AppStore store,
            AsOf on,
            IReadOnlyList<CountFigure> figures,
            long[]? places,
            CancellationToken cancel
        ) => of.CountAsync(store, on, figures, places, cancel);

        public override DbCommand Statement(
            AppStore store,
            AsOf on,
            IReadOnlyList<CountFigure> figures,
            Func<string, string, string> text
        ) => of.Statement(store, on, figures, text);

        public override Task<IReadOnlyList<(long Place, long Other, int Count)>> PairsAsync(
            AppStore store,
            AsOf on,
            CountFigure figure,
            CancellationToken cancel
        ) => of.PairsAsync(store, on, figure, cancel);

        public override Task<Dictionary<long, int>> CountByPlaceAsync(
            AppStore store,
            AsOf on,
            CountFigure figure,
            long[] within,
            CancellationToken cancel
        ) => of.CountByPlaceAsync(store, on, figure, within, cancel);

        public override Task<IReadOnlyList<RecordLine>> ListAsync(
            AppStore store,
            AsOf on,
            CountFigure figure,
            long[] places,
            long[] within,
            CancellationToken cancel
        ) => of.ListAsync(store, on, figure, places, within, cancel);
    }
}
