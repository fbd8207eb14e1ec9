using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Mirai.Repository.Tests;

/// <summary>Tells comments that are sentences from comments that are code.</summary>
internal static partial class CommentedOutCode
{
    /// <summary>The lines of comments that are code.</summary>
    public static IEnumerable<(string Place, string Text)> In(SourceFile file) =>
        from comment in file.PlainComments
        from line in comment.ToString().Split('\n')
        let text = line.Trim().TrimStart('/', '*').TrimEnd('/', '*').Trim()
        where IsCode(text)
        select (file.Place(comment.SpanStart), text);

    /// <summary>Whether one line is code: a brace alone, the head of a block, or a whole statement that does something.</summary>
    public static bool IsCode(string line) => line is "{" or "}" || BlockHead().IsMatch(line) || Declaration().IsMatch(line) || IsStatement(line);

    private static bool IsStatement(string line)
    {
        if (!line.EndsWith(';')) return false;
        var statement = SyntaxFactory.ParseStatement(line);
        if (statement.ContainsDiagnostics || statement.FullSpan.Length != line.Length) return false;
        return statement switch
        {
            ExpressionStatementSyntax bare => bare.Expression is InvocationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax
                or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax,
            // Two words and a semicolon, such as "customers first;", parse as a declaration without a value.
            LocalDeclarationStatementSyntax local => local.Declaration.Variables.Any(variable => variable.Initializer is not null),
            LocalFunctionStatementSyntax function => function.ParameterList.CloseParenToken.Span.Length > 0,
            EmptyStatementSyntax or LabeledStatementSyntax => false,
            _ => true,
        };
    }

    [GeneratedRegex(@"^(\}\s*else\s+)?(if|for|foreach|while|switch|lock|using|catch)\s*\(.*\)\s*\{?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlockHead();

    [GeneratedRegex(@"^(public|private|internal|protected)\s+[\w<>\[\]?,. ]+(\(.*\)?|\{.*|=.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declaration();
}
