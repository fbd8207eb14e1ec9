using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mirai.Repository.Tests;

public class MemberStyleTests
{
    private const int ScreenLines = 60;

    private static readonly string[] EmptyWords = ["Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Data"];

    [Fact]
    public void Methods_OfCode_FitAScreen() => Findings.None(
        $"A method, constructor, operator, accessor or local function has at most {ScreenLines} lines.",
        from file in SourceFile.All
        from node in file.Root.DescendantNodes()
        where node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
        let lines = LinesOf(file, node)
        where lines > ScreenLines
        select $"{file.Place(node.SpanStart)}: {lines} lines");

    [Fact]
    public void Types_OfCode_HaveNamesOfTheirOwn() => Findings.None(
        $"A type is called what the business calls it; its name does not end in {string.Join(", ", EmptyWords)}.",
        from file in SourceFile.All
        from type in file.Types
        where EmptyWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal))
        select $"{file.Place(type.Declaration.SpanStart)}: {type.Name}");

    [Fact]
    public void Tests_OfEveryProject_StandInTestsOrProperties() => Findings.None(
        "A class of tests ends in Tests, one of property tests in Properties.",
        from file in SourceFile.All
        from method in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        where method.AttributeLists.SelectMany(list => list.Attributes).Any(IsTest)
        let type = method.Parent as TypeDeclarationSyntax
        where type is not null
            && !type.Identifier.ValueText.EndsWith("Tests", StringComparison.Ordinal)
            && !type.Identifier.ValueText.EndsWith("Properties", StringComparison.Ordinal)
        select $"{file.Place(method.SpanStart)}: {type.Identifier.ValueText}.{method.Identifier.ValueText}");

    private static bool IsTest(AttributeSyntax attribute)
    {
        var name = attribute.Name.ToString();
        return name.StartsWith("Fact", StringComparison.Ordinal) || name.StartsWith("Theory", StringComparison.Ordinal) || name is "Property";
    }

    /// <summary>From the first line after attributes to the last, docs not counted.</summary>
    private static int LinesOf(SourceFile file, SyntaxNode node)
    {
        var attributes = node.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        var first = attributes is null ? node.GetFirstToken() : attributes.GetLastToken().GetNextToken();
        return file.LineOf(node.Span.End - 1) - file.LineOf(first.SpanStart) + 1;
    }
}
