using CsvHelper;

namespace Mirai.Csv.Records;

/// <summary>Reads records whose fields may be quoted; the one place that knows CsvHelper.</summary>
/// <remarks>
/// <see cref="RecordCutter"/> has taken out what is broken before, so that any complaint of the reader is about text it can read:
/// a quote in the middle of an unquoted field is a character like any other.
/// </remarks>
internal sealed class QuotedRecords : IDisposable
{
    private readonly CsvReader _reader;

    /// <summary>A reader of whole records of UTF-8 text.</summary>
    public QuotedRecords(ReadOnlyMemory<byte> text, byte delimiter) => _reader = CsvReader.Create(text, new CsvReaderOptions
    {
        Separator = (char)delimiter,
        HasHeader = false,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MissingField = CsvMissingFieldHandling.ReturnEmpty,
    });

    /// <summary>Fields of the current record.</summary>
    public int FieldCount => _reader.FieldCount;

    /// <summary>The line of the text on which the current record begins, from 1.</summary>
    public long LineNumber => _reader.LineNumber;

    /// <summary>Where the current record begins.</summary>
    public int Start => (int)_reader.ByteOffset;

    /// <summary>The current record as it was written, without its line break.</summary>
    public ReadOnlySpan<byte> Raw => _reader.RawRecord;

    /// <summary>Goes to the next record that is not a blank line.</summary>
    public bool Read()
    {
        while (_reader.Read())
        {
            if (_reader.FieldCount > 1 || !IsBlank(_reader.RawRecord)) return true;
        }

        return false;
    }

    /// <summary>The value of a field, without its quotes; valid until the next call.</summary>
    public ReadOnlySpan<byte> Field(int column) => _reader.GetSpan(column);

    /// <summary>The value of a field as text.</summary>
    public string Text(int column) => _reader.GetString(column);

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    /// <summary>Whether a line says nothing: blanks, or the end-of-file character of old systems.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t\u001A"u8);
}
