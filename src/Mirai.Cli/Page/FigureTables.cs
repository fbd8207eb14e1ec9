using Mirai.Cli.Output;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>The tables of the diagnosis: each figure now, one active period before, and the change.</summary>
internal sealed class FigureTables(ListDiagnosis diagnosis, FigureText figures, PageSetting setting, int width)
{
    private const int Indent = 2;
    private const int MostColumn = 18;
    private const int RecentDays = 90;

    /// <summary>Into year 2 and into year 3: what the field expects.</summary>
    private static readonly double[] Benchmarks = [0.65, 0.86];

    private Wording.PageTexts Texts => setting.Texts.Page;

    /// <summary>Who is there, who came, who went, and who is about to go.</summary>
    public Block Customers()
    {
        var block = new Block().Add(Head(Texts.Customers));
        AddAll(
            block,
            [
                CustomerMeasures.ActiveCustomers, CustomerMeasures.NewCustomersYoy, CustomerMeasures.RetainedCustomers,
                CustomerMeasures.ReactivatedCustomersYoy, CustomerMeasures.LostCustomers, CustomerMeasures.LapsedPool,
            ]);
        block.Add(Line.Of(Texts.Omens, Tone.Accent));
        AddAll(block, [CustomerMeasures.AtRiskCustomers, CustomerMeasures.ExpiringCustomers, CustomerMeasures.OverdueCustomers]);
        block.Add(Line.Of(Texts.OfTheDay, Tone.Accent));
        AddAll(block, [CustomerMeasures.NewCustomers, CustomerMeasures.ReactivatedCustomers, CustomerMeasures.LapsedCustomers]);
        return block;
    }

    /// <summary>What they buy, and at which rates they stay and come.</summary>
    public Block Sales()
    {
        var block = new Block().Add(Head(Texts.Sales));
        AddAll(
            block,
            [SalesMeasures.TrailingSales, SalesMeasures.AnnualLtv, SalesMeasures.PurchaseFrequency, SalesMeasures.AverageOrderValue]);
        block.Add(Line.Of(Texts.Rates, Tone.Accent));
        AddAll(
            block,
            [
                CustomerMeasures.RetentionRate, CustomerMeasures.NewCustomerRate, CustomerMeasures.ReactivationRate,
                CustomerMeasures.SecondPurchaseRate,
            ]);
        if (!diagnosis.Input.History.HasDiscounts) return block;
        block.Heading(Texts.Discounts, Texts.Recent(RecentDays));
        AddAll(
            block,
            [
                SalesMeasures.DiscountRate, SalesMeasures.DiscountedPurchaseShare, SalesMeasures.DiscountedSalesShare,
                SalesMeasures.DiscountAcquiredShare,
            ]);
        return block;
    }

    /// <summary>Retention into each customer year, beside what the field expects.</summary>
    public Block RetentionByYear()
    {
        var shares = diagnosis.Retention.ByCustomerYear;
        var hasBenchmarks = diagnosis.ActivePeriod == Period.OneYear;
        return Retention(Texts.RetentionByYear, shares, i => Texts.IntoYear(i + 2 < 6 ? $"{i + 2}" : "6+"), hasBenchmarks ? Benchmarks : []);
    }

    /// <summary>Retention by how often a customer had bought.</summary>
    public Block RetentionByCount()
    {
        var shares = diagnosis.Retention.ByPurchaseCount;
        return Retention(Texts.RetentionByCount, shares, i => Texts.PurchaseCount(shares[i].SegmentValue), []);
    }

    private Block Retention(string title, IReadOnlyList<SegmentShare> shares, Func<int, string> nameOf, double[] benchmarks)
    {
        var mark = diagnosis.On(CustomerMeasures.RetentionRate, diagnosis.Day).IsIncomplete ? FigureText.IncompleteMark : "";
        var (heads, rate, expected) = (width * 5 / 9, width * 7 / 9, width);
        var head = Line.Of(title, Tone.Accent).EndAt(heads, Texts.Retained, Tone.Faint).EndAt(rate, Texts.Rate, Tone.Faint);
        if (benchmarks.Length > 0) head.EndAt(expected, Texts.Benchmark, Tone.Faint);
        var block = new Block().Add(head);
        for (var i = 0; i < shares.Count; i++)
        {
            var share = shares[i].Share;
            var benchmark = i < benchmarks.Length ? benchmarks[i] : (double?)null;
            var tone = benchmark is { } least && share.Value is { } value ? value < least ? Tone.Bad : Tone.Good : Tone.Plain;
            var line = new Line().To(Indent).Add(nameOf(i));
            line.EndAt(heads, share.Whole == 0 ? FigureText.Missing : $"{FigureText.Count(share.Part)} / {FigureText.Count(share.Whole)}", Tone.Faint);
            line.EndAt(rate, figures.Percentage(share.Value) + (share.Value is null ? "" : mark), tone);
            if (benchmark is { } shown) line.EndAt(expected, "≥ " + figures.Percentage(shown), Tone.Faint);
            block.Add(line);
        }

        return block;
    }

    private Line Head(string title)
    {
        var line = Line.Of(title, Tone.Accent);
        var headings = new[] { Texts.Now, Texts.Before(diagnosis.ActivePeriod), Texts.Change };
        for (var i = 0; i < headings.Length; i++) line.EndAt(EndOf(i), headings[i], Tone.Faint);
        return line;
    }

    private void AddAll(Block block, Measure[] measures)
    {
        foreach (var measure in measures)
        {
            var compared = diagnosis.Compare(measure);
            var line = new Line().To(Indent).Add(Texts.LabelOf(measure, setting.Texts));
            line.EndAt(EndOf(0), figures.Of(compared.Now)).EndAt(EndOf(1), figures.Of(compared.Before), Tone.Faint);
            block.Add(line.EndAt(EndOf(2), Change(compared), FigureText.ToneOf(measure, compared.Now, compared.Before)));
        }
    }

    /// <summary>Heads in heads, percentages in points, all else in percent.</summary>
    private string Change(Comparison compared) =>
        compared.Now.Kind == CellKind.Count ? figures.Difference(compared.Now, compared.Before) : figures.Relative(compared.Now, compared.Before);

    private int EndOf(int column)
    {
        var step = Math.Min(MostColumn, (width - 24) / 3);
        return width - ((2 - column) * step);
    }
}
