using Mirai.Measures;

namespace Mirai.Rules;

/// <summary>The names that rules can mean: metrics, dimensions and their values, and the currency. Rules are checked against it, with or without data.</summary>
public sealed record RuleVocabulary
{
    /// <summary>The segments that every purchase history has.</summary>
    private static readonly string[] BuiltInDimensions = ["customer_year", "purchase_count", "decile", "rfm", "portfolio", "contact_band", "first_purchase_discounted"];

    /// <summary>The values of those of them that have the same everywhere; bands of purchases are the caller's.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> BuiltInValues = new(StringComparer.Ordinal)
    {
        ["customer_year"] = ["1", "2", "3", "4", "5+"],
        ["decile"] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
        ["portfolio"] =
        [
            "first_current", "first_gone", "toddler_current", "toddler_gone", "steady_current", "steady_gone", "fad_current", "fad_gone", "best_current",
            "best_gone",
        ],
        ["contact_band"] = ["0", "1", "2", "3-5", "6-11", "12-23", "24+"],
        ["first_purchase_discounted"] = ["yes", "no"],
    };

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    private RuleVocabulary(IReadOnlyList<RuleMetric> metrics, IReadOnlyList<string> dimensions, string currency) =>
        (Metrics, Dimensions, Currency) = (metrics, dimensions, currency);

    /// <summary>The built-in measures in yen and the built-in segments, open to further dimensions.</summary>
    public static RuleVocabulary BuiltIn { get; } = Of(MeasureCatalog.BuiltIn, "JPY");

    /// <summary>The metrics in order.</summary>
    public IReadOnlyList<RuleMetric> Metrics { get; init; }

    /// <summary>The dimensions that are known by name.</summary>
    public IReadOnlyList<string> Dimensions { get; init; }

    /// <summary>Whether there may be dimensions other than <see cref="Dimensions"/>: attributes and purchase dimensions of data that is not there yet.</summary>
    public bool HasOpenDimensions { get; init; }

    /// <summary>The code of the currency of all money.</summary>
    public string Currency { get; init; }

    /// <summary>What rules can read of a catalog before there is data; open to further dimensions.</summary>
    /// <param name="catalog">The measures.</param>
    /// <param name="currency">The code of the currency that the data will have.</param>
    public static RuleVocabulary Of(MeasureCatalog catalog, string currency)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentException.ThrowIfNullOrEmpty(currency);
        return new RuleVocabulary([.. catalog.Measures.Select(m => MetricOf(m, currency))], BuiltInDimensions, currency)
        {
            HasOpenDimensions = true, Values = BuiltInValues,
        };
    }

    /// <summary>What rules can read of data: its metrics, and just its dimensions with the values that occur.</summary>
    public static RuleVocabulary Of(FigureSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        IReadOnlyList<string> dimensions = [.. source.Dimensions];
        return new RuleVocabulary([.. source.Metrics], dimensions, source.Currency)
        {
            Values = dimensions.ToDictionary(d => d, d => (IReadOnlyList<string>)[.. source.ValuesOf(d)], StringComparer.Ordinal),
        };
    }

    /// <summary>A measure of the catalog as a metric of rules.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="currency">The code of the currency of its money.</param>
    public static RuleMetric MetricOf(Measure measure, string currency)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new RuleMetric(measure.Id, measure.JapaneseName, UnitOf(measure.Unit, currency), measure.Kind, measure.IsSegmentable)
        {
            EnglishName = measure.EnglishName,
        };
    }

    /// <summary>This vocabulary and a dimension with its values in the order in which people read them.</summary>
    /// <param name="dimension">The dimension's name.</param>
    /// <param name="values">The values that occur; none where they are not known, and then any is accepted.</param>
    public RuleVocabulary WithDimension(string dimension, params IReadOnlyList<string> values)
    {
        ArgumentException.ThrowIfNullOrEmpty(dimension);
        ArgumentNullException.ThrowIfNull(values);
        return this with
        {
            Dimensions = Dimensions.Contains(dimension, StringComparer.Ordinal) ? Dimensions : [.. Dimensions, dimension],
            Values = new Dictionary<string, IReadOnlyList<string>>(_values, StringComparer.Ordinal) { [dimension] = values },
        };
    }

    /// <summary>This vocabulary and a metric of the host application.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public RuleVocabulary WithMetric(RuleMetric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        if (Metrics.Any(m => string.Equals(m.Name, metric.Name, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"The vocabulary already has a metric `{metric.Name}`.", nameof(metric));
        }

        return this with { Metrics = [.. Metrics, metric] };
    }

    /// <summary>The values of a dimension that are known to occur; empty where that is not known.</summary>
    public IReadOnlyList<string> ValuesOf(string dimension)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        return _values.TryGetValue(dimension, out var values) ? values : [];
    }

    /// <summary>Whether rules mean the same by both.</summary>
    internal bool MeansTheSameAs(RuleVocabulary other) => ReferenceEquals(this, other)
        || (HasOpenDimensions == other.HasOpenDimensions && string.Equals(Currency, other.Currency, StringComparison.Ordinal)
            && Metrics.SequenceEqual(other.Metrics) && Dimensions.SequenceEqual(other.Dimensions, StringComparer.Ordinal)
            && Dimensions.All(d => ValuesOf(d).SequenceEqual(other.ValuesOf(d), StringComparer.Ordinal)));

    private IReadOnlyDictionary<string, IReadOnlyList<string>> Values
    {
        init => _values = value;
    }

    /// <summary>A unit as rules write it: money by its currency, the others by their names, <c>Per</c> as a quotient.</summary>
    private static string UnitOf(MeasureUnit unit, string currency)
    {
        if (unit is MeasureUnit.Percentage or MeasureUnit.Number) return unit == MeasureUnit.Percentage ? "%" : "1";
        var name = unit.ToString();
        var per = name.IndexOf("Per", StringComparison.Ordinal);
        var above = per < 0 ? name : name[..per];
        above = string.Equals(above, nameof(MeasureUnit.Money), StringComparison.Ordinal) ? currency : above.ToLowerInvariant();
        return per < 0 ? above : $"{above}/{name[(per + 3)..].ToLowerInvariant()}s";
    }
}
