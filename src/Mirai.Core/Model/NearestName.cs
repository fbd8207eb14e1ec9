namespace Mirai.Model;

/// <summary>How far two names are apart: what an error message needs to say which name was meant.</summary>
public static class NearestName
{
    private const int MostOnStack = 128;

    /// <summary>The least number of letters to insert, delete, replace or swap with their neighbour that makes one name the other, ignoring case.</summary>
    public static int Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return Distance(left, right, ignoresCase: true);
    }

    /// <summary>The candidate at the least distance, if that is small for its length; the first of equals; <see langword="null"/> where none is near.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        var (nearest, least) = ((string?)null, int.MaxValue);
        foreach (var candidate in candidates)
        {
            var most = Math.Min(least - 1, Math.Max(1, Math.Max(name.Length, candidate.Length) / 3));
            if (Math.Abs(name.Length - candidate.Length) > most) continue; // At least as many letters differ.
            var distance = Distance(name, candidate);
            if (distance > most) continue;
            (nearest, least) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>The same, of letters that are equal, or equal but for their case.</summary>
    internal static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, bool ignoresCase)
    {
        var length = right.Length + 1;
        var cells = length <= MostOnStack ? stackalloc int[3 * length] : new int[3 * length];
        var older = cells[..length];
        var old = cells.Slice(length, length);
        var now = cells[(2 * length)..];
        for (var j = 0; j <= right.Length; j++) old[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = IsSame(left[i - 1], right[j - 1], ignoresCase);
                now[j] = Math.Min(Math.Min(now[j - 1], old[j]) + 1, old[j - 1] + (same ? 0 : 1));
                var isSwap = i > 1 && j > 1 && IsSame(left[i - 1], right[j - 2], ignoresCase) && IsSame(left[i - 2], right[j - 1], ignoresCase);
                if (isSwap) now[j] = Math.Min(now[j], older[j - 2] + 1);
            }

            var freed = older;
            older = old;
            old = now;
            now = freed;
        }

        return old[right.Length];
    }

    private static bool IsSame(char left, char right, bool ignoresCase) =>
        left == right || (ignoresCase && char.ToUpperInvariant(left) == char.ToUpperInvariant(right));
}
