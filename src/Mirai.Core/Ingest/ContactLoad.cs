using Mirai.History;

namespace Mirai.Ingest;

/// <summary>Contacts, and what happened to every row on the way to them.</summary>
/// <param name="Contacts">The contacts, person by person.</param>
/// <param name="Report">Rows read, accepted and bad.</param>
public sealed record ContactLoad(ContactHistory Contacts, IngestReport Report);
