using Mirai.History;
using Mirai.Model;

namespace Mirai.Segments;

/// <summary>A text about purchases: rows belong to their own value, an active customer to every value bought in the active period.</summary>
internal sealed class DimensionSegment : Segment
{
    private readonly IReadOnlyList<string> _merged;

    public DimensionSegment(string name)
        : this(name, [])
    {
    }

    /// <summary>A dimension some of whose values count as one, the first of them: who bought several of them is one customer.</summary>
    public DimensionSegment(string name, IReadOnlyList<string> merged)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Id = name;
        _merged = merged;
    }

    public override string Id { get; }

    public override string JapaneseName => Id;

    internal override SegmentPlacement Place(
        PurchaseHistory history, CustomerAttributes? attributes, Period activePeriod, int maxThreads, ContactLink? contacts = null) =>
        new DimensionPlacement(history, history.DimensionIndex(Id), history.Axis.LeaveDays(activePeriod), _merged);
}

/// <summary>A purchase dimension made ready for one history: it splits a customer's rows by value.</summary>
internal sealed class DimensionPlacement : SegmentPlacement
{
    private readonly PurchaseHistory _history;
    private readonly int _dimension;
    private readonly int[] _leave;
    private readonly string[] _values;
    private readonly int[] _valueOfCode;

    public DimensionPlacement(PurchaseHistory history, int dimension, int[] leave, IReadOnlyList<string> merged)
    {
        _history = history;
        _dimension = dimension;
        _leave = leave;
        string[] texts = [.. history.DimensionValues(history.Dimensions[dimension]).Select(text => text.Length == 0 ? Segment.None : text)];
        texts = [.. texts.Select(text => merged.Contains(text, StringComparer.Ordinal) ? merged[0] : text)];
        _values = [.. texts.Distinct(StringComparer.Ordinal)]; // An empty text and one that spells `none` are one value.
        var placeOf = _values.Select((text, place) => (text, place)).ToDictionary(v => v.text, v => v.place, StringComparer.Ordinal);
        _valueOfCode = [.. texts.Select(text => placeOf[text])];
    }

    public override IReadOnlyList<string> Values => _values;

    public override int NamedValues => 0;

    public override bool IsMultiValued => true;

    public override int ValueOn(CustomerRun run, int day) => throw new InvalidOperationException("A customer may have several values of a dimension.");

    public override void Place(CustomerRun run, List<Membership> memberships) =>
        throw new InvalidOperationException("The rows of a dimension are placed value by value.");

    /// <summary>The distinct values of a customer's rows, each with the lines of that value, ascending.</summary>
    public void Split(CustomerRun run, List<DimensionLine> lines)
    {
        lines.Clear();
        var columns = _history.Columns.Lines!;
        var codes = columns.Codes[_dimension].Span;
        for (var row = 0; row < run.Days.Length; row++)
        {
            var purchase = run.FirstRow + row;
            if (columns.Offsets is not { } offsets)
            {
                lines.Add(new DimensionLine(_valueOfCode[codes[purchase]], row, run.Amounts[row], run.Discounts[row]));
                continue;
            }

            for (var line = offsets.Span[purchase]; line < offsets.Span[purchase + 1]; line++)
            {
                var discount = columns.Discounts is { } discounts ? discounts.Span[line] : 0;
                lines.Add(new DimensionLine(_valueOfCode[codes[line]], row, columns.Amounts!.Span[line], discount));
            }
        }

        lines.Sort();
    }

    /// <summary>Makes the lines of one value from <paramref name="start"/> on a run of their own: lines of one purchase are one row.</summary>
    /// <returns>Where the next value's lines begin.</returns>
    public static int Fill(CustomerRun ofValue, CustomerRun whole, List<DimensionLine> lines, int start)
    {
        ofValue.Clear(whole.Customer, whole.FirstRow);
        var end = start;
        while (end < lines.Count && lines[end].Value == lines[start].Value)
        {
            var row = lines[end].Row;
            long amount = 0;
            long discount = 0;
            for (; end < lines.Count && lines[end].Value == lines[start].Value && lines[end].Row == row; end++)
            {
                amount += lines[end].Amount;
                discount += lines[end].Discount;
            }

            ofValue.Add(whole.Days[row], amount, discount);
        }

        return end;
    }

    /// <summary>The days on which an active customer belongs to a value: those within an active period of a purchase of it.</summary>
    public void Place(CustomerRun ofValue, CustomerRun whole, int value, List<Membership> memberships)
    {
        memberships.Clear();
        AddSpells(ofValue.PurchaseDays, value, memberships);
        foreach (var day in ofValue.PurchaseDays)
        {
            if (whole.PurchaseDays.BinarySearch(day) >= 0) continue;
            KeepActive(whole, memberships);
            return;
        }
    }

    private void AddSpells(ReadOnlySpan<int> purchaseDays, int value, List<Membership> spells)
    {
        foreach (var day in purchaseDays)
        {
            if (spells.Count > 0 && spells[^1].Until >= day) spells[^1] = spells[^1] with { Until = _leave[day] };
            else spells.Add(new Membership(day, _leave[day], value));
        }
    }

    /// <summary>A value may be bought within an order that is a return as a whole: then the customer need not be active.</summary>
    private void KeepActive(CustomerRun whole, List<Membership> memberships)
    {
        var active = new List<Membership>();
        AddSpells(whole.PurchaseDays, 0, active);
        Membership[] all = [.. memberships];
        memberships.Clear();
        foreach (var membership in all)
        {
            foreach (var spell in active)
            {
                var (from, until) = (Math.Max(spell.From, membership.From), Math.Min(spell.Until, membership.Until));
                if (from < until) memberships.Add(membership with { From = from, Until = until });
            }
        }
    }
}

/// <summary>A line of a purchase with its value of a dimension.</summary>
/// <param name="Value">The value's place in the dimension.</param>
/// <param name="Row">The purchase's place in the customer's run.</param>
/// <param name="Amount">In minor units.</param>
/// <param name="Discount">In minor units.</param>
internal readonly record struct DimensionLine(int Value, int Row, long Amount, long Discount) : IComparable<DimensionLine>
{
    public int CompareTo(DimensionLine other) => Value != other.Value ? Value.CompareTo(other.Value) : Row.CompareTo(other.Row);
}
