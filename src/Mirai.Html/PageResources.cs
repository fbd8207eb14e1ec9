using System.Security.Cryptography;
using System.Text;

namespace Mirai.Html;

/// <summary>The files that every page carries: its style sheet, its scripts, the chart library, the notices.</summary>
internal static class PageResources
{
    private const string Prefix = "Mirai.Html.Page.";

    private static readonly Lazy<string> LazyStyle = new(() => Read("page.css"));
    private static readonly Lazy<string> LazyLibrary = new(() => Read("echarts"));
    private static readonly Lazy<string> LazyScript = new(() => string.Concat(new[] { "figures.js", "charts.js", "page.js" }.Select(Read)));
    private static readonly Lazy<string> LazyNotices = new(() => Read("notices"));

    /// <summary>The style sheet.</summary>
    public static string Style => LazyStyle.Value;

    /// <summary>Apache ECharts.</summary>
    public static string Library => LazyLibrary.Value;

    /// <summary>The page's own script.</summary>
    public static string Script => LazyScript.Value;

    /// <summary>The notices of software by others.</summary>
    public static string Notices => LazyNotices.Value;

    /// <summary>What the page may do: run these scripts and this style sheet, known by their hashes, and show pictures within it. Nothing else.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; script-src {Hash(Library)} {Hash(Script)}; style-src {Hash(Style)}; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Hash(string content) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}'";

    /// <summary>The text of a file, its line ends as HTML reads them: the hash is over what the browser sees.</summary>
    private static string Read(string name)
    {
        using var stream = typeof(PageResources).Assembly.GetManifestResourceStream(Prefix + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
