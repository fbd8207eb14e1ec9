namespace Mirai.Lifetime;

/// <summary>The models of repeat purchases that can be fitted.</summary>
public enum PurchaseModelKind
{
    /// <summary>Modified BG/NBD: a customer may drop out after any purchase, the first included. The default.</summary>
    MbgNbd,

    /// <summary>BG/NBD: a customer may drop out after repeat purchases only, so whoever bought once is alive for certain.</summary>
    BgNbd,

    /// <summary>Pareto/NBD: a customer may drop out at any moment.</summary>
    ParetoNbd,
}

/// <summary>
/// A model of who is still a customer and how often he buys, with its parameters. Purchases come at random at a rate of the customer's own,
/// until he drops out unseen; rates and drop-out vary over customers.
/// </summary>
/// <remarks>
/// The unit of time belongs to the model; every length of time that its methods take carries its own unit, so the two cannot be confused.
/// All results are finite for any pattern. docs/models.md has the formulae and their sources.
/// </remarks>
public abstract class PurchaseModel
{
    private protected PurchaseModel(TimeUnit unit) => Unit = unit;

    /// <summary>Which model this is.</summary>
    public abstract PurchaseModelKind Kind { get; }

    /// <summary>The unit of time in which the parameters are expressed.</summary>
    public TimeUnit Unit { get; }

    /// <summary>The parameters by the names that the literature uses, in its order.</summary>
    public abstract IReadOnlyList<ModelParameter> Parameters { get; }

    /// <summary>The logarithm of the likelihood of a customer's pattern, times measured in <see cref="Unit"/>.</summary>
    public double LogLikelihood(PurchasePattern pattern) => LogLikelihood(pattern.Frequency, In(pattern.Recency), In(pattern.Age));

    /// <summary>The probability that the customer has not dropped out by the end of observation; from 0 to 1.</summary>
    public double ProbabilityAlive(PurchasePattern pattern) => ProbabilityAlive(pattern.Frequency, In(pattern.Recency), In(pattern.Age));

    /// <summary>Expected repeat purchases of a customer in the time after the end of observation.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public double ExpectedPurchases(PurchasePattern pattern, TimeSpan next)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(next, TimeSpan.Zero);
        return ProbabilityAlive(pattern) * ExpectedWhileAlive(pattern.Frequency, In(pattern.Age), In(next));
    }

    /// <summary>E[X(t)]: expected repeat purchases of anybody in the time after the first purchase.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public double ExpectedPurchases(TimeSpan sinceFirst) => ExpectedPurchases(PurchasePattern.FirstPurchase, sinceFirst);

    /// <summary>P(X(t) = k): the probability that anybody makes exactly so many repeat purchases in the time after the first purchase.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number or the time is negative.</exception>
    public double Probability(int purchases, TimeSpan sinceFirst)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(purchases);
        ArgumentOutOfRangeException.ThrowIfLessThan(sinceFirst, TimeSpan.Zero);
        return Mass(purchases, In(sinceFirst));
    }

    /// <summary>Expected purchases of the next months, each month's discounted from its end; a month has 4.345 weeks.</summary>
    /// <param name="pattern">The customer.</param>
    /// <param name="months">How many months; at least 1.</param>
    /// <param name="monthlyDiscountRate">0.01 for 1 % a month; 0 for none; above -1.</param>
    public double DiscountedPurchases(PurchasePattern pattern, int months, double monthlyDiscountRate)
    {
        CheckDiscount(months, monthlyDiscountRate);
        return ProbabilityAlive(pattern) * DiscountedWhileAlive(pattern.Frequency, In(pattern.Age), months, monthlyDiscountRate);
    }

    /// <summary>Expected purchases of the rest of the customer's life, discounted continuously (DERT).</summary>
    /// <param name="pattern">The customer.</param>
    /// <param name="yearlyDiscountRate">0.15 for 15 % over 364 days, the 52 weeks of the literature; above 0, or the sum may have no end.</param>
    public double ResidualPurchases(PurchasePattern pattern, double yearlyDiscountRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(yearlyDiscountRate);
        if (!double.IsFinite(yearlyDiscountRate)) throw new ArgumentOutOfRangeException(nameof(yearlyDiscountRate), yearlyDiscountRate, "Expected a finite rate.");
        var rate = Math.Log(1 + yearlyDiscountRate) / (364.0 / TimeUnits.DaysPer(Unit));
        var (x, age) = (pattern.Frequency, In(pattern.Age));
        return ProbabilityAlive(pattern) * Quadrature.ExponentialMean(rate, t => ExpectedWhileAlive(x, age, t));
    }

    internal static void CheckDiscount(int months, double monthlyDiscountRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(months);
        if (!(monthlyDiscountRate > -1) || !double.IsFinite(monthlyDiscountRate))
        {
            throw new ArgumentOutOfRangeException(nameof(monthlyDiscountRate), monthlyDiscountRate, "Expected a rate above -1, such as 0.01.");
        }
    }

    /// <summary>The log-likelihood with times in the model's unit.</summary>
    internal abstract double LogLikelihood(int frequency, double recency, double age);

    /// <summary>P(alive) with times in the model's unit.</summary>
    internal abstract double ProbabilityAlive(int frequency, double recency, double age);

    /// <summary>Expected purchases in the next <paramref name="time"/> of a customer who is known to be alive; the recency then says nothing.</summary>
    internal abstract double ExpectedWhileAlive(int frequency, double age, double time);

    /// <summary>P(X(t) = k) with time in the model's unit.</summary>
    internal abstract double Mass(int purchases, double time);

    /// <summary>What scores many customers of at most so many days' age.</summary>
    internal virtual PurchaseScorer ScorerUntil(int lastDay, double horizon, PurchaseScoreOptions options) => new(this, lastDay, horizon, options);

    /// <summary>A length of time in the model's unit.</summary>
    internal double In(TimeSpan span) => TimeUnits.In(Unit, span);

    /// <summary>Discounted purchases of the next months of a customer who is known to be alive.</summary>
    internal double DiscountedWhileAlive(int frequency, double age, int months, double monthlyDiscountRate)
    {
        var month = TimeUnits.DaysPerMonth / TimeUnits.DaysPer(Unit);
        var (sum, before) = (0.0, 0.0);
        for (var i = 1; i <= months; i++)
        {
            var until = ExpectedWhileAlive(frequency, age, i * month);
            sum += (until - before) / Math.Pow(1 + monthlyDiscountRate, i);
            before = until;
        }

        return sum;
    }

    private protected static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number above 0.");
}

/// <summary>A parameter of a model.</summary>
/// <param name="Name">As the literature calls it, such as <c>alpha</c>.</param>
/// <param name="Value">Its value.</param>
public readonly record struct ModelParameter(string Name, double Value);
