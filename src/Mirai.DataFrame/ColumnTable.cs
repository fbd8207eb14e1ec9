namespace Mirai.DataFrames;

/// <summary>A table as columns: what goes into a data frame and comes out of it again.</summary>
/// <param name="Columns">Columns of one length, with names of their own.</param>
internal sealed record ColumnTable(IReadOnlyList<TableColumn> Columns);

/// <summary>One column of a <see cref="ColumnTable"/>: its name, and one value or <see langword="null"/> for each row.</summary>
/// <param name="Name">The header.</param>
internal abstract record TableColumn(string Name)
{
    /// <summary>How many rows.</summary>
    public abstract int Count { get; }
}

/// <summary>Texts; an empty text is not the same as none.</summary>
internal sealed record TextTableColumn(string Name, string?[] Values) : TableColumn(Name)
{
    public override int Count => Values.Length;
}

/// <summary>Calendar days. A data frame has no such type: there they are midnights.</summary>
internal sealed record DayTableColumn(string Name, DateOnly?[] Values) : TableColumn(Name)
{
    public override int Count => Values.Length;
}

/// <summary>Days with a time, as they may come out of a frame that somebody else has filled.</summary>
internal sealed record MomentTableColumn(string Name, DateTime?[] Values) : TableColumn(Name)
{
    public override int Count => Values.Length;
}

/// <summary>Exact amounts.</summary>
internal sealed record DecimalTableColumn(string Name, decimal?[] Values) : TableColumn(Name)
{
    public override int Count => Values.Length;
}

/// <summary>Whole numbers.</summary>
internal sealed record IntegerTableColumn(string Name, long?[] Values) : TableColumn(Name)
{
    public override int Count => Values.Length;
}

/// <summary>Binary fractions; NaN is a value and not the same as none.</summary>
internal sealed record NumberTableColumn(string Name, double?[] Values) : TableColumn(Name)
{
    public override int Count => Values.Length;
}
