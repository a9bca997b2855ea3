using TongKet.Domain.Members;
using static TongKet.Exchange.ReadWorkbook.MemberColumn;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>One line of «Đảng viên».</summary>
internal static class MemberSheet
{
    public static MemberRow Read(SheetCells cells)
    {
        var (citizenId, oldIdentity) = PersonNumbers.ReadIdentity(cells, CitizenId);
        var member = new MemberRow(cells.Row)
        {
            RegisterOrder = cells.Whole(RegisterOrder),
            FullName = cells.RequiredText(FullName),
            Born = cells.PartialDay(Born),
            Sex = cells.Word(MemberColumn.Sex, WorkbookWords.Sexes) ?? Domain.Members.Sex.Unknown,
            Ethnicity = cells.Text(Ethnicity),
            Religion = cells.Text(Religion),
            HomePlace = cells.Text(HomePlace),
            CitizenId = citizenId,
            OldIdentityNumber = oldIdentity,
            IdentityIsFaulty = cells.IsFaulty(CitizenId),
            CardNumber = PersonNumbers.ReadCard(cells, Card),
            RecordNumber = cells.Text(RecordNumber),
            AdmissionDecided = cells.PartialDay(AdmissionDecided),
            Admitted = cells.PartialDay(Admitted),
            OfficialOn = cells.Day(OfficialOn),
            RecognizedOn = cells.Day(RecognizedOn),
            CellCode = cells.RequiredText(Cell),
            Post = cells.Text(Post),
            Occupation = cells.Text(Occupation),
            Qualification = cells.Text(Qualification),
            PoliticalTheory = cells.Text(PoliticalTheory),
            HowIn = cells.IsEmpty(MemberColumn.HowIn)
                ? Domain.Members.HowIn.BeforeRecords
                : cells.Word(MemberColumn.HowIn, WorkbookWords.HowIn),
            CameOn = cells.Day(CameOn),
            State = cells.IsEmpty(State) ? MemberState.Active : cells.Word(State, WorkbookWords.States),
            StateOn = cells.Day(StateOn),
            OtherPlace = cells.Text(OtherPlace),
            Note = cells.Text(Note),
        };
        CheckIdentity(cells, member);
        CheckDates(cells, member);
        MemberStayChecks.Check(cells, member);
        return member;
    }

    private static void CheckIdentity(SheetCells cells, MemberRow member)
    {
        if (member.CitizenId is { } citizenId)
        {
            PersonNumbers.CompareWithPerson(cells, CitizenId, citizenId, member.Sex, member.Born);
        }
        else if (member.IdentityIsFaulty)
        {
            return;
        }
        else if (cells.IsEmpty(RecordNumber) && cells.IsEmpty(Card))
        {
            cells.Error(CitizenId, "exchange.member.no-key");
        }
        else if (member.OldIdentityNumber is null && cells.IsEmpty(Note))
        {
            cells.Error(CitizenId, "exchange.member.no-cccd-reason");
        }
        else
        {
            cells.Warning(CitizenId, "exchange.member.no-cccd");
        }
    }

    private static void CheckDates(SheetCells cells, MemberRow member)
    {
        foreach (var column in (ReadOnlySpan<int>)[Born, MemberColumn.Sex, Admitted])
        {
            if (cells.IsEmpty(column))
            {
                cells.Warning(column, "exchange.cell.should-be-filled");
            }
        }

        // Where only a year is known, its first day is the earliest that it can have been.
        if (member.Born is { } born && member.Admitted is { } admitted && admitted.On < born.On)
        {
            cells.Error(Admitted, "exchange.member.admitted-before-birth", born);
        }
        else if (member.Admitted is { } ceremony && member.OfficialOn < ceremony.On)
        {
            cells.Error(OfficialOn, "exchange.member.official-before-admission", ceremony);
        }
    }
}
