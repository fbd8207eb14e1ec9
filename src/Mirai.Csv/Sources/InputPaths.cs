using System.IO.Enumeration;
using Mirai.Ingest;

namespace Mirai.Csv.Sources;

/// <summary>Turns what a person typed into the list of files meant: paths, patterns with <c>*</c>, <c>?</c> and <c>**</c>, and <c>-</c>.</summary>
internal static class InputPaths
{
    /// <summary>Standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>The files in order: as given, the files of a pattern sorted ordinally; a file named twice comes once.</summary>
    /// <param name="pathsOrPatterns">What was typed.</param>
    /// <param name="files">The files; empty on failure.</param>
    /// <param name="notes">Receives a remark for a file that was named twice.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static IngestRemark? TryExpand(IReadOnlyList<string> pathsOrPatterns, out List<string> files, List<IngestRemark> notes)
    {
        files = [];
        if (pathsOrPatterns.Count == 0) return CsvRemarks.NoInput;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var given in pathsOrPatterns)
        {
            if (string.IsNullOrEmpty(given)) return CsvRemarks.EmptyName;
            var matches = Expand(given, out var trouble);
            if (trouble is not null) return trouble;
            foreach (var match in matches)
            {
                if (seen.Add(match is StandardInput ? match : Path.GetFullPath(match))) files.Add(match);
                else notes.Add(CsvRemarks.GivenTwice(match));
            }
        }

        return null;
    }

    private static List<string> Expand(string given, out IngestRemark? trouble)
    {
        trouble = null;
        if (given.AsSpan().IndexOfAny('*', '?') < 0 || File.Exists(given)) return [given];
        var matches = new List<string>();
        try
        {
            var root = Path.GetPathRoot(given) ?? "";
            var segments = given[root.Length..].Split(
                [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
            Match(root, segments, matches);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            trouble = CsvRemarks.CannotList(given, exception);
            return [];
        }

        matches = [.. matches.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (matches.Count == 0) trouble = CsvRemarks.NoMatch(given, Path.GetFullPath("."));
        return matches;
    }

    private static void Match(string folder, ReadOnlySpan<string> segments, List<string> matches)
    {
        var segment = segments[0];
        var rest = segments[1..];
        if (segment is "**")
        {
            if (!rest.IsEmpty) Match(folder, rest, matches);
            foreach (var below in Entries(folder, "*", folders: true)) Match(below, segments, matches);
            if (rest.IsEmpty) matches.AddRange(Entries(folder, "*", folders: false));
        }
        else if (segment.AsSpan().IndexOfAny('*', '?') < 0)
        {
            var path = Path.Join(folder, segment);
            if (!rest.IsEmpty) Match(path, rest, matches);
            else if (File.Exists(path)) matches.Add(path);
        }
        else if (rest.IsEmpty)
        {
            matches.AddRange(Entries(folder, segment, folders: false));
        }
        else
        {
            foreach (var below in Entries(folder, segment, folders: true)) Match(below, rest, matches);
        }
    }

    /// <summary>The entries of a folder that match a segment, hidden ones only where the segment itself begins with a point.</summary>
    private static List<string> Entries(string folder, string pattern, bool folders)
    {
        var place = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(place)) return [];
        var paths = folders ? Directory.EnumerateDirectories(place) : Directory.EnumerateFiles(place);
        return [.. paths.Select(path => Path.GetFileName(path))
            .Where(name => name[0] != '.' || pattern[0] == '.')
            .Where(name => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))
            .Select(name => Path.Join(folder, name))];
    }
}
