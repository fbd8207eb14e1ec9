using Mirai.Model;

namespace Mirai.Rules.Syntax;

/// <summary>Finds the word that was probably meant.</summary>
internal static class NearestWord
{
    /// <summary>
    /// The candidate with the fewest letters to insert, drop, change or swap, if those are at most a third of the word's; <see langword="null"/>
    /// where none is that close. Of equally close ones, the first.
    /// </summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        if (word.Length > 64) return null;
        var most = Math.Max(1, Math.Min(3, word.Length / 3));
        string? nearest = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > most || candidate.Length > 64) continue;
            var distance = NearestName.Distance(word, candidate, ignoresCase: false);
            if (distance > most || distance >= Math.Max(word.Length, candidate.Length)) continue;
            most = distance - 1;
            nearest = candidate;
            if (distance <= 1) break;
        }

        return nearest;
    }
}
