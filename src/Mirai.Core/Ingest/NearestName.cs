namespace Mirai.Ingest;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class NearestName
{
    /// <summary>The candidate with the fewest changes of one character, if these are few for its length; the first of equals.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        var fewest = int.MaxValue;
        var wanted = ColumnVocabulary.Normalise(name);
        foreach (var candidate in candidates)
        {
            var other = ColumnVocabulary.Normalise(candidate);
            var changes = Changes(wanted, other);
            if (changes >= fewest || changes > Math.Max(1, Math.Max(wanted.Length, other.Length) / 3)) continue;
            nearest = candidate;
            fewest = changes;
        }

        return nearest;
    }

    private static int Changes(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var column = 0; column < row.Length; column++) row[column] = column;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
