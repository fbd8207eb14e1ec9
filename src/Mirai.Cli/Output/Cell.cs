using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Output;

/// <summary>What a cell of a table holds.</summary>
internal enum CellKind
{
    /// <summary>Nothing: too little evidence for a figure.</summary>
    Missing,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>An exact amount of money.</summary>
    Money,

    /// <summary>Money per customer or purchase.</summary>
    MoneyRate,

    /// <summary>A fraction that people read in percent.</summary>
    Percentage,

    /// <summary>Another ratio.</summary>
    Ratio,

    /// <summary>An exact number that need not be whole, such as expected customers.</summary>
    Decimal,
}

/// <summary>One figure or text, with what is needed to write it exactly for a machine and shortly for a person.</summary>
/// <param name="Kind">Which of the others counts.</param>
/// <param name="Exact">A count, an amount of money, or another exact number.</param>
/// <param name="Number">A rate.</param>
/// <param name="Text">A text.</param>
/// <param name="IsIncomplete">Whether the history before the figure is too short for it.</param>
internal readonly record struct Cell(CellKind Kind, decimal Exact = 0, double Number = 0, string? Text = null, bool IsIncomplete = false)
{
    /// <summary>No figure.</summary>
    public static Cell Missing => default;

    /// <summary>The figure as a number for comparison; <see langword="null"/> where there is none.</summary>
    public double? Value => Kind switch
    {
        CellKind.Count or CellKind.Money or CellKind.Decimal => (double)Exact,
        CellKind.MoneyRate or CellKind.Percentage or CellKind.Ratio => Number,
        _ => null,
    };

    /// <summary>A text.</summary>
    public static Cell Of(string text) => new(CellKind.Text, Text: text);

    /// <summary>A day.</summary>
    public static Cell Of(DateOnly day) => new(CellKind.Day, day.DayNumber);

    /// <summary>A whole number.</summary>
    public static Cell Of(long count) => new(CellKind.Count, count);

    /// <summary>An amount of money.</summary>
    public static Cell Money(decimal amount) => new(CellKind.Money, amount);

    /// <summary>An exact number, without zeros at its end.</summary>
    public static Cell Decimal(decimal number) => new(CellKind.Decimal, number / 1.0000000000000000000000000000m);

    /// <summary>A share of a whole.</summary>
    public static Cell Percentage(double? share) => share is { } number ? new(CellKind.Percentage, Number: number) : Missing;

    /// <summary>A number without a unit.</summary>
    public static Cell Ratio(double? number) => number is { } known ? new(CellKind.Ratio, Number: known) : Missing;

    /// <summary>Money per something.</summary>
    public static Cell MoneyRate(decimal? amount) => amount is { } known ? new(CellKind.MoneyRate, Number: (double)known) : Missing;

    /// <summary>A measure's figure of a day.</summary>
    public static Cell Of(DailySeries series, DateOnly day) => At(series, series.Days.IndexOf(day)) with { IsIncomplete = !series.IsComplete(day) };

    /// <summary>A measure's figure at a position of its series.</summary>
    public static Cell At(DailySeries series, int index)
    {
        if (series.Denominators.IsEmpty && !series.Numerators.IsEmpty)
        {
            if (series.Measure.Unit is MeasureUnit.Customers or MeasureUnit.Purchases or MeasureUnit.Contacts) return Of(series.Numerators[index]);
            if (series.Measure.Unit is MeasureUnit.Money) return Money(series.Currency.ToAmount(series.Numerators[index]));
        }

        var value = series.ValueAt(index);
        if (double.IsNaN(value)) return Missing;
        var isCount = series.Measure.Unit is MeasureUnit.Customers or MeasureUnit.Purchases && Math.Abs(value) < 1L << 53 && value == Math.Truncate(value);
        return isCount ? Of((long)value) : new Cell(KindOf(series.Measure.Unit), Number: value);
    }

    private static CellKind KindOf(MeasureUnit unit) => unit switch
    {
        MeasureUnit.Percentage => CellKind.Percentage,
        MeasureUnit.Money or MeasureUnit.MoneyPerCustomer or MeasureUnit.MoneyPerPurchase => CellKind.MoneyRate,
        _ => CellKind.Ratio,
    };
}
