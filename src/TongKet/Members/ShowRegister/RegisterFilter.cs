using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Members.ShowRegister;

/// <summary>Which members of the head-count a register shows.</summary>
public enum RegisterStatus : byte
{
    All = 0,
    Official = 1,
    Probationary = 2,
    Exempt = 3,
    Suspended = 4,

    /// <summary>«Cần bổ sung»: without the number by which a member is known.</summary>
    WithoutCitizenId = 5,
}

/// <param name="Wanted">A name without marks, or a number of the member's.</param>
/// <param name="CellId">One cell of the organization alone.</param>
public sealed record RegisterFilter(string? Wanted = null, long? CellId = null, RegisterStatus Status = RegisterStatus.All)
{
    /// <summary>The order of names over all cells, as the address asks for it.</summary>
    public const string ByName = "ten";

    /// <summary>As the address has it; a status that is none narrows nothing.</summary>
    public static RegisterFilter Asked(string? wanted, long? cell, string? status) =>
        new(
            wanted,
            cell,
            Enum.TryParse<RegisterStatus>(status, out var asked) && Enum.IsDefined(asked) ? asked : RegisterStatus.All
        );

    /// <summary>The stays that are in the head-count of these cells at the end of the day and are asked for.</summary>
    public IQueryable<Stay> Of(AppStore store, DateOnly on, long[] cells)
    {
        var stays = store
            .Set<Stay>()
            .AsNoTracking()
            .Where(s => cells.Contains(s.CellId) && s.FromOn <= on && (s.ToOn == null || s.ToOn > on));
        return WithStatus(store, on, WithWords(stays));
    }

    private IQueryable<Stay> WithWords(IQueryable<Stay> stays)
    {
        if (string.IsNullOrWhiteSpace(Wanted))
        {
            return stays;
        }

        var tidy = VietnameseText.Tidy(Wanted);
        if (tidy.Any(char.IsAsciiDigit))
        {
            // Numbers are found whole only: nobody guesses one by its beginning.
            var number = tidy.Replace(" ", "", StringComparison.Ordinal);
            return stays.Where(s =>
                s.Member!.CitizenId == number
                || s.Member.CardNumber == number
                || s.Member.RecordNumber == number
                || s.Member.RecordNumber == tidy
                || s.Member.OldIdentityNumber == number
            );
        }

        var folded = VietnameseText.Fold(tidy);
        return stays.Where(s => s.Member!.NameFolded.Contains(folded));
    }

    private IQueryable<Stay> WithStatus(AppStore store, DateOnly on, IQueryable<Stay> stays)
    {
        var conditions = store.Set<MemberConditionSpan>().Where(c => c.FromOn <= on && (c.ToOn == null || c.ToOn > on));
        return Status switch
        {
            RegisterStatus.Official => stays.Where(s => s.Member!.OfficialOn <= on),
            RegisterStatus.Probationary => stays.Where(s => s.Member!.OfficialOn == null || s.Member.OfficialOn > on),
            RegisterStatus.Exempt => stays.Where(s =>
                conditions.Any(c => c.MemberId == s.MemberId && c.Condition == MemberCondition.Exempt)
            ),
            RegisterStatus.Suspended => stays.Where(s =>
                conditions.Any(c => c.MemberId == s.MemberId && c.Condition == MemberCondition.Suspended)
            ),
            RegisterStatus.WithoutCitizenId => stays.Where(s => s.Member!.CitizenId == null),
            _ => stays,
        };
    }
}
