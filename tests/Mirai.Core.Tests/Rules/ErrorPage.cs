using System.Text;

namespace Mirai.Core.Tests.Rules;

/// <summary>docs/rules-errors.md: every finding with a wrong and a right text, made from the files <c>errors-*.cases</c>.</summary>
internal static class ErrorPage
{
    /// <summary>The families of codes, in order, by the digit behind <c>MR</c>.</summary>
    private static readonly (char Digit, string Title)[] Families =
    [
        ('1', "Characters"), ('2', "Syntax"), ('3', "Names"), ('4', "Units"), ('5', "Rules"), ('6', "Tests"), ('7', "Overrides"), ('9', "Limits"), ('L', "Advice"),
    ];

    /// <summary>The page of cases.</summary>
    public static string Of(IEnumerable<ErrorCase> cases)
    {
        var page = new StringBuilder("""
            # What can be wrong with a rule text

            Every finding has a code. Each is shown with a text that causes it, what `mirai rules check` says, and a text that is right. The texts begin with
            `mirai 1`, which is left out here, so that their first line is line 2. This page is made from the case files of the tests, which run all of it.

            """);
        foreach (var (digit, title) in Families)
        {
            var family = cases.Where(one => one.Code[2] == digit).OrderBy(one => one.Code, StringComparer.Ordinal).ToList();
            if (family.Count == 0) continue;
            page.Append($"\n## {title}\n");
            foreach (var one in family) Append(page, one);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, ErrorCase one)
    {
        page.Append($"\n### {one.Code} {one.Title}\n\n");
        if (one.Words.Length > 0) page.Append(one.Words).Append('\n');
        page.Append($"```mirai\n{one.Wrong}```\n\n```text\n{one.Says}```\n");
        if (one.Right is not null) page.Append($"\nRight:\n\n```mirai\n{one.Right}```\n");
    }
}
