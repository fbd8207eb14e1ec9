using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>The <c>shared</c> names, which every rule sees in its own scope.</summary>
internal sealed class SharedNames
{
    private readonly OrderedDictionary<string, (LetClause Let, RuleSource Source)> _lets = new(StringComparer.Ordinal);

    /// <summary>The parameters by name.</summary>
    public OrderedDictionary<string, Parameter> Parameters { get; } = new(StringComparer.Ordinal);

    /// <summary>The names that at least one rule uses.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>The expression of a shared <c>let</c>, with its text.</summary>
    public IEnumerable<(LetClause Let, RuleSource Source)> Lets => _lets.Values;

    /// <summary>Adds a <c>let</c>; where the name is taken, returns the earlier declaration.</summary>
    public (NameSyntax Name, RuleSource Source)? Add(LetClause let, RuleSource source)
    {
        if (Find(let.Name.Value) is { } earlier) return earlier;
        _lets.Add(let.Name.Value, (let, source));
        return null;
    }

    /// <summary>Adds a parameter; where the name is taken, returns the earlier declaration.</summary>
    public (NameSyntax Name, RuleSource Source)? Add(Parameter parameter)
    {
        if (Find(parameter.Name) is { } earlier) return earlier;
        Parameters.Add(parameter.Name, parameter);
        return null;
    }

    /// <summary>The expression of a shared <c>let</c>.</summary>
    public (LetClause Let, RuleSource Source)? Let(string name) => _lets.TryGetValue(name, out var let) ? let : null;

    /// <summary>Whether a rule's parameter is a shared one, set for that rule.</summary>
    public bool Contains(Parameter parameter) => Parameters.TryGetValue(parameter.Name, out var shared) && ReferenceEquals(shared.Clause, parameter.Clause);

    /// <summary>The names, for one rule's scope.</summary>
    public IEnumerable<LocalName> NewNames() => Parameters.Values
        .Select(p => new LocalName(p.Clause.Name, p.Source) { Parameter = p, IsShared = true })
        .Concat(_lets.Values.Select(l => new LocalName(l.Let.Name, l.Source) { Let = l.Let.Value, IsShared = true }));

    private (NameSyntax Name, RuleSource Source)? Find(string name)
    {
        if (_lets.TryGetValue(name, out var let)) return (let.Let.Name, let.Source);
        return Parameters.TryGetValue(name, out var parameter) ? (parameter.Clause.Name, parameter.Source) : null;
    }
}
