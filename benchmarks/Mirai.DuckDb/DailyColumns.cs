using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Mirai.DuckDb;

/// <summary>Whole-number columns over consecutive days. Rates appear as their part and whole, so equality is exact.</summary>
/// <param name="First">The day of entry 0 of every column.</param>
/// <param name="Columns">One value a day, by name.</param>
public sealed record DailyColumns(DateOnly First, IReadOnlyDictionary<string, long[]> Columns)
{
    /// <summary>How many days.</summary>
    public int Count => Columns.Values.First().Length;

    /// <summary>One column.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column; the message lists those there are.</exception>
    public long[] this[string name] => Columns.TryGetValue(name, out var column)
        ? column
        : throw new KeyNotFoundException($"no column `{name}`, expected one of {string.Join(", ", Columns.Keys)}");

    /// <summary>The value of a column on a day.</summary>
    public long At(string name, DateOnly day) => this[name][day.DayNumber - First.DayNumber];

    /// <summary>SHA-256 over the named columns, in ordinal order of their names; equal answers have equal digests.</summary>
    public string Digest(IEnumerable<string>? names = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> start = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(start, First.DayNumber);
        hash.AppendData(start);
        foreach (var name in (names ?? Columns.Keys).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(MemoryMarshal.AsBytes<long>(this[name]));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The first difference to another answer over the columns that both have, in words; <see langword="null"/> where there is none.</summary>
    public string? FirstDifference(DailyColumns other)
    {
        if (First != other.First || Count != other.Count)
            return $"{Count} days from {First:yyyy-MM-dd} against {other.Count} from {other.First:yyyy-MM-dd}";
        foreach (var (name, mine) in Columns)
        {
            if (!other.Columns.TryGetValue(name, out var theirs)) continue;
            var at = mine.AsSpan().CommonPrefixLength(theirs);
            if (at < mine.Length) return $"{name} on {First.AddDays(at):yyyy-MM-dd}: {mine[at]} against {theirs[at]}";
        }

        return null;
    }
}
