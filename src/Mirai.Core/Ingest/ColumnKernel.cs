using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mirai.Ingest;

/// <summary>Walks over the rows of a batch of columns. Whole numbers go straight to the writer; everything else goes through the door.</summary>
internal static class ColumnKernel
{
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
        var days = batch.Days.Days.IsEmpty ? batch.Days.DayNumbers.Span : MemoryMarshal.Cast<DateOnly, int>(batch.Days.Days.Span); // A DateOnly is its day number.
        days = days.Slice(first, count);
        if (batch.Customers.Longs.IsEmpty) AddPlain(door, batch.Customers.Ints.Span.Slice(first, count), days, amounts, rowNumber);
        else AddPlain(door, batch.Customers.Longs.Span.Slice(first, count), days, amounts, rowNumber);
    }

    private static void AddPlain<TKey>(
        PurchaseRowIntake door, ReadOnlySpan<TKey> customers, ReadOnlySpan<int> days, ReadOnlySpan<long> amounts, long rowNumber)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        var row = 0;
        while (row < customers.Length)
        {
            var good = CountGood(days[row..], amounts[row..], (uint)door.LastDayNumber);
            door.Writer.AddRange(customers.Slice(row, good), days.Slice(row, good), amounts.Slice(row, good));
            door.CountAccepted(good);
            row += good;
            if (row == customers.Length) return;
            door.Begin(rowNumber + row);
            door.Customer(long.CreateTruncating(customers[row]));
            door.Day(days[row]);
            door.AmountMinor(amounts[row]);
            door.End();
            if (door.MustStop) return;
            row++;
        }
    }

    /// <summary>How many rows from the first on have a day in the calendar and an amount whose sign can be turned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int CountGood(ReadOnlySpan<int> days, ReadOnlySpan<long> amounts, uint lastDay)
    {
        for (var row = 0; row < days.Length; row++)
        {
            if ((uint)days[row] > lastDay || amounts[row] == long.MinValue) return row;
        }

        return days.Length;
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
}
