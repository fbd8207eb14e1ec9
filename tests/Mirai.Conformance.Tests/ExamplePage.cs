namespace Mirai.Conformance.Tests;

/// <summary>docs/examples.md: the commands on it, and what stands below each as the diagnosis's own words.</summary>
internal static class ExamplePage
{
    private const string Mark = "<!-- diagnosis -->\n```text\n";
    private const string Fence = "```\n";
    private const string Command = "    mirai ";

    /// <summary>The page's full path.</summary>
    public static string Path { get; } = System.IO.Path.Combine(Root(), "docs", "examples.md");

    /// <summary>The page.</summary>
    public static string Text => File.ReadAllText(Path).ReplaceLineEndings("\n");

    /// <summary>Every quoted diagnosis, in the order of the page.</summary>
    public static IReadOnlyList<Quote> Quotes()
    {
        var (text, quotes) = (Text, new List<Quote>());
        for (var mark = text.IndexOf(Mark, StringComparison.Ordinal); mark >= 0; mark = text.IndexOf(Mark, mark + 1, StringComparison.Ordinal))
        {
            var start = mark + Mark.Length;
            var end = text.IndexOf(Fence, start, StringComparison.Ordinal);
            var commands = text[..mark].Split('\n').Where(line => line.StartsWith(Command, StringComparison.Ordinal)).Select(line => line[Command.Length..].Split(' ')).ToList();
            quotes.Add(new Quote(start, end, text[start..end], commands.Last(words => words[0] is "diagnose"), commands.LastOrDefault(words => words[0] is "sample") ?? []));
        }

        return quotes;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Mirai.Core.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Mirai.Core.sln: run the tests from a checkout.");
    }
}

/// <summary>A diagnosis quoted on the page.</summary>
/// <param name="Start">Where its text begins on the page.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">Its text.</param>
/// <param name="Diagnose">The words of the last <c>mirai diagnose</c> above it.</param>
/// <param name="Sample">The words of the last <c>mirai sample</c> above it; empty where there is none.</param>
internal sealed record Quote(int Start, int End, string Text, string[] Diagnose, string[] Sample)
{
    /// <summary>The value of an option of the diagnosis; <see langword="null"/> where it is not given.</summary>
    public string? this[string option] => ValueOf(Diagnose, option);

    /// <summary>The value of an option of the sample.</summary>
    public string OfSample(string option) => ValueOf(Sample, option) ?? throw new InvalidOperationException($"`mirai sample` on the page has no {option}.");

    /// <summary>Whether a switch of the diagnosis is set.</summary>
    public bool Has(string name) => Diagnose.Contains(name, StringComparer.Ordinal);

    private static string? ValueOf(string[] words, string option) => Array.IndexOf(words, option) is >= 0 and var at ? words[at + 1] : null;
}
