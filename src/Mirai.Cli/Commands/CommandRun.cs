using System.CommandLine;
using System.Globalization;
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
internal sealed record CommandRun(ParseResult Parsed, Terminal Terminal, Texts Texts, bool IsQuiet, CancellationToken Stop)
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
    public bool Has(Option<bool> flag) => Parsed.GetResult(flag) is { Implicit: false };

    /// <summary>The text of an option, or <see langword="null"/> where it was not given.</summary>
    /// <exception cref="WrongInputException">It was given twice, or without a value.</exception>
    public string? Value(Option<string> option, string expected)
    {
        if (Parsed.GetResult(option) is not { Implicit: false } result) return null;
        if (result.IdentifierTokenCount > 1) throw new WrongInputException(Messages.GivenTwice(option.Name));
        return result.Tokens.Count > 0 && result.Tokens[0].Value.Length > 0
            ? result.Tokens[0].Value
            : throw new WrongInputException(Messages.ValueNeeded(option.Name, expected));
    }

    /// <summary>One of several words.</summary>
    public T? Choice<T>(Option<string> option, params (string Word, T Meaning)[] choices)
        where T : struct
    {
        var expected = string.Join(", ", choices.Select(choice => choice.Word));
        if (Value(option, expected) is not { } found) return null;
        foreach (var (word, meaning) in choices)
        {
            if (string.Equals(word, found, StringComparison.OrdinalIgnoreCase)) return meaning;
        }

        throw Bad(option, found, expected);
    }

    /// <summary>A whole number within bounds.</summary>
    public long? Number(Option<string> option, long least, long most)
    {
        var expected = (least, most) switch
        {
            (long.MinValue, _) => "N",
            (_, long.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"N >= {least}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{least} <= N <= {most}"),
        };
        if (Value(option, expected) is not { } found) return null;
        return long.TryParse(found, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Bad(option, found, expected);
    }

    /// <summary>A day.</summary>
    public DateOnly? Day(Option<string> option)
    {
        const string Expected = "yyyy-MM-dd";
        if (Value(option, Expected) is not { } found) return null;
        return DayText.Any.TryParse(found, out var day) ? day : throw Bad(option, found, Expected);
    }

    /// <summary>A period.</summary>
    public Period? Period(Option<string> option)
    {
        const string Expected = "90d, 3m, 1y ...";
        if (Value(option, Expected) is not { } found) return null;
        return Model.Period.TryParse(found, out var period) ? period : throw Bad(option, found, Expected);
    }

    /// <summary>What to throw at a value that cannot be.</summary>
    public WrongInputException Bad(Option option, string found, string expected) => new(Messages.BadValue(option.Name, found, expected));
}
