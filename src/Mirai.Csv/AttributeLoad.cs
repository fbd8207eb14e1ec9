using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Csv;

/// <summary>Customer attributes, and what happened to every row on the way into them.</summary>
/// <param name="Attributes">One attribute per column beside the customer's, named by its header.</param>
/// <param name="Report">Rows read, accepted and bad.</param>
public sealed record AttributeLoad(CustomerAttributes Attributes, IngestReport Report);
