namespace Mirai.History;

/// <summary>Where a writer keeps rows by partition.</summary>
/// <typeparam name="TRow">As what they are read.</typeparam>
internal interface IRowSource<TRow>
    where TRow : unmanaged, IStoredRow
{
    /// <summary>How many rows a partition holds; partition 0 of unscattered rows is all of them.</summary>
    int CountOf(int partition);

    /// <summary>Copies a partition's rows, in the order in which they came, to the front of <paramref name="rows"/>.</summary>
    /// <returns>How many.</returns>
    int CopyTo(int partition, Span<TRow> rows);
}
