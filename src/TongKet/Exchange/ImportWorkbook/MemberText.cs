using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>What a line says of the member himself. An empty cell says nothing: it never takes away what is known.</summary>
internal static class MemberText
{
    private static readonly string[] NoReligion = ["khong", "khong co", "khong ton giao", "ko", "0", "-"];

    /// <summary>Writes the line into the record; true where the record was another.</summary>
    public static bool Fill(Member member, MemberRow row)
    {
        var changed = FillName(member, row);
        changed |= FillNumbers(member, row);
        changed |= FillDates(member, row);
        if (row.Ethnicity is { } ethnicity && member.Ethnicity != ethnicity)
        {
            (member.Ethnicity, member.IsEthnicMinority, changed) = (ethnicity, VietnameseText.Fold(ethnicity) != "kinh", true);
        }

        if (row.Religion is { } religion && member.Religion != religion)
        {
            (member.Religion, member.HasReligion, changed) = (
                religion,
                !NoReligion.Contains(VietnameseText.Fold(religion)),
                true
            );
        }

        if (row.HomePlace is { } home && member.HomePlace != home)
        {
            (member.HomePlace, changed) = (home, true);
        }

        if (row.Occupation is { } occupation && member.Occupation != occupation)
        {
            (member.Occupation, changed) = (occupation, true);
        }

        if (row.Qualification is { } qualification && member.Qualification != qualification)
        {
            (member.Qualification, changed) = (qualification, true);
        }

        if (row.PoliticalTheory is { } theory && member.PoliticalTheory != theory)
        {
            (member.PoliticalTheory, changed) = (theory, true);
        }

        if (row.Note is { } note && member.Note != note)
        {
            (member.Note, changed) = (note, true);
        }

        return changed;
    }

    private static bool FillName(Member member, MemberRow row)
    {
        var changed = false;
        if (member.FullName != row.FullName)
        {
            member.FullName = row.FullName!;
            (member.NameFolded, member.NameSortKey) = (
                VietnameseText.Fold(row.FullName!),
                VietnameseText.PersonSortKey(row.FullName!)
            );
            changed = true;
        }

        if (row.Sex != Sex.Unknown && member.Sex != row.Sex)
        {
            (member.Sex, changed) = (row.Sex, true);
        }

        if (row.RegisterOrder is { } order && member.RegisterOrder != order)
        {
            (member.RegisterOrder, changed) = (order, true);
        }

        return changed;
    }

    private static bool FillNumbers(Member member, MemberRow row)
    {
        var changed = false;
        if (row.CitizenId is { } citizenId && member.CitizenId != citizenId)
        {
            (member.CitizenId, changed) = (citizenId, true);
        }

        if (row.OldIdentityNumber is { } old && member.OldIdentityNumber != old)
        {
            (member.OldIdentityNumber, changed) = (old, true);
        }

        if (row.CardNumber is { } card && member.CardNumber != card)
        {
            (member.CardNumber, changed) = (card, true);
        }

        if (row.RecordNumber is { } record && member.RecordNumber != record)
        {
            (member.RecordNumber, changed) = (record, true);
        }

        return changed;
    }

    private static bool FillDates(Member member, MemberRow row)
    {
        var changed = false;
        if (row.Born is { } born && member.Born != born)
        {
            (member.BornOn, member.BornPrecision, changed) = (born.On, born.Precision, true);
        }

        if (row.AdmissionDecided is { } decided && member.AdmissionDecided != decided)
        {
            (member.AdmissionDecidedOn, member.AdmissionDecidedPrecision, changed) = (decided.On, decided.Precision, true);
        }

        if (row.Admitted is { } admitted && member.Admitted != admitted)
        {
            (member.AdmittedOn, member.AdmittedPrecision, changed) = (admitted.On, admitted.Precision, true);
        }

        if (row.OfficialOn is { } official && member.OfficialOn != official)
        {
            (member.OfficialOn, changed) = (official, true);
        }

        if (row.RecognizedOn is { } recognized && member.RecognizedOn != recognized)
        {
            (member.RecognizedOn, changed) = (recognized, true);
        }

        return changed;
    }
}
