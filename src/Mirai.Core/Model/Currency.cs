namespace Mirai.Model;

/// <summary>A currency's code and the number of decimals of its amounts: the scale of a money column.</summary>
public readonly record struct Currency
{
    private static readonly Dictionary<string, int> KnownDecimals = new(StringComparer.Ordinal)
    {
        ["JPY"] = 0, ["KRW"] = 0, ["VND"] = 0, ["CLP"] = 0, ["ISK"] = 0,
        ["USD"] = 2, ["EUR"] = 2, ["GBP"] = 2, ["CNY"] = 2, ["TWD"] = 2, ["HKD"] = 2, ["SGD"] = 2, ["THB"] = 2, ["AUD"] = 2, ["CAD"] = 2,
        ["NZD"] = 2, ["CHF"] = 2, ["SEK"] = 2, ["NOK"] = 2, ["DKK"] = 2, ["PLN"] = 2, ["CZK"] = 2, ["INR"] = 2, ["IDR"] = 2, ["MYR"] = 2,
        ["PHP"] = 2, ["BRL"] = 2, ["MXN"] = 2, ["ZAR"] = 2, ["TRY"] = 2, ["ILS"] = 2, ["AED"] = 2,
        ["KWD"] = 3, ["BHD"] = 3, ["JOD"] = 3, ["OMR"] = 3, ["TND"] = 3,
    };

    /// <summary>A currency with its own number of decimals.</summary>
    /// <param name="code">Three capital letters, such as <c>JPY</c>.</param>
    /// <param name="decimals">Digits after the point, 0 to 6.</param>
    public Currency(string code, int decimals)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 6);
        Code = code;
        Decimals = decimals;
    }

    /// <summary>Yen: no decimals. The default.</summary>
    public static Currency Jpy { get; } = new("JPY", 0);

    /// <summary>US dollars: two decimals.</summary>
    public static Currency Usd { get; } = new("USD", 2);

    /// <summary>The three-letter code.</summary>
    public string Code { get; }

    /// <summary>Digits after the point: yen 0, dollars 2.</summary>
    public int Decimals { get; }

    /// <summary>Minor units in one currency unit: 1 for yen, 100 for dollars.</summary>
    public long MinorPerUnit => Decimals switch { 0 => 1, 1 => 10, 2 => 100, 3 => 1_000, 4 => 10_000, 5 => 100_000, _ => 1_000_000 };

    /// <summary>The codes that <see cref="TryParse"/> knows, in alphabetical order.</summary>
    public static IReadOnlyList<string> KnownCodes { get; } = [.. KnownDecimals.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds a currency by its code (any case); false for an unknown one, for which the constructor is the way.</summary>
    public static bool TryParse(string? code, out Currency currency)
    {
        var upper = code?.Trim().ToUpperInvariant() ?? "";
        var known = KnownDecimals.TryGetValue(upper, out var decimals);
        currency = known ? new Currency(upper, decimals) : default;
        return known;
    }

    /// <summary>The exact amount of a number of minor units.</summary>
    public decimal ToAmount(long minor) => (decimal)minor / MinorPerUnit;

    /// <summary>The minor units of an amount.</summary>
    /// <param name="amount">In currency units.</param>
    /// <param name="round">Whether more decimals than the currency has are rounded, half to even; otherwise they fail.</param>
    /// <param name="minor">The minor units; 0 on failure.</param>
    /// <returns>What went wrong, or <see cref="AmountConversion.Exact"/> or <see cref="AmountConversion.Rounded"/>.</returns>
    public AmountConversion TryToMinor(decimal amount, bool round, out long minor)
    {
        minor = 0;
        if (amount is > 92_233_720_368_547_758_07m or < -92_233_720_368_547_758_07m) return AmountConversion.Overflow;
        var scaled = amount * MinorPerUnit;
        var whole = decimal.Round(scaled, 0, MidpointRounding.ToEven);
        if (whole != scaled && !round) return AmountConversion.TooManyDecimals;
        if (whole is > long.MaxValue or < -long.MaxValue) return AmountConversion.Overflow;
        minor = (long)whole;
        return whole == scaled ? AmountConversion.Exact : AmountConversion.Rounded;
    }

    /// <summary>The code.</summary>
    public override string ToString() => Code ?? "";
}

/// <summary>How an amount became minor units.</summary>
public enum AmountConversion
{
    /// <summary>Nothing was lost.</summary>
    Exact,

    /// <summary>Rounded half to even, as the caller allowed.</summary>
    Rounded,

    /// <summary>The amount has more decimals than the currency, and rounding was not allowed.</summary>
    TooManyDecimals,

    /// <summary>The amount does not fit 64 bits of minor units.</summary>
    Overflow,
}
