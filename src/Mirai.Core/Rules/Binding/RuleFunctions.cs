using System.Diagnostics.CodeAnalysis;
using Mirai.Model;

namespace Mirai.Rules.Binding;

/// <summary>The functions of the language and those of a host application, by name.</summary>
internal sealed class RuleFunctions
{
    private readonly Dictionary<string, RuleFunction> _byName;

    private RuleFunctions(IReadOnlyList<RuleFunction> functions)
    {
        All = functions;
        _byName = functions.ToDictionary(f => f.Name, StringComparer.Ordinal);
    }

    /// <summary>The functions of the language, in the order of the docs.</summary>
    public static RuleFunctions BuiltIn { get; } = new([.. WindowFunctions.All, .. ComparisonFunctions.All, .. ConditionFunctions.All, .. PartFunctions.All]);

    /// <summary>What functions are called elsewhere, and the function that is meant.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["average"] = "avg", ["mean"] = "avg", ["moving_average"] = "avg", ["total"] = "sum", ["minimum"] = "min", ["maximum"] = "max",
        ["stddev"] = "stdev", ["std"] = "stdev", ["sd"] = "stdev", ["quantile"] = "percentile", ["ema"] = "ewma", ["delta"] = "diff",
        ["growth"] = "change", ["pct_change"] = "change", ["regression"] = "slope", ["z_score"] = "zscore", ["coalesce"] = "default",
        ["iff"] = "if", ["count_if"] = "count_days", ["count"] = "count_days", ["since"] = "days_since", ["hhi"] = "concentration",
        ["forecast"] = "expected", ["seasonal"] = "expected", ["whole"] = "overall",
    };

    /// <summary>All functions in order.</summary>
    public IReadOnlyList<RuleFunction> All { get; }

    /// <summary>Finds a function by its name.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out RuleFunction? function) => _byName.TryGetValue(name, out function);

    /// <summary>The function that an unknown name most likely means: the nearest name, or what the name stands for elsewhere.</summary>
    public string? Meant(string name)
    {
        var nearest = NearestName.Find(name, OtherNames.Keys.Where(other => !_byName.ContainsKey(other)).Concat(_byName.Keys));
        return nearest is not null && OtherNames.TryGetValue(nearest, out var meant) && !_byName.ContainsKey(nearest) ? meant : nearest;
    }

    /// <summary>These functions and some of a host's.</summary>
    /// <exception cref="ArgumentException">A name is taken.</exception>
    public RuleFunctions With(IEnumerable<HostRuleFunction> functions)
    {
        var all = All.ToList();
        foreach (var function in functions.Select(Of))
        {
            if (all.Exists(f => string.Equals(f.Name, function.Name, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"The language already has a function `{function.Name}`.", nameof(functions));
            }

            all.Add(function);
        }

        return all.Count == All.Count ? this : new RuleFunctions(all);
    }

    /// <summary>A host application's function as the language knows it.</summary>
    public static RuleFunction Of(HostRuleFunction host)
    {
        var (unit, lookBack) = (host.ResultUnit, host.LookBackDays);
        return new RuleFunction(host.Name, [.. host.Parameters.Select(p => new FunctionParameter(p.Name, KindOf(p.Kind)))])
        {
            English = host.English,
            Japanese = host.Japanese,
            ResultType = types => unit switch
            {
                null => types.Count > 0 ? types[0] : new ValueType(ValueKind.Number),
                "condition" => new ValueType(ValueKind.Condition),
                _ => UnitRules.TypeOf(unit),
            },
            LookBack = _ => lookBack,
            Host = new HostFunction(host.Compute, host.CostPerDay),
        };
    }

    private static ParameterKind KindOf(RuleArgumentKind kind) => kind switch
    {
        RuleArgumentKind.Condition => ParameterKind.Condition,
        RuleArgumentKind.Duration => ParameterKind.Duration,
        RuleArgumentKind.Constant => ParameterKind.Constant,
        _ => ParameterKind.Value,
    };
}
