using System.Globalization;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>Window churn and lifetime value on one page: the headline, the two windows, how it adds up, break-even, sample.</summary>
/// <param name="churn">The figures.</param>
/// <param name="sample">The intervals, where customers were drawn.</param>
/// <param name="setting">What the page is written for.</param>
/// <param name="currency">The currency of money.</param>
/// <param name="activePeriod">The time in which new customers were counted.</param>
internal sealed class ChurnPage(WindowChurn churn, WindowSample? sample, PageSetting setting, Currency currency, Period activePeriod)
{
    private const int Indent = 2;
    private const int FigureWidth = 16;
    private const int ChangeWidth = 12;
    private const int IntervalWidth = 30;

    private readonly ChurnTexts _texts = ChurnTexts.Of(setting.Texts);
    private readonly FigureText _figures = new(setting.Texts, currency);
    private readonly int _width = Math.Min(setting.Width, 90);

    private bool IsIncomplete => churn.Selection is { IsComplete: false };

    /// <summary>The page.</summary>
    public Block Make()
    {
        var page = new Block();
        var asOf = churn.Selection is { } selection ? setting.Texts.Page.AsOf(selection.AsOf) : "";
        page.Add(new Line().Add(_texts.Title, Tone.Strong).To(_width - Line.WidthOf(asOf)).Add(asOf, Tone.Strong));
        page.Add(Line.Of(new string('─', _width), Tone.Faint));
        page.Add(Headline()).Blank().Add(Windows()).Blank().Add(AddingUp());
        page.Blank().Add(churn.BreakEven is { } breakEven ? BreakEven(breakEven) : Needed());
        if (sample is not null) page.Blank().Add(Sample(sample));
        if (IsIncomplete) page.Blank().Text(_texts.Incomplete(churn.Options.Window), _width, tone: Tone.Faint);
        else if (churn.BreakEven is { IsComplete: false }) page.Blank().Text(_texts.IncompleteBreakEven, _width, tone: Tone.Faint);
        return page;
    }

    private Block Headline()
    {
        (string Name, string Value)[] columns =
        [
            (_texts.LifetimeValue, Value()), (_texts.ChurnOf(churn.Options.Window), Percentage(churn.Churn)), (_texts.AnnualChurn, Percentage(churn.AnnualChurn)),
        ];
        var (names, values) = (new Line(), new Line());
        for (var i = 0; i < columns.Length; i++)
        {
            names.To((i * _width / columns.Length) + Indent).Add(columns[i].Name, Tone.Faint);
            values.To((i * _width / columns.Length) + Indent).Add(columns[i].Value, Tone.Strong);
        }

        var block = new Block().Blank().Add(names).Add(values);
        if (churn.LifetimeValue is UnboundedLifetimeValue unbounded) block.Text(_texts.UnboundedBecause(unbounded.Reason), _width - Indent, "  ", Tone.Faint);
        return block;
    }

    private Block Windows()
    {
        var totals = churn.Totals;
        (string Name, Cell Base, Cell Next)[] rows =
        [
            (_texts.BaseCustomers, Cell.Of(totals.BaseCustomers), Cell.Of(totals.NextCustomers)),
            (_texts.Frequency, Ratio(churn.BaseFrequency), Ratio(churn.NextFrequency)),
            (_texts.OrderValue, Money(churn.BaseOrderValue), Money(churn.NextOrderValue)),
            (_texts.Purchases, Cell.Of(totals.BasePurchases), Cell.Of(totals.NextPurchases)),
            (_texts.Sales, Cell.Money(totals.BaseSales), Cell.Money(totals.NextSales)),
        ];
        var name = Indent + rows.Max(row => Line.WidthOf(row.Name)) + 2;
        var (before, after) = (name + FigureWidth, name + (2 * FigureWidth));
        var heading = new Line().EndAt(before, _texts.BaseWindow, Tone.Accent).EndAt(after, _texts.NextWindow, Tone.Accent);
        var block = new Block().Add(heading.EndAt(after + ChangeWidth, _texts.Change, Tone.Accent));
        if (churn.Selection is { } selection)
        {
            block.Add(new Line().EndAt(before, Iso(selection.BaseDays.First), Tone.Faint).EndAt(after, Iso(selection.NextDays.First), Tone.Faint));
            block.Add(new Line().EndAt(before, "- " + Iso(selection.BaseDays.Last), Tone.Faint).EndAt(after, "- " + Iso(selection.NextDays.Last), Tone.Faint));
        }

        foreach (var (text, old, now) in rows)
        {
            var tone = now.Value < old.Value ? Tone.Bad : now.Value > old.Value ? Tone.Good : Tone.Plain;
            var line = new Line().To(Indent).Add(text).EndAt(before, _figures.Plain(old)).EndAt(after, _figures.Plain(now), Tone.Strong);
            block.Add(line.EndAt(after + ChangeWidth, _figures.ChangeRate(now, old), tone));
        }

        return churn.Selection is null || sample is not null ? block : block.Blank().Text(Chosen(churn.Selection), _width - Indent, "  ", Tone.Faint);
    }

