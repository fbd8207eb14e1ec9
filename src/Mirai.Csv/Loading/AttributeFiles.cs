using System.Diagnostics.CodeAnalysis;
using Mirai.Csv.Records;
using Mirai.Csv.Sources;
using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>Loads customer attributes from all inputs, one after the other.</summary>
internal sealed class AttributeFiles(CsvOptions options, CancellationToken cancellationToken)
{
    private readonly List<string> _notes = [];
    private readonly CustomerAttributesBuilder _builder = new();
    private readonly IngestIssueLog _issues = new(Math.Max(1, options.Load.SamplesPerKind));
    private long _rowsRead;

    public bool TryLoad(
        IReadOnlyList<string> pathsOrPatterns, [NotNullWhen(true)] out AttributeLoad? load, [NotNullWhen(false)] out IngestFailure? failure)
    {
        load = null;
        failure = null;
        if (InputPaths.TryExpand(pathsOrPatterns, out var files, _notes) is { } trouble) return Fail(trouble, out failure);
        foreach (var file in files)
        {
            if (!CsvSource.TryOpen(file, options, out var source, out var error)) return Fail(error, out failure);
            using (source)
            {
                if (Guard(source, file) is { } wrong) return Fail(wrong, out failure);
            }
        }

        return TryFinish(out load, out failure);
    }

    public bool TryLoad(Stream stream, [NotNullWhen(true)] out AttributeLoad? load, [NotNullWhen(false)] out IngestFailure? failure)
    {
        load = null;
        failure = null;
        if (!CsvSource.TryOpen(stream, "", options, leaveOpen: true, out var source, out var error)) return Fail(error, out failure);
        using (source)
        {
            if (Guard(source, "The input") is { } wrong) return Fail(wrong, out failure);
        }

        return TryFinish(out load, out failure);
    }

    private string? Guard(CsvSource source, string label)
    {
        try
        {
            return Read(source, label);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{label} cannot be read: {exception.Message}";
        }
    }

    private string? Read(CsvSource source, string label)
    {
        var feed = new BlockFeed(source, BlockFeed.DefaultBlockSize);
        var block = new RecordBlock();
        AttributeHeader? header = null;
        var line = 0L;
        _notes.AddRange(source.Notes);
        while (feed.TryTake(block))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var from = 0;
            foreach (var broken in block.BrokenLines)
            {
                if (ReadRun(block, from, broken.Start.Value, line, source, ref header) is { } wrong) return $"{label}: {wrong}";
                line += RecordCutter.CountLines(block.Text[from..broken.Start.Value]) + 1;
                if (header is null) return $"{label} line {line}: a quote in the first line is never closed, or text follows it.";
                Reject(IngestIssueKind.BrokenQuote, source, line, block.Text[broken].TrimEnd("\r\n"u8), RowAcceptor.ClosingQuote);
                line += RecordCutter.CountLines(block.Text[broken]) - 1;
                from = broken.End.Value;
            }

            if (ReadRun(block, from, block.Length, line, source, ref header) is { } trouble) return $"{label}: {trouble}";
            line += RecordCutter.CountLines(block.Text[from..]);
        }

        if (feed.IsTooLong) return $"{label} {BlockFeed.TooLong}";
        if (header is null) return $"{label} has nothing but blank lines; expected a header and rows.";
        if (source.Damage is { } damage && !block.IsUnterminated)
            Reject(IngestIssueKind.CutOff, source, line + 1, [], $"more lines; {damage}");
        return null;
    }

    private string? ReadRun(RecordBlock block, int from, int until, long linesBefore, CsvSource source, ref AttributeHeader? header)
    {
        if (from >= until) return null;
        using var records = new QuotedRecords(block.Memory[from..until], source.Delimiter);
        while (records.Read())
        {
            if (header is null)
            {
                if (AttributeHeader.TryRead(records, options, _builder, out header) is { } wrong) return wrong;
                if (options.HasHeader) continue;
            }

            var line = linesBefore + records.LineNumber;
            var isUnterminated = block.IsUnterminated && from + records.Start + records.Raw.Length + 1 >= block.Length;
            if (isUnterminated && (source.Damage is not null || records.FieldCount < header!.FieldCount))
                Reject(IngestIssueKind.CutOff, source, line, records.Raw, $"{header!.FieldCount} fields; {source.Damage ?? "the input ends here"}");
            else
                ReadRecord(records, header!, line, source);
        }

        return null;
    }

    private void ReadRecord(QuotedRecords records, AttributeHeader header, long line, CsvSource source)
    {
        if (records.FieldCount != header.FieldCount)
        {
            Reject(IngestIssueKind.WrongFieldCount, source, line, records.Raw, $"{header.FieldCount} fields instead of {records.FieldCount}");
            return;
        }

        var customer = records.Text(header.Customer).Trim(' ', '\t');
        if (customer.Length == 0)
        {
            Reject(IngestIssueKind.MissingCustomer, source, line, [], "a customer's key");
            return;
        }

        for (var column = 0; column < header.FieldCount; column++)
        {
            var text = records.Field(column);
            if (!text.Contains((byte)0) && source.IsText(text)) continue;
            Reject(IngestIssueKind.InvalidText, source, line, text, $"text in {source.EncodingName}, without NUL");
            return;
        }

        _rowsRead++;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var column = 0; column < header.FieldCount; column++)
        {
            if (column != header.Customer) texts.Add(header.Names[column], records.Text(column));
        }

        _builder.Add(customer, texts);
    }

    private void Reject(IngestIssueKind kind, CsvSource source, long line, ReadOnlySpan<byte> found, string expected)
    {
        _rowsRead++;
        _issues.Add(kind, source.Name, line, "", RowAcceptor.Show(found), expected);
    }

    private bool TryFinish([NotNullWhen(true)] out AttributeLoad? load, [NotNullWhen(false)] out IngestFailure? failure)
    {
        load = null;
        var policy = options.Load;
        if (policy.OnBadRow == BadRowPolicy.Stop && _issues.First is { } first)
            return Fail($"Stopped at the first bad row: {first}.", out failure);
        if (policy.MaxBadRows is { } limit && _issues.Count > limit)
            return Fail($"{_issues.Count} of {_rowsRead} rows are bad; at most {limit} may be. The first: {_issues.First}.", out failure);
        var attributes = _builder.Build();
        _notes.AddRange(attributes.Contradictions.Take(policy.SamplesPerKind).Select(contradiction => $"Contradicting rows: {contradiction}."));
        var more = attributes.Contradictions.Count - policy.SamplesPerKind;
        if (more > 0) _notes.Add($"Contradicting rows: {more} more.");
        load = new AttributeLoad(attributes, _issues.ToReport(_rowsRead, _notes));
        failure = null;
        return true;
    }

    private bool Fail(string message, out IngestFailure failure)
    {
        failure = new IngestFailure(message, _rowsRead > 0 ? _issues.ToReport(_rowsRead, _notes) : null);
        return false;
    }
}
