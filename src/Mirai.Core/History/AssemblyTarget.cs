using System.Numerics;
using Mirai.Model;

namespace Mirai.History;

/// <summary>The columns into which partitions are sorted, and what is done to them once all are there.</summary>
internal sealed class AssemblyTarget<TDay, TAmount>
    where TDay : unmanaged, IBinaryInteger<TDay>
    where TAmount : unmanaged, IBinaryInteger<TAmount>
{
    private readonly PurchaseLayout _layout;
    private readonly RowExtras[] _extras;
    private readonly int[][] _placeOfCode;

    public AssemblyTarget(PurchaseHistoryBuilder builder, IReadOnlyList<PurchaseWriter> writers, DayRange days, int rows)
    {
        _layout = builder.Layout;
        _extras = [.. writers.Select(w => w.Extras)];
        FirstDayNumber = days.First.DayNumber;
        Days = new NativeColumn<TDay>(rows);
        Amounts = new NativeColumn<TAmount>(rows);
        Discounts = _layout.HasDiscounts ? new NativeColumn<long>(rows) : null;
        var sorted = builder.Dimensions.Select(d => d.Sorted()).ToArray();
        DimensionTexts = [.. sorted.Select(s => s.Texts)];
        _placeOfCode = [.. sorted.Select(s => s.PlaceOfCode)];
        DimensionCodes = [.. _layout.Dimensions.Select(_ => new NativeColumn<int>(rows))];
        KeepsLines = HasOrders && DimensionCodes.Length > 0;
        if (!KeepsLines) return;
        LineAmounts = new NativeColumn<long>(rows);
        LineDiscounts = _layout.HasDiscounts ? new NativeColumn<long>(rows) : null;
        LineStarts = new NativeColumn<int>(rows);
    }

    public int FirstDayNumber { get; }

    public bool HasExtras => _layout.HasExtras;

    public bool HasOrders => _layout.HasOrders;

    public bool KeepsLines { get; }

    public NativeColumn<TDay> Days { get; }

    public NativeColumn<TAmount> Amounts { get; }

    public NativeColumn<long>? Discounts { get; }

    public NativeColumn<int>[] DimensionCodes { get; }

    public string[][] DimensionTexts { get; }

    public NativeColumn<long>? LineAmounts { get; }

    public NativeColumn<long>? LineDiscounts { get; }

    /// <summary>For each purchase, the place of its first line.</summary>
    public NativeColumn<int>? LineStarts { get; }

    public CustomerCode OrderOf(long extra) => extra < 0 ? default : ExtrasOf(extra).Order(IndexOf(extra));

    public long DiscountOf(long extra) => extra < 0 ? 0 : ExtrasOf(extra).Discount(IndexOf(extra));

    public int DimensionCodeOf(long extra, int dimension) => _placeOfCode[dimension][ExtrasOf(extra).DimensionCode(IndexOf(extra), dimension)];

    /// <summary>Closes the gaps that merged lines left between partitions, and adds the customers' offsets.</summary>
    /// <param name="results">The partitions.</param>
    /// <param name="rowStarts">Where the rows of each begin.</param>
    /// <param name="customerStarts">Where the customers of each begin.</param>
    /// <param name="maxThreads">0 for one per processor.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public HistoryColumns Finish(
        PartitionResult[] results, int[] rowStarts, int[] customerStarts, int maxThreads, CancellationToken cancellationToken)
    {
        var starts = new int[results.Length];
        var purchase = 0;
        for (var partition = 0; partition < results.Length; partition++)
        {
            starts[partition] = purchase;
            Move(rowStarts[partition], purchase, results[partition].Purchases);
            purchase += results[partition].Purchases;
        }

        var offsets = new NativeColumn<int>(customerStarts[^1] + 1);
        WorkSplit.Run(
            results.Length,
            maxThreads,
            () => 0,
            (_, partition) => AddUp(results[partition].Counts, starts[partition], offsets.Span[customerStarts[partition]..]),
            cancellationToken);
        offsets.Span[^1] = purchase;
        var rows = rowStarts[^1];
        Days.Shorten(purchase);
        Amounts.Shorten(purchase);
        Discounts?.Shorten(purchase);
        return new HistoryColumns
        {
            Offsets = offsets,
            Days16 = Days as NativeColumn<ushort>,
            Days32 = Days as NativeColumn<int>,
            Amounts32 = Amounts as NativeColumn<int>,
            Amounts64 = Amounts as NativeColumn<long>,
            Discounts = Discounts,
            Lines = DimensionCodes.Length == 0 ? null : Lines(purchase, rows),
        };
    }

    private static void AddUp(int[] counts, int start, Span<int> offsets)
    {
        for (var customer = 0; customer < counts.Length; customer++)
        {
            offsets[customer] = start;
            start += counts[customer];
        }
    }

    private LineColumns Lines(int purchases, int rows)
    {
        if (!KeepsLines) return new LineColumns { Codes = DimensionCodes };
        var starts = new NativeColumn<int>(purchases + 1);
        LineStarts!.Span[..purchases].CopyTo(starts.Span);
        starts.Span[purchases] = rows;
        LineStarts.Dispose();
        return new LineColumns { Offsets = starts, Amounts = LineAmounts, Discounts = LineDiscounts, Codes = DimensionCodes };
    }

    private void Move(int from, int to, int count)
    {
        if (from == to) return;
        Days.Span.Slice(from, count).CopyTo(Days.Span[to..]);
        Amounts.Span.Slice(from, count).CopyTo(Amounts.Span[to..]);
        Discounts?.Span.Slice(from, count).CopyTo(Discounts.Span[to..]);
        LineStarts?.Span.Slice(from, count).CopyTo(LineStarts.Span[to..]);
    }

    private static long IndexOf(long extra) => extra & ((1L << WideRow.ExtraBits) - 1);

    private RowExtras ExtrasOf(long extra) => _extras[(int)(extra >> WideRow.ExtraBits)];
}
