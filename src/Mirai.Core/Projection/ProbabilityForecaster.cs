using Mirai.Lifetime;

namespace Mirai.Projection;

/// <summary>
/// Forecasts by the probability models: MBG/NBD says who is still a customer and how often he buys, Gamma-Gamma for how much. The futures of customers are
/// drawn from the models given what each has done; the seasons are the history's.
/// </summary>
/// <remarks>Up to 5,000 customers stand for all. The models are fitted at every sixth origin and serve until the next; the as-of day has its own.</remarks>
internal sealed class ProbabilityForecaster(ForecastEvidence evidence, CohortForecaster cohort, SampledCustomers customers, int seed, int maxThreads) : IForecaster
{
    /// <summary>How many customers stand for all.</summary>
    public const int MostCustomers = 5_000;

    private const int MonthsBetweenFits = 6;
    private readonly Dictionary<int, FittedModels> _fits = [];
    private (int Origin, double[] NewCustomers, ForecastPath Path)? _last; // The combination asks for the same again.

    /// <inheritdoc/>
    public ForecastMethod Method => ForecastMethod.Probability;

    /// <inheritdoc/>
    public string? Refusal(int origin) => origin < 1 ? "There is no whole month before it." : FitFor(origin).Refusal;

    /// <inheritdoc/>
    public ForecastPath Forecast(int origin, double[] newCustomers)
    {
        if (_last is { } last && last.Origin == origin && last.NewCustomers.AsSpan().SequenceEqual(newCustomers)) return last.Path;
        var path = Simulate(origin, newCustomers);
        _last = (origin, newCustomers, path);
        return path;
    }

    private ForecastPath Simulate(int origin, double[] newCustomers)
    {
        var fit = FitFor(origin);
        var known = cohort.At(origin);
        var futures = new SimulatedFutures(evidence, known, origin, newCustomers.Length, new Random(unchecked((seed * 7_919) + (origin - evidence.Calendar.Last))));
        var lives = LivesAt(origin);
        futures.Existing(fit.Purchases!, fit.Spend!, lives);
        futures.Newcomers(fit.Purchases!, fit.Spend!, newCustomers);
        return futures.Path(newCustomers, CohortChance.OfActive(known, evidence.StandingAt(origin), newCustomers));
    }

    private FittedModels FitFor(int origin)
    {
        var last = evidence.Calendar.Last;
        var at = origin == last ? last : origin - (origin % MonthsBetweenFits);
        if (at < 3) at = origin;
        if (!_fits.TryGetValue(at, out var fit)) _fits[at] = fit = Fit(at);
        return fit;
    }

    private FittedModels Fit(int origin)
    {
        var lives = LivesAt(origin);
        var purchases = new PurchaseStatistics(lives.Select(life => new PurchaseGroup(life.Frequency, life.RecencyDays, life.AgeDays, 1)))
            .Fit(PurchaseModelKind.MbgNbd, TimeUnit.Week, maxThreads);
        if (!purchases.TryGetModel(out var model)) return new FittedModels(null, null, $"MBG/NBD is not identified ({purchases.Reason}): {purchases.Explanation}");
        var spend = new SpendStatistics(lives.Where(life => life.Frequency > 0 && life.MeanSpend > 0).Select(life => new SpendGroup(life.Frequency, life.MeanSpend, 1)))
            .Fit(maxThreads);
        if (!spend.TryGetModel(out var amounts)) return new FittedModels(null, null, $"Gamma-Gamma is not identified ({spend.Reason}): {spend.Explanation}");
        return amounts.MeanSpend is null
            ? new FittedModels(null, null, "The fitted spend has no finite mean.")
            : new FittedModels((MbgNbdModel)model, amounts, null);
    }

    private List<CustomerLife> LivesAt(int origin)
    {
        var end = evidence.Calendar.Days.IndexOf(evidence.Calendar.EndOf(origin));
        var unit = (double)evidence.Currency.MinorPerUnit;
        var lives = new List<CustomerLife>();
        foreach (var (days, spent) in customers.Lives)
        {
            var count = Array.BinarySearch(days, end);
            count = count < 0 ? ~count : count + 1;
            if (count == 0) continue;
            var total = 0L;
            for (var i = 1; i < count; i++) total += spent[i];
            lives.Add(new CustomerLife(count - 1, days[count - 1] - days[0], end - days[0], count > 1 ? total / unit / (count - 1) : 0));
        }

        return lives;
    }

    private sealed record FittedModels(MbgNbdModel? Purchases, GammaGammaModel? Spend, string? Refusal);
}

/// <summary>What the models need to know of a customer: repeat purchases, days from the first purchase to the last and to now, mean spend on repeat purchases.</summary>
internal readonly record struct CustomerLife(int Frequency, int RecencyDays, int AgeDays, double MeanSpend);
