using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Mirai.Ingest;

/// <summary>Purchases that a database's reader gives row by row.</summary>
internal static class DbReaderSource
{
    private const int RowsPerCheck = 1 << 12;
    private const int RowsPerReport = 1 << 16;

    public static bool TryLoad(
        DbDataReader reader,
        ColumnMap map,
        PurchaseLoadOptions options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress,
        CancellationToken cancellationToken)
    {
        load = null;
        var headers = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        if (!map.TryResolve(headers, out var columns, out var error))
        {
            failure = new IngestFailure(error, Report: null);
            return false;
        }

        using var intake = new PurchaseIntake(columns.ToLayout(options.Currency), options);
        var door = intake.CreateRowIntake(PurchaseColumnNames.Of(columns, headers));
        // The value's own type decides: a column's declared type says little in SQLite.
        Func<int, object?> valueOf = reader.GetValue;
        while (!door.MustStop && reader.Read())
        {
            door.AddValues(door.RowsRead + 1, columns, valueOf);
            if (door.RowsRead % RowsPerCheck == 0) cancellationToken.ThrowIfCancellationRequested();
            if (door.RowsRead % RowsPerReport == 0) progress?.Report(new IngestProgress(door.RowsRead, null));
        }

        progress?.Report(new IngestProgress(door.RowsRead, 1));
        return intake.TryFinish(door.Issues, door.RowsRead, [columns.Remark(headers)], out load, out failure, cancellationToken);
    }
}
