namespace Mirai.Lifetime;

/// <summary>Pareto/NBD (Schmittlein, Morrison and Colombo 1987): a customer may drop out at any moment, purchase or not.</summary>
public sealed class ParetoNbdModel : PurchaseModel
{
    private readonly ExponentialDropOut _model;

    /// <summary>A model with given parameters, all above 0.</summary>
    /// <param name="r">Shape of the purchase rates.</param>
    /// <param name="alpha">Scale of the purchase rates, in the unit of time: the mean rate is r / alpha.</param>
    /// <param name="s">Shape of the drop-out rates.</param>
    /// <param name="beta">Scale of the drop-out rates, in the unit of time: the mean rate is s / beta.</param>
    /// <param name="unit">The unit of time of alpha and beta.</param>
    public ParetoNbdModel(double r, double alpha, double s, double beta, TimeUnit unit)
        : base(unit) => _model = new ExponentialDropOut(
            Positive(r, nameof(r)), Positive(alpha, nameof(alpha)), Positive(s, nameof(s)), Positive(beta, nameof(beta)));

    /// <inheritdoc/>
    public override PurchaseModelKind Kind => PurchaseModelKind.ParetoNbd;

    /// <summary>Shape of the purchase rates.</summary>
    public double R => _model.R;

    /// <summary>Scale of the purchase rates.</summary>
    public double Alpha => _model.Alpha;

    /// <summary>Shape of the drop-out rates.</summary>
    public double S => _model.S;

    /// <summary>Scale of the drop-out rates.</summary>
    public double Beta => _model.Beta;

    /// <inheritdoc/>
    public override IReadOnlyList<ModelParameter> Parameters => [new("r", R), new("alpha", Alpha), new("s", S), new("beta", Beta)];

    internal override double LogLikelihood(int frequency, double recency, double age) => _model.LogLikelihood(frequency, recency, age);

    internal override double ProbabilityAlive(int frequency, double recency, double age) =>
        1 / (1 + Math.Exp(_model.LogOddsOfDropOut(frequency, recency, age)));

    internal override double ExpectedWhileAlive(int frequency, double age, double time) => _model.ExpectedWhileAlive(frequency, age, time);

    internal override double Mass(int purchases, double time) => _model.Mass(purchases, time);

    internal override PurchaseScorer ScorerUntil(int lastDay, double horizon, PurchaseScoreOptions options) => new Scorer(this, lastDay, horizon, options);

    /// <summary>Remembers the drop-outs later than a day, the only part of P(alive) that takes long.</summary>
    private sealed class Scorer(ParetoNbdModel model, int lastDay, double horizon, PurchaseScoreOptions options)
        : PurchaseScorer(model, lastDay, horizon, options)
    {
        private readonly ExponentialDropOut _model = model._model;
        private readonly double[] _days = TimeUnits.OfDays(model.Unit, lastDay);
        private readonly PatternMemo _later = new(lastDay);

        public override double ProbabilityAlive(int frequency, int recencyDays, int ageDays)
        {
            if (recencyDays == ageDays) return 1;
            var (afterRecency, afterAge) = (Later(frequency, recencyDays), Later(frequency, ageDays));
            return 1 / (1 + Math.Exp(ExponentialDropOut.LogOdds(_model.Growth(frequency, _days[recencyDays], _days[ageDays]), afterRecency, afterAge)));
        }

        private double Later(int frequency, int day)
        {
            ref var known = ref _later.At(frequency, day);
            if (double.IsNaN(known)) known = _model.LaterDropOut(frequency, _days[day]);
            return known;
        }
    }
}
