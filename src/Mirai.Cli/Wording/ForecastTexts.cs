using Mirai.Projection;

namespace Mirai.Cli.Wording;

/// <summary>What <c>mirai forecast</c> says.</summary>
internal sealed record ForecastTexts
{
    public required string Title { get; init; }

    public required string BackTestTitle { get; init; }

    public required string ActiveCustomers { get; init; }

    public required string NewCustomers { get; init; }

    public required string Reactivated { get; init; }

    public required string Lapsed { get; init; }

    public required string Sales { get; init; }

    public required string MonthlySales { get; init; }

    public required string Band80 { get; init; }

    public required string Month { get; init; }

    public required string Year { get; init; }

    public required string Change { get; init; }

    public required Func<ForecastMethod, string> NameOf { get; init; }

    public required Func<ForecastMeasure, string> NameOfMeasure { get; init; }

    /// <summary>The best way of so many, from so many months' ends, with which part of the last value's error, and the next one.</summary>
    public required Func<string, int, int, string, string, string> Won { get; init; }

    public required Func<string, string> Asked { get; init; }

    public required Func<string, string, string> AskedCannot { get; init; }

    public required Func<string, string> NoBackTest { get; init; }

    public required Func<ForecastAcquisition, string> Acquisition { get; init; }

    /// <summary>What the shaded band is.</summary>
    public required string Bands { get; init; }

    public required string TooShort { get; init; }

    public required string MonthsAhead { get; init; }

    public required Func<int, string> InMonths { get; init; }

    public required string All { get; init; }

    public required string Method { get; init; }

    public required string Measure { get; init; }

    public required string Cases { get; init; }

    public required string Wape { get; init; }

    public required string Mase { get; init; }

    public required string Bias { get; init; }

    public required string Held80 { get; init; }

    public required string Held95 { get; init; }

    public required string RelativeError { get; init; }

    public required Func<string, int, int, string> Origins { get; init; }

    public required Func<string, string, string> CannotForecast { get; init; }

    public required string ErrorNote { get; init; }

    /// <summary>The texts of a language.</summary>
    public static ForecastTexts Of(Texts texts) => texts.Language is "ja" ? JapaneseForecast.All : EnglishForecast.All;
}
