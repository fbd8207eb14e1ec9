using System.Buffers.Binary;
using System.Runtime.CompilerServices;
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
    // For every set of four days, the four bytes in which the days of the set are true, or missing, and the others false.
    private static ReadOnlySpan<uint> TrueBytes =>
    [
        0x00000000, 0x00000002, 0x00000200, 0x00000202, 0x00020000, 0x00020002, 0x00020200, 0x00020202,
        0x02000000, 0x02000002, 0x02000200, 0x02000202, 0x02020000, 0x02020002, 0x02020200, 0x02020202,
    ];

    private static ReadOnlySpan<uint> MissingBytes =>
    [
        0x00000000, 0x00000001, 0x00000100, 0x00000101, 0x00010000, 0x00010001, 0x00010100, 0x00010101,
        0x01000000, 0x01000001, 0x01000100, 0x01000101, 0x01010000, 0x01010001, 0x01010100, 0x01010101,
    ];

    /// <summary>Computes a column of truths; a side without column is the number given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TComparison>(ReadOnlySpan<double> left, double leftValue, ReadOnlySpan<double> right, double rightValue, Span<byte> result)
        where TComparison : IComparison
    {
        var day = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var (leftAll, rightAll) = (Vector256.Create(leftValue), Vector256.Create(rightValue));
            for (; day <= result.Length - FourDays.Count; day += FourDays.Count)
            {
                var a = left.IsEmpty ? leftAll : FourDays.Load(left, day);
                var b = right.IsEmpty ? rightAll : FourDays.Load(right, day);
                var difference = a - b;
                var greatest = Vector256.Max(Vector256<double>.One, Vector256.Max(Vector256.Abs(a), Vector256.Abs(b)));
                var holds = TComparison.Holds(difference, greatest * Tolerance.Relative).ExtractMostSignificantBits();
                var isKnown = Vector256.Equals(difference, difference).ExtractMostSignificantBits();
                var bytes = TrueBytes[(int)(holds & isKnown)] | MissingBytes[(int)(~isKnown & 0xF)];
                BinaryPrimitives.WriteUInt32LittleEndian(result[day..], bytes);
            }
        }

        for (; day < result.Length; day++)
        {
            var (a, b) = (left.IsEmpty ? leftValue : left[day], right.IsEmpty ? rightValue : right[day]);
            var difference = a - b;
            result[day] = double.IsNaN(difference) ? Truth.Missing : Truth.Of(TComparison.Holds(difference, Tolerance.Of(a, b)));
        }
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
