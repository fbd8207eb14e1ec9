namespace Mirai.Html.Markup;

/// <summary>An element with attributes and content. Built by adding; names are the page's own, values and texts anybody's.</summary>
internal sealed class HtmlElement : HtmlNode
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "meta", "input", "br", "col" };

    private readonly string _name;
    private readonly List<(string Name, string? Value)> _attributes = [];
    private readonly List<HtmlNode> _content = [];

    /// <summary>An element without attributes and content.</summary>
    /// <exception cref="ArgumentException">The name is none of an element.</exception>
    public HtmlElement(string name) => _name = Checked(name);

    /// <summary>Adds content; <see langword="null"/> adds nothing.</summary>
    public HtmlElement Add(params IEnumerable<HtmlNode?> content)
    {
        _content.AddRange(content.OfType<HtmlNode>());
        return this;
    }

    /// <summary>Adds an attribute.</summary>
    /// <exception cref="ArgumentException">The name is none of an attribute, or the element has the attribute.</exception>
    public HtmlElement Attribute(string name, string value)
    {
        if (_attributes.Exists(known => string.Equals(known.Name, name, StringComparison.Ordinal))) throw new ArgumentException($"The element has the attribute `{name}`.", nameof(name));
        _attributes.Add((Checked(name), value));
        return this;
    }

    /// <summary>Adds an attribute that is there or not.</summary>
    public HtmlElement Flag(string name, bool isSet = true)
    {
        if (isSet) _attributes.Add((Checked(name), null));
        return this;
    }

    /// <summary>A class of the style sheet, one more where there are some.</summary>
    public HtmlElement Class(string value)
    {
        var place = _attributes.FindIndex(attribute => attribute.Name is "class");
        if (place < 0) return Attribute("class", value);
        _attributes[place] = ("class", $"{_attributes[place].Value} {value}");
        return this;
    }

    /// <summary>The name to link to and to label by.</summary>
    public HtmlElement Id(string value) => Attribute("id", value);

    /// <inheritdoc/>
    public override void WriteTo(TextWriter output)
    {
        output.Write('<');
        output.Write(_name);
        foreach (var (name, value) in _attributes)
        {
            output.Write(' ');
            output.Write(name);
            if (value is null) continue;
            output.Write("=\"");
            SafeText.Escape(value, output);
            output.Write('"');
        }

        output.Write('>');
        if (Empty.Contains(_name)) return;
        foreach (var node in _content) node.WriteTo(output);
        output.Write("</");
        output.Write(_name);
        output.Write('>');
    }

    private static string Checked(string name) => name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        ? name
        : throw new ArgumentException($"`{name}` is no name of an element or attribute.", nameof(name));
}
