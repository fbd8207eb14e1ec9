using Mirai.Lifetime;
using Mirai.Measures;

namespace Mirai.Diagnosis;

/// <summary>Part B of the performance diagnosis: what customers buy, how often, and what was bought with discounts.</summary>
/// <param name="Figures">Frequency, order value, recent purchases, omens, and discounts where purchases carry them; each beside one active period before.</param>
/// <param name="Churn">Window churn and lifetime value on the day.</param>
/// <param name="ChurnBefore">The same one window before, for "LTV fell from Y to Z"; <see langword="null"/> where that day is not observed.</param>
/// <param name="Overdue">The customers silent for longer than their own rhythm.</param>
/// <param name="Explanation">What explains the change of sales in one active period; <see langword="null"/> where its first day is not observed.</param>
public sealed record PurchaseDiagnosis(
    IReadOnlyList<ComparedFigure> Figures, WindowChurn Churn, WindowChurn? ChurnBefore, OverdueDiagnosis Overdue, SalesExplanation? Explanation)
{
    /// <summary>The figure of a measure; <see langword="null"/> where the table does not have it.</summary>
    public ComparedFigure? this[Measure measure] => Figures.FirstOrDefault(figure => figure.Measure == measure);
}