    private string Chosen(WindowSelection selection)
    {
        var buyers = FigureText.Count(selection.Buyers);
        if (selection.Buyers == churn.Totals.BaseCustomers) return _texts.AllChosen(buyers);
        var share = selection.BuyerSales == 0 ? null : (double?)(churn.Totals.BaseSales / selection.BuyerSales);
        return _texts.Chosen(FigureText.Count(churn.Totals.BaseCustomers), buyers, _figures.Percentage(share), _figures.Money(selection.LeastSpend));
    }

    private Block AddingUp()
    {
        var options = churn.Options;
        var (periods, years) = options.Window.PeriodsPerYear;
        var windows = (double)periods / years;
        var isRise = churn.FrequencyDecline < 0 && !options.IsDeclineSigned;
        var margin = options.MarginRate < 1 ? $"{_texts.Margin} {_figures.Percentage((double)options.MarginRate)}" : "";
        var isSimple = options.Annualisation == Annualisation.Simple;
        var rows = new List<(string Name, string Value, string Remark, Tone Tone)>
        {
            (_texts.LostRate, Percentage(churn.LostRate), "", Tone.Plain),
            (_texts.Decline, Percentage(churn.FrequencyDecline), isRise ? _texts.RiseNotCounted : "", Tone.Plain),
            ("= " + _texts.ChurnOf(options.Window), Percentage(churn.Churn), "", Tone.Strong),
            ("= " + _texts.AnnualChurn, Percentage(churn.AnnualChurn), isSimple ? _texts.Simple(windows) : _texts.Compound(windows), Tone.Strong),
            (_texts.AnnualSpend, _figures.Plain(Money(churn.AnnualSpend)), margin, Tone.Plain),
            ("= " + _texts.LifetimeValue, Value(), _texts.SumOf(options), Tone.Strong),
            (_texts.Stay, churn.ExpectedYears is { } stay ? _texts.Years(stay) : FigureText.Missing, churn.ExceedsOneYear ? _texts.ExceedsOneYear : "", Tone.Plain),
            (_texts.StillPurchases, _figures.Plain(Ratio(churn.ExpectedPurchases)), "", Tone.Plain),
        };
        if (options.AcquisitionCost is not null)
        {
            rows.Add((_texts.Payback, churn.PaybackMonths is { } months ? _texts.Months(months) : _texts.Never, "", Tone.Plain));
            rows.Add((_texts.ValuePerCost, _figures.Plain(Ratio(churn.ValuePerCost)), "", Tone.Plain));
        }

        return List(_texts.HowItAddsUp, rows);
    }

    private Block BreakEven(BreakEven breakEven)
    {
        var mark = _figures.Mark(!breakEven.IsComplete);
        var rate = _figures.Percentage(breakEven.NewCustomerRate) + (breakEven.NewCustomerRate is null ? "" : mark);
        var needed = breakEven.NeededNewCustomers is { } enough ? _texts.NewOfYear(FigureText.Count(enough)) : "";
        var missing = breakEven.MissingNewCustomers is { } more ? FigureText.Count(more) + mark : FigureText.Missing;
        return List(
            _texts.BreakEven,
            [
                (_texts.NewCustomerRate, rate, _texts.NewOf(activePeriod, FigureText.Count(breakEven.NewCustomers), FigureText.Count(breakEven.Customers)), Tone.Plain),
                (_texts.ToHoldSales, Percentage(breakEven.AnnualChurn), needed, Tone.Plain),
                (_texts.MissingNew, missing, "", breakEven.MissingNewCustomers > 0 ? Tone.Bad : Tone.Good),
            ]);
    }

