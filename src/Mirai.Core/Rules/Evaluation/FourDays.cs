using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mirai.Rules.Evaluation;

/// <summary>Four days of a column at once, in one vector.</summary>
/// <remarks>Kernels ask for days that they know to be there, so nothing is checked in builds for use.</remarks>
internal static class FourDays
{
    /// <summary>How many days there are in a vector.</summary>
    public const int Count = 4;

    /// <summary>The greatest finite number.</summary>
    private static Vector256<double> Greatest => Vector256.Create(double.MaxValue);

    /// <summary>The values from a day on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Load(ReadOnlySpan<double> column, int day)
    {
        Debug.Assert(day >= 0 && day <= column.Length - Count, "The days lie within the column.");
        return Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)day);
    }

    /// <summary>Writes the values from a day on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<double> values, Span<double> column, int day)
    {
        Debug.Assert(day >= 0 && day <= column.Length - Count, "The days lie within the column.");
        values.StoreUnsafe(ref MemoryMarshal.GetReference(column), (nuint)day);
    }

    /// <summary>The values, missing where they are not finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Finite(Vector256<double> values) => Where(Vector256.LessThanOrEqual(Vector256.Abs(values), Greatest), values);

    /// <summary>The values where a condition holds, missing elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Where(Vector256<double> condition, Vector256<double> values) =>
        Vector256.ConditionalSelect(condition, values, Vector256.Create(double.NaN));
}
