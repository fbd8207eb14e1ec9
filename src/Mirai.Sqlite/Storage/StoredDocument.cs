using System.IO.Compression;
using System.Security.Cryptography;
using Mirai.Diagnosis;

namespace Mirai.Sqlite.Storage;

/// <summary>The whole diagnosis as JSON, as it lies in the database.</summary>
/// <param name="Bytes">How long the JSON is.</param>
/// <param name="Hash">Its SHA-256, in hexadecimal.</param>
/// <param name="Brotli">The JSON, compressed.</param>
internal sealed record StoredDocument(long Bytes, string Hash, byte[] Brotli)
{
    /// <summary>Packs a diagnosis.</summary>
    public static StoredDocument Of(DiagnosisReport report, CancellationToken cancellationToken)
    {
        using var json = new MemoryStream();
        report.WriteJson(json, cancellationToken);
        var text = json.GetBuffer().AsSpan(0, (int)json.Length);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)) brotli.Write(text);
        return new StoredDocument(text.Length, Convert.ToHexStringLower(SHA256.HashData(text)), packed.ToArray());
    }

    /// <summary>The JSON; <see langword="null"/> where the bytes are not those that were stored.</summary>
    public byte[]? Unpack()
    {
        try
        {
            using var packed = new MemoryStream(Brotli);
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            using var json = new MemoryStream();
            brotli.CopyTo(json);
            var text = json.ToArray();
            return text.Length == Bytes && string.Equals(Convert.ToHexStringLower(SHA256.HashData(text)), Hash, StringComparison.Ordinal) ? text : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }
}
