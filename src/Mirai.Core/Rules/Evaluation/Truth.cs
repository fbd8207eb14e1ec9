namespace Mirai.Rules.Evaluation;

/// <summary>The three truths of a day, as bytes in which "and" is the lesser, "or" the greater, and "not" the distance from 2.</summary>
internal static class Truth
{
    /// <summary>It does not hold.</summary>
    public const byte False = 0;

    /// <summary>It is not known.</summary>
    public const byte Missing = 1;

    /// <summary>It holds.</summary>
    public const byte True = 2;

    /// <summary>The truth of something that is known.</summary>
    public static byte Of(bool holds) => holds ? True : False;
}

/// <summary>When two numbers count as equal, and what counts as 0.</summary>
internal static class Tolerance
{
    /// <summary>The share of the greater number, at least of 1, by which two equal numbers may differ: sums taken in another order must not disagree at a threshold.</summary>
    public const double Relative = 1e-9;

    /// <summary>By how much two numbers may differ and still be equal.</summary>
    public static double Of(double left, double right) => Relative * Math.Max(1, Math.Max(Math.Abs(left), Math.Abs(right)));

    /// <summary>Whether a number is greater than 0, as the language's <c>&gt;</c> sees it.</summary>
    public static bool IsPositive(double value) => value > Of(value, 0);

    /// <summary>Whether a number equals 0, as the language's <c>=</c> sees it.</summary>
    public static bool IsZero(double value) => Math.Abs(value) <= Relative;
}
