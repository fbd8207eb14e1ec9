using System.Globalization;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Mirai.Cli.Toml;

/// <summary>Reads the text of a TOML file into nodes that know their places, with numbers as they were written.</summary>
internal static class TomlSource
{
    /// <summary>The file as a table; null, with a place and a reason in English, where it is not TOML.</summary>
    public static TomlTable? Read(string text, out TomlPlace errorPlace, out string error)
    {
        (errorPlace, error) = (default, "");
        var document = SyntaxParser.Parse(text, sourceName: null, validate: true);
        foreach (var diagnostic in document.Diagnostics)
        {
            if (diagnostic.Kind != DiagnosticMessageKind.Error) continue;
            (errorPlace, error) = (PlaceOf(diagnostic.Span), diagnostic.Message);
            return null;
        }

        var root = new TomlTable(new TomlPlace(1, 1));
        foreach (var pair in document.KeyValues) Add(root, pair);
        foreach (var part in document.Tables)
        {
            var table = TableOf(root, part);
            foreach (var pair in part.Items.OfType<KeyValueSyntax>()) Add(table, pair);
        }

        return root;
    }

    /// <summary>The table that a heading opens: [a.b] or, once more each time, [[a.b]].</summary>
    private static TomlTable TableOf(TomlTable root, TableSyntaxBase part)
    {
        var names = NamesOf(part.Name!);
        var parent = Descend(root, names);
        var (name, place) = names[^1];
        if (part is not TableArraySyntax) return Child(parent, name, place);
        if (!parent.Entries.TryGetValue(name, out var entry) || entry.Value is not TomlArray array)
        {
            array = new TomlArray(place, []);
            parent.Entries[name] = new TomlEntry(place, array);
        }

        var added = new TomlTable(PlaceOf(part.Span));
        array.Items.Add(added);
        return added;
    }

    private static void Add(TomlTable table, KeyValueSyntax pair)
    {
        var names = NamesOf(pair.Key!);
        var (name, place) = names[^1];
        Descend(table, names).Entries[name] = new TomlEntry(place, NodeOf(pair.Value!));
    }

    private static TomlTable Descend(TomlTable from, List<(string Name, TomlPlace Place)> names)
    {
        var table = from;
        foreach (var (name, place) in names.SkipLast(1)) table = Child(table, name, place);
        return table;
    }

    private static TomlTable Child(TomlTable parent, string name, TomlPlace place)
    {
        if (parent.Entries.TryGetValue(name, out var entry))
        {
            if (entry.Value is TomlTable found) return found;
            if (entry.Value is TomlArray { Items: [.., TomlTable last] }) return last;
        }

        var table = new TomlTable(place);
        parent.Entries[name] = new TomlEntry(place, table);
        return table;
    }

    private static List<(string Name, TomlPlace Place)> NamesOf(KeySyntax key)
    {
        var names = new List<(string, TomlPlace)> { NameOf(key.Key!) };
        names.AddRange(key.DotKeys.Select(item => NameOf(item.Key!)));
        return names;
    }

    private static (string Name, TomlPlace Place) NameOf(BareKeyOrStringValueSyntax key) =>
        ((key is StringValueSyntax text ? text.Value : ((BareKeySyntax)key).Key!.Text) ?? "", PlaceOf(key.Span));

    private static TomlNode NodeOf(ValueSyntax value)
    {
        var place = PlaceOf(value.Span);
        switch (value)
        {
            case StringValueSyntax text:
                return new TomlText(place, text.Value ?? "");
            case BooleanValueSyntax truth:
                return new TomlSwitch(place, truth.Value);
            case IntegerValueSyntax whole:
                return new TomlNumber(place, whole.Value, whole.Token!.Text!);
            case FloatValueSyntax fraction:
                var digits = fraction.Token!.Text!;
                var isNumber = decimal.TryParse(digits.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
                return isNumber ? new TomlNumber(place, number, digits) : new TomlOther(place, digits);
            case ArraySyntax array:
                return new TomlArray(place, [.. array.Items.Select(item => NodeOf(item.Value!))]);
            case InlineTableSyntax inline:
                var table = new TomlTable(place);
                foreach (var item in inline.Items) Add(table, item.KeyValue!);
                return table;
            case DateTimeValueSyntax time:
                return new TomlOther(place, time.Token!.Text!);
            default:
                return new TomlOther(place, value.ToString()!.Trim());
        }
    }

    private static TomlPlace PlaceOf(SourceSpan span) => new(span.Start.Line + 1, span.Start.Column + 1);
}
