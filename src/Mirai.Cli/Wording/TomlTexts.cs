using System.Globalization;

namespace Mirai.Cli.Wording;

/// <summary>What is said about a file of settings that cannot be used.</summary>
internal sealed record TomlTexts
{
    private static readonly TomlTexts English = new()
    {
        Language = "en",
        At = (file, line, column, message) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}: {message}"),
        WrongValue = (found, expected) => $"found {found}, expected {expected}{(expected.EndsWith('.') ? "" : ".")}",
        UnknownKey = (key, nearest, known) => $"there is no key `{key}` here.{(nearest is null ? "" : $" Did you mean `{nearest}`?")} There are: {known}.",
        TooMany = (count, most) => string.Create(CultureInfo.InvariantCulture, $"found {count} values, expected at most {most}."),
        Syntax = message => $"this is not TOML: {message}",
        NotUtf8 = "the file is not UTF-8, which TOML is written in.",
        List = "a list",
        Table = "a table",
        FileExpected = "a file or pattern in quotes",
    };

    private static readonly TomlTexts Japanese = new()
    {
        Language = "ja",
        At = (file, line, column, message) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}:{column}: {message}"),
        WrongValue = (found, expected) => $"{found} は使えません。{expected} を指定してください。",
        UnknownKey = (key, nearest, known) => $"キー「{key}」はここにはありません。{(nearest is null ? "" : $"「{nearest}」ではありませんか。")}使えるキー: {known}。",
        TooMany = (count, most) => string.Create(CultureInfo.InvariantCulture, $"値が {count} 個あります。{most} 個までです。"),
        Syntax = message => $"TOML として読めません: {message}",
        NotUtf8 = "UTF-8 ではありません。TOML は UTF-8 で書きます。",
        List = "配列",
        Table = "テーブル",
        FileExpected = "引用符つきのファイル名またはパターン",
    };

    /// <summary><c>en</c> or <c>ja</c>.</summary>
    public required string Language { get; init; }

    public required Func<string, int, int, string, string> At { get; init; }

    public required Func<string, string, string> WrongValue { get; init; }

    public required Func<string, string?, string, string> UnknownKey { get; init; }

    public required Func<int, int, string> TooMany { get; init; }

    /// <summary>The parser speaks English.</summary>
    public required Func<string, string> Syntax { get; init; }

    public required string NotUtf8 { get; init; }

    public required string List { get; init; }

    public required string Table { get; init; }

    public required string FileExpected { get; init; }

    /// <summary>In the language of the other texts.</summary>
    public static TomlTexts In(Texts texts) => texts.Language is "ja" ? Japanese : English;
}
