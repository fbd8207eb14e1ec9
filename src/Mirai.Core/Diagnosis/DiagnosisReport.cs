using System.Text.Json;
using System.Text.Json.Serialization;
using Mirai.Diagnosis.Json;
using Mirai.Measures;
using Mirai.Rules;

namespace Mirai.Diagnosis;

/// <summary>The diagnosis of one day: everything that the workbook, the page, the database and the tool show, computed once, in no format.</summary>
/// <remarks>
/// Texts in it are those of rules and of the catalog, in every language they have; all other words are the reader's own. The same history,
/// options and rules give the same document. See <c>docs/diagnosis.md</c>.
/// </remarks>
public sealed record DiagnosisReport
{
    /// <summary>The day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The health of the customer base in one word.</summary>
    public required DiagnosisVerdict Verdict { get; init; }

    /// <summary>What a manager must know first: the first of the warnings; <see langword="null"/> where none is open, and then the verdict says it all.</summary>
    [JsonIgnore]
    public RuleResult? FirstWarning => Rules.Warnings.Count == 0 ? null : Rules.Warnings[0];

    /// <summary>Active customers, retention rate and, with contacts, contacts per customer; without, annual LTV. Each beside one active period before.</summary>
    public required IReadOnlyList<ComparedFigure> Headline { get; init; }

    /// <summary>The list diagnosis (リスト診断).</summary>
    public required ListDiagnosisRow List { get; init; }

    /// <summary>A: which marketing won or lost the customers.</summary>
    public required CustomerDiagnosis Customers { get; init; }

    /// <summary>B: what customers buy.</summary>
    public required PurchaseDiagnosis Purchases { get; init; }

    /// <summary>C: contacts; <see langword="null"/> where there are none.</summary>
    public ContactDiagnosis? Contacts { get; init; }

    /// <summary>Warnings, and all else that the rules say.</summary>
    public required RuleFindings Rules { get; init; }

    /// <summary>What happens if it goes on like this; <see langword="null"/> where the caller wants no forecast.</summary>
    public ForecastOutlook? Forecast { get; init; }

    /// <summary>The series behind the charts.</summary>
    public required DiagnosisCharts Charts { get; init; }

    /// <summary>With what the diagnosis was made.</summary>
    public required DiagnosisSettings Settings { get; init; }

    /// <summary>What to know of the data before trusting the figures.</summary>
    public required DataQuality Data { get; init; }

    /// <summary>Every measure that the document or its rules name, with name, unit and formula.</summary>
    [JsonConverter(typeof(DefinitionsConverter))]
    public required IReadOnlyList<Measure> Definitions { get; init; }

    /// <summary>Writes the document as JSON: names in snake_case, days as <c>yyyy-MM-dd</c>, percentages as fractions, what is missing as <c>null</c>.</summary>
    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public void WriteJson(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        cancellationToken.ThrowIfCancellationRequested();
        JsonSerializer.Serialize(stream, this, DiagnosisJsonText.Readable.DiagnosisReport);
    }
}
