using System.Globalization;
using System.Text;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>The one door through which every row enters a history, whatever it was read from: it accepts the row, or says what is wrong with it.</summary>
/// <remarks>
/// A row is <see cref="Begin"/>, then one method per field in the order customer, day, amount, discount, order, dimensions, then <see cref="End"/>.
/// Only the first thing wrong with a row counts. Blanks around keys, order ids and dimension values are no part of them. A contact comes through the
/// same door, its cost in the place of the amount (<see cref="ContactIntake"/>). Not thread-safe: every thread has its own, from
/// <see cref="PurchaseIntake.CreateRowIntake"/>.
/// </remarks>
public sealed partial class PurchaseRowIntake
{
    private const int NoCode = -1;

    private readonly PurchaseWriter _writer;
    private PurchaseColumnNames _names;
    private readonly DayText _dayText;
    private readonly AmountText _amountText;
    private readonly bool _round;
    private readonly bool _plain;
    private readonly bool _isContact;
    private readonly int _lastDayNumber;
    private string _source;
    private readonly IReadOnlyList<string> _dimensionNames;
    private readonly int[] _dimensionCodes;
    private readonly TextBuffer _customer = new();
    private readonly TextBuffer _order = new();
    private readonly TextBuffer _scratch = new();
    private long _lineNumber;
    private long _customerNumber;
    private bool _customerIsNumber;
    private int _dayNumber;
    private long _amount;
    private long _discount;
    private bool _isBad;

    internal PurchaseRowIntake(
        PurchaseWriter writer, PurchaseLayout layout, PurchaseLoadOptions options, PurchaseColumnNames names, string source, bool isContact)
    {
        _writer = writer;
        _isContact = isContact;
        _names = names;
        _source = source;
        _dayText = options.DayText;
        _amountText = new AmountText(options.Currency, options.RoundAmounts);
        _round = options.RoundAmounts;
        _plain = !layout.HasDiscounts && !layout.HasOrders && layout.Dimensions.Count == 0;
        _lastDayNumber = (options.ObservedUntil ?? DateOnly.MaxValue).DayNumber;
        _dimensionNames = layout.Dimensions;
        _dimensionCodes = new int[layout.Dimensions.Count];
        Issues = new IngestIssueLog(Math.Max(1, options.SamplesPerKind));
        StopsAtFirstBadRow = options.OnBadRow == BadRowPolicy.Stop;
    }

    /// <summary>Where accepted rows go: a reader that has found a row to be plain and good may write it there itself, and count it with <see cref="CountAccepted"/>.</summary>
    public PurchaseWriter Writer => _writer;

    /// <summary>The bad rows so far.</summary>
    public IngestIssueLog Issues { get; private set; }

    /// <summary>Rows met so far, good and bad.</summary>
    public long RowsRead { get; private set; }

    /// <summary>The last day a row may have, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int LastDayNumber => _lastDayNumber;

    /// <summary>Whether the policy is to stop and a row was bad.</summary>
    public bool MustStop => StopsAtFirstBadRow && Issues.Count > 0;

    private bool StopsAtFirstBadRow { get; }

    /// <summary>Goes on with another file or table, whose columns may be called differently.</summary>
    public void GoOn(PurchaseColumnNames names, string source) => (_names, _source) = (names, source);

    /// <summary>Begins a row.</summary>
    /// <param name="lineNumber">From 1; of the line, or of the row where the input has no lines.</param>
    public void Begin(long lineNumber)
    {
        RowsRead++;
        _lineNumber = lineNumber;
        _isBad = false;
        _customer.Clear();
        _order.Clear();
        _customerIsNumber = false;
        _amount = 0;
        _discount = 0;
        _dimensionCodes.AsSpan().Fill(NoCode);
    }

    /// <summary>The customer's key in UTF-8.</summary>
    public void Customer(ReadOnlySpan<byte> utf8)
    {
        var key = utf8.Trim(" \t"u8);
        if (key.IsEmpty) Reject(IngestIssueKind.MissingCustomer, _names.Customer, "", RowRemarks.Customer);
        else if (IsText(key, _names.Customer)) _customer.Set(key);
    }

