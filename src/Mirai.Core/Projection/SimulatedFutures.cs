using MathNet.Numerics.Distributions;
using Mirai.Lifetime;

namespace Mirai.Projection;

/// <summary>Futures of customers drawn from MBG/NBD, added up by month. Time runs faster in the months in which more is bought.</summary>
internal sealed class SimulatedFutures
{
    private const int LeastDraws = 20_000;
    private const double DaysPerWeek = 7;

    private readonly ForecastEvidence _evidence;
    private readonly OriginEvidence _known;
    private readonly int _origin;
    private readonly int _months;
    private readonly Random _random;
    private readonly double[] _ends;
    private readonly double[] _clock;
    private readonly double[] _before;
    private readonly double _activeDays;
    private readonly double[] _active;
    private readonly double[] _buyers;
    private readonly double[] _sales;
    private readonly double[] _reactivated;

    public SimulatedFutures(ForecastEvidence evidence, OriginEvidence known, int origin, int months, Random random)
    {
        (_evidence, _known, _origin, _months, _random) = (evidence, known, origin, months, random);
        (_active, _buyers, _sales, _reactivated) = (new double[months], new double[months], new double[months], new double[months]);
        (_ends, _clock, _before) = (new double[months + 1], new double[months + 1], new double[months]);
        var calendar = evidence.Calendar;
        var now = calendar.EndOf(origin).DayNumber;
        for (var month = 0; month < months; month++)
        {
            var end = calendar.EndOf(origin + 1 + month);
            _ends[month + 1] = end.DayNumber - now;
            _clock[month + 1] = _clock[month] + ((_ends[month + 1] - _ends[month]) * known.BuyingSeason[calendar.SeasonOf(origin + 1 + month)]);
            _before[month] = evidence.ActivePeriod.Before(end).DayNumber - now;
        }

        var (days, per) = evidence.ActivePeriod.NominalDays;
        _activeDays = days / (double)per;
    }

    /// <summary>Today's customers, those of the sample standing for all.</summary>
    public void Existing(MbgNbdModel model, GammaGammaModel spend, IReadOnlyList<CustomerLife> lives)
    {
        if (lives.Count == 0) return;
        var today = _evidence.ActivePeriod.Before(_evidence.Calendar.EndOf(_origin)).DayNumber - _evidence.Calendar.EndOf(_origin).DayNumber;
        var active = lives.Count(life => life.RecencyDays - life.AgeDays > today);
        var times = Math.Max(1, (LeastDraws + lives.Count - 1) / lives.Count);
        var weight = active > 0 ? _evidence.Totals[_origin].Active / ((double)active * times) : 0;
        foreach (var life in lives)
        {
            var (recency, age) = (life.RecencyDays / DaysPerWeek, life.AgeDays / DaysPerWeek);
            var alive = model.ProbabilityAlive(PurchasePattern.Weeks(life.Frequency, recency, age));
            var amount = spend.ExpectedSpend(life.Frequency, life.MeanSpend);
            for (var draw = 0; draw < times; draw++)
            {
                var isAlive = _random.NextDouble() < alive;
                var rate = isAlive ? Gamma.Sample(_random, model.R + life.Frequency, model.Alpha + age) : 0;
                var dropOut = isAlive ? Beta.Sample(_random, model.A, model.B + life.Frequency + 1) : 1;
                Live(rate, dropOut, life.RecencyDays - life.AgeDays, 0, amount, weight, isAlive);
            }
        }
    }

    /// <summary>The customers to come.</summary>
    public void Newcomers(MbgNbdModel model, GammaGammaModel spend, double[] newCustomers)
    {
        var draws = Math.Max(50, LeastDraws / 2 / Math.Max(1, _months));
        for (var month = 0; month < _months; month++)
        {
            if (newCustomers[month] <= 0) continue;
            for (var draw = 0; draw < draws; draw++)
            {
                var first = _ends[month] + ((_ends[month + 1] - _ends[month]) * _random.NextDouble());
                var dropOut = Beta.Sample(_random, model.A, model.B);
                var isAlive = _random.NextDouble() >= dropOut;
                Live(Gamma.Sample(_random, model.R, model.Alpha), dropOut, first, first, spend.ExpectedSpend(0, 0), newCustomers[month] / draws, isAlive);
            }
        }
    }

    /// <summary>The sums as a forecast.</summary>
    public ForecastPath Path(double[] newCustomers, double[] activeChance)
    {
        var unit = (double)_evidence.Currency.MinorPerUnit;
        var path = new ForecastPath(_months) { ActiveChance = activeChance, SalesChance = new double[_months] };
        var active = (double)_evidence.Totals[_origin].Active;
        var kept = _evidence.KeptShare(_origin);
        for (var month = 0; month < _months; month++)
        {
            var season = _known.SpendingSeason[_evidence.Calendar.SeasonOf(_origin + 1 + month)];
            path[ForecastMeasure.ActiveCustomers][month] = _active[month];
            path[ForecastMeasure.NewCustomers][month] = newCustomers[month];
            path[ForecastMeasure.ReactivatedCustomers][month] = _reactivated[month];
            path[ForecastMeasure.LapsedCustomers][month] = Math.Max(0, active + newCustomers[month] + _reactivated[month] - _active[month]);
            path[ForecastMeasure.Sales][month] = ((_sales[month] * kept) + (newCustomers[month] * _known.NewcomerSpending / unit)) * season;
            path.SalesChance[month] = (_buyers[month] + newCustomers[month]) * _known.MeanSquaredSpend / (unit * unit);
            active = _active[month];
        }

        return path;
    }

    /// <summary>One life from a purchase on: at each further one, the customer drops out by chance.</summary>
    private void Live(double weeklyRate, double dropOut, double last, double from, double amount, double weight, bool isAlive)
    {
        var month = 0;
        var clock = ClockAt(from);
        while (true)
        {
            clock = isAlive ? clock + (Exponential.Sample(_random, weeklyRate) * DaysPerWeek) : double.PositiveInfinity;
            var next = DayAt(clock);
            while (month < _months && next > _ends[month + 1])
            {
                if (last > _before[month] && last <= _ends[month + 1]) _active[month] += weight;
                month++;
            }

            if (month == _months) return;
            _sales[month] += weight * amount;
            _buyers[month] += weight;
            if (next - last > _activeDays) _reactivated[month] += weight;
            last = next;
            isAlive = _random.NextDouble() >= dropOut;
        }
    }

    private double ClockAt(double day)
    {
        var month = Math.Min(_months - 1, Place(_ends, day));
        return _clock[month] + ((day - _ends[month]) / (_ends[month + 1] - _ends[month]) * (_clock[month + 1] - _clock[month]));
    }

    private double DayAt(double clock)
    {
        if (clock >= _clock[^1]) return double.PositiveInfinity;
        var month = Place(_clock, clock);
        return _ends[month] + ((clock - _clock[month]) / (_clock[month + 1] - _clock[month]) * (_ends[month + 1] - _ends[month]));
    }

    private static int Place(double[] bounds, double value)
    {
        var found = Array.BinarySearch(bounds, value);
        return Math.Clamp(found < 0 ? ~found - 1 : found, 0, bounds.Length - 2);
    }
}
