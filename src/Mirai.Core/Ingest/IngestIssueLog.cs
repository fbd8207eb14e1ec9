namespace Mirai.Ingest;

/// <summary>Counts bad rows and keeps the first of each kind. One per thread; logs of parts of a file are joined with <see cref="Append"/>.</summary>
public sealed class IngestIssueLog(int samplesPerKind = 5)
{
    private const int LongestText = 80;
    private readonly long[] _counts = new long[Enum.GetValues<IngestIssueKind>().Length];
    private readonly List<IngestIssue> _samples = [];

    /// <summary>Bad rows of every kind so far.</summary>
    public long Count { get; private set; }

    /// <summary>The kept issue with the lowest source and line, or <see langword="null"/>: what a stop at the first bad row names.</summary>
    public IngestIssue? First => _samples.Count == 0 ? null : Sorted()[0];

    /// <summary>Counts one bad row, and keeps it where it is among the first of its kind.</summary>
    public void Add(IngestIssueKind kind, string source, long lineNumber, string column, string found, IngestRemark expected)
    {
        Count++;
        if (_counts[(int)kind]++ >= samplesPerKind) return;
        var shown = found.Length > LongestText ? string.Concat(found.AsSpan(0, LongestText - 1), "…") : found;
        _samples.Add(new IngestIssue(kind, source, lineNumber, column, shown, expected));
    }

    /// <summary>Takes over a log of a later part of the input, whose line numbers begin at <paramref name="lineOffset"/>.</summary>
    public void Append(IngestIssueLog later, long lineOffset)
    {
        Count += later.Count;
        for (var kind = 0; kind < _counts.Length; kind++)
        {
            var room = (int)Math.Max(0, samplesPerKind - _counts[kind]);
            _samples.AddRange(later._samples.Where(issue => (int)issue.Kind == kind).Take(room)
                .Select(issue => issue with { LineNumber = issue.LineNumber == 0 ? 0 : issue.LineNumber + lineOffset }));
            _counts[kind] += later._counts[kind];
        }
    }

    /// <summary>Judges the bad rows by the policy.</summary>
    /// <returns>Why the input cannot be used, or <see langword="null"/>.</returns>
    public IngestRemark? Judge(PurchaseLoadOptions options, long rowsRead)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (First is not { } first) return null;
        if (options.OnBadRow == BadRowPolicy.Stop) return RowRemarks.StoppedAt(first);
        return Count > options.MaxBadRows ? RowRemarks.TooManyBadRows(Count, rowsRead, options.MaxBadRows.Value, first) : null;
    }

    /// <summary>The report of an input of which <paramref name="rowsRead"/> rows were met.</summary>
    public IngestReport ToReport(long rowsRead, IReadOnlyList<IngestRemark> notes) => new(
        rowsRead,
        rowsRead - Count,
        Enum.GetValues<IngestIssueKind>().Where(kind => _counts[(int)kind] > 0).ToDictionary(kind => kind, kind => _counts[(int)kind]),
        Sorted(),
        notes);

    private List<IngestIssue> Sorted() => [.. _samples.OrderBy(issue => issue.Source, StringComparer.Ordinal).ThenBy(issue => issue.LineNumber)];
}
