using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mirai.Rules.Evaluation;

/// <summary>A comparison of two numbers by their difference (left minus right) and the tolerance, by one and by four.</summary>
internal interface IComparison
{
    /// <summary>Whether it holds; false for a missing difference.</summary>
    static abstract bool Holds(double difference, double tolerance);

    /// <summary>Where it holds.</summary>
    static abstract Vector256<double> Holds(Vector256<double> difference, Vector256<double> tolerance);
}

/// <summary>Day-by-day comparisons; missing where a side is.</summary>
internal static class ComparisonKernel
{
    // For every set of four lanes, the four bytes in which the lanes of the set are true, or missing.
    private static readonly uint[] TrueBytes = BytesOf(Truth.True);
    private static readonly uint[] MissingBytes = BytesOf(Truth.Missing);

    /// <summary>Computes a column of truths; a side without column is the number given.</summary>
    public static void Run<TComparison>(ReadOnlySpan<double> left, double leftValue, ReadOnlySpan<double> right, double rightValue, Span<byte> result)
        where TComparison : IComparison
    {
        var day = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var (leftAll, rightAll) = (Vector256.Create(leftValue), Vector256.Create(rightValue));
            for (; day <= result.Length - 4; day += 4)
            {
                var a = left.IsEmpty ? leftAll : Vector256.Create(left[day..]);
                var b = right.IsEmpty ? rightAll : Vector256.Create(right[day..]);
                var difference = a - b;
                var greatest = Vector256.Max(Vector256<double>.One, Vector256.Max(Vector256.Abs(a), Vector256.Abs(b)));
                var holds = TComparison.Holds(difference, greatest * Tolerance.Relative).ExtractMostSignificantBits();
                var isKnown = Vector256.Equals(difference, difference).ExtractMostSignificantBits();
                var bytes = TrueBytes[holds & isKnown] | MissingBytes[~isKnown & 0xF];
                MemoryMarshal.Write(result[day..], bytes);
            }
        }

        for (; day < result.Length; day++)
        {
            var (a, b) = (left.IsEmpty ? leftValue : left[day], right.IsEmpty ? rightValue : right[day]);
            var difference = a - b;
            result[day] = double.IsNaN(difference) ? Truth.Missing : Truth.Of(TComparison.Holds(difference, Tolerance.Of(a, b)));
        }
    }

    private static uint[] BytesOf(byte truth)
    {
        var bytes = new uint[16];
        Span<byte> lanes = stackalloc byte[4];
        for (var set = 0; set < bytes.Length; set++)
        {
            for (var lane = 0; lane < 4; lane++) lanes[lane] = (set >> lane & 1) == 1 ? truth : Truth.False;
            bytes[set] = MemoryMarshal.Read<uint>(lanes);
        }

        return bytes;
    }
}

internal readonly struct IsLess : IComparison
{
    public static bool Holds(double difference, double tolerance) => difference < -tolerance;

    public static Vector256<double> Holds(Vector256<double> difference, Vector256<double> tolerance) => Vector256.LessThan(difference, -tolerance);
}

internal readonly struct IsLessOrEqual : IComparison
{
    public static bool Holds(double difference, double tolerance) => difference <= tolerance;

    public static Vector256<double> Holds(Vector256<double> difference, Vector256<double> tolerance) => Vector256.LessThanOrEqual(difference, tolerance);
}

internal readonly struct IsGreater : IComparison
{
    public static bool Holds(double difference, double tolerance) => difference > tolerance;

    public static Vector256<double> Holds(Vector256<double> difference, Vector256<double> tolerance) => Vector256.GreaterThan(difference, tolerance);
}

internal readonly struct IsGreaterOrEqual : IComparison
{
    public static bool Holds(double difference, double tolerance) => difference >= -tolerance;

    public static Vector256<double> Holds(Vector256<double> difference, Vector256<double> tolerance) =>
        Vector256.GreaterThanOrEqual(difference, -tolerance);
}

internal readonly struct IsEqual : IComparison
{
    public static bool Holds(double difference, double tolerance) => Math.Abs(difference) <= tolerance;

    public static Vector256<double> Holds(Vector256<double> difference, Vector256<double> tolerance) =>
        Vector256.LessThanOrEqual(Vector256.Abs(difference), tolerance);
}

internal readonly struct IsNotEqual : IComparison
{
    public static bool Holds(double difference, double tolerance) => Math.Abs(difference) > tolerance;

    public static Vector256<double> Holds(Vector256<double> difference, Vector256<double> tolerance) =>
        Vector256.GreaterThan(Vector256.Abs(difference), tolerance);
}
