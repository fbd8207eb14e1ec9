using System.Diagnostics;
using Mirai.Measures;
using Mirai.Segments;

namespace Mirai;

/// <content>The measures that are not daily counters: each stage computes all of its own together.</content>
public sealed partial class CustomerAnalysis
{
    private readonly Dictionary<Measure, DailySeries> _stageSeries = [];
    private readonly Lock _staging = new();

    /// <summary>The series of all measures that are not daily counters: of each one for all customers, or one per value of the segment.</summary>
    private Dictionary<Measure, IReadOnlyList<DailySeries>> StageSeries(
        IReadOnlyList<Measure> measures, Segment? segment, CancellationToken cancellationToken)
    {
        var found = new Dictionary<Measure, IReadOnlyList<DailySeries>>();
        foreach (var stage in measures.Where(m => m.Stage != MeasureStage.Counters).Distinct().GroupBy(m => m.Stage))
        {
            var all = segment is null ? KeptSeries(stage.Key, [.. stage], cancellationToken) : StageSeries(stage.Key, [.. stage], segment, cancellationToken);
            foreach (var series in all.GroupBy(s => s.Measure)) found[series.Key] = [.. series];
        }

        return found;
    }

    /// <summary>A stage's series of all customers, computed once. A stage that makes all of its measures in one pass is asked for all of them at once.</summary>
    private IEnumerable<DailySeries> KeptSeries(MeasureStage stage, IReadOnlyList<Measure> measures, CancellationToken cancellationToken)
    {
        if (stage == MeasureStage.Host) return StageSeries(stage, measures, segment: null, cancellationToken);
        lock (_staging)
        {
            if (!measures.All(_stageSeries.ContainsKey))
            {
                var siblings = stage == MeasureStage.Contacts ? measures : Options.Catalog.Measures.Where(m => m.Stage == stage);
                var missing = siblings.Concat(measures).Where(m => !_stageSeries.ContainsKey(m)).Distinct().ToList();
                foreach (var series in StageSeries(stage, missing, segment: null, cancellationToken)) _stageSeries[series.Measure] = series;
            }

            return [.. measures.Select(m => _stageSeries[m])];
        }
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
