using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mirai.Ingest;
using Mirai.Measures;
using Mirai.Projection;
using Mirai.Rules;

namespace Mirai.Diagnosis.Json;

/// <summary>The JSON form of a diagnosis, generated at build: no reflection at run time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    Converters =
    [
        typeof(NumberConverter), typeof(NumbersConverter), typeof(ShareConverter), typeof(PeriodConverter), typeof(CurrencyConverter), typeof(DayRangeConverter),
        typeof(PortfolioGroupConverter), typeof(MeasureConverter), typeof(LanguageTextsConverter), typeof(IngestRemarkConverter),
        typeof(CustomerPartConverter), typeof(RuleDiagnosticConverter), typeof(WindowChurnConverter), typeof(WordConverter<DiagnosisVerdict>),
        typeof(WordConverter<MarketingKind>), typeof(WordConverter<AttributionCause>), typeof(WordConverter<CohortGrain>),
        typeof(WordConverter<HistoryNeeded>), typeof(WordConverter<IngestIssueKind>), typeof(WordConverter<RuleState>),
        typeof(WordConverter<WarningLevel>), typeof(WordConverter<SuppressionKind>), typeof(WordConverter<UndecidedReason>),
        typeof(WordConverter<ForecastMethod>), typeof(WordConverter<ForecastReason>), typeof(WordConverter<ForecastMeasure>),
        typeof(WordConverter<ForecastCaution>),
    ])]
[JsonSerializable(typeof(DiagnosisReport))]
internal sealed partial class DiagnosisJson : JsonSerializerContext;

/// <summary>How the document is written.</summary>
internal static class DiagnosisJsonText
{
    /// <summary>What a person writes stays readable: the answer is a file and no part of a web page.</summary>
    public static DiagnosisJson Readable { get; } =
        new(new JsonSerializerOptions(DiagnosisJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
