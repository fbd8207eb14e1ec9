using System.Text;
using Mirai.Rules.Binding;

namespace Mirai.Rules.Evaluation;

/// <summary>Fills the values into texts.</summary>
internal sealed class TextRendering(RuleRun run)
{
    /// <summary>The texts with their values. A text for all languages is written in English and in Japanese.</summary>
    public LanguageTexts Render(BoundTexts texts, TextPlace place)
    {
        if (texts.ByLanguage.Count == 0) return LanguageTexts.Empty;
        var rendered = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, parts) in texts.ByLanguage.OrderByDescending(t => t.Key.Length))
        {
            foreach (var written in (IEnumerable<string>)(language.Length > 0 ? [language] : ["en", "ja"])) rendered.TryAdd(written, Render(parts, place, written));
        }

        return new LanguageTexts(rendered);
    }

    /// <summary>The texts with their placeholders left empty.</summary>
    public static LanguageTexts WithoutValues(BoundTexts texts) => new(texts.ByLanguage.ToDictionary(
        t => t.Key.Length > 0 ? t.Key : "en", t => string.Concat(t.Value.Select(p => p.Literal ?? "…")), StringComparer.Ordinal));

    /// <summary>A value in both languages of the product, with its unit.</summary>
    public static LanguageTexts Value(double value, Binding.ValueType type) =>
        LanguageTexts.Of(new FigureText("en").WithUnit(value, type), new FigureText("ja").WithUnit(value, type));

    /// <summary>The terms whose values stand in texts.</summary>
    public static IEnumerable<Term> TermsOf(BoundTexts texts, Lowering terms) => texts.ByLanguage.Values
        .SelectMany(parts => parts).Select(p => p.Value).OfType<BoundNode>().Where(v => !AsksForWarning(v) && v is not TextNode).Select(terms.Of);

    private string Render(IReadOnlyList<BoundTextPart> parts, TextPlace place, string language)
    {
        var text = new StringBuilder();
        foreach (var part in parts) text.Append(part.Value is null ? part.Literal : Render(part, part.Value, place, language));
        if (text.Length <= run.Limits.TextLength) return text.ToString();
        text.Length = run.Limits.TextLength - 1;
        if (char.IsHighSurrogate(text[^1])) text.Length--;
        return text.Append('…').ToString();
    }

    private string Render(BoundTextPart part, BoundNode value, TextPlace place, string language) => value switch
    {
        MessageValueNode { Kind: MessageValueKind.Segment } => place.Values.Part.Label(language),
        TextNode text => text.Value,
        MessageValueNode message => new FigureText(language).Of(place.Of(message.Kind, run.Days), value.Type, part.Format, part.Arguments),
        _ => new FigureText(language).Of(ValueOf(value, place), value.Type, part.Format, part.Arguments),
    };

    private double ValueOf(BoundNode value, TextPlace place) =>
        place.Values.At(place.Plan.Terms.Of(AsksForWarning(value) ? Resolve(value, place) : value), place.Day);

    private static bool AsksForWarning(BoundNode node) => node is MessageValueNode || node.Children.Any(AsksForWarning);

    /// <summary>The expression with the values of the warning put in as constants.</summary>
    private BoundNode Resolve(BoundNode node, TextPlace place) => node switch
    {
        MessageValueNode message => new ConstantNode(message.Type, place.Of(message.Kind, run.Days)),
        AgoNode ago => ago with { Operand = Resolve(ago.Operand, place) },
        UnaryNode unary => unary with { Operand = Resolve(unary.Operand, place) },
        BinaryNode binary => binary with { Left = Resolve(binary.Left, place), Right = Resolve(binary.Right, place) },
        CallNode call => call with { Arguments = [.. call.Arguments.Select(a => Resolve(a, place))] },
        _ => node,
    };
}
