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
            var distance = Distance(word, candidate);
            if (distance > most || distance >= Math.Max(word.Length, candidate.Length)) continue;
            most = distance - 1;
            nearest = candidate;
            if (distance <= 1) break;
        }

        return nearest;
    }

    /// <summary>How many single letters must be inserted, dropped, changed or swapped with their neighbour to make one word the other.</summary>
    public static int Distance(ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        Span<int> beforeLast = stackalloc int[to.Length + 1];
        Span<int> last = stackalloc int[to.Length + 1];
        Span<int> row = stackalloc int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++) row[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            var freed = beforeLast;
            beforeLast = last;
            last = row;
            row = freed;
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var cost = from[i - 1] == to[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }
        }

        return row[to.Length];
    }
}
