using Mirai.Model;
using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

internal sealed partial class RuleLayers
{
    /// <summary>A parameter as declared, its own values checked.</summary>
    private Parameter NewParameter(ParamClause clause, RuleSource source, int layer)
    {
        var parameter = new Parameter(clause, source, layer);
        if (parameter.First is not { } first) return parameter;
        foreach (var bound in new[] { clause.Low, clause.High }.OfType<LiteralSyntax>()) IsOfKind(parameter, bound, source);
        if (IsReversed(clause)) Report("MR7011", clause.Low!.Span.To(clause.High!.Span), source, [parameter.Name]);
        if (clause.Table is not { } table)
        {
            IsInRange(parameter, first, source);
            return parameter;
        }

        foreach (var value in parameter.Values.Where(v => IsOfKind(parameter, v.Literal, source))) IsInRange(parameter, value.Literal, source);
        Rows(parameter, table, source, layer);
        return parameter;
    }

    /// <summary>Keys the rows of a table by the values as they occur, and reports what stands twice.</summary>
    private void Rows(Parameter parameter, ParamTable table, RuleSource source, int layer)
    {
        if (_session.Dimension(table.Dimension, source) is not { } dimension) return;
        parameter.Rows.Clear();
        var hasElse = false;
        foreach (var row in table.Rows)
        {
            var isTwice = row.Segment is null
                ? hasElse
                : !parameter.Rows.TryAdd(_session.Value(dimension, row.Segment, source), new ParameterValue(row.Value, source, layer));
            hasElse |= row.Segment is null;
            if (isTwice) Report("MR3006", (row.Segment ?? (SyntaxNode)row.Value).Span, source, [row.Segment?.Value ?? "else"], key: "MR3006.row");
        }
    }

    /// <summary>Checks what a test sets, which changes the rule for the test only.</summary>
    public void Check(RuleDefinition rule, SetClause clause, RuleSource source)
    {
        var name = clause.Name.Value;
        if (rule.Parameters.TryGetValue(name, out var parameter) || Shared.Parameters.TryGetValue(name, out parameter)) Set(parameter.Copy(), clause, source, layer: 0);
        else Unknown(rule, clause, source);
    }

    private void SetShared(SetClause clause, RuleSource source, int layer)
    {
        if (Shared.Parameters.TryGetValue(clause.Name.Value, out var parameter))
        {
            Set(parameter, clause, source, layer);
            return;
        }

        var nearest = NearestName.Find(clause.Name.Value, Shared.Parameters.Keys);
        Report("MR7003", clause.Name.Span, source, [clause.Name.Value], key: "MR7003.shared",
            fix: nearest is null ? null : new RuleFix(clause.Name.Span, NameText.Written(nearest), IsGuess: true));
    }

    private void Set(RuleDefinition rule, SetClause clause, RuleSource source, int layer)
    {
        var name = clause.Name.Value;
        if (!rule.Parameters.TryGetValue(name, out var parameter) && Shared.Parameters.TryGetValue(name, out var shared))
        {
            parameter = shared.Copy();
            rule.Parameters.Add(name, parameter);
        }

        if (parameter is not null)
        {
            Set(parameter, clause, source, layer);
            return;
        }

        Unknown(rule, clause, source);
    }

    private void Unknown(RuleDefinition rule, SetClause clause, RuleSource source)
    {
        var nearest = NearestName.Find(clause.Name.Value, rule.Parameters.Keys.Concat(Shared.Parameters.Keys));
        Report("MR7003", clause.Name.Span, source, [rule.Name, clause.Name.Value],
            fix: nearest is null ? null : new RuleFix(clause.Name.Span, NameText.Written(nearest), IsGuess: true));
    }

    private void Set(Parameter parameter, SetClause clause, RuleSource source, int layer)
    {
        if (!IsOfKind(parameter, clause.Value, source) || !IsInRange(parameter, clause.Value, source)) return;
        var value = new ParameterValue(clause.Value, source, layer);
        if (clause.Selector is null)
        {
            parameter.Rows.Clear();
            parameter.Value = value;
            return;
        }

        var table = parameter.Clause.Table;
        var dimension = table is null ? null : _session.Dimension(table.Dimension, parameter.Source);
        foreach (var pick in clause.Selector.Picks)
        {
            if (dimension is not null && string.Equals(_session.Dimension(pick.Dimension, source), dimension, StringComparison.Ordinal))
            {
                foreach (var segment in pick.Segments) parameter.Rows[_session.Value(dimension, segment, source)] = value;
            }
            else
            {
                Report("MR7006", pick.Dimension.Span, source, [parameter.Name, dimension ?? ""], key: table is null ? "MR7006" : "MR7006.dimension",
                    related: [DeclaredHere(parameter, source)]);
            }
        }
    }

    private bool IsOfKind(Parameter parameter, LiteralSyntax literal, RuleSource source)
    {
        if (parameter.First is not { } first) return false;
        var (wanted, found) = (TypeOf(first), TypeOf(literal));
        if (wanted == found) return true;
        var written = source.Slice(literal.Span);
        var correction = found.Kind == ValueKind.Number || (found.Kind, wanted.Kind) is (ValueKind.Percentage, ValueKind.Points) or (ValueKind.Points, ValueKind.Percentage)
            ? WrittenForm.InType(written, wanted)
            : null;
        Report("MR7004", literal.Span, source, [parameter.Name, TypeNames.Of(wanted), WrittenForm.OfNumber(written), TypeNames.Of(found)],
            related: ReferenceEquals(source, parameter.Source) && literal.Span.Start < parameter.Clause.Span.End && literal.Span.Start >= parameter.Clause.Span.Start
                ? []
                : [DeclaredHere(parameter, source)],
            fix: correction is null ? null : new RuleFix(literal.Span, correction));
        return false;
    }

    private bool IsInRange(Parameter parameter, LiteralSyntax literal, RuleSource source)
    {
        if (parameter.Clause is not { Low: { } low, High: { } high } || IsReversed(parameter.Clause) || TypeOf(low) != TypeOf(literal) || TypeOf(high) != TypeOf(literal)) return true;
        if (Amount(literal) >= Amount(low) && Amount(literal) <= Amount(high)) return true;
        Report("MR7002", literal.Span, source, [source.Slice(literal.Span).ToString(), parameter.Name],
            label: new DiagnosticText("MR7002.label", parameter.Source.Slice(low.Span).ToString(), parameter.Source.Slice(high.Span).ToString()),
            related: [DeclaredHere(parameter, source)]);
        return false;
    }

    private static bool IsReversed(ParamClause clause) =>
        clause is { Low: { } low, High: { } high } && TypeOf(low) == TypeOf(high) && Amount(low) > Amount(high);

    private static RelatedSpan DeclaredHere(Parameter parameter, RuleSource source) => new(parameter.Clause.Name.Span, new DiagnosticText("declared.here"))
    {
        Source = ReferenceEquals(source, parameter.Source) ? null : parameter.Source,
    };

    private static ValueType TypeOf(LiteralSyntax literal) => ExpressionBinder.Literal(literal).Type;

    private static double Amount(LiteralSyntax literal) => literal.Kind switch
    {
        LiteralKind.Duration => literal.Duration.NominalDays,
        LiteralKind.Date => literal.Date.DayNumber,
        _ => (double)literal.Number,
    };
}
