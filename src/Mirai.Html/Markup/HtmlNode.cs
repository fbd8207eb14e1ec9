namespace Mirai.Html.Markup;

/// <summary>A piece of the page. Text becomes HTML only here, so nothing can be forgotten to be escaped.</summary>
internal abstract class HtmlNode
{
    /// <summary>Text, escaped when it is written.</summary>
    public static implicit operator HtmlNode(string text) => new HtmlText(text);

    /// <summary>A text in both languages, of which the page shows one.</summary>
    public static implicit operator HtmlNode(Bilingual text) => BilingualText.Of(text);

    /// <summary>Writes the piece.</summary>
    public abstract void WriteTo(TextWriter output);
}

/// <summary>Plain text.</summary>
/// <param name="text">As it is, not escaped.</param>
internal sealed class HtmlText(string text) : HtmlNode
{
    /// <inheritdoc/>
    public override void WriteTo(TextWriter output) => SafeText.Escape(text, output);
}

/// <summary>Several pieces one after the other, without an element around them.</summary>
/// <param name="nodes">The pieces.</param>
internal sealed class HtmlGroup(params IEnumerable<HtmlNode?> nodes) : HtmlNode
{
    /// <inheritdoc/>
    public override void WriteTo(TextWriter output)
    {
        foreach (var node in nodes) node?.WriteTo(output);
    }
}

/// <summary>Code of the page's own within an element that takes it as it is: style and script.</summary>
internal sealed class HtmlCode : HtmlNode
{
    private readonly string _code;

    /// <summary>The content of a style or script element.</summary>
    /// <exception cref="ArgumentException">The code would end its own element.</exception>
    public HtmlCode(string code)
    {
        if (code.Contains("</", StringComparison.Ordinal) && (Ends(code, "</script") || Ends(code, "</style")))
            throw new ArgumentException("The code has an end tag in it, which would end its element.", nameof(code));
        if (code.Contains("<!--", StringComparison.Ordinal)) throw new ArgumentException("The code has a comment's beginning in it, which HTML reads otherwise.", nameof(code));
        _code = code;
    }

    /// <inheritdoc/>
    public override void WriteTo(TextWriter output) => output.Write(_code);

    private static bool Ends(string code, string tag) => code.Contains(tag, StringComparison.OrdinalIgnoreCase);
}
