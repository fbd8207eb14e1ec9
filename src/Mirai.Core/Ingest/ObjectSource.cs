using System.Diagnostics.CodeAnalysis;
using Mirai.History;
using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>Purchases that are objects.</summary>
internal static class ObjectSource
{
    private const int RowsPerReport = 1 << 16;

    public static bool TryLoad(
        IEnumerable<Purchase> purchases,
        PurchaseLoadOptions options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        var rows = purchases as IReadOnlyCollection<Purchase> ?? [.. purchases];
        var layout = FindLayout(rows, options.Currency, cancellationToken);
        using var intake = new PurchaseIntake(layout, options);
        var door = intake.CreateRowIntake(PurchaseColumnNames.Roles);
        foreach (var row in rows)
        {
            Add(door, layout, row);
            if (door.MustStop) break;
            if (door.RowsRead % RowsPerReport != 0) continue;
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new IngestProgress(door.RowsRead, (double)door.RowsRead / rows.Count));
        }

        progress?.Report(new IngestProgress(door.RowsRead, 1));
        return intake.TryFinish(door.Issues, door.RowsRead, [], out load, out failure, cancellationToken);
    }

    private static PurchaseLayout FindLayout(IReadOnlyCollection<Purchase> rows, Currency currency, CancellationToken cancellationToken)
    {
        var hasDiscounts = false;
        var hasOrders = false;
        var dimensions = new SortedSet<string>(StringComparer.Ordinal);
        var number = 0L;
        foreach (var row in rows)
        {
            if (++number % RowsPerReport == 0) cancellationToken.ThrowIfCancellationRequested();
            if (row is null) throw new ArgumentException($"Purchase {number} is null.", nameof(rows));
            hasDiscounts |= row.Discount != 0;
            hasOrders |= !string.IsNullOrEmpty(row.Order);
            if (row.Dimensions.Count > 0) dimensions.UnionWith(row.Dimensions.Keys);
        }

        return new PurchaseLayout { Currency = currency, HasDiscounts = hasDiscounts, HasOrders = hasOrders, Dimensions = [.. dimensions] };
    }

    private static void Add(PurchaseRowIntake door, PurchaseLayout layout, Purchase row)
    {
        door.Begin(door.RowsRead + 1);
        door.Customer(row.Customer);
        door.Day(row.Day.DayNumber);
        door.Amount(row.Amount);
        if (layout.HasDiscounts) door.Discount(row.Discount);
        if (layout.HasOrders) door.Order(row.Order);
        for (var dimension = 0; dimension < layout.Dimensions.Count; dimension++)
            door.DimensionText(dimension, row.Dimensions.GetValueOrDefault(layout.Dimensions[dimension]));
        door.End();
    }
}
