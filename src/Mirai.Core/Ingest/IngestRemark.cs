using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Mirai.Ingest;

/// <summary>
/// Something said about an input (how its columns were recognised, what was expected of a row, why it cannot be used): a kind, the values that it
/// speaks of, and the words in English and Japanese.
/// </summary>
/// <remarks>Where text is expected it is its English text. A reader of a further format words remarks of its own.</remarks>
public sealed class IngestRemark : IEquatable<IngestRemark>
{
    private readonly string _english;
    private readonly string _japanese;
    private readonly object[] _values;

    /// <summary>A remark.</summary>
    /// <param name="kind">What is said, as a word for programs, such as <c>column_missing</c>.</param>
    /// <param name="english">The English words, with <c>{0}</c>, <c>{1}</c> ... where the values go.</param>
    /// <param name="japanese">The Japanese words, with the same places.</param>
    /// <param name="values">Texts, numbers, or remarks, which come in the same language.</param>
    public IngestRemark(string kind, string english, string japanese, params IReadOnlyList<object> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(english);
        ArgumentNullException.ThrowIfNull(japanese);
        ArgumentNullException.ThrowIfNull(values);
        (Kind, _english, _japanese, _values) = (kind, english, japanese, [.. values]);
    }

    /// <summary>What is said, as a word for programs: <c>column_missing</c>, <c>too_many_bad_rows</c>; <c>text</c> where it has no kind.</summary>
    public string Kind { get; }

    /// <summary>What it speaks of: texts, numbers, further remarks.</summary>
    public IReadOnlyList<object> Values => _values;

    /// <summary>A name, or a text of the caller's own, which is the same in every language.</summary>
    public static IngestRemark Plain(string text) => new("text", "{0}", "{0}", text);

    /// <summary>Several remarks in a row.</summary>
    /// <param name="english">What parts them in English.</param>
    /// <param name="japanese">What parts them in Japanese.</param>
    /// <param name="remarks">The remarks.</param>
    public static IngestRemark Join(string english, string japanese, IEnumerable<IngestRemark> remarks)
    {
        ArgumentNullException.ThrowIfNull(remarks);
        object[] values = [.. remarks];
        var places = values.Select((_, at) => string.Create(CultureInfo.InvariantCulture, $"{{{at}}}")).ToList();
        return new IngestRemark("list", string.Join(english, places), string.Join(japanese, places), values);
    }

    /// <summary>The English text.</summary>
    [return: NotNullIfNotNull(nameof(remark))]
    public static implicit operator string?(IngestRemark? remark) => remark?.ToString();

    /// <summary>The text in English.</summary>
    public override string ToString() => ToString("en");

    /// <summary>The text.</summary>
    /// <param name="language"><c>ja</c> for Japanese; every other language is answered in English.</param>
    public string ToString(string language)
    {
        var values = Array.ConvertAll(_values, value => value is IngestRemark remark ? remark.ToString(language) : value);
        return string.Format(CultureInfo.InvariantCulture, language is "ja" ? _japanese : _english, values);
    }

    /// <summary>Whether both say the same, in both languages.</summary>
    public bool Equals(IngestRemark? other) => other is not null
        && string.Equals(Kind, other.Kind, StringComparison.Ordinal)
        && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal)
        && string.Equals(ToString("ja"), other.ToString("ja"), StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as IngestRemark);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);
}
