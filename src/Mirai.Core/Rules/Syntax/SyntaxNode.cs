namespace Mirai.Rules.Syntax;

/// <summary>A part of a rule text that knows where it stands.</summary>
internal abstract record SyntaxNode
{
    /// <summary>Where it stands.</summary>
    public SourceSpan Span { get; init; }
}

/// <summary>A name as written; <see cref="Value"/> is the form in which names are compared (NFKC, without backticks).</summary>
internal sealed record NameSyntax(string Value) : SyntaxNode;

/// <summary>A text in quotes, its escapes resolved, and cut into what stands as it is and what is computed.</summary>
/// <param name="Value">The text without quotes, escapes resolved, placeholders as written.</param>
/// <param name="Parts">The pieces in order.</param>
internal sealed record TextSyntax(string Value, IReadOnlyList<TextPart> Parts) : SyntaxNode;

/// <summary>A piece of a text.</summary>
internal abstract record TextPart : SyntaxNode;

/// <summary>Characters that stand as they are; <c>{{</c> is one brace.</summary>
internal sealed record LiteralPart(string Text) : TextPart;

/// <summary>A placeholder <c>{expression:format(arguments)}</c>.</summary>
/// <param name="Value">What is computed; <see langword="null"/> where it could not be read.</param>
/// <param name="Format">The format's name, if one is given.</param>
/// <param name="Arguments">The words or numbers in its brackets.</param>
internal sealed record PlaceholderPart(ExpressionSyntax? Value, NameSyntax? Format, IReadOnlyList<string> Arguments) : TextPart;

/// <summary>Texts by language. <see cref="LanguageText.Language"/> is <see langword="null"/> where one text serves all.</summary>
internal sealed record TextsSyntax(IReadOnlyList<LanguageText> Texts) : SyntaxNode;

/// <summary>A text in one language.</summary>
internal sealed record LanguageText(NameSyntax? Language, TextSyntax Text) : SyntaxNode;

/// <summary>A duration as written; <see cref="IsArticle"/> for <c>a year</c>.</summary>
internal sealed record DurationSyntax(RuleDuration Value, bool IsArticle = false) : SyntaxNode;

/// <summary>The picks in square brackets: <c>[rank: New | Bronze, store: "Ginza"]</c>.</summary>
internal sealed record SelectorSyntax(IReadOnlyList<PickSyntax> Picks) : SyntaxNode;

/// <summary>One dimension of a selector and the values picked of it.</summary>
internal sealed record PickSyntax(NameSyntax Dimension, IReadOnlyList<SegmentSyntax> Segments) : SyntaxNode;

/// <summary>A segment's value, written as a name, a text or a number.</summary>
internal sealed record SegmentSyntax(string Value) : SyntaxNode;
