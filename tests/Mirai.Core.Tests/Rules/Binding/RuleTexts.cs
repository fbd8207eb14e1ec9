using Mirai.Measures;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Binding;

/// <summary>The example rules, and the vocabulary of the shop that they are about.</summary>
internal static class RuleTexts
{
    /// <summary>The example rules and their tests.</summary>
    public static RuleSource Examples { get; } = Read("examples.mirai");

    /// <summary>An integrator's changes to them.</summary>
    public static RuleSource Integrator { get; } = Read("integrator.mirai");

    /// <summary>The built-in measures, contacts, messages and a gross profit, and the shop's dimensions.</summary>
    public static RuleVocabulary Shop { get; } = With(
            RuleVocabulary.BuiltIn,
            new RuleMetric("contacts", "配布数", "contacts", MeasureKind.Flow, IsSegmentable: true),
            new RuleMetric("dm_sent", "DM通数", "messages", MeasureKind.Flow, IsSegmentable: true),
            new RuleMetric("response_rate", "レスポンス率", "%", MeasureKind.Rate, IsSegmentable: true),
            new RuleMetric("gross_profit", "粗利", "JPY", MeasureKind.Flow, IsSegmentable: false))
        .WithDimension("rank", "New", "Bronze", "Silver", "Gold", "Platinum")
        .WithDimension("store", "Ginza", "Umeda", "Hakata")
        .WithDimension("channel", "web", "phone", "store") with { HasOpenDimensions = false };

    /// <summary>The options of that shop.</summary>
    public static RuleSetOptions Options { get; } = RuleSetOptions.Default with { Vocabulary = Shop };

    /// <summary>A vocabulary and metrics that it may have already.</summary>
    private static RuleVocabulary With(RuleVocabulary vocabulary, params RuleMetric[] metrics) => metrics
        .Where(m => !vocabulary.Metrics.Any(known => string.Equals(known.Name, m.Name, StringComparison.Ordinal)))
        .Aggregate(vocabulary, (known, metric) => known.WithMetric(metric));

    private static RuleSource Read(string name) => new(name, File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Rules", name)));
}
