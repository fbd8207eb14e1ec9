using Mirai.Csv.Records;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>What one thread works with, from file to file.</summary>
internal sealed class TableWorker(PurchaseRowIntake door, PurchaseLoadOptions options)
{
    /// <summary>Where its rows go.</summary>
    public PurchaseRowIntake Door { get; } = door;

    /// <summary>Its block.</summary>
    public RecordBlock Block { get; } = new();

    /// <summary>Its reader of blocks without quotes.</summary>
    public PlainRows Rows { get; } = new(options);
}
