using System.Globalization;
using Mirai.Model;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>Binds the placeholders of texts and checks their formats.</summary>
internal sealed class TextBinder(ExpressionBinder expressions)
{
    private const string Percent = "percent";
    private const string Number = "number";
    private const string Signed = "signed";
    private const string Short = "short";
    private const string Date = "date";
    private const string Plural = "plural";

    private static readonly string[] Formats = [Signed, Number, Percent, Short, Date, Plural];

    /// <summary>Texts of all languages. A language that stands twice is reported.</summary>
    public BoundTexts Bind(TextsSyntax? syntax, RuleSource source)
    {
        if (syntax is null) return BoundTexts.Empty;
        var byLanguage = new Dictionary<string, IReadOnlyList<BoundTextPart>>(StringComparer.Ordinal);
        foreach (var text in syntax.Texts)
        {
            var parts = text.Text.Parts.Select(p => Part(p, source)).ToList();
            if (byLanguage.TryAdd(text.Language?.Value ?? "", parts)) continue;
            Report("MR5011", (text.Language ?? (SyntaxNode)text.Text).Span, source, [text.Language?.Value ?? ""]);
        }

        return new BoundTexts(byLanguage);
    }

    private BoundTextPart Part(TextPart part, RuleSource source)
    {
        if (part is LiteralPart literal) return new BoundTextPart(literal.Text, Value: null, "", []);
        var placeholder = (PlaceholderPart)part;
        if (placeholder.Value is null) return new BoundTextPart("", Value: null, "", []);
        var value = expressions.BindShown(placeholder.Value, new BindingPlace(source, PartOfCustomers.Own, IsText: true));
        Check(placeholder, value.Type, source);
        return new BoundTextPart(Literal: null, value, placeholder.Format?.Value ?? "", placeholder.Arguments);
    }

    private void Check(PlaceholderPart placeholder, ValueType type, RuleSource source)
    {
        if (placeholder.Format is not { } format) return;
        if (!Formats.Contains(format.Value, StringComparer.Ordinal))
        {
            var nearest = NearestName.Find(format.Value, Formats);
            Report("MR3010", format.Span, source, [format.Value, string.Join(", ", Formats)], nearest is null ? null : new RuleFix(format.Span, nearest, IsGuess: true));
            return;
        }

        if (!TakesArguments(format.Value, placeholder.Arguments))
        {
            Report("MR3016", format.Span, source, [format.Value], key: $"MR3016.{format.Value}");
            return;
        }

        if (type.Kind != ValueKind.Unknown && !Fits(format.Value, type))
            Report("MR4014", format.Span, source, [format.Value, TypeNames.Of(type)], key: $"MR4014.{format.Value}");
    }

    private static bool TakesArguments(string format, IReadOnlyList<string> arguments) => format switch
    {
        Number or Percent => arguments is [var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 6,
        Date => arguments is ["long"],
        Plural => arguments.Count == 2,
        _ => arguments.Count == 0,
    };

    private static bool Fits(string format, ValueType type) => format switch
    {
        Percent => type.Kind is ValueKind.Percentage or ValueKind.Points,
        Date => type.Kind == ValueKind.Date,
        Plural => type.Kind is ValueKind.Quantity or ValueKind.Number or ValueKind.Duration,
        Short => type.Kind is ValueKind.Quantity or ValueKind.Number,
        _ => UnitRules.IsNumeric(type),
    };

    private void Report(string code, SourceSpan span, RuleSource source, IReadOnlyList<object> arguments, RuleFix? fix = null, string? key = null) =>
        expressions.Log.Add(new RuleDiagnostic
        {
            Code = code, Source = source, Span = span, Message = new DiagnosticText(key ?? code, arguments), Fix = fix,
        });
}
