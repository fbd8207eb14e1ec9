using System.Globalization;
using Mirai.Measures;
using Mirai.Projection;

namespace Mirai.Excel.Wording;

/// <content>Words put together.</content>
internal sealed partial record WorkbookWords
{
    /// <summary>The words of a language: Japanese for <c>ja</c>, English for every other.</summary>
    public static WorkbookWords For(string language) => language is "ja" ? Japanese : English;

    /// <summary>A pattern with its values.</summary>
    public static string Fill(string pattern, params object?[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);

    /// <summary>A term of the attribution, whichever way it goes.</summary>
    public string Of(AttributionCause term) => Terms[term];

    /// <summary>A way to forecast.</summary>
    public string Of(ForecastMethod method) => Methods[method];

    /// <summary>Why it was taken.</summary>
    public string Of(ForecastReason reason) => Reasons[reason];

    /// <summary>What is forecast.</summary>
    public string Of(ForecastMeasure measure) => ForecastMeasures[measure];

    /// <summary>What the periods of cohorts are.</summary>
    public string Of(CohortGrain grain) => Grains[grain];

    /// <summary>How much history a figure needs.</summary>
    public string Of(HistoryNeeded needs) => Histories[needs];

    /// <summary>A unit.</summary>
    public string Of(MeasureUnit unit) => Units[unit];

    /// <summary>How a measure behaves over days.</summary>
    public string Of(MeasureKind kind) => Kinds[kind];

    /// <summary>Which way is better.</summary>
    public string Of(GoodDirection direction) => Directions[direction];
}
