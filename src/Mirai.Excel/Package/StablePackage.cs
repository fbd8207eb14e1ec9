using System.IO.Compression;

namespace Mirai.Excel.Package;

/// <summary>Packs a finished workbook once more so that the same content is the same bytes: no time of writing, parts in one order.</summary>
internal static class StablePackage
{
    private const string ContentTypes = "[Content_Types].xml";

    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // The first time that a zip file can tell.

    /// <summary>Copies the parts of a package.</summary>
    /// <param name="package">The package, from its beginning.</param>
    /// <param name="target">Where to; it stays open.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static void Copy(Stream package, Stream target, CancellationToken cancellationToken)
    {
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        var parts = source.Entries.OrderBy(part => !string.Equals(part.FullName, ContentTypes, StringComparison.Ordinal))
            .ThenBy(part => part.FullName, StringComparer.Ordinal);
        foreach (var part in parts)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry = copy.CreateEntry(part.FullName, CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            using var from = part.Open();
            using var to = entry.Open();
            from.CopyTo(to);
        }
    }
}
