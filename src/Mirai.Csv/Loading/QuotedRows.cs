using Mirai.Csv.Records;

namespace Mirai.Csv.Loading;

/// <summary>Takes in the records of a block with quotes, around its broken lines.</summary>
internal static class QuotedRows
{
    /// <summary>Takes in all records from a position on.</summary>
    /// <returns>How many lines the text has from there on.</returns>
    public static long Read(RecordBlock block, int from, RowAcceptor acceptor)
    {
        var lines = 0L;
        foreach (var broken in block.BrokenLines)
        {
            var (start, length) = broken.GetOffsetAndLength(block.Length);
            if (start < from) continue;
            lines += ReadRun(block, from, start, lines, acceptor);
            var text = block.Text.Slice(start, length);
            acceptor.RejectQuote(text, lines + 1);
            // A quoted field before the broken one may have line breaks of its own.
            lines += RecordCutter.CountLines(text);
            from = start + length;
        }

        return lines + ReadRun(block, from, block.Length, lines, acceptor);
    }

    private static int ReadRun(RecordBlock block, int from, int until, long linesBefore, RowAcceptor acceptor)
    {
        if (from >= until) return 0;
        var fieldCount = acceptor.Plan.FieldCount;
        using var records = new QuotedRecords(block.Memory[from..until], acceptor.Delimiter);
        while (records.Read())
        {
            var line = linesBefore + records.LineNumber;
            var isUnterminated = block.IsUnterminated && from + records.Start + records.Raw.Length + 1 >= block.Length;
            if (isUnterminated && acceptor.RejectIfCutOff(records.FieldCount, records.Raw, line)) continue;
            if (records.FieldCount == fieldCount) acceptor.Accept(new Fields(records), line);
            else acceptor.RejectFieldCount(records.FieldCount, records.Raw, line);
        }

        return RecordCutter.CountLines(block.Text[from..until]);
    }

    private readonly struct Fields(QuotedRecords records) : IRowFields
    {
        public ReadOnlySpan<byte> this[int column] => records.Field(column);
    }
}
