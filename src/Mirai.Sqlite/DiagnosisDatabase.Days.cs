namespace Mirai.Sqlite;

/// <content>Which days are stored.</content>
public sealed partial class DiagnosisDatabase
{
    /// <summary>The last stored day; <see langword="null"/> where none is stored.</summary>
    /// <exception cref="DiagnosisDatabaseException">The file cannot be read.</exception>
    public DateOnly? LastDay => _file.Read(() => _file.Rows("SELECT max(day) FROM run", row => row.DayOrNull(0))[0], CancellationToken.None);

    /// <summary>The days to catch up on: those after the last stored day, up to a given day. Where nothing is stored yet, that day alone.</summary>
    /// <param name="until">The last day that is wanted, mostly the last day of the data.</param>
    /// <returns>The days in order; none where the given day, or a later one, is stored.</returns>
    /// <exception cref="DiagnosisDatabaseException">The file cannot be read.</exception>
    public IReadOnlyList<DateOnly> MissingDays(DateOnly until)
    {
        if (LastDay is not { } last) return [until];
        var days = new List<DateOnly>();
        for (var day = last; day < until;)
        {
            day = day.AddDays(1);
            days.Add(day);
        }

        return days;
    }
}
