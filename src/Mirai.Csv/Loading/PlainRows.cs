using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Mirai.Csv.Records;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Csv.Loading;

/// <summary>Takes in the records of blocks without quotes: the hot path. One per thread.</summary>
/// <remarks>
/// Separators are found for a window at a time; then records are walked. A record of three plain fields goes straight to the writer;
/// whatever is not plain goes through <see cref="RowAcceptor"/>, which judges every record of every path.
/// </remarks>
internal sealed class PlainRows
{
    private readonly SeparatorIndex _index = new();
    private readonly NumberBatch _batch = new();
    private readonly bool _mayWriteStraight;
    private readonly AmountText _amountText;
    private readonly int _decimals;
    private readonly long _minorPerUnit;

    /// <summary>A reader for one load.</summary>
    public PlainRows(PurchaseLoadOptions options)
    {
        _mayWriteStraight = options.DayText == DayText.Any;
        _amountText = new AmountText(options.Currency, options.RoundAmounts);
        _decimals = options.Currency.Decimals;
        _minorPerUnit = options.Currency.MinorPerUnit;
    }

    /// <summary>Takes in all records from a position on.</summary>
    /// <returns>How many lines the text has from there on.</returns>
    public long Read(RecordBlock block, int from, RowAcceptor acceptor)
    {
        var text = block.Text;
        var walk = new Walk(text, acceptor, block.IsUnterminated) { At = from };
        var window = _index.Window;
        while (walk.At < text.Length)
        {
            var until = Math.Min(text.Length, walk.At + window);
            _index.Find(text, walk.At, until, acceptor.Delimiter);
            var before = walk.At;
            if (_mayWriteStraight && acceptor.Plan.Columns.IsNarrow) WalkNarrow(ref walk, _index.HasOddBytes);
            else WalkAny(ref walk);
            if (walk.At > before) continue;
            _index.Widen();
            window = _index.Window;
        }

        return walk.Lines;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WalkNarrow(ref Walk walk, bool hasOddBytes)
    {
        ref var text = ref MemoryMarshal.GetReference(walk.Text);
        ref var positions = ref MemoryMarshal.GetReference(_index.Positions);
        ref var months = ref PlainDay.Table;
        var plan = walk.Acceptor.Plan;
        var writer = walk.Acceptor.Door.Writer;
        var (fields, customer, day, amount) = (plan.FieldCount, plan.Columns.Customer, plan.Columns.Day, plan.Columns.Amount!.Value);
        var lastDay = walk.Acceptor.Door.LastDayNumber;
        var delimiter = walk.Acceptor.Delimiter;
        var count = _index.Count;
        var batch = _batch;
        var known = KnownDay.Start;
        var (at, start, lines, written) = (0, walk.At, walk.Lines, 0L);
        while (at < count)
        {
            if (at + fields <= count && IsRecord(ref text, ref positions, at, fields, delimiter))
            {
                var end = Unsafe.Add(ref positions, at + fields - 1);
                // The line feed of a pair separates; the carriage return before it is not part of the last field.
                var isPair = end > start && Unsafe.Add(ref text, end) == (byte)'\n' && Unsafe.Add(ref text, end - 1) == (byte)'\r';
                var trimmed = isPair ? end - 1 : end;
                var dayAt = Start(ref positions, at, day, start);
                var amountAt = Start(ref positions, at, amount, start);
                var keyAt = Start(ref positions, at, customer, start);
                var keyEnd = customer == fields - 1 ? trimmed : Unsafe.Add(ref positions, at + customer);
                var dayEnd = day == fields - 1 ? trimmed : Unsafe.Add(ref positions, at + day);
                var amountEnd = amount == fields - 1 ? trimmed : Unsafe.Add(ref positions, at + amount);
                var isNumber = NumberBatch.TryNumber(ref Unsafe.Add(ref text, keyAt), keyEnd - keyAt, out var number);
                if ((known.TryGet(ref Unsafe.Add(ref text, dayAt), dayEnd - dayAt, out var dayNumber)
                        || known.TryParse(ref Unsafe.Add(ref text, dayAt), dayEnd - dayAt, ref months, out dayNumber)
                        || IsDay(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref text, dayAt), dayEnd - dayAt), out dayNumber))
                    && dayNumber <= lastDay
                    && (PlainAmount.TryParse(ref Unsafe.Add(ref text, amountAt), amountEnd - amountAt, _decimals, _minorPerUnit, out var minor)
                        || IsAmount(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref text, amountAt), amountEnd - amountAt), out minor))
                    && (isNumber || IsText(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref text, keyAt), keyEnd - keyAt), hasOddBytes)))
                {
                    if (isNumber) batch.Add(number, dayNumber, minor, writer);
                    else writer.Add(MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref text, keyAt), keyEnd - keyAt), dayNumber, minor);
                    written++;
                    lines++;
                    at += fields;
                    start = end + 1;
                    continue;
                }
            }

            (walk.At, walk.Lines) = (start, lines);
            var taken = walk.TakeRecord(_index.Positions[at..]);
            if (taken == 0) break;
            at += taken;
            (start, lines) = (walk.At, walk.Lines);
        }

        batch.Write(writer);
        (walk.At, walk.Lines) = (start, lines);
        walk.Acceptor.Door.CountAccepted(written);
    }

    private void WalkAny(ref Walk walk)
    {
        for (var at = 0; ;)
        {
            var taken = walk.TakeRecord(_index.Positions[at..]);
            if (taken == 0) return;
            at += taken;
        }
    }

    /// <summary>Whether the next positions are those of a whole record: all delimiters but the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsRecord(ref byte text, ref int positions, int at, int fields, byte delimiter)
    {
        for (var field = 0; field < fields - 1; field++)
        {
            if (Unsafe.Add(ref text, Unsafe.Add(ref positions, at + field)) != delimiter) return false;
        }

        return Unsafe.Add(ref text, Unsafe.Add(ref positions, at + fields - 1)) != delimiter;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Start(ref int positions, int at, int column, int start) =>
        column == 0 ? start : Unsafe.Add(ref positions, at + column - 1) + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsDay(ReadOnlySpan<byte> field, out int dayNumber) => DayText.Any.TryParse(field, out dayNumber);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsAmount(ReadOnlySpan<byte> field, out long minor) => _amountText.TryParse(field, out minor) <= AmountReading.Rounded;

    /// <summary>Whether a field may be a key as it stands: not empty, no blanks around it, nothing but ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsText(ReadOnlySpan<byte> key, bool hasOddBytes) =>
        key.Length > 0 && key[0] > (byte)' ' && key[^1] > (byte)' ' && (!hasOddBytes || (Ascii.IsValid(key) && !key.Contains((byte)0)));

    /// <summary>A walk over the records of a text.</summary>
    private ref struct Walk(ReadOnlySpan<byte> text, RowAcceptor acceptor, bool isUnterminated)
    {
        public readonly ReadOnlySpan<byte> Text = text;

        public readonly RowAcceptor Acceptor = acceptor;

        /// <summary>Where the next record begins.</summary>
        public int At;

        /// <summary>Lines before it.</summary>
        public long Lines;

        /// <summary>Takes the next record, whatever it holds.</summary>
        /// <param name="positions">Positions of separators from the record's beginning on.</param>
        /// <returns>How many of them belong to it; 0 where its end is not among them.</returns>
        public int TakeRecord(ReadOnlySpan<int> positions)
        {
            var fields = 0;
            while (fields < positions.Length && Text[positions[fields]] == Acceptor.Delimiter) fields++;
            if (fields == positions.Length) return 0;
            var end = positions[fields++];
            var trimmed = end > At && Text[end] == (byte)'\n' && Text[end - 1] == (byte)'\r' ? end - 1 : end;
            var raw = Text[At..trimmed];
            var line = ++Lines;
            if (fields > 1 || !QuotedRecords.IsBlank(raw))
            {
                var isCutOff = isUnterminated && end == Text.Length - 1 && Acceptor.RejectIfCutOff(fields, raw, line);
                if (!isCutOff && fields == Acceptor.Plan.FieldCount) Acceptor.Accept(new Fields(Text[..trimmed], positions, At), line);
                else if (!isCutOff) Acceptor.RejectFieldCount(fields, raw, line);
            }

            At = end + 1;
            return fields;
        }
    }

    private readonly ref struct Fields(ReadOnlySpan<byte> text, ReadOnlySpan<int> positions, int start) : IRowFields
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private readonly ReadOnlySpan<int> _positions = positions;

        public ReadOnlySpan<byte> this[int column]
        {
            get
            {
                var from = column == 0 ? start : _positions[column - 1] + 1;
                return _text[from..Math.Min(_positions[column], _text.Length)];
            }
        }
    }
}
