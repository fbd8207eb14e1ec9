namespace Mirai.Samples;

/// <summary>Generates purchase columns in two passes: count every customer block's rows by day, then write each row to its place.</summary>
/// <remarks>
/// Nothing is held beside the columns themselves and one counter for each block and day. Every row's place follows from the
/// counts, so the number of threads changes nothing.
/// </remarks>
internal sealed class PurchaseColumnGenerator
{
    private const int BlockCount = 64;

    // Three lives in ten end at the first purchase; the others last a time of median 4 years (Lomax of shape 1: an exponential
    // time whose hazard is itself exponential).
    private const double OneTimeChance = 0.3;
    private const double MedianLifeDays = 4 * 365;

    /// <summary>The share of customers who come in the first year: a business that exists already.</summary>
    private const double FounderShare = 0.3;
    private const double RateShape = 1.5;

    private readonly int _customerCount;
    private readonly long _seed;
    private readonly int _firstDayNumber;
    private readonly int _dayCount;
    private readonly double _dailyRate;
    private readonly long[] _amountQuantiles;

    public PurchaseColumnGenerator(int customerCount, double meanPurchases, int years, long seed)
    {
        _customerCount = customerCount;
        _seed = seed;
        var days = new SampleOptions { Years = years }.Days;
        _firstDayNumber = days.First.DayNumber;
        _dayCount = days.Count;
        _dailyRate = (meanPurchases - 1) / MeanAliveDays();
        _amountQuantiles = AmountQuantiles();
    }

    /// <summary>Makes the columns.</summary>
    public PurchaseColumns Generate(PurchaseOrder order, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        var byDay = order != PurchaseOrder.ByCustomer;
        var places = new int[BlockCount][];
        Parallel.For(0, BlockCount, options, block => places[block] = CountDays(block, byDay));
        var count = ToFirstPlaces(places);

        var columns = new PurchaseColumns(
            GC.AllocateUninitializedArray<int>(count),
            GC.AllocateUninitializedArray<int>(count),
            GC.AllocateUninitializedArray<long>(count));
        var shuffle = order == PurchaseOrder.Shuffled ? new Shuffle(count, _seed) : null;
        Parallel.For(0, BlockCount, options, block => Write(block, byDay, places[block], shuffle, columns));
        return columns;
    }

    private (int First, int End) Customers(int block) =>
        ((int)((long)_customerCount * block / BlockCount), (int)((long)_customerCount * (block + 1) / BlockCount));

    private int[] CountDays(int block, bool byDay)
    {
        var counts = new int[byDay ? _dayCount : 1];
        var (first, end) = Customers(block);
        for (var customer = first; customer < end; customer++)
        {
            var life = new Life(this, customer);
            while (life.MoveNext()) counts[byDay ? life.Day : 0]++;
        }

        return counts;
    }

    /// <summary>Turns counts into the first place of each block's rows of each day.</summary>
    private static int ToFirstPlaces(int[][] counts)
    {
        var total = 0L;
        for (var day = 0; day < counts[0].Length; day++)
        {
            foreach (var block in counts)
            {
                (block[day], total) = ((int)total, total + block[day]);
                if (total > Array.MaxLength)
                    throw new ArgumentException($"The customers make more than {Array.MaxLength} purchases; fewer are expected.");
            }
        }

        return (int)total;
    }

    private void Write(int block, bool byDay, int[] places, Shuffle? shuffle, PurchaseColumns columns)
    {
        var (first, end) = Customers(block);
        for (var customer = first; customer < end; customer++)
        {
            var life = new Life(this, customer);
            var amounts = new SampleRandom(_seed, customer, 3);
            var level = _amountQuantiles[(int)(amounts.NextBits() >> 52)];
            while (life.MoveNext())
            {
                var place = places[byDay ? life.Day : 0]++;
                if (shuffle is not null) place = shuffle.PlaceOf(place);
                columns.Customers[place] = customer;
                columns.DayNumbers[place] = _firstDayNumber + life.Day;

                // Two lognormal factors around 1,000, one of the customer and one of the purchase: 4,000 yen in the middle.
                columns.Amounts[place] = 1 + (level * _amountQuantiles[(int)(amounts.NextBits() >> 52)] / 250);
            }
        }
    }

    /// <summary>E[min(lifetime, time left)] over customers who come at any time, and the founders in the first year.</summary>
    private double MeanAliveDays()
    {
        double founders = MeanOver(Math.Min(365, _dayCount)), others = MeanOver(_dayCount);
        return (1 - OneTimeChance) * ((FounderShare * founders) + ((1 - FounderShare) * others));

        double MeanOver(int arrivalDays)
        {
            const int Steps = 1000;
            var sum = 0.0;
            for (var step = 0; step < Steps; step++)
            {
                var left = _dayCount - 1 - ((step + 0.5) / Steps * arrivalDays);
                if (left > 0) sum += MedianLifeDays * PortableMath.Log(1 + (left / MedianLifeDays));
            }

            return sum / Steps;
        }
    }

    private static long[] AmountQuantiles()
    {
        var random = new SampleRandom(0, 0, 4);
        var quantiles = new long[4096];
        for (var index = 0; index < quantiles.Length; index++) quantiles[index] = (long)(1000 * PortableMath.Exp(0.45 * random.Normal()));
        return quantiles;
    }

    /// <summary>One customer's purchase days in ascending order.</summary>
    private struct Life
    {
        private readonly double _end;
        private readonly double _dailyRate;
        private SampleRandom _random;
        private double _time;
        private bool _started;

        public Life(PurchaseColumnGenerator company, int customer)
        {
            _random = new SampleRandom(company._seed, customer, 2);
            var isFounder = _random.Chance(FounderShare);
            _time = _random.NextDouble() * (isFounder ? Math.Min(365, company._dayCount) : company._dayCount);
            _dailyRate = company._dailyRate * _random.Gamma(RateShape);
            var life = _random.NextDouble();
            life = life < OneTimeChance ? 0 : MedianLifeDays * ((1 / (1 - ((life - OneTimeChance) / (1 - OneTimeChance)))) - 1);
            _end = Math.Min(_time + life, company._dayCount);
        }

        public int Day => (int)_time;

        public bool MoveNext()
        {
            if (_started) _time += _random.Exponential() / _dailyRate;
            else
            {
                _started = true;
                return true;
            }

            return _time < _end;
        }
    }

    /// <summary>A permutation of places (four Feistel rounds, walked until they stay inside) that needs no memory.</summary>
    private sealed class Shuffle
    {
        private readonly uint _count;
        private readonly int _halfBits;
        private readonly ulong[] _keys = new ulong[4];

        public Shuffle(int count, long seed)
        {
            _count = (uint)count;
            _halfBits = 1;
            while (1UL << (2 * _halfBits) < _count) _halfBits++;
            var random = new SampleRandom(seed, 0, 5);
            for (var round = 0; round < _keys.Length; round++) _keys[round] = random.NextBits() | 1;
        }

        public int PlaceOf(int place)
        {
            var mask = (1u << _halfBits) - 1;
            var value = (uint)place;
            do
            {
                var (left, right) = (value >> _halfBits, value & mask);
                foreach (var key in _keys) (left, right) = (right, left ^ ((uint)((((ulong)right + 1) * key) >> 40) & mask));
                value = (left << _halfBits) | right;
            }
            while (value >= _count);
            return (int)value;
        }
    }
}
