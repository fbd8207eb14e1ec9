using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Diagnosis;

/// <summary>The list diagnosis (リスト診断) of one day: the row that is added every day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Figures">The figures of the row in the order of its columns, each beside that of one active period before.</param>
/// <param name="Changes">How active customers and trailing sales changed over 1, 7, 30, 90 days and a year.</param>
/// <param name="ByPurchaseCount">Active customers by purchases so far.</param>
/// <param name="ByPortfolio">Active customers by portfolio group, all ten.</param>
public sealed record ListDiagnosisRow(
    DateOnly Day,
    IReadOnlyList<ComparedFigure> Figures,
    IReadOnlyList<FigureChange> Changes,
    IReadOnlyList<SegmentRow> ByPurchaseCount,
    IReadOnlyList<PortfolioRow> ByPortfolio)
{
    /// <summary>The figure of a measure; <see langword="null"/> where the row does not have it, such as contacts without a contact file.</summary>
    public ComparedFigure? this[Measure measure] => Figures.FirstOrDefault(figure => figure.Measure == measure);
}

/// <summary>The change of a measure over some time.</summary>
/// <param name="Over">How long: 1, 7, 30, 90 days, one year.</param>
/// <param name="Since">The earlier day; it need not be observed, and then the change is missing.</param>
/// <param name="Figure">The measure on the day and on the earlier day.</param>
public sealed record FigureChange(Period Over, DateOnly Since, ComparedFigure Figure);
