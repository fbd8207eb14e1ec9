using System.Collections.Concurrent;
using System.Globalization;
using Mirai.Model;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Diagnosis;

/// <summary>The rules that come with the library (L1-L8, A1-A7, B1-B7, C1-C6), written in the rule language as everybody's rules are.</summary>
/// <remarks>
/// They are the lowest layer: further texts override, switch off or mute them, and set their parameters. <c>docs/diagnosis.md</c> says of each what it
/// means and what to look at next.
/// </remarks>
public static class BuiltInRules
{
    private const string Prefix = "Mirai.Diagnosis.Rules.";

    private static readonly Lazy<IReadOnlyList<RuleSource>> LazySources = new(() => Read("shared", "list", "customers", "purchases", "contacts"));
    private static readonly Lazy<IReadOnlyList<RuleSource>> LazyTests = new(() => Read("list.tests", "customers.tests", "purchases.tests", "contacts.tests"));
    private static readonly ConcurrentDictionary<Period, Lazy<RuleSet>> ByPeriod = new();

    /// <summary>The texts, in the order in which they build on one another: what they share, list, customers, purchases, contacts.</summary>
    public static IReadOnlyList<RuleSource> Sources => LazySources.Value;

    /// <summary>The tests of the rules, to be layered above them: <c>BuiltInRules.All.With(BuiltInRules.Tests).Test()</c>.</summary>
    public static IReadOnlyList<RuleSource> Tests => LazyTests.Value;

    /// <summary>The rules for an active period of one year.</summary>
    public static RuleSet All => For(Period.OneYear);

    /// <summary>The rules for an active period: what they compare year on year, they compare with one active period before.</summary>
    /// <remarks>The minima of L6 and the targets of A7 are those of a year; for another period these rules are switched off, and say so. Texts then speak of the period before instead of last year.</remarks>
    /// <param name="activePeriod">The analysis's active period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not from 30 days to 5 years long.</exception>
    public static RuleSet For(Period activePeriod)
    {
        var (days, parts) = activePeriod.NominalDays;
        if (days < 30 * parts || days > 1830 * parts)
            throw new ArgumentOutOfRangeException(nameof(activePeriod), activePeriod, "An active period from 30 days to 5 years is expected.");
        return ByPeriod.GetOrAdd(activePeriod, period => new Lazy<RuleSet>(() => Load(period))).Value;
    }

    private static RuleSet Load(Period period)
    {
        var (days, parts) = period.NominalDays;
        var isYear = days >= 360 * parts && days <= 370 * parts;
        IReadOnlyList<RuleSource> sources = isYear ? Sources : [.. Sources.Select(PeriodWords.InPeriods), Read("other-periods")];
        return RuleSet.Parse(sources, (RuleSetOptions.Default with { ShippedLayers = sources.Count }).Set("period", WrittenForm(period)));
    }

    private static string WrittenForm(Period period) => string.Create(
        CultureInfo.InvariantCulture, $"{period.Length} {period.Unit switch { PeriodUnit.Day => "days", PeriodUnit.Month => "months", _ => "years" }}");

    private static IReadOnlyList<RuleSource> Read(params string[] names) => [.. names.Select(Read)];

    private static RuleSource Read(string name)
    {
        using var stream = typeof(BuiltInRules).Assembly.GetManifestResourceStream($"{Prefix}{name}.mirai")!;
        using var reader = new StreamReader(stream);
        return new RuleSource($"builtin/{name}.mirai", reader.ReadToEnd());
    }
}
