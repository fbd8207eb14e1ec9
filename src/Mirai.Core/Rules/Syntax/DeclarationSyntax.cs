namespace Mirai.Rules.Syntax;

/// <summary>A whole rule text: its language version (<see langword="null"/> where it states none) and its declarations in order.</summary>
internal sealed record FileSyntax(RuleSource Source, int? Version, IReadOnlyList<DeclarationSyntax> Declarations) : SyntaxNode;

/// <summary>A declaration. <see cref="Name"/> is <see langword="null"/> where it could not be read or the kind has none.</summary>
internal abstract record DeclarationSyntax(NameSyntax? Name) : SyntaxNode;

/// <summary><c>rule name</c> and its clauses.</summary>
internal sealed record RuleSyntax(NameSyntax? Name, IReadOnlyList<ClauseSyntax> Clauses) : DeclarationSyntax(Name);

/// <summary><c>override name</c> and its clauses, <c>set</c> among them.</summary>
internal sealed record OverrideSyntax(NameSyntax? Name, IReadOnlyList<ClauseSyntax> Clauses) : DeclarationSyntax(Name);

/// <summary><c>test rule "text"</c> and its clauses.</summary>
internal sealed record TestSyntax(NameSyntax? Name, TextSyntax? Text, IReadOnlyList<ClauseSyntax> Clauses) : DeclarationSyntax(Name);

/// <summary><c>shared let</c> or <c>shared param</c>.</summary>
internal sealed record SharedSyntax(ClauseSyntax Clause) : DeclarationSyntax(Name: null);

/// <summary><c>alias name = target</c>.</summary>
internal sealed record AliasSyntax(NameSyntax? Name, NameSyntax Target) : DeclarationSyntax(Name);

/// <summary><c>disable rule [reason]</c>.</summary>
internal sealed record DisableSyntax(NameSyntax? Name, TextsSyntax? Reason) : DeclarationSyntax(Name);

/// <summary><c>suppress rule[selector] from day to day [reason]</c>; both days are within.</summary>
internal sealed record SuppressSyntax(NameSyntax? Name, SelectorSyntax? Selector, DateOnly From, DateOnly To, TextsSyntax? Reason) : DeclarationSyntax(Name);

/// <summary>An <c>alias</c> or <c>suppress</c> that could not be read; its mistake is already reported.</summary>
internal sealed record UnreadableDeclaration(NameSyntax? Name) : DeclarationSyntax(Name);
