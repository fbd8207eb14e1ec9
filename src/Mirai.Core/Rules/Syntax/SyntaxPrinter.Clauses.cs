using System.Globalization;

namespace Mirai.Rules.Syntax;

internal sealed partial class SyntaxPrinter
{
    private SyntaxPrinter Write(ClauseSyntax clause)
    {
        switch (clause)
        {
            case TextClause text:
                return Write(Word(text.Kind)).Write(text.Texts);
            case TagsClause tags:
                Write("tags ").WriteNames(tags.Tags);
                return this;
            case EachClause each:
                Write(each.IncludesOverall ? each.Dimensions.Count > 0 ? "for overall and each " : "for overall" : "for each ").WriteNames(each.Dimensions);
                return this;
            case ParamClause param:
                return WriteParam(param);
            case LetClause let:
                return Write("let ").Write(let.Name).Write(" = ").Write(let.Value);
            case ConditionClause condition:
                Write(Word(condition.Kind)).Write(" ").Write(condition.Condition);
                if (condition.Persist is { } persist) Write(" for ").Write(persist);
                return Write(condition.Texts);
            case SeverityClause severity:
                Write($"severity {Word(severity.Level)}");
                return severity.Condition is null ? this : Write(" if ").Write(severity.Condition);
            case EvidenceClause evidence:
                Write("evidence ").Write(evidence.Value).Write(" last ", evidence.Last);
                return evidence.Texts is null ? this : Write(" as").Write(evidence.Texts);
            case BecauseClause because:
                Write("because ").Write(because.Condition);
                if (because.Strength is not null) Write(" strength ").Write(because.Strength);
                return Write(" within ", because.Within).Write(because.Texts);
            case DrillClause drill:
                Write("drill ").Write(drill.Value).Write(" by ").WriteNames(drill.Dimensions);
                return drill.Top is { } top ? Write(string.Create(CultureInfo.InvariantCulture, $" top {top}")) : this;
            case CooldownClause cooldown:
                return Write("cooldown ", cooldown.Duration);
            case RemindClause remind:
                return Write("remind every ", remind.Duration);
            case UnreadableClause unreadable:
                return Write(unreadable.Keyword);
            default:
                return WriteTestClause(clause);
        }
    }

    private SyntaxPrinter WriteTestClause(ClauseSyntax clause)
    {
        switch (clause)
        {
            case SetClause set:
                return Write("set ").Write(set.Name).Write(set.Selector).Write(" = ").Write(set.Value);
            case StartingClause starting:
                return Write($"starting {Day(starting.Day)}");
            case GivenClause given:
                Write("given ").Write(given.Name).Write(given.Selector).Write(" = ");
                return WriteAll(given.Parts, ", ", Write);
            case ExpectClause expect:
                Write($"expect {Outcome(expect)}");
                if (expect.Name is not null) Write(" ").Write(expect.Name);
                if (expect.Text is not null) Write(" contains ").WriteQuoted(expect.Text);
                Write(expect.Selector);
                return expect.When == ExpectedDay.Any ? this : Write(string.Create(CultureInfo.InvariantCulture, $" {Lower(expect.When)} day {expect.Day}"));
            default:
                throw new ArgumentException($"{clause.GetType().Name} is not a clause that can be printed", nameof(clause));
        }
    }

    private SyntaxPrinter WriteParam(ParamClause param)
    {
        Write("param ").Write(param.Name);
        if (param.Table is { } table)
        {
            Write(" by ").Write(table.Dimension).Write(" = ");
            WriteAll(table.Rows, ", ", row =>
            {
                if (row.Segment is null) Write("else");
                else WriteSegment(row.Segment.Value);
                Write(": ").Write(row.Value);
            });
        }
        else if (param.Value is not null)
        {
            Write(" = ").Write(param.Value);
        }

        if (param.Low is not null && param.High is not null) Write(" in ").Write(param.Low).Write("..").Write(param.High);
        return Write(param.Texts);
    }

    private void Write(GivenPart part)
    {
        WriteGiven(part.Start);
        if (part.End is null)
        {
            Write(" for ", part.Length);
            return;
        }

        Write(" -> ");
        WriteGiven(part.End);
        Write(" over ", part.Length);
    }

    private void WriteGiven(LiteralSyntax? value)
    {
        if (value is null) Write("missing");
        else Write(value);
    }

    private SyntaxPrinter Write(string before, DurationSyntax? duration)
    {
        if (duration is null) return this;
        return Write(before).Write(duration.IsArticle ? $"a {Lower(duration.Value.Unit)}" : duration.Value.ToString());
    }

    private SyntaxPrinter Write(PersistSyntax persist) => Write(persist.OutOf is { } outOf
        ? string.Create(CultureInfo.InvariantCulture, $"{persist.Required.Count} of {outOf}")
        : persist.Required.ToString());

    private static string Outcome(ExpectClause expect) => expect.Outcome == OutcomeKind.Level ? Word(expect.Level) : Lower(expect.Outcome);

    // A level that could not be read is written as one that cannot be read.
    private static string Word(WarningLevel? level) => level is null ? "unknown" : Lower(level.Value);

    private static string Word<T>(T kind)
        where T : struct, Enum => Lower(kind);

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
