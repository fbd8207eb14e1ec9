using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>A change of a rule set that a host application makes in C#; it stands in a text of its own, so that findings can point at it.</summary>
/// <param name="Source">The text.</param>
/// <param name="Declaration">The declaration in it.</param>
internal sealed record RuleSetting(RuleSource Source, DeclarationSyntax Declaration)
{
    /// <summary>The rule that a parameter belongs to; <see langword="null"/> for a shared one.</summary>
    public string? Rule { get; init; }

    /// <summary>Applies the change on top of all texts.</summary>
    public void Apply(RuleLayers layers, int layer)
    {
        if (Declaration is OverrideSyntax { Clauses: [SetClause set] }) layers.Set(Rule, set, Source, layer);
        else layers.Apply(new LayeredFile(new FileSyntax(Source, Version: null, [Declaration]), layer));
    }
}
