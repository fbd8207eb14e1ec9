using System.Runtime.CompilerServices;
using Mirai.History;

namespace Mirai.Lifetime;

/// <summary>The likelihood of BG/NBD and MBG/NBD over groups of customers, with its gradient.</summary>
/// <remarks>
/// Frequencies and days are whole numbers, so products of gamma functions are running sums over the frequency, and logarithms of times a table by
/// day; what is left for a group is one exponential.
/// </remarks>
internal sealed class GeometricDropOutLikelihood(PurchaseStatistics statistics, TimeUnit unit, int extra, int maxThreads, CancellationToken cancellationToken)
    : ILikelihood
{
    private readonly PurchaseGroup[] _groups = statistics.Groups;
    private readonly double[] _times = TimeUnits.OfDays(unit, statistics.MaxAgeDays);

    /// <inheritdoc/>
    public IReadOnlyList<string> Names => ["r", "alpha", "a", "b"];

    /// <inheritdoc/>
    public double Weight => statistics.Customers;

    /// <inheritdoc/>
    public IReadOnlyList<double[]> Starts
    {
        get
        {
            var rate = PurchaseRate.Mean(statistics, unit);
            return [[0.5, 0.5 / rate, 1, 2], [2, 1 / rate, 0.5, 5], [0.2, 0.1 / rate, 2, 2]];
        }
    }

    /// <inheritdoc/>
    public double Evaluate(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        var model = new GeometricDropOut(parameters[0], parameters[1], parameters[2], parameters[3], extra);
        var terms = new Terms(model, statistics.MaxFrequency, _times);
        var sums = GroupSums.Over(_groups.Length, maxThreads, 5, (first, end, partial) => Add(terms, first, end, partial), cancellationToken);
        for (var i = 0; i < 4; i++) gradient[i] = sums[i + 1] * parameters[i];
        return sums[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(Terms terms, int first, int end, double[] sums)
    {
        var (r, a, b) = (terms.Model.R, terms.Model.A, terms.Model.B);
        var (logA, reciprocalA) = (Math.Log(a), 1 / a);
        for (var i = first; i < end; i++)
        {
            ref readonly var group = ref _groups[i];
            var x = group.Frequency;
            var (logAge, logRecency) = (terms.LogTimes[group.AgeDays], terms.LogTimes[group.RecencyDays]);
            var tosses = x + extra;
            var value = terms.LogWeights[x] - ((r + x) * logAge);
            var dropped = 0.0;
            if (tosses > 0)
            {
                var odds = logA - terms.LogB[tosses - 1] + ((r + x) * (logAge - logRecency));
                dropped = 1 / (1 + Math.Exp(-odds));
                value += GeometricDropOut.Softplus(odds);
            }

            var alive = 1 - dropped;
            sums[0] += group.Customers * value;
            sums[1] += group.Customers * (terms.ByR[x] - (alive * logAge) - (dropped * logRecency));
            sums[2] += group.Customers * ((r / terms.Model.Alpha)
                - ((r + x) * ((alive * terms.Reciprocals[group.AgeDays]) + (dropped * terms.Reciprocals[group.RecencyDays]))));
            sums[3] += group.Customers * (terms.ByA[tosses] + (dropped * reciprocalA));
            sums[4] += group.Customers * (terms.ByB[tosses] - (tosses > 0 ? dropped / (b + tosses - 1) : 0));
        }
    }

    /// <summary>What depends on the frequency or on a day alone.</summary>
    private sealed class Terms
    {
        public Terms(GeometricDropOut model, int maxFrequency, double[] times)
        {
            var (r, alpha, a, b) = (model.R, model.Alpha, model.A, model.B);
            Model = model;
            LogTimes = [.. times.Select(time => Math.Log(alpha + time))];
            Reciprocals = [.. times.Select(time => 1 / (alpha + time))];
            LogB = new double[maxFrequency + 1];
            (LogWeights, ByR) = (new double[maxFrequency + 1], new double[maxFrequency + 1]);
            (ByA, ByB) = (new double[maxFrequency + 2], new double[maxFrequency + 2]);
            var logStay = 0.0;
            if (model.Extra == 1) Toss(0);
            var (logGamma, byR) = (r * Math.Log(alpha), Math.Log(alpha));
            for (var x = 0; x <= maxFrequency; x++)
            {
                (LogWeights[x], ByR[x]) = (logGamma + logStay, byR);
                logGamma += Math.Log(r + x);
                byR += 1 / (r + x);
                if (x < maxFrequency) Toss(x + model.Extra);
            }

            for (var j = 0; j <= maxFrequency; j++) LogB[j] = Math.Log(b + j);

            void Toss(int j)
            {
                logStay += Math.Log((b + j) / (a + b + j));
                ByA[j + 1] = ByA[j] - (1 / (a + b + j));
                ByB[j + 1] = ByB[j] + (a / (b + j) / (a + b + j));
            }
        }

        public GeometricDropOut Model { get; }

        public double[] LogTimes { get; }

        public double[] Reciprocals { get; }

        public double[] LogWeights { get; }

        public double[] ByR { get; }

        public double[] ByA { get; }

        public double[] ByB { get; }

        public double[] LogB { get; }
    }
}

/// <summary>The mean rate of purchases, from which searches set out.</summary>
internal static class PurchaseRate
{
    /// <summary>Repeat purchases in a unit of customers' time, at least one over all of it.</summary>
    public static double Mean(PurchaseStatistics statistics, TimeUnit unit)
    {
        var days = 0.0;
        foreach (var group in statistics.Groups) days += (double)group.AgeDays * group.Customers;
        return Math.Max(1, statistics.RepeatPurchases) / Math.Max(1, days) * TimeUnits.DaysPer(unit);
    }
}

/// <summary>Sums over groups of customers on all cores, the same to the last bit whatever their number.</summary>
internal static class GroupSums
{
    private const int GroupsPerBlock = 1 << 14;

    /// <summary>Adds up blocks of fixed size in their order.</summary>
    /// <param name="groups">How many groups.</param>
    /// <param name="maxThreads">How many threads; 0 for one per processor.</param>
    /// <param name="sums">How many sums.</param>
    /// <param name="add">Adds the groups from its first argument until before its second to its third.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static double[] Over(int groups, int maxThreads, int sums, Action<int, int, double[]> add, CancellationToken cancellationToken)
    {
        var blocks = (groups + GroupsPerBlock - 1) / GroupsPerBlock;
        var partial = new double[blocks][];
        WorkSplit.Run(blocks, maxThreads, () => 0, (_, block) =>
        {
            var own = new double[sums];
            add(block * GroupsPerBlock, Math.Min(groups, (block + 1) * GroupsPerBlock), own);
            partial[block] = own;
        }, cancellationToken);
        var total = new double[sums];
        foreach (var block in partial)
        {
            for (var i = 0; i < sums; i++) total[i] += block[i];
        }

        return total;
    }
}
