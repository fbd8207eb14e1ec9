using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Mirai.Lifetime;

/// <summary>Finds a likelihood's maximum from several starts, and judges whether the data single it out.</summary>
internal static class MaximumLikelihood
{
    /// <summary>A standard error of a parameter's logarithm above which the parameter is not known within a factor of 50 either way.</summary>
    private const double LargestLogError = 2;

    private const double RoughSlope = 1e-4;
    private const double FineSlope = 1e-8;
    /// <summary>Searches agree that end within so much log-likelihood of each other.</summary>
    private const double AgreeingDifference = 0.5;

    /// <summary>Half of chi-square's 95 % point.</summary>
    private const double IntervalDifference = 1.92;

    /// <summary>In logarithms: some factor of 20.</summary>
    private const double FarAway = 3;

    private const double StationarySlope = 1e-6;
    private const double DifferenceStep = 1e-4;

    /// <summary>Fits, and gives the model or the reason why there is none.</summary>
    /// <param name="likelihood">What is maximised.</param>
    /// <param name="customers">How many customers stand behind it.</param>
    /// <param name="create">Makes the model of the parameters that were searched for.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <param name="scales">What the searched parameters are multiplied by to be the model's; all 1 unless given.</param>
    public static ModelFit<TModel> Fit<TModel>(
        ILikelihood likelihood, long customers, Func<double[], TModel> create, CancellationToken cancellationToken, double[]? scales = null)
        where TModel : class
    {
        var maximum = Find(likelihood, cancellationToken);
        if (maximum is null || !maximum.Parameters.All(double.IsFinite))
        {
            return new ModelFit<TModel>(NotIdentifiedReason.NoConvergence, "No search found a likelihood that is a number.", customers);
        }

        if (Doubt(likelihood, maximum, out var errors) is { } doubt) return new ModelFit<TModel>(doubt.Reason, doubt.Explanation, customers);
        var parameters = likelihood.Names.Select((name, i) => Scaled(name, maximum.Parameters[i] * (scales?[i] ?? 1), errors[i])).ToArray();
        return new ModelFit<TModel>(create(maximum.Parameters), maximum, parameters, customers);
    }

    private static FittedParameter Scaled(string name, double value, double logError) => new(name, value, value * logError);

    /// <summary>The highest maximum that the searches found.</summary>
    public static LikelihoodMaximum? Find(ILikelihood likelihood, CancellationToken cancellationToken)
    {
        var search = new QuasiNewton(likelihood);
        var found = likelihood.Starts
            .Select(start => search.Climb([.. start.Select(value => Math.Log(value))], RoughSlope, cancellationToken))
            .Where(point => double.IsFinite(point.Value)).ToList();
        if (found.Count == 0) return null;
        var rough = found.MinBy(point => point.Value);
        var best = search.Climb(rough.Logs, FineSlope, cancellationToken);
        best = Polish(search, best) with { Steps = rough.Steps + best.Steps };
        var agreeing = found.Count(point => (point.Value - best.Value) * likelihood.Weight < AgreeingDifference);
        return new LikelihoodMaximum(
            [.. best.Logs.Select(log => Math.Exp(log))], -best.Value * likelihood.Weight, Curvature(search, best, likelihood.Weight), best.Steps,
            likelihood.Starts.Count, agreeing, QuasiNewton.Slope(best) < StationarySlope);
    }

    /// <summary>Newton's steps, which reach the last digits that a line search cannot see.</summary>
    private static QuasiNewton.Point Polish(QuasiNewton search, QuasiNewton.Point point)
    {
        var curvature = Matrix<double>.Build.DenseOfArray(Curvature(search, point, weight: 1));
        if (!curvature.Enumerate().All(double.IsFinite) || curvature.Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum() <= 0) return point;
        for (var step = 0; step < 2; step++)
        {
            var move = curvature.Solve(Vector<double>.Build.DenseOfArray(point.Gradient));
            if (move.AbsoluteMaximum() > 0.1) return point;
            var next = search.At([.. point.Logs.Zip(move, (log, m) => log - m)], point.Steps);
            if (!(QuasiNewton.Slope(next) < QuasiNewton.Slope(point)) || next.Value > point.Value + 1e-12) return point;
            point = next;
        }

        return point;
    }

    private static double[,] Curvature(QuasiNewton search, QuasiNewton.Point point, double weight)
    {
        var n = point.Logs.Length;
        var curvature = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            double[] Moved(double by)
            {
                var logs = (double[])point.Logs.Clone();
                logs[i] += by;
                var at = search.At(logs, 0);
                return double.IsFinite(at.Value) ? at.Gradient : [.. Enumerable.Repeat(double.NaN, n)];
            }

            var (up, down) = (Moved(DifferenceStep), Moved(-DifferenceStep));
            for (var j = 0; j < n; j++)
            {
                var half = (up[j] - down[j]) / (4 * DifferenceStep) * weight;
                curvature[i, j] += half;
                curvature[j, i] += half;
            }
        }

        return curvature;
    }

    /// <summary>Why the maximum does not count; <see langword="null"/> where it does, with the standard errors of the logarithms.</summary>
    private static (NotIdentifiedReason Reason, string Explanation)? Doubt(ILikelihood likelihood, LikelihoodMaximum maximum, out double[] errors)
    {
        var names = likelihood.Names;
        errors = new double[names.Count];
        var found = string.Join(", ", names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{name} {maximum.Parameters[i]:G3}")));
        var curvature = Matrix<double>.Build.DenseOfArray(maximum.Curvature);
        if (!curvature.Enumerate().All(double.IsFinite)) return (NotIdentifiedReason.Boundary, $"The likelihood rises until a parameter is out of bounds ({found}).");
        var eigen = curvature.Evd(Symmetricity.Symmetric);
        var lengths = eigen.EigenValues.Real();
        errors = [.. Enumerable.Range(0, names.Count).Select(i => Math.Sqrt(Variance(eigen.EigenVectors.Row(i), lengths)))];
        if (lengths.Minimum() > 0 && errors.All(error => error <= LargestLogError))
        {
            return maximum.IsStationary ? null : (NotIdentifiedReason.NoConvergence, $"The search stopped on a slope ({found}).");
        }

        var flattest = eigen.EigenVectors.Column(lengths.MinimumIndex());
        var flat = string.Join(" and ", names.Where((_, i) => Math.Abs(flattest[i]) > 0.3));
        return StaysFlat(likelihood, maximum, flattest * FarAway) || StaysFlat(likelihood, maximum, flattest * -FarAway)
            ? (NotIdentifiedReason.Boundary, $"Nothing holds {flat}: the likelihood does not fall however far they go ({found}).")
            : (NotIdentifiedReason.Ridge, $"Very different {flat} fit as well as the best ones ({found}).");
    }

    private static double Variance(Vector<double> components, Vector<double> lengths)
    {
        var variance = 0.0;
        for (var i = 0; i < lengths.Count; i++) variance += components[i] * components[i] / lengths[i];
        return variance;
    }

    /// <summary>Whether the likelihood falls by no more than a 95 % interval would allow, or has no value, far away in a direction.</summary>
    private static bool StaysFlat(ILikelihood likelihood, LikelihoodMaximum maximum, Vector<double> move)
    {
        var there = new QuasiNewton(likelihood).At([.. maximum.Parameters.Zip(move, (value, by) => Math.Log(value) + by)], 0);
        return !double.IsFinite(there.Value) || -there.Value * likelihood.Weight >= maximum.LogLikelihood - IntervalDifference;
    }
}
