using Mirai.Csv;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Cli.Input;

/// <summary>How purchases are read, and what is read with them.</summary>
/// <param name="Csv">How the files are read.</param>
/// <param name="Attributes">A file about customers.</param>
/// <param name="Contacts">Files of contacts.</param>
/// <param name="ActivePeriod">How long a purchase keeps a customer active.</param>
internal sealed record InputSettings(CsvOptions Csv, string? Attributes, ContactInput? Contacts, Period ActivePeriod)
{
    /// <summary>The names of all settings, as options, in the order of the help.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "--map", "--no-header", "--delimiter", "--encoding", "--date-format", "--currency", "--round", "--attributes", "--contacts", "--contacts-map",
        "--from-start", "--active-period", "--observed-until", "--on-bad-row", "--max-bad-rows",
    ];

    /// <summary>Reads the settings.</summary>
    /// <exception cref="WrongInputException">One of them cannot be.</exception>
    public static InputSettings Read(ISettings settings)
    {
        var csv = new CsvOptions
        {
            Columns = Map(settings, "--map", "customer=...,day=...,amount=..."),
            HasHeader = !settings.Has("--no-header"),
            Delimiter = Delimiter(settings),
            EncodingName = settings.Value("--encoding", "UTF-8, UTF-16, Shift_JIS, EUC-JP ..."),
            Load = new PurchaseLoadOptions
            {
                Currency = Currency(settings),
                DayText = DayFormat(settings),
                RoundAmounts = settings.Has("--round"),
                OnBadRow = settings.Choice("--on-bad-row", ("skip", BadRowPolicy.Skip), ("stop", BadRowPolicy.Stop)) ?? BadRowPolicy.Skip,
                MaxBadRows = settings.Number("--max-bad-rows", 0, long.MaxValue),
                ObservedUntil = settings.Day("--observed-until"),
                BeganWithData = settings.Has("--from-start"),
            },
        };
        var attributes = settings.Files("--attributes") switch
        {
            null => null,
            [var file] => file,
            var several => throw settings.Bad("--attributes", string.Join(", ", several), "FILE"),
        };
        var activePeriod = settings.Period("--active-period") ?? Period.OneYear;
        var contactColumns = Map(settings, "--contacts-map", "customer=...,day=...,cost=...");
        return new InputSettings(csv, attributes, settings.Files("--contacts") is { } files ? new ContactInput(files, contactColumns) : null, activePeriod);
    }

    /// <summary>The currency of amounts.</summary>
    /// <exception cref="WrongInputException">There is no such currency.</exception>
    public static Currency Currency(ISettings settings)
    {
        const string Name = "--currency";
        if (settings.Value(Name, "JPY, USD, EUR ... CODE:3") is not { } text) return Model.Currency.Jpy;
        if (Model.Currency.TryParse(text, out var known)) return known;
        var isStated = text.Length == 5 && text[3] == ':' && text[4] is >= '0' and <= '6' && text[..3].All(char.IsAsciiLetter);
        return isStated
            ? new Currency(text[..3].ToUpperInvariant(), text[4] - '0')
            : throw settings.Bad(Name, text, $"{string.Join(", ", Model.Currency.KnownCodes)}, CODE:3");
    }

    private static ColumnMap Map(ISettings settings, string name, string expected)
    {
        if (settings.Value(name, expected) is not { } text) return ColumnMap.Detect;
        return ColumnMap.TryParse(text, out var map, out var error) ? map : throw settings.Rejected(name, error);
    }

    private static char? Delimiter(ISettings settings)
    {
        const string Name = "--delimiter";
        const string Expected = ", ; | tab space";
        if (settings.Value(Name, Expected) is not { } text) return null;
        var delimiter = text.ToUpperInvariant() switch
        {
            "TAB" or "\\T" or "\t" => CsvDelimiter.Tab,
            "SPACE" => CsvDelimiter.Blanks,
            "COMMA" => CsvDelimiter.Comma,
            "SEMICOLON" => CsvDelimiter.Semicolon,
            "PIPE" => CsvDelimiter.Pipe,
            _ when text.Length == 1 && CsvDelimiter.IsValid(text[0]) => text[0],
            _ => '\0',
        };
        return delimiter == '\0' ? throw settings.Bad(Name, text, Expected) : delimiter;
    }

    private static DayText DayFormat(ISettings settings)
    {
        const string Name = "--date-format";
        if (settings.Value(Name, "dd/MM/yyyy ...") is not { } format) return DayText.Any;
        return DayText.TryCreate(format, out var days, out var error) ? days : throw settings.Rejected(Name, error);
    }
}