    /// <summary>What it takes, where it is not known how many customers are won.</summary>
    private Block Needed()
    {
        var customers = churn.Totals.BaseCustomers;
        var needed = Lifetime.BreakEven.Of(churn, customers, newCustomers: 0, Period.OneYear).NeededNewCustomers ?? 0;
        var remark = _texts.NewOfYearFor(FigureText.Count(needed), FigureText.Count(customers));
        return List(_texts.BreakEven, [(_texts.ToHoldSales, Percentage(churn.AnnualChurn), remark, Tone.Plain)]);
    }

    private Block Sample(WindowSample drawn)
    {
        var confidence = _figures.Percentage(drawn.Sampling.Confidence).Replace(".0", "", StringComparison.Ordinal);
        (string Name, Estimate? Estimate, Func<double, string> Text)[] rows =
        [
            (_texts.LostRate, drawn.LostRate, value => _figures.Percentage(value)), (_texts.Decline, drawn.FrequencyDecline, value => _figures.Percentage(value)),
            (_texts.ChurnOf(churn.Options.Window), drawn.WindowChurn, value => _figures.Percentage(value)),
            (_texts.AnnualChurn, drawn.AnnualChurn, value => _figures.Percentage(value)), (_texts.LifetimeValue, drawn.LifetimeValue, Bound),
        ];
        var name = Indent + rows.Max(row => Line.WidthOf(row.Name)) + 2;
        var heading = Line.Of(_texts.Sample, Tone.Accent).EndAt(name + FigureWidth, _texts.Estimate, Tone.Faint);
        var block = new Block().Add(heading.EndAt(name + FigureWidth + IntervalWidth, _texts.Interval(confidence), Tone.Faint));
        foreach (var (text, estimate, format) in rows)
        {
            if (estimate is not { } known) continue;
            block.Add(new Line().To(Indent).Add(text).EndAt(name + FigureWidth, format(known.Value), Tone.Strong)
                .EndAt(name + FigureWidth + IntervalWidth, $"{format(known.Low)} - {format(known.High)}"));
        }

        Remark(_texts.Drawn(FigureText.Count(drawn.Customers), FigureText.Count(drawn.BaseCustomers), drawn.Sampling.Seed, confidence));
        if (drawn.AnnualChurn is { } annual && drawn.CustomersFor(annual, 0.1) is { } forChurn) Remark(_texts.ForAnnualChurn(FigureText.Count(forChurn)));
        var value = drawn.LifetimeValue;
        if (value is { Value: > 0 } ltv && double.IsFinite(ltv.Value) && drawn.CustomersFor(ltv, ltv.Value * 0.2) is { } forValue)
            Remark(_texts.ForLifetimeValue(FigureText.Count(forValue)));
        return block;

        void Remark(string text) => block.Text(text, _width - Indent, "  ", Tone.Faint);
    }

    private static Block List(string heading, IReadOnlyList<(string Name, string Value, string Remark, Tone Tone)> rows)
    {
        var end = Indent + rows.Max(row => Line.WidthOf(row.Name)) + 2 + FigureWidth;
        var block = new Block().Heading(heading);
        foreach (var (name, value, remark, tone) in rows)
        {
            var line = new Line().To(Indent).Add(name).EndAt(end, value, tone);
            block.Add(remark.Length == 0 ? line : line.Add("  " + remark, Tone.Faint));
        }

        return block;
    }

    private string Value() => churn.LifetimeValue.IsUnbounded ? _texts.Unbounded : _figures.Plain(Money(churn.LifetimeValue.Amount)) + _figures.Mark(IsIncomplete);

    private string Bound(double value) => double.IsFinite(value) ? _figures.Plain(Money(value)) : _texts.Unbounded;

    private string Percentage(double? value) => _figures.Percentage(value) + _figures.Mark(IsIncomplete);

    private static Cell Money(double? value) => value is { } number ? new Cell(CellKind.MoneyRate, Number: number) : Cell.Missing;

    private static Cell Ratio(double? value) => value is { } number ? new Cell(CellKind.Ratio, Number: number) : Cell.Missing;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
