using System.Globalization;
using System.Numerics;

namespace Mirai.Ingest;

/// <content>Fields as values of .NET types, as databases and data frames give them.</content>
public sealed partial class PurchaseRowIntake
{
    private const NumberStyles RoundTrip = NumberStyles.Float;

    /// <summary>Takes a whole row whose fields are values of any type.</summary>
    /// <param name="lineNumber">The row's number, from 1.</param>
    /// <param name="columns">Where the columns are.</param>
    /// <param name="valueOf">Gives the row's value in a column; <see langword="null"/> or <see cref="DBNull"/> for none.</param>
    /// <returns>Whether the row was accepted.</returns>
    public bool AddValues(long lineNumber, ResolvedColumns columns, Func<int, object?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(valueOf);
        Begin(lineNumber);
        CustomerValue(valueOf(columns.Customer));
        DayValue(valueOf(columns.Day));
        AmountValue(valueOf(columns.Amount));
        if (columns.Discount is { } discount) DiscountValue(valueOf(discount));
        if (columns.Order is { } order) OrderValue(valueOf(order));
        for (var dimension = 0; dimension < columns.Dimensions.Count; dimension++)
            DimensionValue(dimension, valueOf(columns.Dimensions[dimension].Column));
        return End();
    }

    /// <summary>The customer's key as text.</summary>
    public void Customer(string? text)
    {
        if (_scratch.TrySet(text)) Customer(_scratch.Text);
        else RejectBrokenText(_names.Customer, text!);
    }

    /// <summary>The customer's key as a value: text, a whole number of any type, a <see cref="Guid"/>, bytes (as hexadecimal text), ...</summary>
    public void CustomerValue(object? value)
    {
        switch (value)
        {
            case long number: Customer(number); break;
            case int number: Customer(number); break;
            default: Customer(KeyText(value)); break;
        }
    }

    /// <summary>The day as a value: a date with or without time, text, or a number <c>yyyymmdd</c>.</summary>
    public void DayValue(object? value)
    {
        switch (value)
        {
            case DateTime time: Day(DateOnly.FromDateTime(time).DayNumber); break;
            case DateOnly day: Day(day.DayNumber); break;
            case DateTimeOffset time: Day(DateOnly.FromDateTime(time.DateTime).DayNumber); break;
            case string text: DayString(text); break;
            case null or DBNull: Reject(IngestIssueKind.UnreadableDay, _names.Day, "", _dayText.Expected); break;
            default:
                if (TryToDecimal(value, out var number) && number is > 0 and <= 99991231 && decimal.IsInteger(number)
                    && DayText.TryToDayNumber((int)number / 10_000, (int)number / 100 % 100, (int)number % 100, out var dayNumber))
                {
                    Day(dayNumber);
                    break;
                }

                Reject(IngestIssueKind.UnreadableDay, _names.Day, Text(value), _dayText.Expected);
                break;
        }
    }

    /// <summary>
    /// The amount as a value: a number of any type, or text. A binary fraction counts as the shortest decimal number that it stands for, so
    /// that the <see cref="double"/> 12.34 is 12.34 exactly and 0.1 + 0.2 has too many decimals.
    /// </summary>
    public void AmountValue(object? value)
    {
        switch (value)
        {
            case decimal amount: Amount(amount); break;
            case null or DBNull when _isContact: break;
            case null or DBNull: RejectAmount(AmountReading.Empty, IngestIssueKind.UnreadableAmount, _names.Amount, ""); break;
            default: SetMoney(value, IngestIssueKind.UnreadableAmount, _names.Amount, out _amount); break;
        }
    }

    /// <summary>The discount as a value, as <see cref="AmountValue"/>; null for none.</summary>
    public void DiscountValue(object? value)
    {
        switch (value)
        {
            case decimal discount: Discount(discount); break;
            case null or DBNull: break;
            default: SetMoney(value, IngestIssueKind.UnreadableDiscount, _names.Discount, out _discount); break;
        }
    }

    /// <summary>The order id as text; null or empty for none.</summary>
    public void Order(string? text)
    {
        if (_scratch.TrySet(text)) Order(_scratch.Text);
        else RejectBrokenText(_names.Order, text!);
    }

    /// <summary>The order id as a number.</summary>
    public void Order(long number) => _order.Set(number);

    /// <summary>The order id as a value, as <see cref="CustomerValue"/>; null for none.</summary>
    public void OrderValue(object? value)
    {
        if (value is long or int) Order(Convert.ToInt64(value, CultureInfo.InvariantCulture));
        else Order(KeyText(value));
    }

