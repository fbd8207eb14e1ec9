using System.Globalization;
using Mirai.Cli.Wording;
using Mirai.Diagnosis;
using Mirai.Rules;

namespace Mirai.Cli.Page;

/// <summary>What could not be decided, by what is lacking: one line each, so that it takes no more room than it is worth.</summary>
/// <param name="report">The diagnosis.</param>
/// <param name="texts">The language.</param>
internal sealed class UndecidedList(DiagnosisReport report, Texts texts)
{
    private const int LongestTitle = 60;

    private readonly DiagnosisTexts _texts = DiagnosisTexts.Of(texts);

    /// <summary>What can be lacking, the easiest to help first.</summary>
    private static readonly UndecidedReason[] Order =
    [
        UndecidedReason.NoContacts, UndecidedReason.NoContactCosts, UndecidedReason.NoDiscounts, UndecidedReason.NotEnoughHistory, UndecidedReason.MissingInput,
        UndecidedReason.NeedsNotMet,
    ];

    /// <summary>A line for each thing that is lacking, with the rules that wait for it.</summary>
    public IEnumerable<string> Lines() =>
        from result in report.Rules.Undecided
        group result by result.Undecided!.Reason into lacking
        orderby Array.IndexOf(Order, lacking.Key)
        select _texts.UndecidedFor(NamesOf([.. lacking], lacking.Key), TextOf(lacking.Key, [.. lacking]));

    /// <summary>The built-in rules carry their number among their tags: l1, b4.</summary>
    private static string? NumberOf(RuleResult result) =>
        result.Tags.FirstOrDefault(tag => tag.Length == 2 && tag[0] is 'l' or 'a' or 'b' or 'c' && char.IsAsciiDigit(tag[^1]))?.ToUpperInvariant();

    private static IEnumerable<string> Ranges(IEnumerable<string> numbers)
    {
        var sorted = numbers.Distinct(StringComparer.Ordinal).OrderBy(number => "LABC".IndexOf(number[0], StringComparison.Ordinal)).ThenBy(number => number[1]).ToList();
        for (var i = 0; i < sorted.Count;)
        {
            var end = i;
            while (end + 1 < sorted.Count && sorted[end + 1][0] == sorted[i][0] && sorted[end + 1][1] == sorted[end][1] + 1) end++;
            yield return end == i ? sorted[i] : $"{sorted[i]}-{sorted[end]}";
            i = end + 1;
        }
    }

    private string NamesOf(List<RuleResult> results, UndecidedReason reason)
    {
        var numbers = results.ConvertAll(NumberOf);
        var own = results.Where((_, i) => numbers[i] is null).GroupBy(result => result.RuleId, StringComparer.Ordinal)
            .Select(rule => Line.Clip(rule.First().Title[texts.Language], LongestTitle) + (rule.Count() > 1 ? $" (x{rule.Count().ToString("N0", CultureInfo.InvariantCulture)})" : ""));
        var names = string.Join(texts.Language is "ja" ? "、" : ", ", Ranges(numbers.OfType<string>()).Concat(own));
        return reason == UndecidedReason.NoContacts ? _texts.ContactRules(names) : names;
    }

    private string TextOf(UndecidedReason reason, List<RuleResult> results)
    {
        if (reason == UndecidedReason.NoContacts) return _texts.NoContacts;
        var own = results.Select(result => result.Undecided!.Text[texts.Language]).Distinct(StringComparer.Ordinal).ToList();
        return reason == UndecidedReason.NeedsNotMet && own is [{ Length: > 0 } only] ? only : texts.Words.Of(reason);
    }
}
