using System.Text;
using Mirai.Diagnosis;
using Mirai.Html.Sections;

namespace Mirai.Html;

/// <summary>Writes a diagnosis as one self-contained page that people read offline, in Japanese and English.</summary>
/// <remarks>
/// The page asks nothing of any network, and its content security policy would not let it: the only code that runs in it is the page's own, known
/// by its hash. Whatever stands in the texts of the diagnosis, it is shown and never run. The same diagnosis gives the same bytes. See <c>docs/reports.md</c>.
/// </remarks>
public static class DiagnosisHtml
{
    /// <summary>Writes the page.</summary>
    /// <param name="report">The diagnosis.</param>
    /// <param name="stream">Where to, as UTF-8; it stays open.</param>
    /// <param name="options">How the page opens; <see langword="null"/> for English.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentException">The language is neither <c>en</c> nor <c>ja</c>.</exception>
    public static void Write(DiagnosisReport report, Stream stream, PageOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        var language = (options ?? PageOptions.Default).Language;
        if (language is not ("en" or "ja"))
            throw new ArgumentException($"`{language}` is not a language of the page: `en` or `ja` is expected.", nameof(options));
        cancellationToken.ThrowIfCancellationRequested();
        var page = new DiagnosisPage(report, language).Node();
        cancellationToken.ThrowIfCancellationRequested();
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true);
        writer.NewLine = "\n";
        writer.Write("<!DOCTYPE html>\n");
        page.WriteTo(writer);
        writer.Write('\n');
    }
}
