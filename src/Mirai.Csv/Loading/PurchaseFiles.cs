using System.Diagnostics.CodeAnalysis;
using Mirai.Csv.Records;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>Files of purchases.</summary>
internal sealed class PurchaseFiles(
    CsvOptions options, IProgress<IngestProgress>? progress, CancellationToken cancellationToken, int blockSize = BlockFeed.DefaultBlockSize)
    : TableFiles(options, progress, blockSize, cancellationToken)
{
    private readonly CsvOptions _options = options;
    private readonly CancellationToken _cancellationToken = cancellationToken;

    /// <summary>Loads files, patterns and standard input.</summary>
    public bool TryLoad(
        IReadOnlyList<string> pathsOrPatterns, [NotNullWhen(true)] out PurchaseLoad? load, [NotNullWhen(false)] out IngestFailure? failure) =>
        TryFinish(Read(pathsOrPatterns), out load, out failure);

    /// <summary>Loads a stream, which stays open.</summary>
    public bool TryLoad(Stream stream, [NotNullWhen(true)] out PurchaseLoad? load, [NotNullWhen(false)] out IngestFailure? failure) =>
        TryFinish(Read(stream), out load, out failure);

    public override IngestRemark? TryResolve(IReadOnlyList<string> headers, int fieldCount, out TableColumns? columns)
    {
        var map = _options.Columns;
        var found = _options.HasHeader
            ? map.TryResolve(headers, out var resolved, out var error)
            : map.TryResolvePositions(fieldCount, out resolved, out error);
        columns = found ? TableColumns.Of(resolved!, headers) : null;
        return error;
    }

    protected override PurchaseIntake Open(TableColumns columns)
    {
        var resolved = new ResolvedColumns(
            columns.Customer, columns.Day, columns.Amount!.Value, columns.Discount, columns.Order, columns.Dimensions);
        return new PurchaseIntake(resolved.ToLayout(_options.Load.Currency), _options.Load);
    }

    private bool TryFinish(IngestFailure? wrong, [NotNullWhen(true)] out PurchaseLoad? load, [NotNullWhen(false)] out IngestFailure? failure)
    {
        load = null;
        failure = wrong;
        return wrong is null && Intake.TryFinish(Issues, RowsRead, Notes, out load, out failure, _cancellationToken);
    }
}
