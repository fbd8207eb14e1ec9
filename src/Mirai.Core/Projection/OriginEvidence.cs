namespace Mirai.Projection;

/// <summary>What an origin knows: the months up to it, pooled into rates and seasons.</summary>
internal sealed class OriginEvidence
{
    /// <summary>After so many months a month counts half.</summary>
    private const double HalfLifeMonths = 8;

    private const int LeastMonths = 3;

    private readonly ForecastEvidence _evidence;
    private readonly int _origin;
    private readonly int _first;

    public OriginEvidence(ForecastEvidence evidence, int origin)
    {
        _evidence = evidence;
        _origin = origin;
        _first = Math.Max(1, Math.Min(evidence.Calendar.Founding + 1, origin - LeastMonths + 1));
        BuyingSeason = SpendingSeason = SeasonIndex.Flat;
        for (var round = 0; round < 2; round++)
        {
            Pooled = Pool(evidence.Whole);
            Rates = CohortRates.Of(Pooled);
            (BuyingSeason, SpendingSeason) = Seasons();
        }

        Pooled = Pool(evidence.Whole);
        Rates = CohortRates.Of(Pooled);
        NewcomerSpending = PoolNewcomers();
        (MeanSquaredSpend, ReactivatedShare) = (SquaredSpend(), ReturnShares());
        ActiveShare = ActiveShares();
    }

    /// <summary>The evidence of all customers.</summary>
    public PooledCell[] Pooled { get; private set; } = [];

    /// <summary>The rates of all customers.</summary>
    public CohortRates Rates { get; private set; } = null!;

    /// <summary>By place in the year, purchases relative to the average month.</summary>
    public double[] BuyingSeason { get; private set; }

    /// <summary>By place in the year, sales per buyer relative to the average month.</summary>
    public double[] SpendingSeason { get; private set; }

    /// <summary>Net sales to a new customer in the month of the first purchase, in minor units.</summary>
    public double NewcomerSpending { get; }

    /// <summary>The mean square of what a buyer spends in a month, in minor units squared.</summary>
    public double MeanSquaredSpend { get; }

    /// <summary>By months of silence, the share of those who buy that had lapsed before.</summary>
    public double[] ReactivatedShare { get; }

    /// <summary>By months of silence at a month's end, the share that is active.</summary>
    public double[] ActiveShare { get; }

    /// <summary>Pools one group's months as all customers' were.</summary>
    public PooledCell[] Pool(CustomerMonths months)
    {
        var pooled = new PooledCell[CustomerMonths.CellsPerMonth];
        for (var month = _first; month <= _origin; month++)
        {
            var weight = WeightOf(month);
            var season = _evidence.Calendar.SeasonOf(month);
            var (exposure, order) = (weight * BuyingSeason[season], weight * SpendingSeason[season]);
            var cells = months.Of(month);
            for (var i = 0; i < cells.Length; i++)
            {
                ref readonly var cell = ref cells[i];
                if (cell.Exposed == 0) continue;
                ref var sum = ref pooled[i];
                sum.Exposed += exposure * cell.Exposed;
                sum.Bought += weight * cell.Buyers;
                sum.Orders += order * cell.Buyers;
                sum.Sales += weight * cell.Sales;
            }
        }

        return pooled;
    }

    private double WeightOf(int month) => Math.Pow(0.5, (_origin - month) / HalfLifeMonths);

    private (double[] Buying, double[] Spending) Seasons()
    {
        if (_origin - _first < 11) return RawSeasons();
        var count = _origin - _first + 1;
        var (buying, spending) = (new double[count], new double[count]);
        var (buyingChance, spendingChance) = (new double[count], new double[count]);
        var spread = RelativeSpread();
        for (var month = _first; month <= _origin; month++)
        {
            var (expected, bought, value, sales) = (0.0, 0L, 0.0, 0L);
            var cells = _evidence.Whole.Of(month);
            for (var i = 0; i < cells.Length; i++)
            {
                ref readonly var cell = ref cells[i];
                if (cell.Exposed == 0) continue;
                expected += cell.Exposed * Rates.Buying[i];
                bought += cell.Buyers;
                value += cell.Buyers * Rates.Spending[i];
                sales += cell.Sales;
            }

            buying[month - _first] = expected > 0 ? bought / expected : double.NaN;
            spending[month - _first] = value > 0 ? sales / value : double.NaN;
            buyingChance[month - _first] = expected > 0 ? 1 / expected : double.NaN;
            spendingChance[month - _first] = bought > 0 ? spread / bought : double.NaN;
        }

        int SeasonOf(int position) => _evidence.Calendar.SeasonOf(position + _first);
        return (SeasonIndex.Of(buying, buyingChance, SeasonOf), SeasonIndex.Of(spending, spendingChance, SeasonOf));
    }

