using Mirai.Rules.Binding;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Testing;

/// <summary>Makes the findings of tests that fail.</summary>
internal static class TestFailures
{
    private const int MostShown = 5;

    /// <summary>A failure at a place of the test.</summary>
    public static RuleDiagnostic At(BoundTest test, SourceSpan span, string code, params IReadOnlyList<object> arguments) => new()
    {
        Code = code, Source = test.Source, Span = span, Message = new DiagnosticText(code, arguments),
    };

    /// <summary>Some pieces of rule text in one line, the first few of them.</summary>
    public static DiagnosticText Listed(IReadOnlyList<string> pieces) => pieces.Count == 0
        ? new DiagnosticText("test.nothing")
        : new DiagnosticText("plain", string.Join(", ", pieces.Take(MostShown).Select(p => $"`{p}`")) + (pieces.Count > MostShown ? ", …" : ""));
}
