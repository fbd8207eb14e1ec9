using System.Text.RegularExpressions;

namespace Mirai.Repository.Tests;

public partial class FileStyleTests
{
    private const int MostLines = 400;

    [Fact]
    public void Files_OfCode_StayWithin400Lines() => Findings.None(
        $"A C# file has at most {MostLines} lines: split it by concern.",
        SourceFile.All.Where(file => file.LineCount > MostLines).Select(file => $"{file.Path}: {file.LineCount} lines"));

    [Fact]
    public void Files_OfCode_ParseWithoutErrors() => Findings.None(
        "The tests in this project must be able to read the C# of every file.",
        SourceFile.All.SelectMany(file => file.Root.GetDiagnostics().Select(error => $"{file.Place(error.Location.SourceSpan.Start)}: {error.GetMessage()}")));

    [Fact]
    public void Files_OfCode_HaveNoRegions() => Findings.None(
        "No #region: what needs one is a type of its own.",
        from file in SourceFile.All
        from trivia in file.Trivia
        where trivia.ToString().StartsWith("#region", StringComparison.Ordinal)
        select file.Place(trivia.SpanStart));

    [Fact]
    public void Files_OfCode_HaveNoLicenceBanners() => Findings.None(
        "The licence stands in LICENSE, once.",
        from file in SourceFile.All
        from comment in file.Comments
        where Banner().IsMatch(comment.ToString())
        select file.Place(comment.SpanStart));

    [Fact]
    public void Comments_OfCode_HoldNoUnfinishedWork() => Findings.None(
        "Finish it, or file it: no marks of unfinished work.",
        from file in SourceFile.All
        from comment in file.Comments
        where Unfinished().IsMatch(comment.ToString())
        select file.Place(comment.SpanStart));

    [Fact]
    public void Code_InSrc_HasNoUnwrittenMembers() => Findings.None(
        "No member throws that it is still to be written.",
        from file in SourceFile.All
        where file.Path.StartsWith("src/", StringComparison.Ordinal)
        from token in file.Root.DescendantTokens()
        where token.ValueText is nameof(NotImplementedException)
        select file.Place(token.SpanStart));

    [Fact]
    public void Comments_OfCode_HoldNoCode() => Findings.None(
        "Code that is commented out is deleted: git remembers it.",
        from file in SourceFile.All
        from found in CommentedOutCode.In(file)
        select $"{found.Place}: {found.Text}");

    [GeneratedRegex(@"copyright|licen[sc]ed under|SPDX-", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Banner();

    // Written so that this line does not match itself.
    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|X[X]X)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unfinished();
}
