using Mirai.Model;

namespace Mirai.Projection;

/// <summary>Makes curves of counts: adds to whole years the open ones, by exposure.</summary>
internal static class OwnYearExposure
{
    /// <summary>How many buyers of whole years make a pattern.</summary>
    public const int LeastBuyers = 30;

    private const int LastBand = 5;

    public static OwnYearCurves CurvesOf(OwnYearCounts counts, DateOnly asOf, Currency currency)
    {
        var years = new List<OwnYear>();
        for (var year = 1; year <= counts.Years; year++)
        {
            var retention = year < counts.Years ? Retention(counts, year) : new CurveEvidence(year, 0, 0);
            var value = Value(counts, year, currency);
            var next = year < counts.Years ? counts.Whole[year + 1] : default;
            var whole = counts.Whole[year];
            years.Add(new OwnYear(year, whole.Buyers, currency.ToAmount(whole.Sales), next.AtRisk, next.Stayed, retention, value));
        }

        while (years.Count > 0 && years[^1] is { Buyers: 0, AtRisk: 0, Sales: 0, Value.Whole: 0, Retention.Whole: 0 }) years.RemoveAt(years.Count - 1);
        return new OwnYearCurves(asOf, years, Lapsed(counts, currency));
    }

    private static CurveEvidence Retention(OwnYearCounts counts, int year)
    {
        var next = year + 1;
        var pattern = Pattern(counts, next, 2, counts.FirstStayers, counts.FirstStayers);
        var (stayed, atRisk) = ((decimal)counts.Whole[next].Stayed, (decimal)counts.Whole[next].AtRisk);
        for (var elapsed = 1; elapsed < OwnYearCounts.YearDays; elapsed++)
        {
            var open = counts.Open[OwnYearCounts.RowOf(next) + elapsed];
            var share = open.AtRisk == 0 ? 0 : pattern.Until(elapsed);
            if (share <= 0) continue;
            stayed += open.Stayed;
            atRisk += open.AtRisk * share;
        }

        return new CurveEvidence(year, Math.Min(stayed, atRisk), atRisk);
    }

    private static CurveEvidence Value(OwnYearCounts counts, int year, Currency currency)
    {
        var least = Math.Min(year, 2);
        var ofBuyers = Pattern(counts, year, least, counts.FirstBuyers, counts.FirstBuyers);
        var ofSales = Pattern(counts, year, least, counts.DaySales, counts.FirstBuyers);
        var (sales, buyers) = (counts.Whole[year].Sales, (decimal)counts.Whole[year].Buyers);
        for (var elapsed = 1; elapsed < OwnYearCounts.YearDays; elapsed++)
        {
            var open = counts.Open[OwnYearCounts.RowOf(year) + elapsed];
            if (open is { Buyers: 0, Sales: 0 }) continue;
            var (bought, spent) = (year == 1 ? 1 : ofBuyers.Until(elapsed), ofSales.Until(elapsed));
            if (bought <= 0 || spent <= 0) continue;
            sales += open.Sales;
            buyers += open.Buyers * spent / bought;
        }

        return buyers == 0 ? new CurveEvidence(year, 0, 0) : new CurveEvidence(year, currency.ToAmount(sales), buyers);
    }

    private static List<LapsedYear> Lapsed(OwnYearCounts counts, Currency currency)
    {
        var pattern = Returners(counts);
        var lapsed = new List<LapsedYear>();
        for (var silent = 1; silent <= counts.Years; silent++)
        {
            var whole = counts.Lapsed[silent];
            var (returned, atRisk, begun) = ((decimal)whole.Returned, (decimal)whole.AtRisk, whole.AtRisk);
            for (var elapsed = 1; elapsed < OwnYearCounts.YearDays; elapsed++)
            {
                var open = counts.OpenLapsed[OwnYearCounts.RowOf(silent) + elapsed];
                begun += open.AtRisk;
                var share = open.AtRisk == 0 ? 0 : pattern.Until(elapsed);
                if (share <= 0) continue;
                returned += open.Returned;
                atRisk += open.AtRisk * share;
            }

            if (begun == 0) continue;
            var value = new CurveEvidence(silent, whole.Returned == 0 ? 0 : currency.ToAmount(whole.Sales), whole.Returned);
            lapsed.Add(new LapsedYear(silent, whole.AtRisk, whole.Returned, new CurveEvidence(silent, Math.Min(returned, atRisk), atRisk), value));
        }

        return lapsed;
    }

    /// <summary>How a year goes: of its own band of years (5 and more are one), or of the next younger one that enough buyers have been through.</summary>
    private static YearPattern Pattern(OwnYearCounts counts, int year, int least, long[] table, long[] evidence)
    {
        for (var band = Math.Min(year, LastBand); band >= least; band--)
        {
            var (pattern, buyers) = (new long[OwnYearCounts.YearDays], 0L);
            for (var row = band; row <= (band == LastBand ? counts.Years : Math.Min(band, counts.Years)); row++)
            {
                for (var day = 0; day < pattern.Length; day++)
                {
                    pattern[day] += table[OwnYearCounts.RowOf(row) + day];
                    buyers += evidence[OwnYearCounts.RowOf(row) + day];
                }
            }

            if (buyers >= LeastBuyers && YearPattern.Of(pattern) is { } found) return found;
        }

        return YearPattern.Even;
    }

    private static YearPattern Returners(OwnYearCounts counts)
    {
        var days = new long[OwnYearCounts.YearDays];
        for (var year = 2; year <= counts.Years; year++)
        {
            for (var day = 0; day < days.Length; day++)
            {
                var cell = OwnYearCounts.RowOf(year) + day;
                days[day] += counts.FirstBuyers[cell] - counts.FirstStayers[cell];
            }
        }

        return days.Sum() >= LeastBuyers && YearPattern.Of(days) is { } found ? found : YearPattern.Even;
    }

    /// <summary>How much of a year's whole has come by each day of it.</summary>
    private sealed class YearPattern
    {
        private readonly long[]? _until;

        private YearPattern(long[]? until) => _until = until;

        /// <summary>The same every day.</summary>
        public static YearPattern Even { get; } = new(until: null);

        /// <summary>From what came on each day; <see langword="null"/> where in all nothing did.</summary>
        public static YearPattern? Of(long[] byDay)
        {
            var until = new long[byDay.Length + 1];
            for (var day = 0; day < byDay.Length; day++) until[day + 1] = until[day] + byDay[day];
            return until[^1] > 0 ? new YearPattern(until) : null;
        }

        /// <summary>The share that has come in the first days of a year.</summary>
        public decimal Until(int elapsedDays) =>
            _until is null ? Math.Min(1, elapsedDays / 365m) : (decimal)_until[elapsedDays] / _until[^1];
    }
}
