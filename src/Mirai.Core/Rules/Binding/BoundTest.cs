using Mirai.Rules.Syntax;

namespace Mirai.Rules.Binding;

/// <summary>A test whose names and figures are resolved.</summary>
internal sealed record BoundTest
{
    /// <summary>The declaration.</summary>
    public required TestSyntax Syntax { get; init; }

    /// <summary>The text it stands in.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>The rule it tests.</summary>
    public required string Rule { get; init; }

    /// <summary>Day 1.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>How many days there are.</summary>
    public required int Days { get; init; }

    /// <summary>The figures, a value a day.</summary>
    public required IReadOnlyList<FigureSeries> Series { get; init; }

    /// <summary>The parameters that it sets.</summary>
    public required IReadOnlyList<SetClause> Sets { get; init; }

    /// <summary>What it expects, in order.</summary>
    public required IReadOnlyList<BoundExpectation> Expectations { get; init; }
}

/// <summary>An expectation, its selector resolved.</summary>
/// <param name="Syntax">The clause.</param>
/// <param name="Part">The part of the customers that is meant; all of them where the test does not say.</param>
internal sealed record BoundExpectation(ExpectClause Syntax, CustomerPart Part)
{
    /// <summary>Whether a day, from 1, is one of those meant.</summary>
    public bool Covers(int day) => Syntax.When switch
    {
        ExpectedDay.On => day == Syntax.Day,
        ExpectedDay.Before => day < Syntax.Day,
        ExpectedDay.After => day > Syntax.Day,
        _ => true,
    };
}
