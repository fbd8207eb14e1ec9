namespace Mirai.Lifetime;

/// <summary>A log-likelihood of parameters that are all above 0, as a function of their logarithms.</summary>
internal interface ILikelihood
{
    /// <summary>The parameters' names, in order.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>How many observations the sum is over: the scale of what counts as flat.</summary>
    double Weight { get; }

    /// <summary>Where to begin searching, as parameters (not logarithms).</summary>
    IReadOnlyList<double[]> Starts { get; }

    /// <summary>The log-likelihood, and its derivatives by the parameters' logarithms.</summary>
    double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient);
}

/// <summary>A maximum of a likelihood.</summary>
/// <param name="Parameters">Where it is.</param>
/// <param name="LogLikelihood">How high it is.</param>
/// <param name="Curvature">Minus the second derivatives by the logarithms.</param>
/// <param name="Iterations">Steps of the best search.</param>
/// <param name="Starts">Searches.</param>
/// <param name="AgreeingStarts">Searches that ended there.</param>
/// <param name="IsStationary">Whether the slope vanishes.</param>
internal sealed record LikelihoodMaximum(
    double[] Parameters, double LogLikelihood, double[,] Curvature, int Iterations, int Starts, int AgreeingStarts, bool IsStationary);
