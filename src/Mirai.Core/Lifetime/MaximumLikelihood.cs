using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Mirai.Lifetime;

/// <summary>Finds a likelihood's maximum from several starts, and judges whether the data single it out.</summary>
internal static class MaximumLikelihood
{
    /// <summary>A standard error of a parameter's logarithm above which the parameter is not known within a factor of 50 either way.</summary>
    private const double LargestLogError = 2;

    private const double RoughSlope = 1e-6;
    private const double FineSlope = 1e-11;
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
        var best = search.Climb(found.MinBy(point => point.Value).Logs, FineSlope, cancellationToken) with { Steps = found.MinBy(point => point.Value).Steps };
        best = Polish(search, best);
        var agreeing = found.Count(point => (point.Value - best.Value) * likelihood.Weight < 0.01);
        return new LikelihoodMaximum(
            [.. best.Logs.Select(log => Math.Exp(log))], -best.Value * likelihood.Weight, Curvature(search, best, likelihood.Weight), best.Steps, likelihood.Starts.Count, agreeing,
            QuasiNewton.Slope(best) * likelihood.Weight < 1e-3);
    }

    /// <summary>Newton's steps, which reach the last digits that a line search cannot see.</summary>
    private static QuasiNewton.Point Polish(QuasiNewton search, QuasiNewton.Point point)
    {
        for (var step = 0; step < 3; step++)
        {
            var curvature = Matrix<double>.Build.DenseOfArray(Curvature(search, point, weight: 1));
            if (!curvature.Enumerate().All(double.IsFinite) || curvature.Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum() <= 0) return point;
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

    private static (NotIdentifiedReason Reason, string Explanation)? Doubt(ILikelihood likelihood, LikelihoodMaximum maximum, out double[] errors)
    {
        var n = likelihood.Names.Count;
        errors = new double[n];
        var found = string.Join(", ", likelihood.Names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{name} {maximum.Parameters[i]:G3}")));
        var curvature = Matrix<double>.Build.DenseOfArray(maximum.Curvature);
        var isFlat = !curvature.Enumerate().All(double.IsFinite);
        var edge = Enumerable.Range(0, n).FirstOrDefault(i => Math.Abs(Math.Log(maximum.Parameters[i])) > QuasiNewton.Bound - 2, -1);
        if (edge >= 0)
        {
            return (NotIdentifiedReason.Boundary, $"The likelihood rises until {likelihood.Names[edge]} is out of bounds ({found}).");
        }

        if (!isFlat)
        {
            var eigen = curvature.Evd(Symmetricity.Symmetric);
            isFlat = eigen.EigenValues.Real().Minimum() <= 0;
            if (!isFlat) errors = [.. curvature.Inverse().Diagonal().Select(Math.Sqrt)];
        }

        var worst = isFlat ? -1 : Array.IndexOf(errors, errors.Max());
        if (!isFlat && errors[worst] <= LargestLogError)
        {
            return maximum.IsStationary ? null : (NotIdentifiedReason.NoConvergence, $"The search stopped on a slope ({found}).");
        }

        var extreme = Enumerable.Range(0, n).FirstOrDefault(i => Math.Abs(Math.Log(maximum.Parameters[i])) > 6, -1);
        return extreme >= 0
            ? (NotIdentifiedReason.Boundary, $"The likelihood is flat towards {(maximum.Parameters[extreme] > 1 ? "an infinite" : "a vanishing")} {likelihood.Names[extreme]} ({found}).")
            : (NotIdentifiedReason.Ridge, $"Very different parameters fit as well as the best ones ({found}).");
    }
}
