namespace Mirai.Html.Markup;

/// <summary>The elements that the page is made of.</summary>
internal static class Tag
{
    /// <summary>Any element.</summary>
    public static HtmlElement Of(string name) => new(name);

    /// <summary>A block.</summary>
    public static HtmlElement Div(string className) => Of("div").Class(className);

    /// <summary>A stretch of text.</summary>
    public static HtmlElement Span() => Of("span");

    /// <summary>A stretch of text of one kind.</summary>
    public static HtmlElement Span(string className) => Of("span").Class(className);

    /// <summary>A paragraph.</summary>
    public static HtmlElement Paragraph(params IEnumerable<HtmlNode?> content) => Of("p").Add(content);

    /// <summary>A paragraph of one kind.</summary>
    public static HtmlElement Note(params IEnumerable<HtmlNode?> content) => Of("p").Class("note").Add(content);

    /// <summary>A heading of a level from 1 to 6.</summary>
    public static HtmlElement Heading(int level, params IEnumerable<HtmlNode?> content) =>
        Of(level switch { 1 => "h1", 2 => "h2", 3 => "h3", 4 => "h4", 5 => "h5", _ => "h6" }).Add(content);

    /// <summary>A list without order.</summary>
    public static HtmlElement List(params IEnumerable<HtmlNode?> items) => Of("ul").Add(items.OfType<HtmlNode>().Select(item => Of("li").Add(item)));

    /// <summary>A name that somebody else gave: kept from changing the direction of what stands around it.</summary>
    public static HtmlElement Name(string name) => Of("bdi").Add(name);

    /// <summary>Something to be opened.</summary>
    public static HtmlElement Details(params IEnumerable<HtmlNode?> summary) => Of("details").Add(Of("summary").Add(summary));

    /// <summary>A text of a colour that says good or bad.</summary>
    public static HtmlElement Tone(bool? isGood, params IEnumerable<HtmlNode?> content) =>
        Span(isGood switch { true => "good", false => "bad", null => "even" }).Add(content);
}
