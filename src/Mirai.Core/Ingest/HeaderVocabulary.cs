using System.Text;

namespace Mirai.Ingest;

/// <summary>The headers by which the columns of one kind of table are recognised.</summary>
/// <param name="entries">By role or dimension, in order of preference for messages, the headers that stand for it.</param>
/// <param name="isRole">Whether a name is a role; any other is a dimension.</param>
/// <param name="mapOption">What a person writes a map behind on the command line.</param>
internal sealed class HeaderVocabulary((string Name, string[] Headers)[] entries, Func<string, bool> isRole, string mapOption)
{
    private readonly Dictionary<string, string> _nameByHeader = entries
        .SelectMany(entry => entry.Headers.Select(header => (Header: Normalise(header), entry.Name)))
        .ToDictionary(pair => pair.Header, pair => pair.Name, StringComparer.Ordinal);

    /// <summary>The dimensions that are recognised without being mapped.</summary>
    public IReadOnlyList<string> Dimensions { get; } = [.. entries.Select(entry => entry.Name).Where(name => !isRole(name))];

    /// <summary>What a person writes a map behind on the command line.</summary>
    public string MapOption => mapOption;

    /// <summary>Whether a name is a role rather than a dimension.</summary>
    public bool IsRole(string name) => isRole(name);

    /// <summary>The headers that stand for a role or a dimension, as people write them; none for a dimension that is not recognised.</summary>
    public IReadOnlyList<string> HeadersOf(string name) =>
        Array.Find(entries, entry => string.Equals(entry.Name, name, StringComparison.Ordinal)).Headers ?? [];

    /// <summary>The role or dimension that a header stands for, or <see langword="null"/>.</summary>
    public string? Recognise(string header) => _nameByHeader.GetValueOrDefault(Normalise(header));

    /// <summary>The header without everything in which writers of one header differ: case, width, blanks, underscores, a byte-order mark.</summary>
    public static string Normalise(string header)
    {
        var kept = new StringBuilder(header.Length);
        foreach (var character in Compatible(header))
        {
            if (!char.IsWhiteSpace(character) && character is not ('_' or '\uFEFF' or '\0')) kept.Append(char.ToLowerInvariant(character));
        }

        return kept.ToString();
    }

    private static string Compatible(string header)
    {
        if (header.All(char.IsAscii)) return header;
        try
        {
            return header.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            // A header with half a surrogate pair stands for nothing that could be recognised, but can be mapped as it is.
            return header;
        }
    }
}
