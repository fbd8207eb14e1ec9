using System.Diagnostics;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai;

/// <content>The measures that are not daily counters: each stage computes all of its own together.</content>
public sealed partial class CustomerAnalysis
{
    /// <summary>The series of all measures that are not daily counters: of each one for all customers, or one per value of the segment.</summary>
    private Dictionary<Measure, IReadOnlyList<DailySeries>> StageSeries(
        IReadOnlyList<Measure> measures, Segment? segment, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Measure, IReadOnlyList<DailySeries>>();
        foreach (var stage in measures.Where(m => m.Stage != MeasureStage.Counters).Distinct().GroupBy(m => m.Stage))
        {
            foreach (var series in StageSeries(stage.Key, [.. stage], segment, cancellationToken).GroupBy(s => s.Measure))
            {
                found[series.Key] = [.. series];
            }
        }

        return found;
    }

    /// <summary>The series of one stage's measures, on all observed days, the values of a segment in its order.</summary>
    private IEnumerable<DailySeries> StageSeries(
        MeasureStage stage, IReadOnlyList<Measure> measures, Segment? segment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return stage switch
        {
            MeasureStage.Contacts => ContactSeries(measures, cancellationToken),
            MeasureStage.Attribution => AttributionSeries(measures, cancellationToken),
            MeasureStage.Portfolio => PortfolioSeries(measures, cancellationToken),
            MeasureStage.Host => measures.Select(HostSeries),
            MeasureStage.Forecast => ForecastSeries(measures, segment, cancellationToken),
            MeasureStage.WindowChurn => WindowSeries(measures, segment, cancellationToken),
            _ => throw new UnreachableException($"No stage computes {stage} by {segment?.Id ?? "nothing"}."),
        };
    }

    private DailySeries HostSeries(Measure measure)
    {
        var values = measure.Host!(new HostMeasureContext(History, Options.ActivePeriod));
        if (values.Length == History.Days.Count) return new DailySeries(measure, segmentValue: null, History.Days, History.Days.First, History.Currency, values);
        throw new InvalidOperationException($"The host's measure `{measure.Id}` gave {values.Length} values; expected one for each of {History.Days.Count} days.");
    }
}
