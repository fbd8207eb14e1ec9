using System.Text.RegularExpressions;

namespace Mirai.Repository.Tests;

public partial class MarkdownTests
{
    private static readonly string[] Shown = ["csharp", "cs", "console"];

    [Fact]
    public void Blocks_OfCodeAndOfOutput_NameTheirSource() => Findings.None(
        "A block of C# is a part of a tested file, and a console transcript of a checked one: `<!-- from: tests/... -->` above it says which.",
        from block in Blocks()
        where Shown.Contains(block.Language, StringComparer.Ordinal) && block.Source.Length == 0
        select block.Place);

    [Fact]
    public void Blocks_WithASource_StandInTests() => Findings.None(
        "A source of a block stands in a test project that is compiled and run.",
        from block in Blocks()
        where block.Source.Length > 0 && !block.Source.StartsWith("tests/", StringComparison.Ordinal)
        select $"{block.Place}: {block.Source}");

    [Fact]
    public void Blocks_WithASource_AreItsText() =>
        Findings.None("A block is, to the letter, the part that it names.", Blocks().Where(block => block.Source.Length > 0).Select(Difference).OfType<string>());

    [Fact]
    public void Links_ToFilesOfTheRepository_LeadSomewhere() => Findings.None(
        "A relative link leads to a tracked file or its folder.",
        from path in MarkdownFiles()
        from Match link in Link().Matches(RepositoryFiles.Read(path))
        let target = link.Groups["target"].Value
        let full = Path.GetFullPath(Path.Combine(RepositoryFiles.Root, Path.GetDirectoryName(path)!, target))
        where !File.Exists(full) && !Directory.Exists(full)
        select $"{path}: {target}");

    [Theory]
    [InlineData("", "one\n  // snippet: a\n  two\n\n    three\n  // end\n")]
    [InlineData("a", "two\n\n  three\n")]
    [InlineData("L1-L3", "one\n  // snippet: a\n  two\n")]
    public void Excerpt_OfAPart_IsItsText(string part, string expected) =>
        Assert.Equal(expected, Excerpt.Of("one\n  // snippet: a\n  two\n\n    three\n  // end\n", part));

    [Theory]
    [InlineData("b", "expected a line `// snippet: b`")]
    [InlineData("a", "expected a line `// end` after `// snippet: a`")]
    [InlineData("L2-L9", "lines 2 to 9 were asked for, the file has 3")]
    public void Excerpt_OfAMissingPart_SaysWhatIsMissing(string part, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => Excerpt.Of("// snippet: a\none\ntwo\n", part)).Message);

    [Fact]
    public void Read_OfMarkdown_GivesBlocksWithTheirSources()
    {
        var blocks = MarkdownBlock.Read("A.md", "<!-- from: tests/A.cs#a -->\n\n```csharp\nvar x = 1;\n```\ntext\n````md\n```sh\n```\n````\n").ToArray();
        Assert.Equal(
            [
                new MarkdownBlock("A.md:3", "csharp", "tests/A.cs#a", "var x = 1;\n"),
                new MarkdownBlock("A.md:7", "md", "", "```sh\n```\n"),
            ],
            blocks);
    }

    private static string? Difference(MarkdownBlock block)
    {
        var (path, part) = block.Source.Split('#', 2) is [var file, var name] ? (file, name) : (block.Source, "");
        if (!RepositoryFiles.All.Contains(path, StringComparer.Ordinal)) return $"{block.Place}: there is no file {path}";
        try
        {
            var expected = Excerpt.Of(RepositoryFiles.Read(path), part);
            return string.Equals(expected, block.Text, StringComparison.Ordinal) ? null : $"{block.Place}: {block.Source} is\n{expected}";
        }
        catch (FormatException missing)
        {
            return $"{block.Place}: {block.Source}: {missing.Message}";
        }
    }

    private static IEnumerable<string> MarkdownFiles() => RepositoryFiles.All.Where(path => path.EndsWith(".md", StringComparison.Ordinal));

    private static IEnumerable<MarkdownBlock> Blocks() => MarkdownFiles().SelectMany(path => MarkdownBlock.Read(path, RepositoryFiles.Read(path)));

    [GeneratedRegex(@"\]\((?<target>(?![a-z]+:|#)[^)\s#]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
