namespace Mirai.Lifetime;

/// <summary>MBG/NBD (Batislam, Denizel and Filiztekin 2007): a customer may drop out after any purchase, the first included.</summary>
/// <remarks>Its answers for customers with one purchase are what sets it apart from BG/NBD, which calls all of them alive.</remarks>
public sealed class MbgNbdModel : PurchaseModel
{
    private readonly GeometricDropOut _model;

    /// <summary>A model with given parameters, all above 0.</summary>
    /// <param name="r">Shape of the purchase rates.</param>
    /// <param name="alpha">Scale of the purchase rates, in the unit of time: the mean rate is r / alpha.</param>
    /// <param name="a">First parameter of the drop-out probability, whose mean is a / (a + b).</param>
    /// <param name="b">Second parameter of the drop-out probability.</param>
    /// <param name="unit">The unit of time of alpha.</param>
    public MbgNbdModel(double r, double alpha, double a, double b, TimeUnit unit)
        : base(unit) => _model = new GeometricDropOut(
            Positive(r, nameof(r)), Positive(alpha, nameof(alpha)), Positive(a, nameof(a)), Positive(b, nameof(b)), Extra: 1);

    /// <inheritdoc/>
    public override PurchaseModelKind Kind => PurchaseModelKind.MbgNbd;

    /// <summary>Shape of the purchase rates.</summary>
    public double R => _model.R;

    /// <summary>Scale of the purchase rates.</summary>
    public double Alpha => _model.Alpha;

    /// <summary>First parameter of the drop-out probability.</summary>
    public double A => _model.A;

    /// <summary>Second parameter of the drop-out probability.</summary>
    public double B => _model.B;

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters => [new("r", R), new("alpha", Alpha), new("a", A), new("b", B)];

    internal override double LogLikelihood(int frequency, double recency, double age) => _model.LogLikelihood(frequency, recency, age);

    internal override double ProbabilityAlive(int frequency, double recency, double age) => _model.ProbabilityAlive(frequency, recency, age);

    internal override double ExpectedWhileAlive(int frequency, double age, double time) => _model.ExpectedWhileAlive(frequency, age, time);

    internal override double Mass(int purchases, double time) => _model.Mass(purchases, time);
}
