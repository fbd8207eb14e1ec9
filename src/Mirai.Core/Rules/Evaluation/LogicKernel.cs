using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mirai.Rules.Evaluation;

/// <summary>Three-valued logic of columns of truths.</summary>
internal static class LogicKernel
{
    /// <summary>Kleene's and: false where either is false, else missing where either is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void And(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> result)
    {
        var day = 0;
        for (; day <= result.Length - Vector<byte>.Count; day += Vector<byte>.Count)
        {
            Vector.Min(new Vector<byte>(left[day..]), new Vector<byte>(right[day..])).CopyTo(result[day..]);
        }

        for (; day < result.Length; day++) result[day] = Math.Min(left[day], right[day]);
    }

    /// <summary>Kleene's or: true where either is true, else missing where either is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Or(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> result)
    {
        var day = 0;
        for (; day <= result.Length - Vector<byte>.Count; day += Vector<byte>.Count)
        {
            Vector.Max(new Vector<byte>(left[day..]), new Vector<byte>(right[day..])).CopyTo(result[day..]);
        }

        for (; day < result.Length; day++) result[day] = Math.Max(left[day], right[day]);
    }

    /// <summary>Makes missing what a precondition does not allow: all but where it is true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Require(ReadOnlySpan<byte> need, Span<byte> condition)
    {
        var (day, yes, missing) = (0, new Vector<byte>(Truth.True), new Vector<byte>(Truth.Missing));
        for (; day <= condition.Length - Vector<byte>.Count; day += Vector<byte>.Count)
        {
            var isMet = Vector.Equals(new Vector<byte>(need[day..]), yes);
            Vector.ConditionalSelect(isMet, new Vector<byte>(condition[day..]), missing).CopyTo(condition[day..]);
        }

        for (; day < condition.Length; day++)
        {
            if (need[day] != Truth.True) condition[day] = Truth.Missing;
        }
    }

    /// <summary>The opposite; missing stays missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Not(ReadOnlySpan<byte> operand, Span<byte> result)
    {
        for (var day = 0; day < result.Length; day++) result[day] = (byte)(Truth.True - operand[day]);
    }

    /// <summary>Whether both truths are the same; missing where either is.</summary>
    public static void Equal(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, bool isNegated, Span<byte> result)
    {
        for (var day = 0; day < result.Length; day++)
        {
            result[day] = left[day] == Truth.Missing || right[day] == Truth.Missing
                ? Truth.Missing
                : Truth.Of(left[day] == right[day] != isNegated);
        }
    }

    /// <summary>Where a truth is missing.</summary>
    public static void IsMissing(ReadOnlySpan<byte> operand, Span<byte> result)
    {
        for (var day = 0; day < result.Length; day++) result[day] = Truth.Of(operand[day] == Truth.Missing);
    }

    /// <summary>Where a number is missing.</summary>
    public static void IsMissing(ReadOnlySpan<double> operand, Span<byte> result)
    {
        for (var day = 0; day < result.Length; day++) result[day] = Truth.Of(double.IsNaN(operand[day]));
    }

    /// <summary>The left truth, or the right one where the left is missing.</summary>
    public static void Fallback(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> result)
    {
        for (var day = 0; day < result.Length; day++) result[day] = left[day] == Truth.Missing ? right[day] : left[day];
    }
}
