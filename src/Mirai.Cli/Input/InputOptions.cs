using System.CommandLine;
using Mirai.Cli.Commands;
using Mirai.Csv;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Cli.Input;

/// <summary>The purchases and the options of every command that reads them.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> _purchases = new("PURCHASES") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _map = NewOption.Text("--map", "NAME=HEADER,...");
    private readonly Option<bool> _noHeader = NewOption.Flag("--no-header");
    private readonly Option<string> _delimiter = NewOption.Text("--delimiter", "CHAR");
    private readonly Option<string> _encoding = NewOption.Text("--encoding", "NAME");
    private readonly Option<string> _dateFormat = NewOption.Text("--date-format", "FORMAT");
    private readonly Option<string> _currency = NewOption.Text("--currency", "CODE");
    private readonly Option<bool> _round = NewOption.Flag("--round");
    private readonly Option<string> _attributes = NewOption.Text("--attributes", "FILE");
    private readonly Option<string> _contacts = NewOption.Text("--contacts", "FILE");
    private readonly Option<string> _contactsMap = NewOption.Text("--contacts-map", "NAME=HEADER,...");
    private readonly Option<bool> _fromStart = NewOption.Flag("--from-start");
    private readonly Option<string> _activePeriod = NewOption.Text("--active-period", "PERIOD");
    private readonly Option<string> _observedUntil = NewOption.Text("--observed-until", "DAY");
    private readonly Option<string> _onBadRow = NewOption.Text("--on-bad-row", "skip|stop");
    private readonly Option<string> _maxBadRows = NewOption.Text("--max-bad-rows", "N");

    /// <summary>The files.</summary>
    public Argument Purchases => _purchases;

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        _map, _noHeader, _delimiter, _encoding, _dateFormat, _currency, _round, _attributes, _contacts, _contactsMap, _fromStart, _activePeriod,
        _observedUntil, _onBadRow, _maxBadRows,
    ];

    /// <summary>Reads the purchases, and the attributes where they are given, and reports what could not be used.</summary>
    /// <exception cref="WrongInputException">An option is wrong, or the input cannot be used.</exception>
    public PurchaseInput Load(CommandRun run) => Load(run, run.Parsed.GetValue(_purchases) ?? []);

    /// <summary>Reads the purchases of files that were named otherwise than as arguments.</summary>
    /// <exception cref="WrongInputException">An option is wrong, or the input cannot be used.</exception>
    public PurchaseInput Load(CommandRun run, string[] paths)
    {
        var (options, attributes, activePeriod) = (ReadOptions(run), run.Value(_attributes, "FILE"), run.Period(_activePeriod) ?? Period.OneYear);
        var contacts = Contacts(run);
        if (paths.Length == 0) throw new WrongInputException(run.Texts.Messages.PurchasesNeeded);
        return PurchaseInput.Load(run, paths, options, attributes, contacts, activePeriod);
    }

    private CsvOptions ReadOptions(CommandRun run) => new()
    {
        Columns = Map(run, _map, "customer=...,day=...,amount=..."),
        HasHeader = !run.Has(_noHeader),
        Delimiter = Delimiter(run),
        EncodingName = run.Value(_encoding, "UTF-8, UTF-16, Shift_JIS, EUC-JP ..."),
        Load = new PurchaseLoadOptions
        {
            Currency = Currency(run),
            DayText = DayFormat(run),
            RoundAmounts = run.Has(_round),
            OnBadRow = run.Choice(_onBadRow, ("skip", BadRowPolicy.Skip), ("stop", BadRowPolicy.Stop)) ?? BadRowPolicy.Skip,
            MaxBadRows = run.Number(_maxBadRows, 0, long.MaxValue),
            ObservedUntil = run.Day(_observedUntil),
            BeganWithData = run.Has(_fromStart),
        },
    };

    private ContactInput? Contacts(CommandRun run)
    {
        var columns = Map(run, _contactsMap, "customer=...,day=...,cost=...");
        return run.Value(_contacts, "FILE") is { } files ? new ContactInput(files, columns) : null;
    }

    private static ColumnMap Map(CommandRun run, Option<string> option, string expected)
    {
        if (run.Value(option, expected) is not { } text) return ColumnMap.Detect;
        return ColumnMap.TryParse(text, out var map, out var error)
            ? map
            : throw new WrongInputException(run.Texts.Messages.Rejected($"{option.Name}: {error}"));
    }

    private char? Delimiter(CommandRun run)
    {
        const string Expected = ", ; | tab space";
        if (run.Value(_delimiter, Expected) is not { } text) return null;
        var delimiter = text.ToUpperInvariant() switch
        {
            "TAB" or "\\T" => CsvDelimiter.Tab,
            "SPACE" => CsvDelimiter.Blanks,
            "COMMA" => CsvDelimiter.Comma,
            "SEMICOLON" => CsvDelimiter.Semicolon,
            "PIPE" => CsvDelimiter.Pipe,
            _ when text.Length == 1 && CsvDelimiter.IsValid(text[0]) => text[0],
            _ => '\0',
        };
        return delimiter == '\0' ? throw run.Bad(_delimiter, text, Expected) : delimiter;
    }

    private DayText DayFormat(CommandRun run)
    {
        if (run.Value(_dateFormat, "dd/MM/yyyy ...") is not { } format) return DayText.Any;
        return DayText.TryCreate(format, out var days, out var error) ? days : throw new WrongInputException(run.Texts.Messages.Rejected($"--date-format: {error}"));
    }

    /// <summary>Whether any purchases were named.</summary>
    public bool HasPurchases(CommandRun run) => run.Parsed.GetValue(_purchases) is { Length: > 0 };

    /// <summary>The currency of amounts.</summary>
    /// <exception cref="WrongInputException">There is no such currency.</exception>
    public Currency Currency(CommandRun run)
    {
        if (run.Value(_currency, "JPY, USD, EUR ... CODE:3") is not { } text) return Model.Currency.Jpy;
        if (Model.Currency.TryParse(text, out var known)) return known;
        var isStated = text.Length == 5 && text[3] == ':' && text[4] is >= '0' and <= '6' && text[..3].All(char.IsAsciiLetter);
        return isStated
            ? new Currency(text[..3].ToUpperInvariant(), text[4] - '0')
            : throw run.Bad(_currency, text, $"{string.Join(", ", Model.Currency.KnownCodes)}, CODE:3");
    }
}
