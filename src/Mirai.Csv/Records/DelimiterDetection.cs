namespace Mirai.Csv.Records;

/// <summary>Finds out what separates the fields of a text.</summary>
internal static class DelimiterDetection
{
    private const int LongestLook = 50;

    /// <summary>The delimiter that cuts the first lines into the same number of fields most often, and into the most fields; comma where none cuts.</summary>
    public static byte Detect(ReadOnlySpan<byte> sample)
    {
        var best = (byte)',';
        var bestScore = 0.0;
        foreach (var candidate in CsvDelimiter.Detectable)
        {
            var score = Score(sample, candidate);
            if (score > bestScore) (best, bestScore) = (candidate, score);
        }

        return best;
    }

    /// <summary>Reads the line <c>sep=;</c> that spreadsheet programs write before the header; it takes a line number of its own.</summary>
    public static bool ReadHint(ReadOnlySpan<byte> sample, out byte delimiter, out int length)
    {
        delimiter = 0;
        length = 0;
        if (!sample.StartsWith("sep="u8) || sample.Length < 6 || sample[5] is not ((byte)'\r' or (byte)'\n')) return false;
        delimiter = sample[4];
        // The line break stays: it is then a blank line, and the lines after it keep their numbers.
        length = 5;
        return CsvDelimiter.IsValid((char)delimiter);
    }

    /// <summary>The share of lines with as many delimiters as the first; more delimiters are better, as between equals.</summary>
    private static double Score(ReadOnlySpan<byte> sample, byte delimiter)
    {
        var first = 0;
        var lines = 0;
        var agreeing = 0;
        while (!sample.IsEmpty && lines < LongestLook)
        {
            var found = CountInLine(sample, delimiter, out var length, out var isBlank);
            // A line that the sample cuts off says nothing, unless it is the only one.
            if (length == sample.Length && lines > 0 && sample[^1] is not ((byte)'\n' or (byte)'\r')) break;
            sample = sample[length..];
            if (isBlank) continue;
            if (lines == 0) first = found;
            if (first == 0) return 0;
            lines++;
            if (found == first) agreeing++;
        }

        return lines == 0 ? 0 : ((double)agreeing / lines) + (Math.Min(first, 100) / 1000.0);
    }

    private static int CountInLine(ReadOnlySpan<byte> sample, byte delimiter, out int length, out bool isBlank)
    {
        var count = 0;
        var inQuotes = false;
        isBlank = true;
        for (length = 0; length < sample.Length; length++)
        {
            var character = sample[length];
            if (character == (byte)'"')
            {
                inQuotes = !inQuotes;
            }
            else if (!inQuotes && character is (byte)'\n' or (byte)'\r')
            {
                length++;
                return count;
            }
            else if (!inQuotes && character == delimiter)
            {
                count++;
            }

            isBlank = false;
        }

        return count;
    }
}
