using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

/// <summary>Makes random syntax trees of every shape that a text can have, expressions in the first place.</summary>
/// <param name="random">Where the chances come from.</param>
internal sealed partial class RandomTrees(Random random)
{
    private const int MostParts = 10;

    private static readonly string[] NameChoices =
        ["active_customers", "稼働顧客数", "x", "acme.first_drop", "DM(郵送)", "when", "a b", "𠮷野", "days", "rank", "change", "_1", "ア・ト", "mirai", "strength", "notice"];

    private static readonly string[] TextChoices = ["", "New", "銀座", "say \"hi\"", "it's", "back\\slash", "{brace}", "two\nlines", "5+", "𠮷", "100", "007", "#no"];

    private int _size;

    public NameSyntax Name() => new(Pick(NameChoices));

    /// <summary>An expression, well under the limit of parts.</summary>
    public ExpressionSyntax Expression(int depth)
    {
        _size = 0;
        return Or(depth);
    }

    // One level of precedence after the other, as the grammar has them; a deeper one stands in brackets where it must.
    private ExpressionSyntax Or(int depth)
    {
        if (random.Next(6) > 0) return Chance(8) ? Chain(BinaryOperator.And, depth, Not) : Not(depth);
        return Chain(BinaryOperator.Or, depth, Not);
    }

    private ExpressionSyntax Not(int depth) => Chance(8) ? new UnarySyntax(UnaryOperator.Not, Not(depth - 1)) : Comparison(depth);

    private ExpressionSyntax Comparison(int depth) => random.Next(8) switch
    {
        0 => new BetweenSyntax(Sum(depth), Chance(2), Sum(depth), Sum(depth)),
        1 => new IsMissingSyntax(Sum(depth), Chance(2)),
        2 or 3 => Binary((BinaryOperator)random.Next((int)BinaryOperator.Less, (int)BinaryOperator.NotEqual + 1), Sum(depth), Sum(depth)),
        _ => Sum(depth),
    };

    private ExpressionSyntax Sum(int depth) => Chance(5) ? Chain(Chance(2) ? BinaryOperator.Add : BinaryOperator.Subtract, depth, Product) : Product(depth);

    private ExpressionSyntax Product(int depth)
    {
        if (!Chance(5)) return Unary(depth);
        var kind = (BinaryOperator)random.Next((int)BinaryOperator.Multiply, (int)BinaryOperator.Of + 1);
        // What stands behind the sign is not shifted: `a / b 28 days ago` is a mistake.
        return Binary(kind, Unary(depth), kind == BinaryOperator.Of ? Unary(depth) : Primary(depth));
    }

    private ExpressionSyntax Unary(int depth) => Chance(8) ? new UnarySyntax(Chance(4) ? UnaryOperator.Plus : UnaryOperator.Minus, Unary(depth - 1)) : Postfix(depth);

    private ExpressionSyntax Postfix(int depth) => random.Next(8) switch
    {
        0 => new SelectSyntax(Postfix(depth - 1), Selector()),
        1 => new AgoSyntax(PostfixOfNoDuration(depth - 1), Duration()),
        _ => Primary(depth),
    };

    // `28 days 7 days ago` is not two things but a mistake for a reader; in brackets it is a value.
    private ExpressionSyntax PostfixOfNoDuration(int depth) => Chance(2) ? new ReferenceSyntax(Name()) : new ParenthesisSyntax(Or(depth));

    private ExpressionSyntax Primary(int depth) => (depth <= 0 || ++_size > MostParts ? random.Next(4) : random.Next(7)) switch
    {
        0 => Literal(),
        1 => new LiteralSyntax(LiteralKind.Text) { Text = Pick(TextChoices) },
        2 => new LiteralSyntax(LiteralKind.Truth) { Truth = Chance(2) },
        3 => new ReferenceSyntax(Name()),
        4 => new ParenthesisSyntax(Or(depth - 1)),
        _ => new CallSyntax(Chance(6) ? new NameSyntax("if") : Chance(6) ? new NameSyntax("overall") : Name(), Many(0, 3, () => Argument(depth - 1))),
    };

    private ArgumentSyntax Argument(int depth) =>
        new(Chance(5) ? Name() : null, Or(depth), Chance(5) ? Many(1, 2, Name) : []);

    private ExpressionSyntax Chain(BinaryOperator kind, int depth, Func<int, ExpressionSyntax> operand)
    {
        var chain = operand(depth - 1);
        for (var i = random.Next(1, 3); i > 0; i--) chain = Binary(kind, chain, operand(depth - 1));
        return chain;
    }

    private static BinarySyntax Binary(BinaryOperator kind, ExpressionSyntax left, ExpressionSyntax right) => new(kind, default, left, right);

    public SelectorSyntax Selector() => new(Many(1, 2, () => new PickSyntax(Name(), Many(1, 3, Segment))));

    public SegmentSyntax Segment() => new(Pick(TextChoices));

    /// <summary>A literal without a sign: number, percentage, points, money, duration or date.</summary>
    public LiteralSyntax Literal() => random.Next(6) switch
    {
        0 => new LiteralSyntax(LiteralKind.Number) { Number = LargeNumber() },
        1 => new LiteralSyntax(LiteralKind.Percentage) { Number = Number() },
        2 => new LiteralSyntax(LiteralKind.Points) { Number = Number() },
        3 => new LiteralSyntax(LiteralKind.Money) { Number = LargeNumber(), Currency = Chance(2) ? "JPY" : "USD" },
        4 => new LiteralSyntax(LiteralKind.Duration) { Duration = Duration().Value },
        _ => new LiteralSyntax(LiteralKind.Date) { Date = Day() },
    };

    /// <summary>A literal that may be negative.</summary>
    public LiteralSyntax Signed()
    {
        var literal = Literal();
        return Chance(3) && literal.Kind is not (LiteralKind.Duration or LiteralKind.Date) ? literal with { Number = -literal.Number } : literal;
    }

    public DurationSyntax Duration()
    {
        var unit = (DurationUnit)random.Next(5);
        return Chance(4) ? new DurationSyntax(new RuleDuration(1, unit), IsArticle: true) : new DurationSyntax(new RuleDuration(random.Next(400), unit));
    }

    public DateOnly Day() => new(random.Next(1, 10_000), random.Next(1, 13), random.Next(1, 29));

    private decimal Number() => random.Next(3) switch
    {
        0 => random.Next(100),
        1 => random.Next(1_000_000) / 1000m,
        _ => random.NextInt64(1_000_000_000_000_000),
    };

    // Numbers with 万 and 億 can be larger than their digits.
    private decimal LargeNumber() => Chance(4) ? random.NextInt64(1_000_000_000_000_000) * 100_000_000m : Number();

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];

    private T[] Many<T>(int least, int most, Func<T> make)
    {
        var items = new T[random.Next(least, most + 1)];
        for (var i = 0; i < items.Length; i++) items[i] = make();
        return items;
    }
}
