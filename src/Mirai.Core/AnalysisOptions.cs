using Mirai.Lifetime;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai;

/// <summary>How an analysis reads a history.</summary>
public sealed record AnalysisOptions
{
    /// <summary>One calendar year, the built-in measures, one thread per processor.</summary>
    public static AnalysisOptions Default { get; } = new();

    /// <summary>How long a purchase keeps a customer active (A).</summary>
    public Period ActivePeriod { get; init; } = Period.OneYear;

    /// <summary>The measures: the built-in ones, and the host application's where it added some.</summary>
    public MeasureCatalog Catalog { get; init; } = MeasureCatalog.BuiltIn;

    /// <summary>Where the groups of the customer portfolio begin.</summary>
    public PortfolioOptions Portfolio { get; init; } = PortfolioOptions.Default;

    /// <summary>How window churn and lifetime value are computed where nothing else is said, and in the catalog's measures. Three months.</summary>
    public WindowChurnOptions WindowChurn { get; init; } = WindowChurnOptions.Default;

    /// <summary>How many threads may work at once; 0 for one per processor. No result depends on it.</summary>
    public int MaxThreads { get; init; }
}
