using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using Mirai.Csv.Records;
using Mirai.Ingest;

namespace Mirai.Csv.Sources;

/// <summary>An opened input: whatever it was, it is now plain UTF-8 text with a known one-byte delimiter.</summary>
internal sealed class CsvSource : IDisposable
{
    private const int SampleLength = 1 << 18;
    private readonly Stream _raw;
    private readonly bool _leaveOpen;
    private GzipInput? _gzip;

    private CsvSource(string name, Stream raw, bool leaveOpen) => (Name, _raw, _leaveOpen, Text) = (name, raw, leaveOpen, raw);

    /// <summary>The file as the caller named it; empty for an unnamed stream.</summary>
    public string Name { get; }

    /// <summary>UTF-8 text without a mark.</summary>
    public Stream Text { get; private set; }

    /// <summary>What separates the fields of <see cref="Text"/>.</summary>
    public byte Delimiter { get; private set; }

    /// <summary>Whether the text was decoded from another encoding, so that U+FFFD in it stands for bytes that were no text.</summary>
    public bool IsDecoded { get; private set; }

    /// <summary>The encoding's name, for messages.</summary>
    public string EncodingName { get; private set; } = "UTF-8";

    /// <summary>What was recognised, for the report.</summary>
    public List<IngestRemark> Notes { get; } = [];

    /// <summary>Why the input ended before its end, or <see langword="null"/>.</summary>
    public IngestRemark? Damage => _gzip?.Damage;

    /// <summary>Whether bytes of the text were text in the input's encoding.</summary>
    /// <remarks>In decoded text U+FFFD stands where bytes were none; in UTF-8 input it is a character like any other.</remarks>
    public bool IsText(ReadOnlySpan<byte> field) =>
        Ascii.IsValid(field) || (Utf8.IsValid(field) && (!IsDecoded || field.IndexOf("\uFFFD"u8) < 0));

    /// <summary>The part of the input that has been taken, where its size is known.</summary>
    public double? Fraction => _raw.CanSeek && _raw.Length > 0 ? (double)_raw.Position / _raw.Length : null;

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    public static bool TryOpen(
        string path, CsvOptions options, [NotNullWhen(true)] out CsvSource? source, [NotNullWhen(false)] out IngestRemark? error)
    {
        source = null;
        if (path is InputPaths.StandardInput)
            return TryOpen(Console.OpenStandardInput(), CsvRemarks.StandardInput, options, leaveOpen: false, out source, out error);
        try
        {
            if (Directory.Exists(path))
            {
                error = CsvRemarks.Folder(path);
                return false;
            }

            // The feed reads in large blocks, so that the stream's own buffer would only copy.
            var share = FileShare.ReadWrite | FileShare.Delete;
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, share, bufferSize: 0, FileOptions.SequentialScan);
            return TryOpen(file, path, options, leaveOpen: false, out source, out error);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            error = CsvRemarks.NoFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error = CsvRemarks.CannotRead(IngestRemark.Plain(path), exception);
        }

        return false;
    }

    /// <summary>Makes plain text of a stream, read from where it stands.</summary>
    public static bool TryOpen(
        Stream stream,
        string name,
        CsvOptions options,
        bool leaveOpen,
        [NotNullWhen(true)] out CsvSource? source,
        [NotNullWhen(false)] out IngestRemark? error)
    {
        source = new CsvSource(name, stream, leaveOpen);
        try
        {
            error = source.Prepare(options);
        }
        catch
        {
            source.Dispose();
            throw;
        }

        if (error is null) return true;
        source.Dispose();
        source = null;
        return false;
    }

    public void Dispose()
    {
        if (!_leaveOpen) Text.Dispose();
    }

    private IngestRemark? Prepare(CsvOptions options)
    {
        var label = CsvRemarks.Label(Name);
        if (options.Delimiter is { } stated && !CsvDelimiter.IsValid(stated))
            return CsvRemarks.NotADelimiter(stated);
        var bytes = new PeekedStream(_raw);
        var first = bytes.Peek(10);
        if (GzipInput.BeginsMember(first))
        {
            _gzip = new GzipInput(bytes);
            bytes = new PeekedStream(_gzip);
        }
        else if (Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !first.IsEmpty)
        {
            return CsvRemarks.NotGzip(label);
        }
        else if (first.StartsWith("PK\x03\x04"u8))
        {
            return CsvRemarks.ZipArchive(label);
        }
        else if (first.StartsWith("PAR1"u8) || first.StartsWith("ARROW1"u8))
        {
            return CsvRemarks.Binary(label);
        }

        Text = bytes;
        var sample = bytes.Peek(SampleLength);
        if (sample.IsEmpty) return Damage is null ? CsvRemarks.EmptyText(label) : CsvRemarks.CannotRead(label, Damage);
        if (Decode(options, bytes, sample) is { } trouble) return trouble;
        Separate(options);
        return null;
    }

    private IngestRemark? Decode(CsvOptions options, PeekedStream bytes, ReadOnlySpan<byte> sample)
    {
        var encoding = TextEncodings.FromMark(sample, out var markLength);
        if (encoding is null && options.EncodingName is { } name)
        {
            encoding = TextEncodings.Find(name);
            if (encoding is null) return CsvRemarks.UnknownEncoding(name);
        }

        if (encoding is null)
        {
            encoding = TextEncodings.Guess(sample, sample.Length < SampleLength);
            if (encoding.CodePage != 65001) Note(CsvRemarks.Encoding(TextEncodings.NameOf(encoding)));
        }

        bytes.Skip(markLength);
        EncodingName = TextEncodings.NameOf(encoding);
        if (encoding.CodePage == 65001) return null;
        IsDecoded = true;
        var marking = (Encoding)encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback("\uFFFD");
        Text = Encoding.CreateTranscodingStream(bytes, marking, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return null;
    }

    private void Separate(CsvOptions options)
    {
        if (options.Delimiter == CsvDelimiter.Blanks)
        {
            Delimiter = (byte)CsvDelimiter.Tab;
            Text = new BlanksStream(Text);
            return;
        }

        var text = Text as PeekedStream ?? new PeekedStream(Text);
        Text = text;
        var sample = text.Peek(SampleLength);
        if (DelimiterDetection.ReadHint(sample, out var hinted, out var hintLength))
        {
            text.Skip(hintLength);
            Delimiter = options.Delimiter is { } stated ? (byte)stated : hinted;
            return;
        }

        if (options.Delimiter is { } given)
        {
            Delimiter = (byte)given;
            return;
        }

        Delimiter = DelimiterDetection.Detect(sample);
        if (Delimiter != (byte)CsvDelimiter.Comma) Note(CsvRemarks.DelimiterRecognised((char)Delimiter));
    }

    private void Note(IngestRemark remark) => Notes.Add(Name.Length == 0 ? remark : CsvRemarks.About(CsvRemarks.Label(Name), remark));
}
