using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;

namespace TongKet.Reviews;

internal sealed class MemberGradeTable : IEntityTypeConfiguration<MemberGrade>
{
    public void Configure(EntityTypeBuilder<MemberGrade> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(g => g.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(g => g.CellId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.MemberId, g.Year }).IsUnique();
        builder.HasIndex(g => new { g.CellId, g.Year });
    }
}

internal sealed class OrganizationGradeTable : IEntityTypeConfiguration<OrganizationGrade>
{
    public void Configure(EntityTypeBuilder<OrganizationGrade> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(g => g.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.OrganizationId, g.Year }).IsUnique();
    }
}

internal sealed class ReviewCycleTable : IEntityTypeConfiguration<ReviewCycle>
{
    public void Configure(EntityTypeBuilder<ReviewCycle> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Year, c.OrganizationId });
    }
}

internal sealed class ReviewSheetTable : IEntityTypeConfiguration<ReviewSheet>
{
    public void Configure(EntityTypeBuilder<ReviewSheet> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.IsOpen);
        builder.HasOne<ReviewCycle>().WithMany().HasForeignKey(s => s.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        // Two who begin the same sheet at once would each have one.
        builder.HasIndex(s => new { s.CycleId, s.OrganizationId }).IsUnique();
    }
}

internal sealed class AssessmentTable : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Key);
        builder.Ignore(a => a.IsProposed);
        builder.Ignore(a => a.IsDecided);
        builder.Ignore(a => a.GoesUpUndecided);
        builder.Ignore(a => a.IsNoted);
        builder.Ignore(a => a.LacksDecision);
        builder.Ignore(a => a.Effective);
        builder.Ignore(a => a.EffectiveReason);
        builder.HasOne<ReviewSheet>().WithMany().HasForeignKey(a => a.SheetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(a => a.ManagedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.CycleId, a.OrganizationId });
        // Two who begin the same line at once would each have one.
        builder
            .HasIndex(a => new
            {
                a.SheetId,
                a.As,
                a.MemberId,
            })
            .IsUnique();
        builder.HasIndex(a => new { a.MemberId, a.CycleId });
    }
}

internal sealed class ExcellentSuggestionTable : IEntityTypeConfiguration<ExcellentSuggestion>
{
    public void Configure(EntityTypeBuilder<ExcellentSuggestion> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<ReviewCycle>().WithMany().HasForeignKey(s => s.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(s => s.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.CycleId, s.OrganizationId }).IsUnique();
    }
}

internal sealed class GradeDecisionTable : IEntityTypeConfiguration<GradeDecision>
{
    public void Configure(EntityTypeBuilder<GradeDecision> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<ReviewCycle>().WithMany().HasForeignKey(d => d.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.CycleId, d.OrganizationId });
    }
}

internal sealed class CapAllowanceTable : IEntityTypeConfiguration<CapAllowance>
{
    public void Configure(EntityTypeBuilder<CapAllowance> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Key);
        builder.Ignore(a => a.IsInForce);
        builder.Ignore(a => a.Decision);
        builder.HasOne<ReviewCycle>().WithMany().HasForeignKey(a => a.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(a => a.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.CycleId, a.OrganizationId });
    }
}

internal sealed class BallotRoundTable : IEntityTypeConfiguration<BallotRound>
{
    public void Configure(EntityTypeBuilder<BallotRound> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Voters);
        builder.HasOne<ReviewCycle>().WithMany().HasForeignKey(r => r.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(r => new
            {
                r.CycleId,
                r.OrganizationId,
                r.As,
                r.Round,
            })
            .IsUnique();
    }
}

internal sealed class BallotVotesTable : IEntityTypeConfiguration<BallotVotes>
{
    public void Configure(EntityTypeBuilder<BallotVotes> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Ignore(v => v.Line);
        builder.HasOne<BallotRound>().WithMany().HasForeignKey(v => v.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(v => v.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Assessment>().WithMany().HasForeignKey(v => v.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.RoundId, v.AssessmentId }).IsUnique();
    }
}

internal sealed class AssessmentFactsTable : IEntityTypeConfiguration<AssessmentFacts>
{
    public void Configure(EntityTypeBuilder<AssessmentFacts> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Facts);
        builder.Ignore(f => f.AreScored);
        builder.HasOne<Assessment>().WithMany().HasForeignKey(f => f.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.AssessmentId).IsUnique();
    }
}

internal sealed class SelfReviewTable : IEntityTypeConfiguration<SelfReview>
{
    public void Configure(EntityTypeBuilder<SelfReview> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<ReviewCycle>().WithMany().HasForeignKey(r => r.CycleId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(r => r.Key);
        builder.Ignore(r => r.Text);
        builder.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
        // Two who begin the same at once would each have one.
        builder
            .HasIndex(r => new
            {
                r.CycleId,
                r.MemberId,
                r.As,
                r.OrganizationId,
            })
            .IsUnique();
    }
}

internal sealed class GradeRestatementTable : IEntityTypeConfiguration<GradeRestatement>
{
    public void Configure(EntityTypeBuilder<GradeRestatement> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(r => r.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.MemberId, r.Year });
        builder.HasIndex(r => new { r.OrganizationId, r.Year });
    }
}

internal sealed class GradeComplaintTable : IEntityTypeConfiguration<GradeComplaint>
{
    public void Configure(EntityTypeBuilder<GradeComplaint> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.IsOpen);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.MemberId, c.Year });
        builder.HasIndex(c => new { c.OrganizationId, c.Year });
        // The open ones are few among many, and looked for on every first page.
        builder.HasIndex(c => c.AnsweredOn);
    }
}

internal sealed class PeerGradeTable : IEntityTypeConfiguration<PeerGrade>
{
    public void Configure(EntityTypeBuilder<PeerGrade> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Entry);
        builder.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(p => new
            {
                p.OrganizationId,
                p.Year,
                p.Body,
            })
            .IsUnique();
    }
}
