using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mirai.Repository.Tests;

/// <summary>A parsed C# file of the repository.</summary>
internal sealed class SourceFile
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest, DocumentationMode.Parse);
    private static readonly Lazy<SourceFile[]> Parsed = new(() => [.. RepositoryFiles.CSharp().Select(path => new SourceFile(path, RepositoryFiles.Read(path)))]);

    public SourceFile(string path, string text)
    {
        Path = path;
        Text = text;
        Root = CSharpSyntaxTree.ParseText(text, Options).GetCompilationUnitRoot();
    }

    /// <summary>Every C# file of the repository.</summary>
    public static IReadOnlyList<SourceFile> All => Parsed.Value;

    public string Path { get; }

    public string Text { get; }

    public CompilationUnitSyntax Root { get; }

    public int LineCount => Text.Count(c => c == '\n') + (Text.EndsWith('\n') ? 0 : 1);

    public IEnumerable<SyntaxTrivia> Trivia => Root.DescendantTrivia(descendIntoTrivia: true);

    /// <summary>Comments of all three kinds, without their structure.</summary>
    public IEnumerable<SyntaxTrivia> Comments => Root.DescendantTrivia().Where(trivia => IsPlainComment(trivia)
        || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia));

    /// <summary>Comments that are not XML docs: docs may quote code.</summary>
    public IEnumerable<SyntaxTrivia> PlainComments => Root.DescendantTrivia().Where(IsPlainComment);

    /// <summary>Types declared here, nested ones included, with their names.</summary>
    public IEnumerable<(MemberDeclarationSyntax Declaration, string Name)> Types => Root.DescendantNodes().OfType<MemberDeclarationSyntax>()
        .Select(member => (member, Name: member switch
        {
            ExtensionBlockDeclarationSyntax => "",
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            DelegateDeclarationSyntax type => type.Identifier.ValueText,
            _ => "",
        }))
        .Where(type => type.Name.Length > 0);

    /// <summary>Names of the namespaces that the file declares.</summary>
    public IEnumerable<string> Namespaces => Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString());

    /// <summary>What <c>using</c> directives name: namespaces, and the types of static and aliased ones.</summary>
    public IEnumerable<(string Name, int Line)> Usings => Root.DescendantNodes().OfType<UsingDirectiveSyntax>()
        .Select(directive => (directive.NamespaceOrType.ToString().Replace("global::", "", StringComparison.Ordinal), LineOf(directive.SpanStart)));

    /// <summary>The line, from 1, of a position.</summary>
    public int LineOf(int position) => Root.SyntaxTree.GetText().Lines.GetLinePosition(position).Line + 1;

    /// <summary>The place of a position, as compilers write it.</summary>
    public string Place(int position) => $"{Path}:{LineOf(position)}";

    private static bool IsPlainComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
