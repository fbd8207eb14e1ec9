using System.CommandLine;
using System.CommandLine.Parsing;
using Mirai.Cli.Input;
using Mirai.Cli.Page;
using Mirai.Cli.Wording;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Cli.Commands;

/// <summary>One call of a command: what was typed, and where the answer goes.</summary>
/// <param name="Parsed">What was typed.</param>
/// <param name="Terminal">The streams.</param>
/// <param name="Texts">The language.</param>
/// <param name="IsQuiet">Whether progress and remarks are left out.</param>
/// <param name="Stop">Stops the work.</param>
internal sealed record CommandRun(ParseResult Parsed, Terminal Terminal, Texts Texts, bool IsQuiet, CancellationToken Stop) : ISettings
{
    private const int LeastWidth = 60;

    /// <summary>What the tool exits with; see <see cref="Cli.ExitCode"/>.</summary>
    public int ExitCode { get; set; } = Cli.ExitCode.Done;

    private MessageTexts Messages => Texts.Messages;

    /// <summary>Tells the person something on standard error, unless told to be quiet.</summary>
    public void Say(string text)
    {
        if (!IsQuiet) Terminal.Error.WriteLine(text);
    }

    /// <summary>What a page to standard output, or to a file, is written for.</summary>
    public PageSetting PageFor(string? file)
    {
        var isScreen = file is null && Terminal.OutputIsScreen;
        return new PageSetting(Texts, Math.Max(LeastWidth, isScreen ? Terminal.Width : Terminal.PlainWidth), isScreen);
    }

    /// <summary>Whether a flag was given.</summary>
    public bool Has(Option<bool> flag) => Has(flag.Name);

    /// <inheritdoc/>
    public bool Has(string name) => ResultOf(name) is not null;

    /// <summary>The text of an option, or <see langword="null"/> where it was not given.</summary>
    /// <exception cref="WrongInputException">It was given twice, or without a value.</exception>
    public string? Value(Option<string> option, string expected) => Value(option.Name, expected);

    /// <inheritdoc/>
    public string? Value(string name, string expected)
    {
        if (ResultOf(name) is not { } result) return null;
        if (result.IdentifierTokenCount > 1) throw new WrongInputException(Messages.GivenTwice(name));
        return result.Tokens.Count > 0 && result.Tokens[0].Value.Length > 0
            ? result.Tokens[0].Value
            : throw new WrongInputException(Messages.ValueNeeded(name, expected));
    }

    /// <inheritdoc/>
    public IReadOnlyList<string>? Files(string name) => Value(name, "FILE") is { } file ? [file] : null;

    /// <summary>One of several words.</summary>
    public T? Choice<T>(Option<string> option, params (string Word, T Meaning)[] choices)
        where T : struct => SettingKinds.Choice(this, option.Name, choices);

    /// <summary>A whole number within bounds.</summary>
    public long? Number(Option<string> option, long least, long most) => SettingKinds.Number(this, option.Name, least, most);

    /// <summary>A day.</summary>
    public DateOnly? Day(Option<string> option) => SettingKinds.Day(this, option.Name);

    /// <summary>A period.</summary>
    public Period? Period(Option<string> option) => SettingKinds.Period(this, option.Name);

    /// <summary>What to throw at a value that cannot be.</summary>
    public WrongInputException Bad(Option option, string found, string expected) => Bad(option.Name, found, expected);

    /// <inheritdoc/>
    public WrongInputException Bad(string name, string found, string expected) => new(Messages.BadValue(name, found, expected));

    /// <inheritdoc/>
    public WrongInputException Rejected(string name, IngestRemark error) => new(Messages.Rejected($"{name}: {error.ToString(Texts.Language)}"));

    /// <summary>What to throw at input that cannot be used.</summary>
    public WrongInputException Rejected(IngestRemark reason) => new(Messages.Rejected(reason.ToString(Texts.Language)));

    private OptionResult? ResultOf(string name) => Parsed.GetResult(name) is OptionResult { Implicit: false } result ? result : null;
}
