using TongKet.Domain.Commendations;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;

namespace TongKet.Tests.Support;

/// <summary>
/// A small world of organizations and members, told act by act and written by <see cref="WorldRecords.SaveAsync"/>,
/// which may be called again after further acts:
/// <code>
/// var world = new WorldBuilder();
/// var district = world.Found("HX", OrganizationKind.DistrictOrganization);
/// var cell = world.Found("HX.C01", OrganizationKind.GrassrootsCell, district);
/// var member = world.Enroll(cell);
/// world.Grade(member, 2023, Grade.Good);
/// await world.SaveAsync(database);
/// </code>
/// </summary>
public sealed class WorldBuilder : WorldRecords
{
    /// <summary>Who was there before this day has been there since nobody knows when.</summary>
    public static readonly DateOnly RecordsBegin = new(2022, 1, 1);

    /// <summary>Where nothing else is said, organizations stand since this day.</summary>
    public static readonly DateOnly LongAgo = new(2010, 1, 1);

    public Organization Found(string code, OrganizationKind kind, Organization? under = null, DateOnly? on = null)
    {
        var from = on ?? LongAgo;
        var organization = Add(new Organization { Id = NextId(), FoundedOn = from });
        Add(Version(organization.Id, code, kind, Versions.Count, from));
        Add(Place(organization.Id, under?.Id, from));
        return organization;
    }

    /// <summary>A chi bộ trực thuộc.</summary>
    public Organization FoundCell(string code, Organization under, DateOnly? on = null) =>
        Found(code, OrganizationKind.SubordinateCell, under, on);

    public void Move(Organization what, Organization under, DateOnly on)
    {
        Change(PlaceOf(what)).ToOn = on;
        Add(Place(what.Id, under.Id, on));
    }

    public void ChangeKind(Organization what, OrganizationKind kind, DateOnly on)
    {
        var old = Change(VersionOf(what));
        old.ToOn = on;
        Add(Version(what.Id, old.Code, kind, old.SortOrder, on));
    }

    /// <summary>Nobody may stand in it and nothing under it any longer.</summary>
    public void Dissolve(Organization what, DateOnly on, Organization? successor = null)
    {
        Change(VersionOf(what)).ToOn = on;
        Change(PlaceOf(what)).ToOn = on;
        if (successor is not null)
        {
            Add(
                new OrganizationSuccession
                {
                    Id = NextId(),
                    OldId = what.Id,
                    NewId = successor.Id,
                    On = on,
                }
            );
        }
    }

    /// <summary>The members go over by one list, what is under it follows, and it ends.</summary>
    public void Merge(Organization what, Organization into, DateOnly on)
    {
        foreach (var member in MembersOf(what, on).ToList())
        {
            Transfer(member, into, on);
        }

        foreach (var below in Below(what).ToList())
        {
            Move(below, into, on);
        }

        Dissolve(what, on, into);
    }

    /// <summary>A member who was there before the records begin, or before the first day of a later year with records.</summary>
    public Member Enroll(Organization cell, DateOnly? recordsBegin = null) =>
        Begin(NewMember(), cell, (recordsBegin ?? RecordsBegin).AddDays(-1), HowIn.BeforeRecords);

    public Member Admit(Organization cell, DateOnly on, HowIn how = HowIn.Admitted)
    {
        var member = Begin(NewMember(), cell, on, how);
        (member.AdmittedOn, member.OfficialOn) = (on, on.AddYears(1));
        return member;
    }

    /// <summary>Comes from outside of this register.</summary>
    public Member TakeIn(Organization cell, DateOnly on) => Begin(NewMember(), cell, on, HowIn.TransferredIn);

    /// <summary>Who had left comes back.</summary>
    public void Restore(Member member, Organization cell, DateOnly on) => Begin(member, cell, on, HowIn.Restored);

    public void Transfer(Member member, Organization to, DateOnly on)
    {
        var old = Leave(member, on, HowOut.TransferredOut);
        old.WentToId = to.Id;
        Begin(member, to, on, HowIn.TransferredIn, old.CellId);
    }

    /// <summary>Ends the stay: a transfer out of this register where nothing else is said.</summary>
    public Stay Leave(Member member, DateOnly on, HowOut how = HowOut.TransferredOut)
    {
        var stay = Change(StayOf(member));
        (stay.ToOn, stay.HowOut) = (on, how);
        return stay;
    }

