using Mirai.Cli.Input;
using Mirai.Cli.Toml;
using Mirai.Ingest;

namespace Mirai.Cli.Configuration;

/// <summary>Settings out of a table of a configuration file: <c>--on-bad-row</c> stands there as <c>on_bad_row</c>, paths start from the file's folder.</summary>
/// <param name="reader">Complains with file, line and column.</param>
/// <param name="table">The table.</param>
/// <param name="folder">The file's folder.</param>
internal sealed class TomlSettings(TomlReader reader, TomlTable table, string folder) : ISettings
{
    /// <summary>The key of a setting.</summary>
    public static string KeyOf(string name) => name.TrimStart('-').Replace('-', '_');

    /// <inheritdoc/>
    public string? Value(string name, string expected) => Find(name) switch
    {
        null => null,
        TomlText { Value.Length: > 0 } text => text.Value,
        TomlNumber number => number.Text,
        TomlOther other => other.Text,
        TomlTable map => string.Join(',', map.Entries.Select(entry => $"{entry.Key}={HeaderOf(entry.Value.Value, expected)}")),
        var node => throw reader.WrongKind(node, expected),
    };

    /// <inheritdoc/>
    public IReadOnlyList<string>? Files(string name) => Find(name) switch
    {
        null => null,
        TomlArray { Items.Count: > 0 } list => [.. list.Items.Select(PathOf)],
        TomlArray list => throw reader.WrongKind(list, reader.Texts.FileExpected),
        var node => [PathOf(node)],
    };

    /// <inheritdoc/>
    public bool Has(string name) => Find(name) is { } node && reader.Switch(node);

    /// <inheritdoc/>
    public WrongInputException Bad(string name, string found, string expected) => reader.Wrong(PlaceOf(name), reader.Texts.WrongValue($"\"{found}\"", expected));

    /// <inheritdoc/>
    public WrongInputException Rejected(string name, IngestRemark error) => reader.Wrong(PlaceOf(name), error.ToString(reader.Texts.Language));

    /// <summary>The value of a setting as it stands in the file.</summary>
    public TomlNode? Find(string name) => table.Entries.TryGetValue(KeyOf(name), out var entry) ? entry.Value : null;

    /// <summary>A path, from the folder of the file on where it is not whole.</summary>
    public string PathOf(TomlNode node) => Path.Combine(folder, reader.Text(node, reader.Texts.FileExpected));

    private TomlPlace PlaceOf(string name) => Find(name)?.Place ?? table.Place;

    /// <summary>A header in the map, in quotes as on the command line; a position, or false for a column that is left out.</summary>
    private string HeaderOf(TomlNode node, string expected) => node switch
    {
        TomlText { Value: "-" } or TomlSwitch { Value: false } => "-",
        TomlText { Value.Length: > 0 } text => $"\"{text.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
        TomlNumber number => number.Text,
        _ => throw reader.WrongKind(node, expected),
    };
}
