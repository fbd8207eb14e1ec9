namespace Mirai.Cli.Toml;

/// <summary>Where something stands in a file; line and column from 1.</summary>
internal readonly record struct TomlPlace(int Line, int Column);

/// <summary>A value of a TOML file that knows where it stands: one of the records below.</summary>
/// <param name="Place">Where it begins.</param>
internal abstract record TomlNode(TomlPlace Place);

/// <summary>A number, exactly as it was written.</summary>
internal sealed record TomlNumber(TomlPlace Place, decimal Value, string Text) : TomlNode(Place);

/// <summary>A text.</summary>
internal sealed record TomlText(TomlPlace Place, string Value) : TomlNode(Place);

/// <summary>True or false.</summary>
internal sealed record TomlSwitch(TomlPlace Place, bool Value) : TomlNode(Place);

/// <summary>Anything else, such as a date or a number beyond all use.</summary>
internal sealed record TomlOther(TomlPlace Place, string Text) : TomlNode(Place);

/// <summary>An array, or an array of tables.</summary>
internal sealed record TomlArray(TomlPlace Place, List<TomlNode> Items) : TomlNode(Place);

/// <summary>A table: the file itself, a part of it under a heading, or one in braces.</summary>
internal sealed record TomlTable(TomlPlace Place) : TomlNode(Place)
{
    /// <summary>The entries in the order of the file.</summary>
    public OrderedDictionary<string, TomlEntry> Entries { get; } = new(StringComparer.Ordinal);
}

/// <summary>An entry of a table.</summary>
/// <param name="KeyPlace">Where its key stands.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct TomlEntry(TomlPlace KeyPlace, TomlNode Value);
