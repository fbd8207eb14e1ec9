using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using Mirai.Csv.Records;

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
    public List<string> Notes { get; } = [];

    /// <summary>Why the input ended before its end, or <see langword="null"/>.</summary>
    public string? Damage => _gzip?.Damage;

    /// <summary>Whether bytes of the text were text in the input's encoding.</summary>
    /// <remarks>In decoded text U+FFFD stands where bytes were none; in UTF-8 input it is a character like any other.</remarks>
    public bool IsText(ReadOnlySpan<byte> field) =>
        Ascii.IsValid(field) || (Utf8.IsValid(field) && (!IsDecoded || field.IndexOf("\uFFFD"u8) < 0));

    /// <summary>The part of the input that has been taken, where its size is known.</summary>
    public double? Fraction => _raw.CanSeek && _raw.Length > 0 ? (double)_raw.Position / _raw.Length : null;

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    public static bool TryOpen(
        string path, CsvOptions options, [NotNullWhen(true)] out CsvSource? source, [NotNullWhen(false)] out string? error)
    {
        source = null;
        if (path is InputPaths.StandardInput)
            return TryOpen(Console.OpenStandardInput(), "standard input", options, leaveOpen: false, out source, out error);
        try
        {
            if (Directory.Exists(path))
            {
                error = $"{path} is a folder; expected a file, or a pattern such as {Path.Join(path, "*.csv")}.";
                return false;
            }

            // The feed reads in large blocks, so that the stream's own buffer would only copy.
            var share = FileShare.ReadWrite | FileShare.Delete;
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, share, bufferSize: 0, FileOptions.SequentialScan);
            return TryOpen(file, path, options, leaveOpen: false, out source, out error);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            error = $"There is no file {path} (looked at {Path.GetFullPath(path)}).";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            error = $"{path} cannot be read: {exception.Message}";
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
        [NotNullWhen(false)] out string? error)
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

    private string? Prepare(CsvOptions options)
    {
        var label = Name.Length == 0 ? "The input" : Name;
        if (options.Delimiter is { } stated && !CsvDelimiter.IsValid(stated))
            return $"`{stated}` cannot separate fields; expected an ASCII character such as , ; | or a tab, or a space for runs of blanks.";
        var bytes = new PeekedStream(_raw);
        var first = bytes.Peek(10);
        if (GzipInput.BeginsMember(first))
        {
            _gzip = new GzipInput(bytes);
            bytes = new PeekedStream(_gzip);
        }
        else if (Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !first.IsEmpty)
        {
            return $"{label} is named as gzip, but its first bytes are not those of gzip data.";
        }
        else if (first.StartsWith("PK\x03\x04"u8))
        {
            return $"{label} is a ZIP archive or a workbook; expected text. Save the sheet as CSV, or unpack the archive.";
        }
        else if (first.StartsWith("PAR1"u8) || first.StartsWith("ARROW1"u8))
        {
            return $"{label} is a Parquet or Arrow file; expected text.";
        }

        Text = bytes;
        var sample = bytes.Peek(SampleLength);
        if (sample.IsEmpty)
            return Damage is null ? $"{label} is empty; expected CSV text." : $"{label} cannot be read: {Damage}, before any text.";
        if (Decode(options, bytes, sample) is { } trouble) return trouble;
        Separate(options);
        return null;
    }

    private string? Decode(CsvOptions options, PeekedStream bytes, ReadOnlySpan<byte> sample)
    {
        var encoding = TextEncodings.FromMark(sample, out var markLength);
        if (encoding is null && options.EncodingName is { } name)
        {
            encoding = TextEncodings.Find(name);
            if (encoding is null)
                return $"The encoding `{name}` is not known; expected UTF-8, UTF-16, Shift_JIS, EUC-JP or another IANA name.";
        }

        if (encoding is null)
        {
            encoding = TextEncodings.Guess(sample, sample.Length < SampleLength);
            if (encoding.CodePage != 65001) Notes.Add($"{Prefix}encoding recognised as {TextEncodings.NameOf(encoding)}.");
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
        if (Delimiter != (byte)CsvDelimiter.Comma) Notes.Add($"{Prefix}delimiter recognised as {CsvDelimiter.Describe((char)Delimiter)}.");
    }

    private string Prefix => Name.Length == 0 ? "" : $"{Name}: ";
}
