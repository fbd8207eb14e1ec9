namespace Mirai.Lifetime;

/// <summary>The models of retention curves that can be fitted.</summary>
public enum RetentionModelKind
{
    /// <summary>Shifted-beta-geometric: each customer leaves with a probability of his own, the same in every period.</summary>
    ShiftedBetaGeometric,

    /// <summary>Beta-discrete-Weibull: a customer's own probability of leaving may also change with the time he has stayed.</summary>
    BetaDiscreteWeibull,
}

/// <summary>A model of how many customers of a cohort are left after so many periods.</summary>
/// <remarks>
/// Both say that a cohort's retention rises because those who leave easily have left: S(t) = B(alpha, beta + t^c) / B(alpha, beta). With c = 1 that
/// is the shifted-beta-geometric model of Fader and Hardie (2007); c above 1 says that customers also tire, below 1 that they grow loyal
/// (beta-discrete-Weibull, Fader, Hardie, Liu, Davin and Steenburgh 2018).
/// </remarks>
public sealed class RetentionModel
{
    /// <summary>A shifted-beta-geometric model.</summary>
    /// <param name="alpha">First parameter of the probability of leaving, whose mean is alpha / (alpha + beta).</param>
    /// <param name="beta">Second parameter.</param>
    public RetentionModel(double alpha, double beta)
        : this(RetentionModelKind.ShiftedBetaGeometric, alpha, beta, 1)
    {
    }

    /// <summary>A beta-discrete-Weibull model.</summary>
    /// <param name="alpha">First parameter of the probability of leaving in the first period.</param>
    /// <param name="beta">Second parameter.</param>
    /// <param name="c">How time runs: above 1 a customer's readiness to leave grows, below 1 it fades.</param>
    public RetentionModel(double alpha, double beta, double c)
        : this(RetentionModelKind.BetaDiscreteWeibull, alpha, beta, c)
    {
    }

    private RetentionModel(RetentionModelKind kind, double alpha, double beta, double c)
    {
        Kind = kind;
        Alpha = Positive(alpha, nameof(alpha));
        Beta = Positive(beta, nameof(beta));
        C = Positive(c, nameof(c));
    }

    /// <summary>Which model this is.</summary>
    public RetentionModelKind Kind { get; }

    /// <summary>First parameter of the probability of leaving.</summary>
    public double Alpha { get; }

    /// <summary>Second parameter of the probability of leaving.</summary>
    public double Beta { get; }

    /// <summary>How time runs; 1 in the shifted-beta-geometric model.</summary>
    public double C { get; }

    /// <summary>The parameters by the names that the literature uses.</summary>
    public IReadOnlyList<ModelParameter> Parameters => Kind == RetentionModelKind.ShiftedBetaGeometric
        ? [new("alpha", Alpha), new("beta", Beta)]
        : [new("alpha", Alpha), new("beta", Beta), new("c", C)];

    /// <summary>The share of a cohort that is left after so many periods: 1 after none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public double Survival(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        return Math.Exp(LogSurvival(Alpha, Beta, C, periods));
    }

    /// <summary>Of those who are left before a period, the share left after it; the first period is 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period is not at least 1.</exception>
    public double RetentionRate(int period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        return Math.Exp(LogSurvival(Alpha, Beta, C, period) - LogSurvival(Alpha, Beta, C, period - 1));
    }

    internal static double LogSurvival(double alpha, double beta, double c, int periods)
    {
        var time = c == 1 ? periods : Math.Pow(periods, c);
        if (!double.IsFinite(time)) return double.NegativeInfinity;
        return SpecialFunctions.LogGammaRise(beta, alpha) - SpecialFunctions.LogGammaRise(beta + time, alpha);
    }

    private static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "Expected a finite number above 0.");
}
