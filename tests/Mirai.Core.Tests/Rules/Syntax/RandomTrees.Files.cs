using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

internal sealed partial class RandomTrees
{
    private const int Depth = 3;

    public FileSyntax File() => new(RuleFiles.Source(""), 1, Many(1, 4, Declaration));

    private DeclarationSyntax Declaration() => random.Next(9) switch
    {
        0 => new OverrideSyntax(Name(), Many(1, 3, () => Chance(2) ? Set() : RuleClause())),
        1 => new TestSyntax(Name(), Plain(Pick(TextChoices)), Many(1, 5, TestClause)),
        2 => new SharedSyntax(Chance(2) ? Let() : Param()),
        3 => new AliasSyntax(Name(), Name()),
        4 => new DisableSyntax(Name(), Maybe(Texts)),
        5 => new SuppressSyntax(Name(), Maybe(Selector), Day(), Day(), Maybe(Texts)),
        _ => new RuleSyntax(Name(), Many(0, 8, () => Chance(4) ? Chance(2) ? Let() : Param() : RuleClause())),
    };

    // Every clause that a rule and an override take.
    private ClauseSyntax RuleClause() => random.Next(14) switch
    {
        0 => new TextClause((TextClauseKind)random.Next(4), Texts()),
        1 => new TagsClause(Many(1, 3, Name)),
        2 => Each(),
        3 => new ConditionClause(ConditionClauseKind.When, Expression(Depth), Maybe(Persist), null),
        4 => new ConditionClause(ConditionClauseKind.Until, Expression(Depth), Maybe(Persist), null),
        5 => new ConditionClause(ConditionClauseKind.Needs, Expression(Depth), null, Maybe(Texts)),
        6 => new ConditionClause(ConditionClauseKind.Unless, Expression(Depth), null, Maybe(Texts)),
        7 => new SeverityClause((WarningLevel)random.Next(3), Maybe(() => Expression(Depth))),
        8 => new EvidenceClause(Expression(Depth), Maybe(Duration), Maybe(Texts)),
        9 => new BecauseClause(Expression(Depth), Maybe(() => Expression(1)), Maybe(Duration), Maybe(Texts)),
        10 => new DrillClause(Expression(Depth), Many(1, 3, Name), Chance(2) ? random.Next(10) : null),
        11 => new CooldownClause(Duration()),
        12 => new RemindClause(Duration()),
        _ => new TextClause(TextClauseKind.Message, Texts()),
    };

    private EachClause Each() => random.Next(3) switch
    {
        0 => new EachClause(IncludesOverall: true, []),
        1 => new EachClause(IncludesOverall: true, Many(1, 2, Name)),
        _ => new EachClause(IncludesOverall: false, Many(1, 2, Name)),
    };

    private LetClause Let() => new(Name(), Expression(Depth));

    private ParamClause Param()
    {
        var hasRange = Chance(2);
        var table = Chance(3) ? new ParamTable(Name(), Many(1, 3, () => new ParamRow(Maybe(Segment), Signed()))) : null;
        return new ParamClause(Name(), table is null ? Signed() : null, table, hasRange ? Signed() : null, hasRange ? Signed() : null, Maybe(Texts));
    }

    private SetClause Set() => new(Name(), Maybe(Selector), Signed());

    private ClauseSyntax TestClause() => random.Next(6) switch
    {
        0 => Set(),
        1 => new StartingClause(Day()),
        2 => new GivenClause(Name(), Maybe(Selector), Many(1, 3, Given)),
        _ => Expect(),
    };

    private GivenPart Given() => Chance(3)
        ? new GivenPart(Maybe(Signed), Signed(), Duration())
        : new GivenPart(Maybe(Signed), null, Maybe(Duration));

    private ExpectClause Expect()
    {
        var outcome = (OutcomeKind)random.Next(6);
        var when = (ExpectedDay)random.Next(4);
        return new ExpectClause(
            outcome,
            outcome == OutcomeKind.Level ? (WarningLevel)random.Next(3) : null,
            outcome is OutcomeKind.Cause or OutcomeKind.Message ? Name() : null,
            outcome == OutcomeKind.Message ? Pick(TextChoices) : null,
            Maybe(Selector),
            when,
            when == ExpectedDay.Any ? 0 : random.Next(100));
    }

    private PersistSyntax Persist()
    {
        var all = new RuleDuration(random.Next(1, 100), (DurationUnit)random.Next(5));
        return Chance(2) ? new PersistSyntax(all, null) : new PersistSyntax(all with { Count = random.Next(all.Count + 1) }, all);
    }

    private TextsSyntax Texts() => Chance(4)
        ? new TextsSyntax([new LanguageText(null, Text())])
        : new TextsSyntax(Many(1, 3, () => new LanguageText(new NameSyntax(Pick(["ja", "en", "fr"])), Text())));

    // Characters and placeholders take turns: two pieces of characters side by side would be read as one.
    private TextSyntax Text()
    {
        var parts = new List<TextPart>();
        for (var i = random.Next(4); i > 0; i--)
        {
            var isAfterPlain = parts is [.., LiteralPart];
            var plain = Pick(TextChoices);
            if (isAfterPlain || plain.Length == 0 || Chance(2)) parts.Add(Placeholder());
            else parts.Add(new LiteralPart(plain));
        }

        return new TextSyntax("", parts);
    }

    private PlaceholderPart Placeholder()
    {
        var hasFormat = Chance(2);
        return new PlaceholderPart(Expression(1), hasFormat ? Name() : null, hasFormat ? Many(0, 2, () => Pick(["customer", "1", "long", "人"])) : []);
    }

    private static TextSyntax Plain(string text) => new(text, text.Length == 0 ? [] : [new LiteralPart(text)]);

    private T? Maybe<T>(Func<T> make)
        where T : class => Chance(2) ? make() : null;
}