    /// <summary>The customer's numeric key: the same customer as the number written as text.</summary>
    public void Customer(long number) => (_customerIsNumber, _customerNumber) = (true, number);

    /// <summary>The day as text.</summary>
    public void Day(ReadOnlySpan<byte> utf8)
    {
        if (_dayText.TryParse(utf8, out var dayNumber)) Day(dayNumber);
        else Reject(IngestIssueKind.UnreadableDay, _names.Day, Show(utf8), _dayText.Expected);
    }

    /// <summary>The day as <see cref="DateOnly.DayNumber"/>.</summary>
    public void Day(int dayNumber)
    {
        _dayNumber = dayNumber;
        if ((uint)dayNumber <= (uint)_lastDayNumber) return;
        if (dayNumber < 0 || dayNumber > DateOnly.MaxValue.DayNumber)
        {
            Reject(IngestIssueKind.UnreadableDay, _names.Day, Invariant(dayNumber), RowRemarks.DayNumber);
            return;
        }

        Reject(IngestIssueKind.AfterObservedUntil, _names.Day, Iso(dayNumber), RowRemarks.DayUntil(Iso(_lastDayNumber)));
    }

    /// <summary>The amount as text; of a contact the cost, empty where it is not known.</summary>
    public void Amount(ReadOnlySpan<byte> utf8)
    {
        var reading = _amountText.TryParse(utf8, out _amount);
        if (reading > AmountReading.Rounded && !(_isContact && reading == AmountReading.Empty)) RejectAmount(reading, IngestIssueKind.UnreadableAmount, _names.Amount, Show(utf8));
    }

    /// <summary>The amount in currency units.</summary>
    public void Amount(decimal amount)
    {
        var reading = ToReading(_amountText.Currency.TryToMinor(amount, _round, out _amount));
        if (reading > AmountReading.Rounded) RejectAmount(reading, IngestIssueKind.UnreadableAmount, _names.Amount, Invariant(amount));
    }

    /// <summary>The amount in minor units of the currency.</summary>
    public void AmountMinor(long minor)
    {
        _amount = minor;
        if (minor == long.MinValue) RejectAmount(AmountReading.TooLarge, IngestIssueKind.UnreadableAmount, _names.Amount, Invariant(minor));
    }

    /// <summary>The discount as text; empty for none.</summary>
    public void Discount(ReadOnlySpan<byte> utf8)
    {
        var reading = _amountText.TryParse(utf8, out _discount);
        if (reading is > AmountReading.Rounded and not AmountReading.Empty)
            RejectAmount(reading, IngestIssueKind.UnreadableDiscount, _names.Discount, Show(utf8));
    }

    /// <summary>The discount in currency units.</summary>
    public void Discount(decimal discount)
    {
        var reading = ToReading(_amountText.Currency.TryToMinor(discount, _round, out _discount));
        if (reading > AmountReading.Rounded) RejectAmount(reading, IngestIssueKind.UnreadableDiscount, _names.Discount, Invariant(discount));
    }

    /// <summary>The discount in minor units of the currency.</summary>
    public void DiscountMinor(long minor)
    {
        _discount = minor;
        if (minor == long.MinValue) RejectAmount(AmountReading.TooLarge, IngestIssueKind.UnreadableDiscount, _names.Discount, Invariant(minor));
    }

    /// <summary>The order id in UTF-8; empty for none.</summary>
    public void Order(ReadOnlySpan<byte> utf8)
    {
        var order = utf8.Trim(" \t"u8);
        if (IsText(order, _names.Order)) _order.Set(order);
    }

    /// <summary>The value of a dimension in UTF-8; empty for none.</summary>
    /// <param name="dimension">Its position in the layout.</param>
    /// <param name="utf8">The text.</param>
    public void Dimension(int dimension, ReadOnlySpan<byte> utf8)
    {
        var value = utf8.Trim(" \t"u8);
        if (!_isBad && IsText(value, _dimensionNames[dimension])) _dimensionCodes[dimension] = _writer.DimensionCode(dimension, value);
    }

