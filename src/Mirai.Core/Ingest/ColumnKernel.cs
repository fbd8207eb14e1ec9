namespace Mirai.Ingest;

/// <summary>Walks over the rows of a batch of columns. Whole numbers go straight to the writer; everything else goes through the door.</summary>
internal static class ColumnKernel
{
    private interface INumberOf<T>
    {
        static abstract long Of(T value);
    }

    /// <summary>Adds <paramref name="count"/> rows from <paramref name="first"/>; the batch's first row has the number <paramref name="batchRowNumber"/>.</summary>
    public static void Add(PurchaseRowIntake door, PurchaseColumns batch, int first, int count, long batchRowNumber)
    {
        var isPlain = batch.Discounts is null && batch.Orders is null && batch.Dimensions.Count == 0;
        var isNumeric = batch.Customers.Texts.IsEmpty && batch.Amounts.Amounts.IsEmpty;
        if (!isPlain || !isNumeric)
        {
            AddThroughDoor(door, batch, first, count, batchRowNumber + first);
            return;
        }

        var amounts = batch.Amounts.MinorUnits.Span.Slice(first, count);
        var rowNumber = batchRowNumber + first;
        if (batch.Customers.Longs.IsEmpty) AddPlain<int, IntNumber>(door, batch.Customers.Ints.Span.Slice(first, count), batch.Days, first, amounts, rowNumber);
        else AddPlain<long, LongNumber>(door, batch.Customers.Longs.Span.Slice(first, count), batch.Days, first, amounts, rowNumber);
    }

    private static void AddPlain<TKey, TKeyNumber>(
        PurchaseRowIntake door, ReadOnlySpan<TKey> customers, DayColumn days, int first, ReadOnlySpan<long> amounts, long rowNumber)
        where TKeyNumber : struct, INumberOf<TKey>
    {
        if (days.Days.IsEmpty)
            AddPlain<TKey, TKeyNumber, int, IntNumber>(door, customers, days.DayNumbers.Span.Slice(first, customers.Length), amounts, rowNumber);
        else
            AddPlain<TKey, TKeyNumber, DateOnly, DayNumber>(door, customers, days.Days.Span.Slice(first, customers.Length), amounts, rowNumber);
    }

    private static void AddPlain<TKey, TKeyNumber, TDay, TDayNumber>(
        PurchaseRowIntake door, ReadOnlySpan<TKey> customers, ReadOnlySpan<TDay> days, ReadOnlySpan<long> amounts, long rowNumber)
        where TKeyNumber : struct, INumberOf<TKey>
        where TDayNumber : struct, INumberOf<TDay>
    {
        var writer = door.Writer;
        var lastDay = (uint)door.LastDayNumber;
        var accepted = 0L;
        for (var row = 0; row < customers.Length; row++)
        {
            var customer = TKeyNumber.Of(customers[row]);
            var day = (int)TDayNumber.Of(days[row]);
            var amount = amounts[row];
            if ((uint)day <= lastDay && amount != long.MinValue)
            {
                writer.Add(customer, day, amount);
                accepted++;
                continue;
            }

            door.Begin(rowNumber + row);
            door.Customer(customer);
            door.Day(day);
            door.AmountMinor(amount);
            door.End();
            if (door.MustStop) break;
        }

        door.CountAccepted(accepted);
    }

    private static void AddThroughDoor(PurchaseRowIntake door, PurchaseColumns batch, int first, int count, long rowNumber)
    {
        for (var row = first; row < first + count && !door.MustStop; row++)
        {
            door.Begin(rowNumber++);
            AddCustomer(door, batch.Customers, row);
            door.Day(batch.Days.Days.IsEmpty ? batch.Days.DayNumbers.Span[row] : batch.Days.Days.Span[row].DayNumber);
            if (batch.Amounts.Amounts.IsEmpty) door.AmountMinor(batch.Amounts.MinorUnits.Span[row]);
            else door.Amount(batch.Amounts.Amounts.Span[row]);
            if (batch.Discounts is { } discounts)
            {
                if (discounts.Amounts.IsEmpty) door.DiscountMinor(discounts.MinorUnits.Span[row]);
                else door.Discount(discounts.Amounts.Span[row]);
            }

            if (batch.Orders is { } orders) AddOrder(door, orders, row);
            for (var dimension = 0; dimension < batch.Dimensions.Count; dimension++)
                door.DimensionText(dimension, batch.Dimensions[dimension].Values.Span[row]);
            door.End();
        }
    }

    private static void AddCustomer(PurchaseRowIntake door, KeyColumn customers, int row)
    {
        if (!customers.Texts.IsEmpty) door.Customer(customers.Texts.Span[row]);
        else door.Customer(customers.Longs.IsEmpty ? customers.Ints.Span[row] : customers.Longs.Span[row]);
    }

    private static void AddOrder(PurchaseRowIntake door, KeyColumn orders, int row)
    {
        if (!orders.Texts.IsEmpty) door.Order(orders.Texts.Span[row]);
        else door.Order(orders.Longs.IsEmpty ? orders.Ints.Span[row] : orders.Longs.Span[row]);
    }

    private readonly struct LongNumber : INumberOf<long>
    {
        public static long Of(long value) => value;
    }

    private readonly struct IntNumber : INumberOf<int>
    {
        public static long Of(int value) => value;
    }

    private readonly struct DayNumber : INumberOf<DateOnly>
    {
        public static long Of(DateOnly value) => value.DayNumber;
    }
}
