using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>A clause and where it came from.</summary>
internal sealed record PlacedClause(ClauseSyntax Clause, RuleSource Source, int Layer);

/// <summary>A parameter's value and where it was set.</summary>
internal sealed record ParameterValue(LiteralSyntax Literal, RuleSource Source, int Layer);

/// <summary>A parameter as declared, and its values after all layers.</summary>
internal sealed class Parameter
{
    /// <summary>A parameter with the values of its declaration.</summary>
    public Parameter(ParamClause clause, RuleSource source, int layer)
    {
        (Clause, Source, Layer) = (clause, source, layer);
        if (clause.Value is { } value) Value = new ParameterValue(value, source, layer);
        foreach (var row in clause.Table?.Rows ?? [])
        {
            var rowValue = new ParameterValue(row.Value, source, layer);
            if (row.Segment is null) Value = rowValue;
            else Rows[row.Segment.Value] = rowValue;
        }
    }

    /// <summary>The declaration.</summary>
    public ParamClause Clause { get; }

    /// <summary>The text that declares it.</summary>
    public RuleSource Source { get; }

    /// <summary>The layer that declares it.</summary>
    public int Layer { get; }

    /// <summary>Its name.</summary>
    public string Name => Clause.Name.Value;

    /// <summary>The value; of a table, that of <c>else</c>.</summary>
    public ParameterValue? Value { get; set; }

    /// <summary>The rows of a table by segment, in order.</summary>
    public OrderedDictionary<string, ParameterValue> Rows { get; } = new(StringComparer.Ordinal);

    /// <summary>All values, <c>else</c> last.</summary>
    public IEnumerable<ParameterValue> Values => Value is null ? Rows.Values : Rows.Values.Append(Value);

    /// <summary>What kind of values it has, from its first one.</summary>
    public LiteralSyntax? First => Clause.Value ?? Clause.Table?.Rows.Select(r => r.Value).FirstOrDefault();

    /// <summary>A copy that one rule may set without touching the others.</summary>
    public Parameter Copy()
    {
        var copy = new Parameter(Clause, Source, Layer) { Value = Value };
        foreach (var (segment, value) in Rows) copy.Rows[segment] = value;
        return copy;
    }
}

/// <summary>A rule after all layers: what stands in it now, and where each piece came from.</summary>
internal sealed class RuleDefinition(string name, RuleSyntax syntax, RuleSource source, int layer)
{
    /// <summary>The rule's name.</summary>
    public string Name => name;

    /// <summary>The declaration.</summary>
    public RuleSyntax Syntax => syntax;

    /// <summary>The text that declares it.</summary>
    public RuleSource Source => source;

    /// <summary>The layer that declares it.</summary>
    public int Layer => layer;

    /// <summary>The clauses in force, in order; parameters are in <see cref="Parameters"/>.</summary>
    public List<PlacedClause> Clauses { get; } = [.. syntax.Clauses.Where(c => c is not ParamClause).Select(c => new PlacedClause(c, source, layer))];

    /// <summary>The parameters by name, shared ones that an override sets for this rule among them.</summary>
    public OrderedDictionary<string, Parameter> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>Why it is switched off, and by which text; <see langword="null"/> where it is not.</summary>
    public (TextsSyntax? Reason, RuleSource Source, int Layer)? Disabled { get; set; }

    /// <summary>The periods in which it is muted.</summary>
    public List<(SuppressSyntax Syntax, RuleSource Source, int Layer)> Suppressions { get; } = [];

    /// <summary>The clauses of one class in force.</summary>
    public IEnumerable<(T Clause, RuleSource Source)> Of<T>()
        where T : ClauseSyntax => Clauses.Where(c => c.Clause is T).Select(c => ((T)c.Clause, c.Source));
}
