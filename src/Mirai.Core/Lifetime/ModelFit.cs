namespace Mirai.Lifetime;

/// <summary>Whether the data determine a model's parameters.</summary>
public enum FitVerdict
{
    /// <summary>One set of parameters fits best, and clearly so.</summary>
    Identified,

    /// <summary>The data do not single out any parameters: there are no numbers, only a reason.</summary>
    NotIdentified,
}

/// <summary>Why the data do not determine a model's parameters.</summary>
public enum NotIdentifiedReason
{
    /// <summary>Fewer customers than could tell the parameters apart.</summary>
    TooFewCustomers,

    /// <summary>Nobody, or next to nobody, has bought twice.</summary>
    NoRepeatBuyers,

    /// <summary>All customers look the same, so nothing can be said of how they differ.</summary>
    NoVariance,

    /// <summary>The likelihood keeps rising towards an infinite or vanishing parameter: for example, no sign of anybody dropping out.</summary>
    Boundary,

    /// <summary>Very different parameters fit practically as well.</summary>
    Ridge,

    /// <summary>No search reached a maximum.</summary>
    NoConvergence,
}

/// <summary>A parameter that was estimated.</summary>
/// <param name="Name">As the literature calls it, such as <c>alpha</c>.</param>
/// <param name="Value">The maximum likelihood estimate.</param>
/// <param name="StandardError">From the curvature of the log-likelihood at its maximum.</param>
public readonly record struct FittedParameter(string Name, double Value, double StandardError);

/// <summary>The outcome of fitting a model: the model, or the reason why there is none.</summary>
/// <typeparam name="TModel">What was fitted.</typeparam>
public sealed class ModelFit<TModel>
    where TModel : class
{
    private readonly TModel? _model;

    internal ModelFit(TModel model, LikelihoodMaximum maximum, IReadOnlyList<FittedParameter> parameters, long customers)
    {
        _model = model;
        Parameters = parameters;
        LogLikelihood = maximum.LogLikelihood;
        Iterations = maximum.Iterations;
        Starts = maximum.Starts;
        AgreeingStarts = maximum.AgreeingStarts;
        Customers = customers;
        Explanation = "";
    }

    internal ModelFit(NotIdentifiedReason reason, string explanation, long customers)
    {
        Reason = reason;
        Explanation = explanation;
        Customers = customers;
        LogLikelihood = double.NaN;
        Parameters = [];
    }

    /// <summary>Whether there is a model.</summary>
    public FitVerdict Verdict => _model is null ? FitVerdict.NotIdentified : FitVerdict.Identified;

    /// <summary>Why there is no model; <see langword="null"/> where there is one.</summary>
    public NotIdentifiedReason? Reason { get; }

    /// <summary>The reason in words, with what was found; empty where there is a model.</summary>
    public string Explanation { get; }

    /// <summary>The model.</summary>
    /// <exception cref="InvalidOperationException">The parameters are not identified; the message says why.</exception>
    public TModel Model => _model ?? throw new InvalidOperationException($"The model is not identified ({Reason}): {Explanation}");

    /// <summary>The estimates with their standard errors, in the model's order; empty where the verdict is not identified.</summary>
    public IReadOnlyList<FittedParameter> Parameters { get; }

    /// <summary>The log-likelihood at the maximum, over all customers; NaN where the verdict is not identified.</summary>
    public double LogLikelihood { get; }

    /// <summary>How many customers the model was fitted to.</summary>
    public long Customers { get; }

    /// <summary>Steps that the best search took.</summary>
    public int Iterations { get; }

    /// <summary>From how many points the search was begun.</summary>
    public int Starts { get; }

    /// <summary>How many of them ended at the same maximum.</summary>
    public int AgreeingStarts { get; }

    /// <summary>The model, where there is one.</summary>
    public bool TryGetModel([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out TModel? model)
    {
        model = _model;
        return model is not null;
    }
}
