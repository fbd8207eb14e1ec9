using Mirai.Measures;

namespace Mirai.Diagnosis;

/// <summary>Part C of the performance diagnosis: contacts, and what goes with them. Customers are not contacted at random: these are associations.</summary>
/// <param name="Figures">Contacts per customer, coverage, concentration, response and cost; each beside one active period before.</param>
/// <param name="DoseResponse">Customers, purchases, sales and retention by the number of contacts.</param>
/// <param name="Match">How the contacts fit to the purchases.</param>
public sealed record ContactDiagnosis(IReadOnlyList<ComparedFigure> Figures, DoseResponseTable DoseResponse, ContactMatch Match)
{
    /// <summary>The figure of a measure; <see langword="null"/> where the table does not have it.</summary>
    public ComparedFigure? this[Measure measure] => Figures.FirstOrDefault(figure => figure.Measure == measure);
}
