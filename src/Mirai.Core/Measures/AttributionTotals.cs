using System.Numerics;

namespace Mirai.Measures;

/// <summary>The customers of two successive active periods, from which the change of active customers is attributed. 1 is now, 0 a period before.</summary>
/// <param name="New">First seen within the period.</param>
/// <param name="Base">Active at its beginning.</param>
/// <param name="Retained">Of those, active at its end.</param>
/// <param name="Pool">Lapsed at its beginning.</param>
/// <param name="Reactivated">Of those, active at its end.</param>
internal readonly record struct AttributionTotals(
    (long Before, long Now) New, (long Before, long Now) Base, (long Before, long Now) Retained, (long Before, long Now) Pool,
    (long Before, long Now) Reactivated)
{
    private const long FinestPart = 1_000_000;

    /// <summary>How many more customers are active than a period before.</summary>
    public long Change => New.Now + Retained.Now + Reactivated.Now - New.Before - Retained.Before - Reactivated.Before;

    /// <summary>The five terms in the order of <see cref="AttributionCause"/>, as fractions that add up to the change.</summary>
    public (Int128 Part, Int128 Whole)[] Terms()
    {
        var (retention, ofBase) = Split(Base, Retained);
        var (reactivation, ofPool) = Split(Pool, Reactivated);
        return [(New.Now - New.Before, 1), retention, ofBase, reactivation, ofPool];
    }

    /// <summary>Whole customers that lie next to the terms and add up to the change: the largest remainders are rounded up.</summary>
    public long[] WholeTerms()
    {
        var terms = Terms();
        var whole = new long[terms.Length];
        var left = Change;
        for (var i = 0; i < terms.Length; i++)
        {
            whole[i] = (long)Floor(terms[i].Part, terms[i].Whole);
            left -= whole[i];
        }

        var remainders = terms.Select((term, i) => (Part: term.Part - (whole[i] * term.Whole), term.Whole, Place: i)).ToList();
        remainders.Sort((a, b) => a.Part * b.Whole == b.Part * a.Whole ? a.Place.CompareTo(b.Place) : (b.Part * a.Whole).CompareTo(a.Part * b.Whole));
        for (var i = 0; i < left; i++) whole[remainders[i].Place]++;
        return whole;
    }

    /// <summary>A term in 64 bits: exact where it fits, else to the millionth of a customer.</summary>
    public static (long Part, long Whole) Shorten((Int128 Part, Int128 Whole) term)
    {
        var divisor = GreatestCommonDivisor(Int128.Abs(term.Part), term.Whole);
        var (part, whole) = (term.Part / divisor, term.Whole / divisor);
        if (Int128.Abs(part) <= long.MaxValue && whole <= long.MaxValue) return ((long)part, (long)whole);
        return ((long)(((BigInteger)part * FinestPart) / (BigInteger)whole), FinestPart);
    }

    /// <summary>A term as a double.</summary>
    public static double ToDouble((Int128 Part, Int128 Whole) term)
    {
        var (part, whole) = Shorten(term);
        return (double)part / whole;
    }

    /// <summary>
    /// The change of a part = rate x size, split into (r1 - r0)(B0 + B1)/2 for the rate and (B1 - B0)(r0 + r1)/2 for the size. Where a rate is
    /// undefined it is taken equal to the other, so that the whole change goes to the size.
    /// </summary>
    private static ((Int128 Part, Int128 Whole) Rate, (Int128 Part, Int128 Whole) Size) Split((long Before, long Now) size, (long Before, long Now) part)
    {
        if (size.Before == 0 || size.Now == 0) return ((0, 1), (part.Now - part.Before, 1));
        Int128 whole = 2 * (Int128)size.Before * size.Now;
        var now = (Int128)part.Now * size.Before;
        var before = (Int128)part.Before * size.Now;
        return (((now - before) * ((Int128)size.Before + size.Now), whole), ((now + before) * ((Int128)size.Now - size.Before), whole));
    }

    private static Int128 Floor(Int128 part, Int128 whole)
    {
        var quotient = part / whole;
        return part < 0 && quotient * whole != part ? quotient - 1 : quotient;
    }

    private static Int128 GreatestCommonDivisor(Int128 a, Int128 b)
    {
        while (b != 0) (a, b) = (b, a % b);
        return a == 0 ? 1 : a;
    }
}