    /// <summary>Rejects the row for what only its reader can see: a wrong number of fields, a quote that is not closed.</summary>
    public void Reject(IngestIssueKind kind, string column, string found, IngestRemark expected)
    {
        if (_isBad) return;
        _isBad = true;
        Issues.Add(kind, _source, _lineNumber, column, found, expected);
    }

    /// <summary>Ends the row.</summary>
    /// <returns>Whether it was accepted.</returns>
    public bool End()
    {
        if (_discount < 0 && _amount >= 0)
        {
            var found = Invariant(_amountText.Currency.ToAmount(_discount));
            Reject(IngestIssueKind.NegativeDiscount, _names.Discount, found, RowRemarks.DiscountOfZeroOrMore);
        }

        if (_isContact && _amount < 0)
        {
            var found = Invariant(_amountText.Currency.ToAmount(_amount));
            Reject(IngestIssueKind.NegativeCost, _names.Amount, found, RowRemarks.CostOfZeroOrMore);
        }

        if (_isBad) return false;
        if (_plain && _customerIsNumber)
        {
            _writer.Add(_customerNumber, _dayNumber, _amount);
            return true;
        }

        // A text has a code from the first row on that has it, the empty one too.
        for (var dimension = 0; dimension < _dimensionCodes.Length; dimension++)
        {
            if (_dimensionCodes[dimension] == NoCode) _dimensionCodes[dimension] = _writer.DimensionCode(dimension, []);
        }

        if (_customerIsNumber) _customer.Set(_customerNumber);
        if (_plain) _writer.Add(_customer.Text, _dayNumber, _amount);
        else _writer.Add(_customer.Text, _dayNumber, _amount, _discount, _order.Text, _dimensionCodes);
        return true;
    }

    /// <summary>Counts rows that a reader has written to <see cref="Writer"/> itself.</summary>
    public void CountAccepted(long rows) => RowsRead += rows;

    /// <summary>Gives away the log and the count, and goes on with empty ones: the next rows are another part of the input.</summary>
    /// <param name="samplesPerKind">As many as the options say.</param>
    public (IngestIssueLog Issues, long RowsRead) TakePart(int samplesPerKind)
    {
        // The log that is given away must not receive the next part's issues, even where it is empty.
        var part = (Issues, RowsRead);
        Issues = new IngestIssueLog(samplesPerKind);
        RowsRead = 0;
        return part;
    }

    private static AmountReading ToReading(AmountConversion conversion) => conversion switch
    {
        AmountConversion.Exact => AmountReading.Exact,
        AmountConversion.Rounded => AmountReading.Rounded,
        AmountConversion.TooManyDecimals => AmountReading.TooManyDecimals,
        _ => AmountReading.TooLarge,
    };

    private static string Iso(int dayNumber) => DateOnly.FromDayNumber(dayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

    private static string Show(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8.Length > 400 ? utf8[..400] : utf8);

    private bool IsText(ReadOnlySpan<byte> utf8, string column)
    {
        if (!utf8.Contains((byte)0)) return true;
        Reject(IngestIssueKind.InvalidText, column, Show(utf8).Replace('\0', '␀'), RowRemarks.WithoutNul);
        return false;
    }

    private void RejectAmount(AmountReading reading, IngestIssueKind unreadable, string column, string found)
    {
        var (kind, expected) = reading switch
        {
            AmountReading.TooManyDecimals => (IngestIssueKind.TooManyDecimals, RowRemarks.MostDecimals(_amountText.Currency)),
            AmountReading.TooLarge => (IngestIssueKind.AmountTooLarge, RowRemarks.MostAmount(Invariant(_amountText.Currency.ToAmount(long.MaxValue)), _amountText.Currency)),
            _ when _isContact => (IngestIssueKind.UnreadableCost, _amountText.Expected),
            _ => (unreadable, _amountText.Expected),
        };
        Reject(kind, column, found, expected);
    }
}
