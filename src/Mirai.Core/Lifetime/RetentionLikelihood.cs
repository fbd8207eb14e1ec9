namespace Mirai.Lifetime;

/// <summary>The likelihood of the shifted-beta-geometric model (two parameters) or beta-discrete-Weibull (three), with its gradient.</summary>
internal sealed class RetentionLikelihood(double[] lost, double[] remaining, int parameters) : ILikelihood
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Names { get; } = parameters == 2 ? ["alpha", "beta"] : ["alpha", "beta", "c"];

    /// <inheritdoc/>
    public double Weight { get; } = lost.Sum() + remaining.Sum();

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Starts { get; } = parameters == 2 ? [[1, 1], [0.5, 4], [3, 3]] : [[1, 1, 1], [0.5, 4, 1.3], [3, 3, 0.7]];

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var (alpha, beta, c) = (parameters[0], parameters[1], parameters.Length > 2 ? parameters[2] : 1);
        gradient.Clear();
        Span<double> before = stackalloc double[4];
        Span<double> now = stackalloc double[4];
        before.Clear();
        var sum = 0.0;
        for (var period = 1; period < lost.Length; period++)
        {
            LogSurvival(alpha, beta, c, period, now);
            if (lost[period] > 0)
            {
                // ln(S(t-1) - S(t)) = ln S(t-1) + ln(1 - q), q the period's retention.
                var q = Math.Exp(now[0] - before[0]);
                sum += lost[period] * (before[0] + Math.Log(1 - q));
                for (var i = 0; i < gradient.Length; i++) gradient[i] += lost[period] * (before[i + 1] - (q / (1 - q) * (now[i + 1] - before[i + 1])));
            }

            sum += remaining[period] * now[0];
            for (var i = 0; i < gradient.Length; i++) gradient[i] += remaining[period] * now[i + 1];
            now.CopyTo(before);
        }

        for (var i = 0; i < gradient.Length; i++) gradient[i] *= parameters[i];
        return sum;
    }

    /// <summary>ln S(t), and its derivatives.</summary>
    private static void LogSurvival(double alpha, double beta, double c, int period, Span<double> into)
    {
        var time = Math.Pow(period, c);
        into[0] = RetentionModel.LogSurvival(alpha, beta, c, period);
        var (whole, late) = (SpecialFunctions.Digamma(alpha + beta), SpecialFunctions.Digamma(alpha + beta + time));
        var lateBeta = SpecialFunctions.Digamma(beta + time);
        into[1] = whole - late;
        into[2] = lateBeta - SpecialFunctions.Digamma(beta) + whole - late;
        into[3] = (lateBeta - late) * time * Math.Log(period);
    }
}
