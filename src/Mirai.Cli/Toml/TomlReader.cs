using Mirai.Cli.Wording;
using Mirai.Model;

namespace Mirai.Cli.Toml;

/// <summary>Takes what is expected out of a table of a file, and complains with file, line and column about what is not.</summary>
/// <param name="file">What the file is called in a message.</param>
/// <param name="texts">The language.</param>
internal sealed class TomlReader(string file, TomlTexts texts)
{
    /// <summary>How messages are worded.</summary>
    public TomlTexts Texts => texts;

    /// <summary>What to throw at a place.</summary>
    public WrongInputException Wrong(TomlPlace place, string message) => new(texts.At(file, place.Line, place.Column, message));

    /// <summary>What to throw at a value of another kind than expected.</summary>
    public WrongInputException WrongKind(TomlNode node, string expected) => Wrong(node.Place, texts.WrongValue(Found(node), expected));

    /// <summary>Complains about the first key that is not among the known ones, and says which one was probably meant.</summary>
    public void CheckKeys(TomlTable table, params IReadOnlyList<string> known)
    {
        foreach (var (key, entry) in table.Entries)
        {
            if (!known.Contains(key, StringComparer.Ordinal)) throw Wrong(entry.KeyPlace, texts.UnknownKey(key, NearestName.Find(key, known), string.Join(", ", known)));
        }
    }

    /// <summary>A number within bounds.</summary>
    public decimal Number(TomlNode node, decimal least, decimal most, string expected) =>
        node is TomlNumber number && number.Value >= least && number.Value <= most ? number.Value : throw WrongKind(node, expected);

    /// <summary>A whole number within bounds.</summary>
    public int Whole(TomlNode node, int least, int most, string expected)
    {
        var number = Number(node, least, most, expected);
        return number == decimal.Truncate(number) ? (int)number : throw WrongKind(node, expected);
    }

    /// <summary>A text that is not blank.</summary>
    public string Text(TomlNode node, string expected) =>
        node is TomlText text && !string.IsNullOrWhiteSpace(text.Value) ? text.Value : throw WrongKind(node, expected);

    /// <summary>True or false.</summary>
    public bool Switch(TomlNode node) => node is TomlSwitch found ? found.Value : throw WrongKind(node, "true, false");

    /// <summary>The values of an array that has some, at most so many.</summary>
    public decimal[] Numbers(TomlNode node, int most, string expected, Func<TomlNode, decimal> read)
    {
        if (node is not TomlArray array) throw WrongKind(node, expected);
        if (array.Items.Count > most) throw Wrong(array.Place, texts.TooMany(array.Items.Count, most));
        return array.Items.Count > 0 ? [.. array.Items.Select(read)] : throw WrongKind(node, expected);
    }

    private string Found(TomlNode node) => node switch
    {
        TomlNumber number => number.Text,
        TomlText text => $"\"{text.Value}\"",
        TomlSwitch truth => truth.Value ? "true" : "false",
        TomlOther other => other.Text,
        TomlArray { Items.Count: 0 } => "[]",
        TomlArray => texts.List,
        _ => texts.Table,
    };
}
