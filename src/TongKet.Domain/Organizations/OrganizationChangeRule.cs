using TongKet.Domain.Values;

namespace TongKet.Domain.Organizations;

/// <summary>
/// What may be done to an organization from a day on: nothing that was true is overwritten, intervals follow each other
/// without overlap, and kinds stand under each other as the rule set of the day has it (Charter art. 10; QĐ 24, 294, 208).
/// </summary>
public static class OrganizationChangeRule
{
    /// <param name="tree">The tree at the end of the day <paramref name="from"/>, before the change.</param>
    /// <param name="codeTakenBy">Another organization that has the code on that day or later.</param>
    public static IReadOnlyList<Refusal> Change(
        OrganizationRecord record,
        OrganizationForm form,
        DateOnly from,
        OrganizationTree tree,
        StructureRules rules,
        string? codeTakenBy
    )
    {
        var refusals = new List<Refusal>(Words(form, codeTakenBy));
        if (NotOpen(record, from, record.LastVersion.FromOn) is { } closed)
        {
            refusals.Add(closed);
            return refusals;
        }

        if (form.Kind == record.LastVersion.Kind || tree.Find(record.Organization.Id) is not { } node)
        {
            return refusals;
        }

        refusals.AddRange(Kind(form.Kind, tree.Parent(node), from, rules));
        refusals.AddRange(
            tree.Children(node)
                .Where(child => !child.HasEnded && !rules.MayStandUnder(child.Kind, form.Kind))
                .Take(1)
                .Select(child => new Refusal(
                    "organization.child-does-not-fit",
                    rules.Document,
                    child.Name,
                    child.Kind,
                    form.Kind
                ))
        );
        return refusals;
    }

    /// <param name="trees">The tree of the day of the move, and the latest there is: a circle must close on neither.</param>
    /// <param name="parentEndsOn">The day from which the new parent is no more, if it is known to end.</param>
    public static IReadOnlyList<Refusal> Move(
        OrganizationRecord record,
        long parentId,
        DateOnly from,
        IReadOnlyList<OrganizationTree> trees,
        StructureRules rules,
        DateOnly? parentEndsOn
    )
    {
        if (NotOpen(record, from, record.LastPlace.FromOn) is { } closed)
        {
            return [closed];
        }

        if (trees[0].Find(parentId) is not { HasEnded: false } parent)
        {
            return [new("organization.no-parent-on-day", null, from)];
        }

        if (parentEndsOn is { } end)
        {
            return [new("organization.parent-ends", null, parent.Name, end)];
        }

        if (record.LastPlace.ParentId == parentId)
        {
            return [new("organization.same-parent", null, parent.Name)];
        }

        var id = record.Organization.Id;
        if (trees.Any(t => t.Find(id) is { } own && t.Find(parentId) is { } above && OrganizationTree.Contains(own, above)))
        {
            return [new("organization.circle", null, parent.Name)];
        }

        return [.. Kind(KindOn(record, from), parent, from, rules)];
    }

    public static IReadOnlyList<Refusal> Found(
        OrganizationForm form,
        long parentId,
        DateOnly from,
        OrganizationTree tree,
        StructureRules rules,
        string? codeTakenBy,
        DateOnly? parentEndsOn
    )
    {
        var refusals = new List<Refusal>(Words(form, codeTakenBy));
        if (tree.Find(parentId) is not { HasEnded: false } parent)
        {
            refusals.Add(new("organization.no-parent-on-day", null, from));
            return refusals;
        }

        if (parentEndsOn is { } end)
        {
            refusals.Add(new("organization.parent-ends", null, parent.Name, end));
        }

        refusals.AddRange(Kind(form.Kind, parent, from, rules));
        return refusals;
    }

    /// <param name="takesChildren">The successor takes what stands under it; without that nothing may be left under it.</param>
    public static IReadOnlyList<Refusal> End(
        OrganizationRecord record,
        DateOnly from,
        long? successorId,
        bool takesChildren,
        OrganizationTree tree,
        StructureRules rules
    )
    {
        if (record.EndsOn is { } ended)
        {
            return [new("organization.has-ended", null, ended)];
        }

        var begun = record.LastVersion.FromOn > record.LastPlace.FromOn ? record.LastVersion.FromOn : record.LastPlace.FromOn;
        if (from <= begun)
        {
            return [new("organization.later-change", null, begun)];
        }

        var node = tree.Find(record.Organization.Id);
        var children = node is null ? [] : tree.Children(node).Where(n => !n.HasEnded).ToList();
        if (successorId is not { } id)
        {
            return children.Count > 0 ? [new("organization.has-children", null, children.Count)] : [];
        }

        if (
            tree.Find(id) is not { HasEnded: false } successor
            || (node is not null && OrganizationTree.Contains(node, successor))
        )
        {
            return [new("organization.no-successor-on-day", null, from)];
        }

        if (children.Count > 0 && !takesChildren)
        {
            return [new("organization.has-children", null, children.Count)];
        }

        return
        [
            .. children
                .Where(child => !rules.MayStandUnder(child.Kind, successor.Kind))
                .Take(1)
                .Select(child => new Refusal(
                    "organization.child-does-not-fit",
                    rules.Document,
                    child.Name,
                    child.Kind,
                    successor.Kind
                )),
        ];
    }

    private static IEnumerable<Refusal> Words(OrganizationForm form, string? codeTakenBy)
    {
        if (form.Name.Length == 0)
        {
            yield return new("organization.no-name");
        }

        if (form.Code.Length == 0)
        {
            yield return new("organization.no-code");
        }

        if (codeTakenBy is not null)
        {
            yield return new("organization.code-taken", null, form.Code, codeTakenBy);
        }
    }

    private static Refusal? NotOpen(OrganizationRecord record, DateOnly from, DateOnly begun) =>
        record.EndsOn is { } end ? new("organization.has-ended", null, end)
        : from < begun ? new("organization.later-change", null, begun)
        : null;

    private static IEnumerable<Refusal> Kind(OrganizationKind kind, TreeNode? parent, DateOnly from, StructureRules rules)
    {
        if (!rules.Exists(kind))
        {
            yield return new("organization.kind-gone", rules.Document, kind, from);
        }
        else if (parent is not null && !rules.MayStandUnder(kind, parent.Kind))
        {
            yield return new("organization.kind-not-under", rules.Document, kind, parent.Kind, from);
        }
    }

    private static OrganizationKind KindOn(OrganizationRecord record, DateOnly on) =>
        (record.Versions.LastOrDefault(v => v.FromOn <= on) ?? record.Versions[0]).Kind;
}
