using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Mirai.Rules.Evaluation;

/// <summary>An operation on two numbers, by one and by four.</summary>
internal interface IArithmetic
{
    /// <summary>The result; missing where either number is.</summary>
    static abstract double Of(double left, double right);

    /// <summary>The results.</summary>
    static abstract Vector256<double> Of(Vector256<double> left, Vector256<double> right);
}

/// <summary>Day-by-day arithmetic of columns and numbers. What is not finite is missing.</summary>
internal static class ArithmeticKernel
{
    /// <summary>The result of an operation on numbers that are the same on every day.</summary>
    public static double Of<TOperation>(double left, double right)
        where TOperation : IArithmetic => Finite(TOperation.Of(left, right));

    /// <summary>Computes a column; a side without column is the number given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TOperation>(ReadOnlySpan<double> left, double leftValue, ReadOnlySpan<double> right, double rightValue, Span<double> result)
        where TOperation : IArithmetic
    {
        var day = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var (leftAll, rightAll) = (Vector256.Create(leftValue), Vector256.Create(rightValue));
            for (; day <= result.Length - FourDays.Count; day += FourDays.Count)
            {
                var found = TOperation.Of(
                    left.IsEmpty ? leftAll : FourDays.Load(left, day), right.IsEmpty ? rightAll : FourDays.Load(right, day));
                FourDays.Store(FourDays.Finite(found), result, day);
            }
        }

        for (; day < result.Length; day++)
        {
            result[day] = Finite(TOperation.Of(left.IsEmpty ? leftValue : left[day], right.IsEmpty ? rightValue : right[day]));
        }
    }

    /// <summary>The value, or missing where it is infinite.</summary>
    public static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}

internal readonly struct Addition : IArithmetic
{
    public static double Of(double left, double right) => left + right;

    public static Vector256<double> Of(Vector256<double> left, Vector256<double> right) => left + right;
}

internal readonly struct Subtraction : IArithmetic
{
    public static double Of(double left, double right) => left - right;

    public static Vector256<double> Of(Vector256<double> left, Vector256<double> right) => left - right;
}

internal readonly struct Multiplication : IArithmetic
{
    public static double Of(double left, double right) => left * right;

    public static Vector256<double> Of(Vector256<double> left, Vector256<double> right) => left * right;
}

/// <summary>The quotient; missing where the divisor equals 0.</summary>
internal readonly struct Division : IArithmetic
{
    public static double Of(double left, double right) => Tolerance.IsZero(right) ? double.NaN : left / right;

    public static Vector256<double> Of(Vector256<double> left, Vector256<double> right)
    {
        var isZero = Vector256.LessThanOrEqual(Vector256.Abs(right), Vector256.Create(Tolerance.Relative));
        return Vector256.ConditionalSelect(isZero, Vector256.Create(double.NaN), left / right);
    }
}

/// <summary>The change from the right number to the left one, as a fraction; missing unless the right one is above 0.</summary>
internal readonly struct RelativeChange : IArithmetic
{
    public static double Of(double left, double right) => Tolerance.IsPositive(right) ? (left / right) - 1 : double.NaN;

    public static Vector256<double> Of(Vector256<double> left, Vector256<double> right)
    {
        // Above 1 the tolerance is a share of the number itself, so only that below 1 decides.
        var isPositive = Vector256.GreaterThan(right, Vector256.Create(Tolerance.Relative));
        return Vector256.ConditionalSelect(isPositive, (left / right) - Vector256<double>.One, Vector256.Create(double.NaN));
    }
}

/// <summary>The lesser; missing where either is.</summary>
internal readonly struct Lesser : IArithmetic
{
    public static double Of(double left, double right) => Math.Min(left, right);

    public static Vector256<double> Of(Vector256<double> left, Vector256<double> right) => Vector256.Min(left, right);
}

/// <summary>The greater; missing where either is.</summary>
internal readonly struct Greater : IArithmetic
{
    public static double Of(double left, double right) => Math.Max(left, right);

    public static Vector256<double> Of(Vector256<double> left, Vector256<double> right) => Vector256.Max(left, right);
}

/// <summary>The distance from 0 of the left number.</summary>
internal readonly struct Magnitude : IArithmetic
{
    public static double Of(double left, double right) => Math.Abs(left);

    public static Vector256<double> Of(Vector256<double> left, Vector256<double> right) => Vector256.Abs(left);
}

/// <summary>The left number, or the right one where the left is missing.</summary>
internal readonly struct Fallback : IArithmetic
{
    public static double Of(double left, double right) => double.IsNaN(left) ? right : left;

    public static Vector256<double> Of(Vector256<double> left, Vector256<double> right) =>
        Vector256.ConditionalSelect(Vector256.Equals(left, left), left, right);
}
