using System.Xml.Linq;
using TongKet.Web;

namespace TongKet.Exchange.MarkErrors;

/// <summary>
/// The comments of a sheet: those of the unit stay, a mark joins the comment that a cell has. Comments of an earlier
/// round are known by their author and go.
/// </summary>
internal static class MarkedComments
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The part with the marks, the cells that have a new comment, and the cells that lost one.</summary>
    public static (XDocument Part, IReadOnlyList<CellMark> Added, IReadOnlySet<string> Removed) Write(
        XDocument? part,
        IReadOnlyList<CellMark> marks
    )
    {
        part ??= new XDocument(
            new XElement(Main + "comments", new XElement(Main + "authors"), new XElement(Main + "commentList"))
        );
        var ns = part.Root!.Name.Namespace;
        var list = part.Root.Element(ns + "commentList") ?? throw new InvalidDataException("Comments without a list.");
        var author = Author(part.Root, ns);
        var removed = RemoveFormer(list, author);
        var byCell = list.Elements()
            .GroupBy(comment => (string?)comment.Attribute("ref") ?? "")
            .ToDictionary(g => g.Key, g => g.First());
        var added = new List<CellMark>();
        foreach (var mark in marks)
        {
            if (byCell.TryGetValue(mark.Name, out var comment))
            {
                Text(comment, ns).Add(Run(ns, "\n" + mark.Text));
                continue;
            }

            list.Add(
                new XElement(
                    ns + "comment",
                    new XAttribute("ref", mark.Name),
                    new XAttribute("authorId", author),
                    new XElement(ns + "text", Run(ns, mark.Text))
                )
            );
            added.Add(mark);
        }

        return (part, added, removed);
    }

    private static int Author(XElement root, XNamespace ns)
    {
        var authors = root.Element(ns + "authors");
        if (authors is null)
        {
            authors = new XElement(ns + "authors");
            root.AddFirst(authors);
        }

        var name = Words.Get("exchange.mark.author");
        var at = authors.Elements().TakeWhile(author => author.Value != name).Count();
        if (at == authors.Elements().Count())
        {
            authors.Add(new XElement(ns + "author", name));
        }

        return at;
    }

    private static HashSet<string> RemoveFormer(XElement list, int author)
    {
        var former = list.Elements().Where(comment => (int?)comment.Attribute("authorId") == author).ToList();
        former.ForEach(comment => comment.Remove());
        return [.. former.Select(comment => (string?)comment.Attribute("ref") ?? "")];
    }

    private static XElement Text(XElement comment, XNamespace ns)
    {
        if (comment.Element(ns + "text") is { } text)
        {
            return text;
        }

        var made = new XElement(ns + "text");
        comment.AddFirst(made);
        return made;
    }

    private static XElement Run(XNamespace ns, string text) =>
        new(ns + "r", new XElement(ns + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text));
}
