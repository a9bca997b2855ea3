namespace TongKet.Exchange.ReadWorkbook;

// Places of the columns in their sheet's form (WorkbookForm), not in the file.

internal static class OrganizationColumn
{
    public const int Code = 0,
        Name = 1,
        Kind = 2,
        Parent = 3,
        FoundedOn = 4,
        Decision = 5,
        DutyGroup = 6,
        SortOrder = 7,
        Note = 8;
}

internal static class MemberColumn
{
    public const int RegisterOrder = 0,
        FullName = 1,
        Born = 2,
        Sex = 3,
        Ethnicity = 4,
        Religion = 5,
        HomePlace = 6,
        CitizenId = 7,
        Card = 8,
        RecordNumber = 9,
        AdmissionDecided = 10,
        Admitted = 11,
        OfficialOn = 12,
        RecognizedOn = 13,
        Cell = 14,
        Post = 15,
        Occupation = 16,
        Qualification = 17,
        PoliticalTheory = 18,
        HowIn = 19,
        CameOn = 20,
        State = 21,
        StateOn = 22,
        OtherPlace = 23,
        Note = 24;
}

internal static class MemberGradeColumn
{
    public const int CitizenId = 0,
        FullName = 1,
        Cell = 2,
        Year = 3,
        Grade = 4,
        Reason = 5;
}

internal static class OrganizationGradeColumn
{
    public const int Code = 0,
        Year = 1,
        Grade = 2,
        Reason = 3;
}

internal static class TargetColumn
{
    public const int Code = 0,
        Name = 1,
        Organization = 2,
        Year = 3,
        Unit = 4,
        Direction = 5,
        AssignedValue = 6,
        Figure = 7,
        ManualResult = 8,
        Note = 9;
}

internal static class AggregateColumn
{
    public const int Organization = 0,
        Year = 1,
        AsOf = 2,
        Figure = 3,
        Value = 4,
        Note = 5;
}
