using TongKet.Domain.Organizations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Organizations;

/// <summary>What holds of every tree, whoever stands where.</summary>
public sealed class OrganizationTreeShapeTests
{
    private static readonly DateOnly On = new(2023, 12, 31);

    /// <summary>Parents[i] is the parent of organization i + 1: an earlier one, so there is no circle; 0 is a top.</summary>
    private static readonly Gen<int[]> Trees =
        from size in Gen.Choose(1, 40)
        from parents in Gen.CollectToArray(Enumerable.Range(0, size).Select(at => Gen.Choose(0, at)))
        select parents;

    /// <summary>Any number may be anybody's parent: itself, a child of its own, or one that does not exist.</summary>
    private static readonly Gen<int[]> Tangles =
        from size in Gen.Choose(1, 12)
        from parents in Gen.ArrayOf(Gen.Choose(0, 14), size)
        select parents;

    [Fact]
    public void Every_organization_stands_once_behind_its_parent_and_within_its_end() =>
        Always.True(
            Trees,
            parents =>
            {
                var tree = Plant(parents);
                return tree.Nodes.Count == parents.Length
                    && tree.Unplaced.Count == 0
                    && tree.Nodes.Select((n, at) => n.At == at && tree.Find(n.Id) == n).All(right => right)
                    && tree.Nodes.All(n => (tree.Parent(n)?.Id ?? 0) == parents[n.Id - 1])
                    && tree.Nodes.All(n => tree.Parent(n) is not { } above || (above.At < n.At && n.End <= above.End))
                    && tree.Nodes.All(n => n.Depth == (tree.Parent(n)?.Depth ?? -1) + 1);
            }
        );

    [Fact]
    public void A_subtree_is_the_organization_its_children_and_theirs() =>
        Always.True(
            Trees,
            parents =>
            {
                var tree = Plant(parents);
                return tree.Nodes.All(n =>
                    tree.Subtree(n)
                        .Select(b => b.Id)
                        .SequenceEqual([n.Id, .. tree.Children(n).SelectMany(c => tree.Subtree(c)).Select(b => b.Id)])
                    && tree.Children(n).All(c => c.ParentAt == n.At)
                    && tree.Children(n).Count() == parents.Count(p => p == n.Id)
                );
            }
        );

    [Fact]
    public void A_path_leads_from_a_top_by_parents_and_names_all_that_contain_it() =>
        Always.True(
            Trees,
            parents =>
            {
                var tree = Plant(parents);
                return tree.Nodes.All(n =>
                    tree.Path(n) is var path
                    && path[0].ParentAt < 0
                    && path[^1] == n
                    && path.Zip(path.Skip(1)).All(step => tree.Parent(step.Second) == step.First)
                    && tree.Nodes.All(a => OrganizationTree.Contains(a, n) == path.Contains(a))
                );
            }
        );

    [Fact]
    public void The_lowest_common_ancestor_holds_both_and_none_below_it_does() =>
        Always.True(
            from parents in Trees
            from a in Gen.Choose(1, parents.Length)
            from b in Gen.Choose(1, parents.Length)
            select (parents, a, b),
            asked =>
            {
                var tree = Plant(asked.parents);
                var (a, b) = (tree.Find(asked.a)!, tree.Find(asked.b)!);
                var common = tree.Path(a).Intersect(tree.Path(b)).LastOrDefault();
                return tree.LowestCommonAncestor(a, b) == common && tree.LowestCommonAncestor(b, a) == common;
            }
        );

    [Fact]
    public void A_tangle_never_hangs_and_each_is_placed_once_or_told() =>
        Always.True(
            Tangles,
            parents =>
            {
                var tree = Plant(parents);
                return tree
                    .Nodes.Select(n => n.Id)
                    .Concat(tree.Unplaced.Select(v => v.OrganizationId))
                    .Order()
                    .SequenceEqual(Enumerable.Range(1, parents.Length).Select(id => (long)id));
            },
            times: 2000
        );

    [Fact]
    public void Endings_and_successions_of_any_kind_never_hang() =>
        Always.True(
            from parents in Tangles
            from ended in Gen.ArrayOf(Gen.Elements(true, false), parents.Length)
            from successors in Gen.ArrayOf(Gen.Choose(0, 14), parents.Length)
            select (parents, ended, successors),
            world =>
            {
                var register = Register(world.parents);
                for (var at = 0; at < world.parents.Length; at++)
                {
                    if (world.ended[at])
                    {
                        register.End(at + 1, new(2023, 5, 1));
                        register.Succeed(at + 1, world.successors[at], new(2023, 5, 1));
                    }
                }

                var tree = register.Tree(On);
                return tree.Nodes.Select(n => n.Id).Distinct().Count() == tree.Nodes.Count
                    && tree.Nodes.All(n => n.HasEnded == world.ended[n.Id - 1]);
            },
            times: 2000
        );

    private static OrganizationTree Plant(int[] parents) => Register(parents).Tree(On);

    private static SmallRegister Register(int[] parents)
    {
        var register = new SmallRegister();
        for (var at = 0; at < parents.Length; at++)
        {
            register.Found(at + 1, parents[at] == 0 ? null : parents[at], new(2020, 1, 1), order: at % 3);
        }

        return register;
    }
}