    /// <summary>Where states are known for less than a year: the seasons of all buyers and of sales per buyer in the last whole year or two.</summary>
    private (double[] Buying, double[] Spending) RawSeasons()
    {
        var count = Math.Min(2, _origin / 12) * 12;
        var (buying, spending) = (new double[count], new double[count]);
        var (buyingChance, spendingChance) = (new double[count], new double[count]);
        var spread = RelativeSpread();
        for (var i = 0; i < count; i++)
        {
            ref readonly var total = ref _evidence.Totals[_origin - count + 1 + i];
            buying[i] = total.Buyers;
            spending[i] = total.Buyers > 0 ? (double)total.Sales / total.Buyers : double.NaN;
            (buyingChance[i], spendingChance[i]) = total.Buyers > 0 ? (1.0 / total.Buyers, spread / total.Buyers) : (double.NaN, double.NaN);
        }

        int SeasonOf(int position) => _evidence.Calendar.SeasonOf(_origin - count + 1 + position);
        return (SeasonIndex.Of(buying, buyingChance, SeasonOf), SeasonIndex.Of(spending, spendingChance, SeasonOf));
    }

    /// <summary>The squared coefficient of variation of what a buyer spends in a month.</summary>
    private double RelativeSpread()
    {
        var (squares, sales, buyers) = (0.0, 0.0, 0.0);
        for (var month = _first; month <= _origin; month++)
        {
            squares += (double)_evidence.Totals[month].SquaredSpend;
            sales += _evidence.Totals[month].Sales;
            buyers += _evidence.Totals[month].Buyers;
        }

        return sales > 0 ? Math.Max(0.01, (squares * buyers / (sales * sales)) - 1) : 1;
    }

    private double SquaredSpend()
    {
        var (squares, buyers) = (0.0, 0.0);
        for (var month = _first; month <= _origin; month++)
        {
            squares += WeightOf(month) * (double)_evidence.Totals[month].SquaredSpend;
            buyers += WeightOf(month) * _evidence.Totals[month].Buyers;
        }

        return buyers > 0 ? squares / buyers : 0;
    }

    private double PoolNewcomers()
    {
        var (sales, newcomers) = (0.0, 0.0);
        for (var month = _first; month <= _origin; month++)
        {
            var season = SpendingSeason[_evidence.Calendar.SeasonOf(month)];
            sales += WeightOf(month) * _evidence.Totals[month].NewSales;
            newcomers += WeightOf(month) * _evidence.Totals[month].New * season;
        }

        return newcomers > 0 ? sales / newcomers : 0;
    }

    private double[] ReturnShares()
    {
        var shares = new double[CustomerStates.MostSilent + 1];
        var activeMonths = ActiveMonths();
        for (var silence = 0; silence < shares.Length; silence++)
        {
            var (returned, bought) = (0.0, 0.0);
            for (var month = _first; month <= _origin; month++) returned += WeightOf(month) * _evidence.ReturnedIn(month, silence);
            for (var year = 0; year < CustomerMonths.CustomerYears; year++) bought += BoughtAfter(year, silence);
            var usual = silence >= activeMonths ? 1.0 : 0.0;
            shares[silence] = (returned + usual) / (bought + 1);
        }

        return shares;
    }

    private double BoughtAfter(int year, int silence)
    {
        if (silence >= CustomerStates.Memory) return Pooled[(year * CustomerStates.RateCount) + CustomerStates.RateState(silence, 0)].Bought;
        var bought = 0.0;
        for (var state = 0; state < CustomerStates.FrequencyClasses; state++)
        {
            bought += Pooled[(year * CustomerStates.RateCount) + (silence * CustomerStates.FrequencyClasses) + state].Bought;
        }

        return bought;
    }

    /// <summary>Whole months of the active period where it is made of them, else about as many.</summary>
    private double ActiveMonths()
    {
        var (days, per) = _evidence.ActivePeriod.NominalDays;
        return days / (double)per / (365.0 / 12);
    }

    private double[] ActiveShares()
    {
        var months = ActiveMonths();
        var isWhole = _evidence.ActivePeriod.Unit != Model.PeriodUnit.Day;
        var shares = new double[CustomerStates.MostSilent + 1];
        for (var silence = 0; silence < shares.Length; silence++)
        {
            var usual = Math.Clamp(months - silence, 0, 1);
            var (all, active) = (0.0, 0.0);
            for (var month = Math.Max(1, _origin - 11); month <= _origin; month++)
            {
                all += _evidence.SilentAt(month, silence).All;
                active += _evidence.SilentAt(month, silence).Active;
            }

            shares[silence] = isWhole ? Math.Round(usual) : (active + usual) / (all + 1);
        }

        return shares;
    }
}
