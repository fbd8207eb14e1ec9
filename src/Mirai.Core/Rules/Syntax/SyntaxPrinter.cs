using System.Globalization;
using System.Text;

namespace Mirai.Rules.Syntax;

/// <summary>Writes a syntax tree as a rule text that parses to the same tree. Comments and the way of writing are those of the printer; see the formatter for texts.</summary>
internal sealed partial class SyntaxPrinter
{
    private readonly StringBuilder _text = new();

    private SyntaxPrinter()
    {
    }

    /// <summary>The text of a file.</summary>
    public static string Print(FileSyntax file)
    {
        var printer = new SyntaxPrinter();
        if (file.Version is { } version) printer._text.Append(CultureInfo.InvariantCulture, $"mirai {version}\n");
        foreach (var declaration in file.Declarations) printer.Write(declaration);
        return printer._text.ToString();
    }

    /// <summary>The text of an expression.</summary>
    public static string Print(ExpressionSyntax expression)
    {
        var printer = new SyntaxPrinter();
        printer.Write(expression);
        return printer._text.ToString();
    }

    private SyntaxPrinter Write(string text)
    {
        _text.Append(text);
        return this;
    }

    private SyntaxPrinter Write(NameSyntax? name) => Write(name is null ? "" : NameText.Written(name.Value));

    private SyntaxPrinter WriteAll<T>(IReadOnlyList<T> items, string separator, Action<T> write)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) Write(separator);
            write(items[i]);
        }

        return this;
    }

    private void WriteNames(IReadOnlyList<NameSyntax> names) => WriteAll(names, ", ", name => Write(name));

    private void Write(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case RuleSyntax rule:
                Write("rule ").Write(rule.Name).Write("\n").WriteClauses(rule.Clauses);
                break;
            case OverrideSyntax changed:
                Write("override ").Write(changed.Name).Write("\n").WriteClauses(changed.Clauses);
                break;
            case TestSyntax test:
                Write("test ").Write(test.Name).Write(" ").WriteQuoted(test.Text?.Value ?? "").Write("\n").WriteClauses(test.Clauses);
                break;
            case SharedSyntax shared:
                Write("shared ").Write(shared.Clause).Write("\n");
                break;
            case AliasSyntax alias:
                Write("alias ").Write(alias.Name).Write(" = ").Write(alias.Target).Write("\n");
                break;
            case DisableSyntax disable:
                Write("disable ").Write(disable.Name).Write(disable.Reason).Write("\n");
                break;
            case SuppressSyntax suppress:
                Write("suppress ").Write(suppress.Name).Write(suppress.Selector)
                    .Write($" from {Day(suppress.From)} to {Day(suppress.To)}").Write(suppress.Reason).Write("\n");
                break;
        }
    }

    private void WriteClauses(IReadOnlyList<ClauseSyntax> clauses)
    {
        foreach (var clause in clauses)
        {
            Write("  ").Write(clause);
            Write("\n");
        }
    }

    private SyntaxPrinter Write(TextsSyntax? texts)
    {
        foreach (var text in texts?.Texts ?? [])
        {
            Write(" ");
            if (text.Language is not null) Write(text.Language).Write(" ");
            WriteText(text.Text);
        }

        return this;
    }

    private void WriteText(TextSyntax text)
    {
        Write("\"");
        foreach (var part in text.Parts)
        {
            if (part is LiteralPart literal) Write(Escaped(literal.Text).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            else if (part is PlaceholderPart placeholder) WritePlaceholder(placeholder);
        }

        Write("\"");
    }

    // Texts inside a placeholder stand in the other quotes.
    private void WritePlaceholder(PlaceholderPart placeholder)
    {
        Write("{");
        _isInText = true;
        if (placeholder.Value is not null) Write(placeholder.Value);
        if (placeholder.Format is { } format)
        {
            Write(":").Write(format);
            if (placeholder.Arguments.Count > 0)
            {
                Write("(");
                WriteAll(placeholder.Arguments, ", ", WriteSegment);
                Write(")");
            }
        }

        _isInText = false;
        Write("}");
    }

    private SyntaxPrinter WriteQuoted(string value) => _isInText
        ? Write("'").Write(Escaped(value)).Write("'")
        : Write("\"").Write(Escaped(value)).Write("\"");

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("'", "\\'", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
