using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Mirai.Sqlite.Storage;

/// <summary>How days and the members of enumerations are written: as in the JSON document.</summary>
internal static class Word
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>A member as a word: <c>not_enough_history</c>.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString());

    /// <summary>A day.</summary>
    public static string Of(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads a member.</summary>
    public static bool TryRead<T>(string word, [NotNullWhen(true)] out T? member)
        where T : struct, Enum
    {
        foreach (var candidate in Enum.GetValues<T>())
        {
            if (!string.Equals(Of(candidate), word, StringComparison.Ordinal)) continue;
            member = candidate;
            return true;
        }

        member = null;
        return false;
    }

    /// <summary>Reads a day.</summary>
    public static bool TryRead(string word, out DateOnly day) => DateOnly.TryParseExact(word, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
