using System.Diagnostics.CodeAnalysis;
using Mirai.Csv.Records;
using Mirai.Csv.Sources;
using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Csv.Loading;

/// <summary>Loads customer attributes from all inputs, one after the other.</summary>
internal sealed class AttributeFiles(CsvOptions options, CancellationToken cancellationToken)
{
    private readonly List<IngestRemark> _notes = [];
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
                if (Guard(source, CsvRemarks.Label(file)) is { } wrong) return Fail(wrong, out failure);
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
            if (Guard(source, CsvRemarks.Label("")) is { } wrong) return Fail(wrong, out failure);
        }

        return TryFinish(out load, out failure);
    }

    private IngestRemark? Guard(CsvSource source, IngestRemark label)
    {
        try
        {
            return Read(source, label);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return CsvRemarks.CannotRead(label, exception);
        }
    }

    private IngestRemark? Read(CsvSource source, IngestRemark label)
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
                if (ReadRun(block, from, broken.Start.Value, line, source, ref header) is { } wrong) return CsvRemarks.About(label, wrong);
                line += RecordCutter.CountLines(block.Text[from..broken.Start.Value]) + 1;
                if (header is null) return CsvRemarks.BrokenFirstLine(label, line);
                Reject(IngestIssueKind.BrokenQuote, source, line, block.Text[broken].TrimEnd("\r\n"u8), CsvRemarks.ClosingQuote);
                line += RecordCutter.CountLines(block.Text[broken]) - 1;
                from = broken.End.Value;
            }

            if (ReadRun(block, from, block.Length, line, source, ref header) is { } trouble) return CsvRemarks.About(label, trouble);
            line += RecordCutter.CountLines(block.Text[from..]);
        }

        if (feed.IsTooLong) return CsvRemarks.TooLong(label);
        if (header is null) return CsvRemarks.BlankTable(label);
        if (source.Damage is { } damage && !block.IsUnterminated)
            Reject(IngestIssueKind.CutOff, source, line + 1, [], CsvRemarks.MoreLines(damage));
        return null;
    }

    private IngestRemark? ReadRun(RecordBlock block, int from, int until, long linesBefore, CsvSource source, ref AttributeHeader? header)
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
                Reject(IngestIssueKind.CutOff, source, line, records.Raw, CsvRemarks.FieldsBefore(header!.FieldCount, source.Damage ?? CsvRemarks.UntilTheEnd));
            else
                ReadRecord(records, header!, line, source);
        }

        return null;
    }

    private void ReadRecord(QuotedRecords records, AttributeHeader header, long line, CsvSource source)
    {
        if (records.FieldCount != header.FieldCount)
        {
            Reject(IngestIssueKind.WrongFieldCount, source, line, records.Raw, CsvRemarks.Fields(header.FieldCount, records.FieldCount));
            return;
        }

        var customer = records.Text(header.Customer).Trim(' ', '\t');
        if (customer.Length == 0)
        {
            Reject(IngestIssueKind.MissingCustomer, source, line, [], CsvRemarks.Customer);
            return;
        }

        for (var column = 0; column < header.FieldCount; column++)
        {
            var text = records.Field(column);
            if (!text.Contains((byte)0) && source.IsText(text)) continue;
            Reject(IngestIssueKind.InvalidText, source, line, text, CsvRemarks.TextWithoutNulIn(source.EncodingName));
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

    private void Reject(IngestIssueKind kind, CsvSource source, long line, ReadOnlySpan<byte> found, IngestRemark expected)
    {
        _rowsRead++;
        _issues.Add(kind, source.Name, line, "", RowAcceptor.Show(found), expected);
    }

    private bool TryFinish([NotNullWhen(true)] out AttributeLoad? load, [NotNullWhen(false)] out IngestFailure? failure)
    {
        load = null;
        var policy = options.Load;
        if (_issues.Judge(policy, _rowsRead) is { } trouble) return Fail(trouble, out failure);
        var attributes = _builder.Build();
        _notes.AddRange(attributes.Contradictions.Take(policy.SamplesPerKind).Select(contradiction => CsvRemarks.ContradictingRows(contradiction)));
        var more = attributes.Contradictions.Count - policy.SamplesPerKind;
        if (more > 0) _notes.Add(CsvRemarks.FurtherContradictions(more));
        load = new AttributeLoad(attributes, _issues.ToReport(_rowsRead, _notes));
        failure = null;
        return true;
    }

    private bool Fail(IngestRemark message, out IngestFailure failure)
    {
        failure = new IngestFailure(message, _rowsRead > 0 ? _issues.ToReport(_rowsRead, _notes) : null);
        return false;
    }
}
