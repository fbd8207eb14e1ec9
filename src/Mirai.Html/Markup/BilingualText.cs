namespace Mirai.Html.Markup;

/// <summary>A text in both languages: two spans, of which the style sheet shows the one of the page's language. One text where both are equal.</summary>
internal static class BilingualText
{
    /// <summary>The piece.</summary>
    public static HtmlNode Of(Bilingual text) => string.Equals(text.English, text.Japanese, StringComparison.Ordinal)
        ? new HtmlText(text.English)
        : new HtmlGroup(Span("en", text.English), Span("ja", text.Japanese));

    private static HtmlElement Span(string language, string text) => Tag.Span().Attribute("lang", language).Add(text);
}