    /// <summary>The value of a dimension as text; null or empty for none.</summary>
    public void DimensionText(int dimension, string? text)
    {
        if (_scratch.TrySet(text)) Dimension(dimension, _scratch.Text);
        else RejectBrokenText(_dimensionNames[dimension], text!);
    }

    /// <summary>The value of a dimension as a value, as <see cref="CustomerValue"/>; null for none.</summary>
    public void DimensionValue(int dimension, object? value) => DimensionText(dimension, KeyText(value));

    /// <summary>A binary fraction as the shortest decimal number that it stands for.</summary>
    private static bool TryToDecimal(object value, out decimal number)
    {
        number = 0;
        switch (value)
        {
            case decimal exact: number = exact; return true;
            case long or int or short or sbyte: number = Convert.ToInt64(value, CultureInfo.InvariantCulture); return true;
            case ulong or uint or ushort or byte: number = Convert.ToUInt64(value, CultureInfo.InvariantCulture); return true;
            case double or float or Half or BigInteger or Int128 or UInt128:
                return decimal.TryParse(Text(value), RoundTrip, CultureInfo.InvariantCulture, out number);
            default: return false;
        }
    }

    private static string Text(object value) => value is IFormattable formattable
        ? formattable.ToString(null, CultureInfo.InvariantCulture)
        : value.ToString() ?? "";

    /// <summary>The text of a key. A number with nothing behind its point is the whole number, whatever its type.</summary>
    private static string? KeyText(object? value) => value switch
    {
        null or DBNull => null,
        string text => text,
        byte[] bytes => Convert.ToHexStringLower(bytes),
        double.NaN or float.NaN => null,
        decimal or double or float when TryToDecimal(value, out var number) && decimal.IsInteger(number) =>
            number.ToString("0", CultureInfo.InvariantCulture),
        DateTime or DateTimeOffset or DateOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        _ => Text(value),
    };

    private void DayString(string text)
    {
        if (_dayText.TryParse(text, out var day)) Day(day.DayNumber);
        else Reject(IngestIssueKind.UnreadableDay, _names.Day, text, _dayText.Expected);
    }

    private void SetMoney(object value, IngestIssueKind unreadable, string column, out long minor)
    {
        var reading = value switch
        {
            string text => _amountText.TryParse(text, out minor),
            long whole when _amountText.Currency.Decimals == 0 && whole != long.MinValue => Whole(whole, out minor),
            int whole => ToReading(_amountText.Currency.TryToMinor(whole, _round, out minor)),
            double fraction when TryScale(fraction, out minor) => AmountReading.Exact,
            _ => ReadNumber(value, out minor),
        };
        var mayBeEmpty = _isContact || unreadable == IngestIssueKind.UnreadableDiscount;
        if (reading <= AmountReading.Rounded || (reading == AmountReading.Empty && mayBeEmpty)) return;
        RejectAmount(reading, unreadable, column, Text(value));

        static AmountReading Whole(long whole, out long minor)
        {
            minor = whole;
            return AmountReading.Exact;
        }
    }

    /// <summary>The common case without a detour over text: a fraction that is the nearest one to a whole number of minor units.</summary>
    private bool TryScale(double fraction, out long minor)
    {
        var scale = (double)_amountText.Currency.MinorPerUnit;
        var rounded = Math.Round(fraction * scale);
        // Below 10^15 no two amounts share their nearest fraction, and both operands of the division are exact.
        var exact = Math.Abs(rounded) < 1e15 && rounded / scale == fraction;
        minor = exact ? (long)rounded : 0;
        return exact;
    }

    private AmountReading ReadNumber(object value, out long minor)
    {
        minor = 0;
        if (TryToDecimal(value, out var number))
        {
            // A fraction too small for a decimal has become 0 on the way, and is not 0.
            if (number == 0 && value is double and not 0 && !_round) return AmountReading.TooManyDecimals;
            return ToReading(_amountText.Currency.TryToMinor(number, _round, out minor));
        }

        return value switch
        {
            double fraction => double.IsFinite(fraction) ? AmountReading.TooLarge : AmountReading.Unreadable,
            float fraction => float.IsFinite(fraction) ? AmountReading.TooLarge : AmountReading.Unreadable,
            BigInteger or Int128 or UInt128 => AmountReading.TooLarge,
            _ => AmountReading.Unreadable,
        };
    }

    private void RejectBrokenText(string column, string text) =>
        Reject(IngestIssueKind.InvalidText, column, text, RowRemarks.WholePairs);
}