    /// <summary>Holds a post since before the records begin; rank 1 is the secretary's.</summary>
    public MemberPost Appoint(Member member, Organization organization, string title, int rank) =>
        Add(
            new MemberPost
            {
                Id = NextId(),
                MemberId = member.Id,
                OrganizationId = organization.Id,
                Title = title,
                Rank = rank,
                FromOn = RecordsBegin.AddDays(-1),
            }
        );

    public MemberGrade Grade(Member member, int year, Grade grade) => Add(GradeOf(member, year, grade, NoGradeReason.None));

    public MemberGrade LeaveUngraded(Member member, int year, NoGradeReason why) =>
        Add(GradeOf(member, year, Domain.Reviews.Grade.None, why));

    public OrganizationGrade Rate(Organization what, int year, Grade grade) =>
        Add(
            new OrganizationGrade
            {
                Id = NextId(),
                OrganizationId = what.Id,
                Year = year,
                Grade = grade,
                RuleSet = "test",
            }
        );

    public Target Assign(
        Organization to,
        int year,
        string code,
        decimal value,
        string? figure = null,
        TargetDirection direction = TargetDirection.AtLeast
    ) =>
        Add(
            new Target
            {
                Id = NextId(),
                OrganizationId = to.Id,
                Year = year,
                Code = code,
                Name = $"Chỉ tiêu {code}",
                Unit = "đảng viên",
                Direction = direction,
                AssignedValue = value,
                FigureCode = figure,
            }
        );

    /// <summary>A certificate to a member for the work of a year, decided at its end unless said.</summary>
    public Commendation Commend(
        Member member,
        int year,
        DateOnly? on = null,
        CommendationForm form = CommendationForm.Certificate
    ) => Add(Decided(StayOf(member).CellId, year, CommendationSubject.Member, member.Id, form, on));

    /// <summary>The same to a Party organization.</summary>
    public Commendation Commend(
        Organization what,
        int year,
        DateOnly? on = null,
        CommendationForm form = CommendationForm.Certificate
    ) => Add(Decided(what.Id, year, CommendationSubject.Organization, null, form, on));

    /// <summary>A unit that sends no names sends a number.</summary>
    public AggregateCount SendCount(Organization unit, DateOnly on, string figure, int value) =>
        Add(
            new AggregateCount
            {
                Id = NextId(),
                OrganizationId = unit.Id,
                Year = on.Year,
                AsOf = on,
                FigureCode = figure,
                Value = value,
            }
        );

    private Commendation Decided(
        long organizationId,
        int year,
        CommendationSubject subject,
        long? memberId,
        CommendationForm form,
        DateOnly? on
    )
    {
        var id = NextId();
        return new()
        {
            Id = id,
            OrganizationId = organizationId,
            Year = year,
            Subject = subject,
            MemberId = memberId,
            Form = form,
            Level = CommendationLevel.District,
            DecisionNumber = $"{id}-QĐ",
            DecidedOn = on ?? new DateOnly(year, 12, 31),
        };
    }

    private Member Begin(Member member, Organization cell, DateOnly on, HowIn how, long? from = null)
    {
        Add(
            new Stay
            {
                Id = NextId(),
                MemberId = member.Id,
                CellId = cell.Id,
                FromOn = on,
                HowIn = how,
                CameFromId = from,
            }
        );
        return member;
    }

    private MemberGrade GradeOf(Member member, int year, Grade grade, NoGradeReason why) =>
        new()
        {
            Id = NextId(),
            MemberId = member.Id,
            Year = year,
            CellId = StayOf(member).CellId,
            Grade = grade,
            Reason = why,
            RuleSet = "test",
        };

    private OrganizationVersion Version(long id, string code, OrganizationKind kind, int order, DateOnly from) =>
        new()
        {
            Id = NextId(),
            OrganizationId = id,
            Code = code,
            Name = $"Tổ chức {code}",
            NameFolded = $"to chuc {code.ToLowerInvariant()}",
            Kind = kind,
            SortOrder = order,
            FromOn = from,
        };

    private OrganizationPlace Place(long id, long? parent, DateOnly from) =>
        new()
        {
            Id = NextId(),
            OrganizationId = id,
            ParentId = parent,
            FromOn = from,
        };

    private Member NewMember()
    {
        var id = NextId();
        return Add(
            new Member
            {
                Id = id,
                FullName = $"Đảng viên {id}",
                NameFolded = $"dang vien {id}",
                NameSortKey = $"{id}",
                CitizenId = $"{id:000000000000}",
                BornOn = new DateOnly(1980, 1, 1).AddDays((int)(id % 9000)),
                Sex = id % 3 == 0 ? Sex.Female : Sex.Male,
                OfficialOn = RecordsBegin.AddYears(-5),
            }
        );
    }
}
