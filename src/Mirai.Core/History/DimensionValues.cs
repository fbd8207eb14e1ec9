using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Mirai.History;

/// <summary>The distinct texts of one dimension while a history is built: each has a code, given in order of arrival.</summary>
internal sealed class DimensionValues
{
    private readonly ConcurrentDictionary<byte[], int> _codes = new(Utf8Comparer.Instance);
    private readonly List<byte[]> _texts = [];
    private readonly Lock _adding = new();

    /// <summary>The code of a text.</summary>
    public int CodeOf(ReadOnlySpan<byte> text)
    {
        if (_codes.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(text, out var code)) return code;
        var copy = text.ToArray();
        lock (_adding)
        {
            if (_codes.TryGetValue(copy, out code)) return code;
            code = _texts.Count;
            _texts.Add(copy);
            _codes[copy] = code;
            return code;
        }
    }

    /// <summary>The texts in ordinal order, and for each code its place in that order: independent of the order of arrival.</summary>
    public (string[] Texts, int[] PlaceOfCode) Sorted()
    {
        var texts = _texts.ConvertAll(Encoding.UTF8.GetString).ToArray();
        var order = Enumerable.Range(0, texts.Length).ToArray();
        Array.Sort((string[])texts.Clone(), order, StringComparer.Ordinal);
        var places = new int[texts.Length];
        for (var place = 0; place < order.Length; place++) places[order[place]] = place;
        return ([.. order.Select(code => texts[code])], places);
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode([DisallowNull] ReadOnlySpan<byte> alternate)
        {
            var hash = (uint)alternate.Length;
            foreach (var letter in alternate) hash = (hash ^ letter) * 0x01000193;
            return (int)(hash ^ (hash >> 15));
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
