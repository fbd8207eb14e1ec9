using System.Globalization;
using Mirai.Diagnosis;
using Mirai.Html.Markup;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Rules;

namespace Mirai.Html.Wording;

/// <summary>All that the page says, in both languages at once.</summary>
/// <param name="currency">The currency of all money.</param>
internal sealed class PageTexts(Currency currency)
{
    private readonly PageLanguage _english = new(DiagnosisWords.English, currency);
    private readonly PageLanguage _japanese = new(DiagnosisWords.Japanese, currency);

    /// <summary>A heading, label or sentence of the page.</summary>
    public Bilingual this[string key] => Both(language => language[key]);

    /// <summary>A sentence with figures or names in it.</summary>
    public Bilingual Format(string key, params Bilingual[] arguments) => Both(
        language => string.Format(CultureInfo.InvariantCulture, language[key], [.. arguments.Select(argument => argument[language.Code])]));

    /// <summary>The same thing said in both languages.</summary>
    public Bilingual Both(Func<PageLanguage, string> of) => new(of(_english), of(_japanese));

    /// <summary>A measure's name.</summary>
    public Bilingual Of(Measure measure) => Both(language => language.Words.Of(measure));

    /// <summary>A level.</summary>
    public Bilingual Of(WarningLevel level) => Both(language => language.Words.Of(level));

    /// <summary>A period.</summary>
    public Bilingual Of(Period period) => Both(language => language.Words.Of(period));

    /// <summary>A text of a rule.</summary>
    public Bilingual Of(LanguageTexts texts) => Both(language => texts[language.Code]);

    /// <summary>A value of a measure, with a mark where it is incomplete.</summary>
    public Bilingual Of(Measure measure, FigureValue value) => Both(language => language.Figures.Of(measure, value));

    /// <summary>A segment's name.</summary>
    public Bilingual Segment(string id) => Both(language => language.Words.OfSegment(id));

    /// <summary>A value of a segment.</summary>
    public Bilingual Value(string segment, string value) => Both(language => language.Words.OfValue(segment, value));

    /// <summary>The customers a rule speaks of: all, or those with certain values.</summary>
    public Bilingual Part(CustomerPart part) => part.IsWhole
        ? this["part.whole"]
        : Both(language => string.Join(" / ", part.Picks.Select(
            pick => $"{language.Words.OfSegment(pick.Dimension)}: {string.Join(language.Code is "ja" ? "・" : ", ", pick.Values.Select(v => language.Words.OfValue(pick.Dimension, v)))}")));

    /// <summary>An amount of money.</summary>
    public Bilingual Money(decimal? amount) => amount is { } money ? Both(language => language.Figures.Money(money)) : FigureFormat.Missing;

    /// <summary>An amount that is no exact one.</summary>
    public Bilingual Money(double? amount) => Money(amount is { } number && double.IsFinite(number) ? (decimal)Math.Clamp(number, -1e27, 1e27) : null);

    /// <summary>A fraction as a percentage.</summary>
    public Bilingual Percentage(double? fraction) => Both(language => language.Figures.Percentage(fraction));

    /// <summary>A share with what it is made of: 65.2 % of 18,004.</summary>
    public Bilingual Evidence(Share share) => share.Whole == 0 ? FigureFormat.Missing : Format("share.of", Percentage(share.Value), FigureFormat.Count(share.Whole));

    /// <summary>A difference of two fractions in points.</summary>
    public Bilingual Points(double? difference) => difference is { } points ? Both(language => language.Figures.Points(points)) : FigureFormat.Missing;

    /// <summary>A day in words.</summary>
    public static Bilingual LongDay(DateOnly day) => new(
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture));

    /// <summary>A day as files and databases write it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A month.</summary>
    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
