using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Analysis;
using Mirai.Ingest;

namespace Mirai.DataFrames;

/// <summary>Loads purchases from a data frame.</summary>
public static class DataFramePurchases
{
    private const int RowsPerReport = 1 << 16;

    /// <summary>Loads purchases from a data frame.</summary>
    /// <exception cref="IngestException">A column is missing or fits twice, or no history can be made of the rows.</exception>
    public static PurchaseLoad Load(
        DataFrame frame,
        ColumnMap? map = null,
        PurchaseLoadOptions? options = null,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        TryLoad(frame, map, options, out var load, out var failure, progress, cancellationToken) ? load : throw new IngestException(failure);

    /// <summary>Loads purchases from a data frame, whose columns may have any type: what a value means is the same as in a database's reader.</summary>
    /// <param name="frame">The frame; null is no value.</param>
    /// <param name="map">Which column is what; <see langword="null"/> to recognise all by their names.</param>
    /// <param name="options">How rows are judged; <see langword="null"/> for <see cref="PurchaseLoadOptions.Default"/>.</param>
    /// <param name="load">The history and the report; rows are numbered from 1.</param>
    /// <param name="failure">Why there is none.</param>
    /// <param name="progress">Told from time to time.</param>
    /// <param name="cancellationToken">Stops the load.</param>
    public static bool TryLoad(
        DataFrame frame,
        ColumnMap? map,
        PurchaseLoadOptions? options,
        [NotNullWhen(true)] out PurchaseLoad? load,
        [NotNullWhen(false)] out IngestFailure? failure,
        IProgress<IngestProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        load = null;
        var headers = frame.Columns.Select(column => column.Name).ToArray();
        if (!(map ?? ColumnMap.Detect).TryResolve(headers, out var columns, out var error))
        {
            failure = new IngestFailure(error, Report: null);
            return false;
        }

        var judged = options ?? PurchaseLoadOptions.Default;
        using var intake = new PurchaseIntake(columns.ToLayout(judged.Currency), judged);
        var door = intake.CreateRowIntake(PurchaseColumnNames.Of(columns, headers));
        var rows = frame.Rows.Count;
        var row = 0L;
        Func<int, object?> valueOf = column => frame.Columns[column][row];
        for (; row < rows && !door.MustStop; row++)
        {
            door.AddValues(row + 1, columns, valueOf);
            if ((row + 1) % RowsPerReport != 0) continue;
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new IngestProgress(row + 1, (row + 1) / (double)rows));
        }

        progress?.Report(new IngestProgress(door.RowsRead, 1));
        return intake.TryFinish(door.Issues, door.RowsRead, [columns.Remark(headers)], out load, out failure, cancellationToken);
    }
}
