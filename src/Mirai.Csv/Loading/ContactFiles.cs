using System.Diagnostics.CodeAnalysis;
using Mirai.Csv.Records;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>Files of contacts.</summary>
internal sealed class ContactFiles(
    CsvOptions options, IProgress<IngestProgress>? progress, CancellationToken cancellationToken, int blockSize = BlockFeed.DefaultBlockSize)
    : TableFiles(options, progress, blockSize, cancellationToken)
{
    private readonly CsvOptions _options = options;
    private readonly CancellationToken _cancellationToken = cancellationToken;
    private ContactIntake? _contacts;

    /// <summary>Loads files, patterns and standard input.</summary>
    public bool TryLoad(
        IReadOnlyList<string> pathsOrPatterns, [NotNullWhen(true)] out ContactLoad? load, [NotNullWhen(false)] out IngestFailure? failure) =>
        TryFinish(Read(pathsOrPatterns), out load, out failure);

    /// <summary>Loads a stream, which stays open.</summary>
    public bool TryLoad(Stream stream, [NotNullWhen(true)] out ContactLoad? load, [NotNullWhen(false)] out IngestFailure? failure) =>
        TryFinish(Read(stream), out load, out failure);

    public override IngestRemark? TryResolve(IReadOnlyList<string> headers, int fieldCount, out TableColumns? columns)
    {
        var found = _options.Columns.TryResolveContacts(headers, fieldCount, out var resolved, out var error);
        columns = found ? TableColumns.Of(resolved!, headers) : null;
        return error;
    }

    protected override PurchaseIntake Open(TableColumns columns)
    {
        _contacts = new ContactIntake([.. columns.Dimensions.Select(dimension => dimension.Name)], columns.Amount is not null, _options.Load);
        return _contacts.Rows;
    }

    private bool TryFinish(IngestFailure? wrong, [NotNullWhen(true)] out ContactLoad? load, [NotNullWhen(false)] out IngestFailure? failure)
    {
        load = null;
        failure = wrong;
        return wrong is null && _contacts!.TryFinish(Issues, RowsRead, Notes, out load, out failure, _cancellationToken);
    }
}
