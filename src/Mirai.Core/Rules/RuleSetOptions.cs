using System.Globalization;
using Mirai.Rules.Binding;
using Mirai.Rules.Syntax;

namespace Mirai.Rules;

/// <summary>What a host application decides about a rule set: the names rules can mean, its own functions, bounds, and settings on top of all texts.</summary>
public sealed record RuleSetOptions
{
    private const string SourceName = "RuleSetOptions";

    /// <summary>The built-in vocabulary in yen, the usual limits, no settings.</summary>
    public static RuleSetOptions Default { get; } = new();

    /// <summary>What names can mean while there is no data; data brings its own vocabulary.</summary>
    public RuleVocabulary Vocabulary { get; init; } = RuleVocabulary.BuiltIn;

    /// <summary>How large texts and rules may be.</summary>
    public RuleLimits Limits { get; init; } = RuleLimits.Default;

    /// <summary>The host's functions.</summary>
    public IReadOnlyList<HostRuleFunction> Functions { get; init; } = [];

    /// <summary>How many of the first layers are shipped rules, in which every threshold should be a parameter (MRL007).</summary>
    public int ShippedLayers { get; init; }

    /// <summary>The settings in the order in which they were made.</summary>
    internal IReadOnlyList<RuleSetting> Settings { get; init; } = [];

    /// <summary>These options and a parameter's value: <c>Set("active_customers_declining.drop", "7%")</c>.</summary>
    /// <param name="parameter">Rule and parameter with a dot between; a row of a table as <c>rule.floor[customer_year: 1]</c>; a shared parameter by its name alone.</param>
    /// <param name="value">The value as a rule writes it, unit included.</param>
    /// <exception cref="ArgumentException">The name or the value cannot be read. Whether they fit the rules is found when rules are parsed with the options.</exception>
    public RuleSetOptions Set(string parameter, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(parameter);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        var bracket = parameter.IndexOf('[', StringComparison.Ordinal);
        var path = bracket < 0 ? parameter : parameter[..bracket];
        var dot = path.LastIndexOf('.');
        var rule = dot < 0 ? null : path[..dot].Trim();
        var name = NameText.Written(path[(dot + 1)..].Trim()) + (bracket < 0 ? "" : parameter[bracket..]);
        var setting = Read($"override {(rule is null ? "_" : NameText.Written(rule))}\n  set {name} = {value}", $"`{parameter}` = `{value}`", nameof(value));
        return Added(setting with { Rule = rule });
    }

    /// <summary>These options without a rule: it is not evaluated, and shown as disabled.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="reason">Why, in whatever language.</param>
    /// <exception cref="ArgumentException">The name cannot be read.</exception>
    public RuleSetOptions Disable(string rule, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        return Added(Read($"disable {NameText.Written(rule)}{Quoted(reason)}", $"`{rule}`", nameof(rule)));
    }

    /// <summary>These options with a rule muted between two days, both included.</summary>
    /// <param name="rule">The rule's name, or <c>rule[store: "Ginza"]</c> for some segments only.</param>
    /// <param name="from">The first muted day.</param>
    /// <param name="to">The last muted day.</param>
    /// <param name="reason">Why, in whatever language.</param>
    /// <exception cref="ArgumentException">The name cannot be read.</exception>
    public RuleSetOptions Suppress(string rule, DateOnly from, DateOnly to, string? reason = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rule);
        var bracket = rule.IndexOf('[', StringComparison.Ordinal);
        var name = NameText.Written((bracket < 0 ? rule : rule[..bracket]).Trim()) + (bracket < 0 ? "" : rule[bracket..]);
        var period = string.Create(CultureInfo.InvariantCulture, $"from {from:yyyy-MM-dd} to {to:yyyy-MM-dd}");
        return Added(Read($"suppress {name} {period}{Quoted(reason)}", $"`{rule}`", nameof(rule)));
    }

    /// <summary>These options and a function of the host's.</summary>
    /// <exception cref="ArgumentException">The language or the options already have a function of that name.</exception>
    public RuleSetOptions With(HostRuleFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        IReadOnlyList<HostRuleFunction> functions = [.. Functions, function];
        _ = RuleFunctions.BuiltIn.With(functions);
        return this with { Functions = functions };
    }

    private RuleSetOptions Added(RuleSetting setting) => this with { Settings = [.. Settings, setting] };

    private static string Quoted(string? reason)
    {
        if (reason is null) return "";
        var escaped = reason.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
        return $" \"{escaped}\"";
    }

    /// <summary>Reads a setting as the language would, so that it has the same mistakes; it must be one declaration and nothing else.</summary>
    private static RuleSetting Read(string text, string shown, string argument)
    {
        var source = new RuleSource(SourceName, $"mirai 1\n{text}\n");
        var (file, found) = RuleParser.Parse(source, RuleLimits.Default);
        var isOne = file.Declarations is [OverrideSyntax { Clauses: [SetClause] } or DisableSyntax or SuppressSyntax];
        if (isOne && !found.Any(d => d.Severity == DiagnosticSeverity.Error)) return new RuleSetting(source, file.Declarations[0]);
        throw new ArgumentException($"{shown} cannot be read as a setting of rules.\n{string.Join('\n', found.Select(d => d.ToString()))}", argument);
    }
}
