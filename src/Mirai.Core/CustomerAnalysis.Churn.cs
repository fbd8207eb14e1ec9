using Mirai.Lifetime;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

/// <content>Window churn and lifetime value (3か月の離反率とLTV).</content>
public sealed partial class CustomerAnalysis
{
    /// <summary>Window churn and lifetime value on a day, as <see cref="AnalysisOptions.WindowChurn"/> says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public WindowChurn WindowChurn(DateOnly asOf, CancellationToken cancellationToken = default) => WindowChurn(asOf, Options.WindowChurn, cancellationToken);

    /// <summary>Window churn and lifetime value on a day, with windows of another length: half a year or more for what is rarely bought.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public WindowChurn WindowChurn(DateOnly asOf, Period window, CancellationToken cancellationToken = default) =>
        WindowChurn(asOf, Options.WindowChurn with { Window = window }, cancellationToken);

    /// <summary>Window churn and lifetime value on a day.</summary>
    /// <remarks>
    /// Three passes over the history. Where nobody purchased in the base window every figure is missing; <see cref="WindowSelection.IsComplete"/> tells
    /// whether the data covers it.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    public WindowChurn WindowChurn(DateOnly asOf, WindowChurnOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var churn = new WindowPass(History, options, [DayIndex(asOf)], placement: null, Options.MaxThreads, progress: null, cancellationToken).Run()[0][0];
        return WithBreakEven(churn, NewCustomerRates(segment: null, new DayRange(asOf, asOf), cancellationToken).GetValueOrDefault(""));
    }

    /// <summary>Window churn and lifetime value by segment on a day, for every value with a base customer.</summary>
    /// <remarks>
    /// Base customers are chosen among all customers, and each counts under the value that he had on the day <c>t - P</c>, as daily series hold it. Of a
    /// purchase dimension only rows of a value count, and each value has base customers of its own.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed.</exception>
    /// <exception cref="ArgumentException">There is no such attribute or dimension, or the segment needs discounts that are not there.</exception>
    public IReadOnlyList<SegmentChurn> WindowChurnBy(
        Segment segment, DateOnly asOf, WindowChurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var placement = Place(segment);
        var pass = new WindowPass(History, options ?? Options.WindowChurn, [DayIndex(asOf)], placement, Options.MaxThreads, progress: null, cancellationToken);
        var churns = pass.Run();
        var rates = NewCustomerRates(segment, new DayRange(asOf, asOf), cancellationToken);
        return
        [
            .. placement.Values.Zip(churns, (text, days) => (text, Churn: days[0]))
                .Where(value => value.Churn.Totals.BaseCustomers > 0)
                .Select(value => new SegmentChurn(value.text, WithBreakEven(value.Churn, rates.GetValueOrDefault(value.text)))),
        ];
    }

    /// <summary>Window churn and lifetime value at every month's end, in order.</summary>
    /// <param name="options">How figures are computed; <see langword="null"/> for <see cref="AnalysisOptions.WindowChurn"/>.</param>
    /// <param name="days">The days whose months' ends are wanted; <see langword="null"/> for all observed ones.</param>
    /// <param name="progress">Told the fraction of the work that is done, from 0 to 1.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A day is not observed.</exception>
    public IReadOnlyList<WindowChurn> MonthlyWindowChurn(
        WindowChurnOptions? options = null, DayRange? days = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var range = days ?? History.Days;
        CheckDays(range);
        var monthEnds = MonthEnds(range);
        if (monthEnds.Length == 0) return [];
        var pass = new WindowPass(History, options ?? Options.WindowChurn, monthEnds, placement: null, Options.MaxThreads, progress, cancellationToken);
        var churns = pass.Run()[0];
        var rates = NewCustomerRates(segment: null, History.Days, cancellationToken).GetValueOrDefault("");
        return [.. churns.Select(churn => WithBreakEven(churn, rates))];
    }

    /// <summary>Window churn and lifetime value of base customers drawn at random, with intervals: for where names cannot be matched for everybody.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is not observed, or there are fewer base customers than are to be drawn.</exception>
    public WindowSample SampleWindowChurn(
        DateOnly asOf, WindowSampling sampling, WindowChurnOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sampling);
        var used = options ?? Options.WindowChurn;
        var (customers, selection) =
            new WindowPass(History, used, [DayIndex(asOf)], placement: null, Options.MaxThreads, progress: null, cancellationToken).BaseCustomers();
        var size = sampling.SizeOf(customers.Count);
        if (size > customers.Count)
        {
            var found = $"There are {customers.Count} base customers on {asOf:yyyy-MM-dd}; expected at least as many as are to be drawn.";
            throw new ArgumentOutOfRangeException(nameof(sampling), size, found);
        }

        var bootstrap = new WindowBootstrap(History.Currency, used, sampling, Options.MaxThreads);
        return bootstrap.Run(bootstrap.Draw(customers, size), customers.Count, selection, cancellationToken);
    }

    /// <summary>The catalog's measures of window churn: of each month's end, carried to the next; missing until the history is long enough.</summary>
    private IEnumerable<DailySeries> WindowSeries(IReadOnlyList<Measure> measures, Segment? segment, CancellationToken cancellationToken)
    {
        var placement = segment is null ? null : Place(segment);
        var monthEnds = MonthEnds(History.Days);
        var pass = new WindowPass(History, Options.WindowChurn, monthEnds, placement, Options.MaxThreads, progress: null, cancellationToken);
        var churns = monthEnds.Length == 0 ? [.. Enumerable.Repeat(Array.Empty<WindowChurn>(), pass.Values)] : pass.Run();
        var rates = measures.Contains(LifetimeMeasures.MissingNewCustomers) ? NewCustomerRates(segment, History.Days, cancellationToken) : [];
        foreach (var measure in measures)
        {
            for (var value = 0; value < churns.Length; value++)
            {
                var text = placement?.Values[value];
                var figures = churns[value].Select(churn => FigureOf(measure, WithBreakEven(churn, rates.GetValueOrDefault(text ?? ""))));
                yield return new DailySeries(
                    measure, text, History.Days, CompleteWindowsFrom(measure), History.Currency, Carried(monthEnds, [.. figures]));
            }
        }
    }

    private static double FigureOf(Measure measure, WindowChurn churn)
    {
        if (!churn.Selection!.IsComplete) return double.NaN;
        var figure = measure.Id switch
        {
            "window_lost_rate" => churn.LostRate,
            "window_frequency_decline" => churn.FrequencyDecline,
            "window_churn" => churn.Churn,
            "annual_churn" => churn.AnnualChurn,
            "lifetime_value" => churn.LifetimeValue.Amount,
            _ => churn.BreakEven is { IsComplete: true } breakEven ? breakEven.MissingNewCustomers : null,
        };
        return figure ?? double.NaN;
    }

    /// <summary>The later of what the measure needs and, for the missing new customers, the two windows of churn.</summary>
    private DateOnly? CompleteWindowsFrom(Measure measure)
    {
        var (own, windows) = (CompleteFrom(measure.Needs), CompleteFrom(HistoryNeeded.TwoChurnWindows));
        return own is null || windows is null ? null : own > windows ? own : windows;
    }

    private double[] Carried(int[] monthEnds, double[] figures)
    {
        var values = new double[History.Days.Count];
        Array.Fill(values, double.NaN);
        for (var i = 0; i < monthEnds.Length; i++)
        {
            var end = i + 1 < monthEnds.Length ? monthEnds[i + 1] : values.Length;
            values.AsSpan(monthEnds[i], end - monthEnds[i]).Fill(figures[i]);
        }

        return values;
    }

    private int[] MonthEnds(DayRange days)
    {
        var ends = new List<int>();
        for (var day = History.Days.IndexOf(days.First); day <= History.Days.IndexOf(days.Last); day++)
        {
            var date = History.Days[day];
            if (date.Day == DateTime.DaysInMonth(date.Year, date.Month)) ends.Add(day);
        }

        return [.. ends];
    }

    /// <summary>New customers in an active period and the customers active before it, by the segment's value; of all customers under the empty text.</summary>
    private Dictionary<string, DailySeries> NewCustomerRates(Segment? segment, DayRange days, CancellationToken cancellationToken)
    {
        Measure[] measures = [CustomerMeasures.NewCustomerRate];
        var series = segment is null
            ? Daily(measures, days, progress: null, cancellationToken)
            : DailyBy(segment, measures, days, progress: null, cancellationToken);
        return series.ToDictionary(own => own.SegmentValue ?? "", StringComparer.Ordinal);
    }

    private WindowChurn WithBreakEven(WindowChurn churn, DailySeries? rates)
    {
        if (rates is null) return churn;
        var share = rates.Share(churn.Selection!.AsOf);
        var breakEven = BreakEven.Of(churn, share.Whole, share.Part, Options.ActivePeriod);
        return churn with { BreakEven = breakEven with { IsComplete = rates.IsComplete(churn.Selection.AsOf) } };
    }
}
