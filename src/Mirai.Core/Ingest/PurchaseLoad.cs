using Mirai.History;

namespace Mirai.Ingest;

/// <summary>A history, and what happened to every row on the way into it.</summary>
/// <param name="History">The purchases, customer by customer.</param>
/// <param name="Report">Rows read, accepted and bad.</param>
public sealed record PurchaseLoad(PurchaseHistory History, IngestReport Report);
