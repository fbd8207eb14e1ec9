using Mirai.Diagnosis;
using Mirai.Measures;
using Mirai.Model;

namespace Mirai.Cli.Page;

/// <summary>The tables of the diagnosis: each figure now, one active period before, and the change.</summary>
internal sealed class FigureTables(DiagnosisFigures diagnosis, FigureText figures, PageSetting setting, int width)
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int RecentDays = 90;

    /// <summary>Into year 2 and into year 3: what the field expects.</summary>
    private static readonly double[] Benchmarks = [0.65, 0.86];

    private Wording.PageTexts Texts => setting.Texts.Page;

    /// <summary>Who is there, who came, who went, and who is about to go.</summary>
    public Block Customers() => Table(
        Part(
            Texts.Customers, CustomerMeasures.ActiveCustomers, CustomerMeasures.NewCustomersYoy, CustomerMeasures.RetainedCustomers,
            CustomerMeasures.ReactivatedCustomersYoy, CustomerMeasures.LostCustomers, CustomerMeasures.LapsedPool),
        Part(Texts.Omens, CustomerMeasures.AtRiskCustomers, CustomerMeasures.ExpiringCustomers, CustomerMeasures.OverdueCustomers),
        Part(Texts.OfTheDay, CustomerMeasures.NewCustomers, CustomerMeasures.ReactivatedCustomers, CustomerMeasures.LapsedCustomers));

    /// <summary>What they buy, and at which rates they stay and come.</summary>
    public Block Sales()
    {
        var sales = Part(
            Texts.Sales, SalesMeasures.TrailingSales, SalesMeasures.AnnualLtv, SalesMeasures.PurchaseFrequency, SalesMeasures.AverageOrderValue);
        var rates = Part(
            Texts.Rates, CustomerMeasures.RetentionRate, CustomerMeasures.NewCustomerRate, CustomerMeasures.ReactivationRate,
            CustomerMeasures.SecondPurchaseRate);
        return !diagnosis.HasDiscounts
            ? Table(sales, rates)
            : Table(sales, rates, Part(
                $"{Texts.Discounts}  {Texts.Recent(RecentDays)}", SalesMeasures.DiscountRate, SalesMeasures.DiscountedPurchaseShare,
                SalesMeasures.DiscountedSalesShare, SalesMeasures.DiscountAcquiredShare));
    }

    /// <summary>Retention into each customer year, beside what the field expects.</summary>
    public Block RetentionByYear()
    {
        var shares = diagnosis.Retention.ByCustomerYear;
        var hasBenchmarks = diagnosis.ActivePeriod == Period.OneYear;
        return Retention(Texts.RetentionByYear, shares,
            i => hasBenchmarks ? Texts.IntoYear(i + 2 < 6 ? $"{i + 2}" : "6+") : Texts.InYear(shares[i].SegmentValue), hasBenchmarks ? Benchmarks : []);
    }

    /// <summary>Retention by how often a customer had bought.</summary>
    public Block RetentionByCount()
    {
        var shares = diagnosis.Retention.ByPurchaseCount;
        return Retention(Texts.RetentionByCount, shares, i => Texts.PurchaseCount(shares[i].SegmentValue), []);
    }

    private Block Retention(string title, IReadOnlyList<SegmentShare> shares, Func<int, string> nameOf, double[] benchmarks)
    {
        var isIncomplete = !diagnosis.IsRetentionComplete;
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
            line.EndAt(rate, figures.Percentage(share.Value) + figures.Mark(isIncomplete && share.Value is not null), tone);
            if (benchmark is { } shown) line.EndAt(expected, "≥ " + figures.Percentage(shown), Tone.Faint);
            block.Add(line);
        }

        return block;
    }

    private (string Title, Row[] Rows) Part(string title, params Measure[] measures) => (title, [.. measures.Select(RowOf)]);

    private Row RowOf(Measure measure)
    {
        var compared = diagnosis[measure];
        return new Row(
            Texts.LabelOf(measure, setting.Texts), [figures.Of(measure, compared.Now), figures.Of(measure, compared.Before), Change(compared)],
            FigureText.ToneOf(compared));
    }

    private Block Table(params (string Title, Row[] Rows)[] parts)
    {
        string[] headings = [Texts.Now, Texts.Before(diagnosis.ActivePeriod), Texts.Change];
        var rows = parts.SelectMany(part => part.Rows).ToList();
        var ends = new int[headings.Length];
        ends[0] = Indent + rows.Max(row => Line.WidthOf(row.Label)) + Gap;
        for (var i = 0; i < ends.Length; i++)
        {
            var needed = Math.Max(Line.WidthOf(headings[i]), rows.Max(row => Line.WidthOf(row.Figures[i])));
            ends[i] = (i == 0 ? ends[0] : ends[i - 1] + Gap) + needed;
        }

        // What is left of the width goes between the columns.
        var spare = Math.Max(0, width - ends[^1]) / ends.Length;
        for (var i = 0; i < ends.Length; i++) ends[i] += (i + 1) * spare;
        var block = new Block();
        foreach (var (title, rowsOfPart) in parts)
        {
            var head = Line.Of(title, Tone.Accent);
            for (var i = 0; i < ends.Length && block.Lines.Count == 0; i++) head.EndAt(ends[i], headings[i], Tone.Faint);
            block.Add(head);
            foreach (var row in rowsOfPart) block.Add(LineOf(row, ends));
        }

        return block;

        static Line LineOf(Row row, int[] ends) => new Line().To(Indent).Add(row.Label).EndAt(ends[0], row.Figures[0])
            .EndAt(ends[1], row.Figures[1], Tone.Faint).EndAt(ends[2], row.Figures[2], row.Tone);
    }

    /// <summary>Heads in heads, percentages in points, all else in percent.</summary>
    private string Change(ComparedFigure compared) => compared.Measure.Unit == MeasureUnit.Customers ? figures.Change(compared) : figures.ChangeRate(compared);

    /// <summary>A measure's line: its name, the figures now and before and the change, and how the change is judged.</summary>
    private readonly record struct Row(string Label, string[] Figures, Tone Tone);
}
