using System.CommandLine;
using TongKet.Access;
using TongKet.Access.AddAccount;
using TongKet.Bench;
using TongKet.Cli;
using TongKet.Commendations;
using TongKet.Demo;
using TongKet.Exchange;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Exchange.WriteTemplates;
using TongKet.Figures;
using TongKet.Figures.AnswerFigures;
using TongKet.Figures.ListRecords;
using TongKet.Figures.VerifyFigures;
using TongKet.Generate;
using TongKet.Meetings;
using TongKet.Members;
using TongKet.Members.ShowMovement;
using TongKet.Organizations;
using TongKet.Portal;
using TongKet.Regulations;
using TongKet.Reports;
using TongKet.Reports.ShowReport;
using TongKet.Reviews;
using TongKet.Reviews.ShowExcellentCap;
using TongKet.Store;
using TongKet.Targets;
using TongKet.Web;

namespace TongKet;

/// <summary>What the program is put together from: the rooms, left to right, and the verbs of the one door.</summary>
public sealed class Program
{
    private Program() { }

    public static readonly IReadOnlyList<Action<IServiceCollection>> Rooms =
    [
        AccessRoom.Register,
        OrganizationsRoom.Register,
        RegulationsRoom.Register,
        FiguresRoom.Register,
        MembersRoom.Register,
        MeetingsRoom.Register,
        TargetsRoom.Register,
        ReviewsRoom.Register,
        CommendationsRoom.Register,
        ReportsRoom.Register,
        PortalRoom.Register,
        ExchangeRoom.Register,
        DemoParts.Register,
        GenerateParts.Register,
    ];

    public static readonly IReadOnlyList<Func<VerbHost, Command>> Verbs =
    [
        FiguresVerb.Make,
        RecordsVerb.Make,
        MovementVerb.Make,
        VerifyVerb.Make,
        CapVerb.Make,
        ReportVerb.Make,
        AddAccountVerb.Make,
        ImportVerb.Make,
        TemplatesVerb.Make,
        ServeVerb.Of(Rooms),
        DemoVerb.Of(Rooms),
        GenerateVerb.Make,
        BenchVerb.Of(Rooms),
        SchemaVerb.Make,
    ];

    public static Task<int> Main(string[] arguments)
    {
        System.Globalization.CultureInfo.DefaultThreadCurrentUICulture = Words.Vietnamese;
        return VerbTable.RunAsync(arguments, new VerbHost(Rooms, Console.Out, Console.Error), Verbs, Console.Out, Console.Error);
    }
}
