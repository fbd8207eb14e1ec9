namespace Mirai.Lifetime;

/// <summary>The likelihood of Pareto/NBD over groups of customers, with its gradient.</summary>
/// <remarks>The hypergeometric part depends on the frequency and one day; far fewer such pairs occur than groups, and each is computed once.</remarks>
internal sealed class ParetoNbdLikelihood : ILikelihood
{
    private readonly PurchaseStatistics _statistics;
    private readonly TimeUnit _unit;
    private readonly int _maxThreads;
    private readonly CancellationToken _cancellationToken;
    private readonly double[] _times;
    private readonly List<(int Frequency, int Day)> _pairs = [];
    private readonly int[] _recencyPairs;
    private readonly int[] _agePairs;

    /// <summary>The likelihood of statistics.</summary>
    public ParetoNbdLikelihood(PurchaseStatistics statistics, TimeUnit unit, int maxThreads, CancellationToken cancellationToken)
    {
        (_statistics, _unit, _maxThreads, _cancellationToken) = (statistics, unit, maxThreads, cancellationToken);
        _times = TimeUnits.OfDays(unit, statistics.MaxAgeDays);
        _recencyPairs = new int[statistics.Groups.Length];
        _agePairs = new int[statistics.Groups.Length];
        var known = new int[statistics.MaxAgeDays + 1];
        var frequency = -1;
        for (var i = 0; i < statistics.Groups.Length; i++)
        {
            ref readonly var group = ref statistics.Groups[i];
            if (group.Frequency != frequency) Array.Fill(known, -1);
            frequency = group.Frequency;
            _recencyPairs[i] = PairOf(known, frequency, group.RecencyDays);
            _agePairs[i] = PairOf(known, frequency, group.AgeDays);
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => ["r", "alpha", "s", "beta"];

    /// <inheritdoc/>
    public double Weight => _statistics.Customers;

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Starts
    {
        get
        {
            var rate = PurchaseRate.Mean(_statistics, _unit);
            return [[0.5, 0.5 / rate, 0.5, 0.5 / rate], [2, 1 / rate, 2, 4 / rate], [0.3, 0.2 / rate, 1, 0.1 / rate]];
        }
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var model = new ExponentialDropOut(parameters[0], parameters[1], parameters[2], parameters[3]);
        // The series crawls where one scale is a three-hundredth of the other, and nothing can be told apart there.
        if (Math.Abs(Math.Log(model.Alpha / model.Beta)) > Math.Log(300)) return double.NaN;
        var slopes = new DropOutSlopes[_pairs.Count];
        GroupSums.Over(
            slopes.Length, _maxThreads, 0, (first, end, _) =>
            {
                for (var i = first; i < end; i++) slopes[i] = model.LaterDropOutSlopes(_pairs[i].Frequency, _times[_pairs[i].Day]);
            },
            _cancellationToken);
        var terms = new Terms(model, _statistics.MaxFrequency, _times, slopes);
        var sums = GroupSums.Over(_statistics.Groups.Length, _maxThreads, 5, (first, end, partial) => Add(terms, first, end, partial), _cancellationToken);
        for (var i = 0; i < 4; i++) gradient[i] = sums[i + 1] * parameters[i];
        return sums[0];
    }

    private int PairOf(int[] known, int frequency, int day)
    {
        if (known[day] >= 0) return known[day];
        known[day] = _pairs.Count;
        _pairs.Add((frequency, day));
        return known[day];
    }

    private void Add(Terms terms, int first, int end, double[] sums)
    {
        var (r, alpha, s, beta) = terms.Model;
        for (var i = first; i < end; i++)
        {
            ref readonly var group = ref _statistics.Groups[i];
            var (x, recency, age) = (group.Frequency, group.RecencyDays, group.AgeDays);
            var (logAlphaAge, logBetaAge) = (terms.LogAlpha[age], terms.LogBeta[age]);
            var value = terms.LogWeights[x] - ((r + x) * logAlphaAge) - (s * logBetaAge);
            var byR = terms.ByR[x] - logAlphaAge;
            var byAlpha = (r / alpha) - ((r + x) / (alpha + _times[age]));
            var byS = terms.LogOfBeta - logBetaAge;
            var byBeta = (s / beta) - (s / (beta + _times[age]));
            if (age > recency)
            {
                ref readonly var early = ref terms.Slopes[_recencyPairs[i]];
                ref readonly var late = ref terms.Slopes[_agePairs[i]];
                var (spanAlpha, spanBeta) = (logAlphaAge - terms.LogAlpha[recency], logBetaAge - terms.LogBeta[recency]);
                var growth = ((r + x) * spanAlpha) + (s * spanBeta);
                var rise = GeometricDropOut.Softplus(ExponentialDropOut.LogOdds(growth, early.Value, late.Value));
                value += rise;
                // The shares of "alive at recency" and of "alive at age" in the likelihood.
                var (atRecency, atAge) = (Math.Exp(growth - rise), Math.Exp(-rise));
                byR += (atRecency * (early.ByR + (early.Value * spanAlpha))) - (atAge * late.ByR);
                byS += (atRecency * (early.ByS + (early.Value * spanBeta))) - (atAge * late.ByS);
                var growthByAlpha = (r + x) * ((1 / (alpha + _times[age])) - (1 / (alpha + _times[recency])));
                var growthByBeta = s * ((1 / (beta + _times[age])) - (1 / (beta + _times[recency])));
                byAlpha += (atRecency * (early.ByAlpha + (early.Value * growthByAlpha))) - (atAge * late.ByAlpha);
                byBeta += (atRecency * (early.ByBeta + (early.Value * growthByBeta))) - (atAge * late.ByBeta);
            }

            sums[0] += group.Customers * value;
            sums[1] += group.Customers * byR;
            sums[2] += group.Customers * byAlpha;
            sums[3] += group.Customers * byS;
            sums[4] += group.Customers * byBeta;
        }
    }

    /// <summary>What depends on the frequency or on a day alone.</summary>
    private sealed class Terms
    {
        public Terms(ExponentialDropOut model, int maxFrequency, double[] times, DropOutSlopes[] slopes)
        {
            (Model, Slopes, LogOfBeta) = (model, slopes, Math.Log(model.Beta));
            LogAlpha = [.. times.Select(time => Math.Log(model.Alpha + time))];
            LogBeta = [.. times.Select(time => Math.Log(model.Beta + time))];
            (LogWeights, ByR) = (new double[maxFrequency + 1], new double[maxFrequency + 1]);
            var logOfAlpha = Math.Log(model.Alpha);
            (LogWeights[0], ByR[0]) = ((model.R * logOfAlpha) + (model.S * LogOfBeta), logOfAlpha);
            for (var x = 1; x <= maxFrequency; x++)
            {
                LogWeights[x] = LogWeights[x - 1] + Math.Log(model.R + x - 1);
                ByR[x] = ByR[x - 1] + (1 / (model.R + x - 1));
            }
        }

        public ExponentialDropOut Model { get; }

        public DropOutSlopes[] Slopes { get; }

        public double LogOfBeta { get; }

        public double[] LogAlpha { get; }

        public double[] LogBeta { get; }

        public double[] LogWeights { get; }

        public double[] ByR { get; }
    }
}
