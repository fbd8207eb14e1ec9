using System.Collections.ObjectModel;

namespace Mirai.Rules;

/// <summary>One text in several languages.</summary>
public sealed class LanguageTexts
{
    private readonly IReadOnlyDictionary<string, string> _texts;

    /// <summary>Texts by language.</summary>
    public LanguageTexts(IReadOnlyDictionary<string, string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        _texts = new ReadOnlyDictionary<string, string>(texts.ToDictionary(StringComparer.Ordinal));
    }

    /// <summary>No text in any language.</summary>
    public static LanguageTexts Empty { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The languages that there are, such as <c>ja</c> and <c>en</c>, in ordinal order.</summary>
    public IEnumerable<string> Languages => _texts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The text in a language; where there is none, in English, else in Japanese, else in any; empty where there is no text at all.</summary>
    public string this[string language]
    {
        get
        {
            foreach (var candidate in (ReadOnlySpan<string>)[language, "en", "ja"])
            {
                if (_texts.TryGetValue(candidate, out var text)) return text;
            }

            return Languages.FirstOrDefault() is { } first ? _texts[first] : "";
        }
    }

    /// <summary>The text in English, or what is nearest to it.</summary>
    public override string ToString() => this["en"];

    internal static LanguageTexts Of(string english, string japanese) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = english, ["ja"] = japanese });
}
