namespace Mirai.Excel.Grid;

/// <summary>The colours that conditional formats give.</summary>
internal enum RuleTone
{
    /// <summary>Well: green.</summary>
    Ok,

    /// <summary>Not known: grey.</summary>
    Undecided,

    /// <summary>Worth knowing: yellow.</summary>
    Notice,

    /// <summary>Going wrong: orange.</summary>
    Warning,

    /// <summary>Going badly wrong: red.</summary>
    Critical,
}

/// <summary>A conditional format of a range. A closed family.</summary>
internal abstract record CellRule(GridRange Range);

/// <summary>Cells with a certain word get a colour.</summary>
internal sealed record WordRule(GridRange Range, string Word, RuleTone Tone) : CellRule(Range);

/// <summary>Cells get a colour from the least to the greatest number of the range.</summary>
internal sealed record ScaleRule(GridRange Range) : CellRule(Range);

/// <summary>Cells get a bar as long as their number.</summary>
internal sealed record BarRule(GridRange Range) : CellRule(Range);

/// <summary>Numbers above 0 get an arrow up, those below an arrow down.</summary>
internal sealed record ArrowRule(GridRange Range) : CellRule(Range);
