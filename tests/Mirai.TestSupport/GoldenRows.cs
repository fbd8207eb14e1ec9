using static Mirai.TestSupport.PlainCsv;

namespace Mirai.TestSupport;

/// <summary>A day of a golden daily flow with an active period of 90 days, computed independently of this project.</summary>
/// <param name="Day">The day.</param>
/// <param name="Buyers">Distinct customers with a purchase on the day.</param>
/// <param name="New">Of them, those who never purchased before.</param>
/// <param name="RepeatActive">Of them, those whose activity goes on.</param>
/// <param name="Reactivated">Of them, those who come back.</param>
/// <param name="Lapsed">Active the day before and no longer.</param>
/// <param name="Active">Active at the end of the day.</param>
/// <param name="Revenue">Sales of the day.</param>
public sealed record GoldenFlowDay(
    DateOnly Day, int Buyers, int New, int RepeatActive, int Reactivated, int Lapsed, int Active, decimal Revenue)
{
    internal static IEnumerable<GoldenFlowDay> Read(string path) => Rows(path).Select(field => new GoldenFlowDay(
        PlainCsv.Day(field("date")),
        (int)Number(field("buyers")),
        (int)Number(field("new")),
        (int)Number(field("repeat_active")),
        (int)Number(field("reactivated")),
        (int)Number(field("lapsed")),
        (int)Number(field("active")),
        Number(field("revenue"))));
}

/// <summary>A row of a golden cohort table: distinct customers by months since the first purchase.</summary>
/// <param name="Start">The first day of the month of the first purchase.</param>
/// <param name="Cells">Months not yet observed are <see langword="null"/>.</param>
public sealed record GoldenCohort(DateOnly Start, IReadOnlyList<int?> Cells)
{
    internal static IEnumerable<GoldenCohort> Read(string path) => Rows(path).Select(field => new GoldenCohort(
        PlainCsv.Day(field("c") + "-01"),
        [.. Enumerable.Range(0, 13).Select(month => field($"{month}") is { Length: > 0 } cell ? (int?)Number(cell) : null)]));
}
