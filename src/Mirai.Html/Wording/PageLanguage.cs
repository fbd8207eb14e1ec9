using Mirai.Diagnosis;
using Mirai.Model;

namespace Mirai.Html.Wording;

/// <summary>One language of the page: the field's words, figures, and the page's own sentences.</summary>
/// <param name="words">The field's words.</param>
/// <param name="currency">The currency of all money.</param>
internal sealed class PageLanguage(DiagnosisWords words, Currency currency)
{
    private readonly IReadOnlyDictionary<string, string> _sentences = words.Language is "ja" ? JapaneseSentences.All : EnglishSentences.All;

    /// <summary><c>en</c> or <c>ja</c>.</summary>
    public string Code => words.Language;

    /// <summary>The field's words.</summary>
    public DiagnosisWords Words => words;

    /// <summary>Figures as text.</summary>
    public FigureFormat Figures { get; } = new(words, currency);

    /// <summary>A heading, label or sentence of the page.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public string this[string key] => _sentences[key];
}
