namespace Mirai.Benchmarks;

/// <summary>The rule texts of the tests, found from the benchmarks' own folder upwards.</summary>
internal static class RuleCorpus
{
    /// <summary>The example rules as one text.</summary>
    public static string Examples() => File.ReadAllText(Path.Combine(Folder(), "examples.cases"));

    /// <summary>Texts to begin fuzzing with: each example, and each faulty text of the cases.</summary>
    public static IReadOnlyList<string> Texts()
    {
        var examples = Examples().Split("\n\n").Select(text => text.StartsWith("mirai", StringComparison.Ordinal) ? text : $"mirai 1\n{text}");
        var faulty = Directory.EnumerateFiles(Folder(), "*.cases").Order(StringComparer.Ordinal)
            .SelectMany(path => File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n--- wrong").Skip(1))
            .Select(text => text.IndexOf('\n', StringComparison.Ordinal) is var start && text.IndexOf("\n--- ", StringComparison.Ordinal) is var end && end > start
                ? $"mirai 1{text[start..end]}\n"
                : $"mirai 1{text[start..]}");
        return [.. examples, .. faulty];
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var cases = Path.Combine(folder.FullName, "tests", "Mirai.Core.Tests", "Cases", "Rules");
            if (Directory.Exists(cases)) return cases;
        }

        throw new DirectoryNotFoundException($"No tests/Mirai.Core.Tests/Cases/Rules in {AppContext.BaseDirectory} and the folders above.");
    }
}
