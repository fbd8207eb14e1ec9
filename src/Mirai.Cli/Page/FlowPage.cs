using System.Globalization;
using Mirai.Cli.Input;
using Mirai.Measures;

namespace Mirai.Cli.Page;

/// <summary>The flow of customers between two days, and what explains the change of sales.</summary>
internal static class FlowPage
{
    private const int Indent = 2;

    /// <summary>The page of the flow alone.</summary>
    public static Block Of(SalesExplanation explained, PurchaseInput input, PageSetting setting)
    {
        var texts = setting.Texts.Page;
        var page = new Block().Add(new Line().Add(texts.FlowTitle, Tone.Strong).Add($"  {Iso(explained.From)} - {Iso(explained.To)}", Tone.Faint));
        page.Add(Line.Of(new string('─', setting.Width), Tone.Faint)).Blank();
        var figures = new FigureText(setting.Texts, input.History.Currency);
        var mark = figures.Mark(!input.IsComplete(explained.From));
        page.Add(Heads(explained.Flow, figures, setting, mark)).Blank().Add(Sales(explained, figures, setting, setting.Width, mark)).Blank();
        page.Text(texts.GrossNote, setting.Width, tone: Tone.Faint);
        var period = setting.Texts.Words.Of(input.Analysis.Options.ActivePeriod);
        return figures.HasMarked ? page.Text(texts.Incomplete(period), setting.Width, tone: Tone.Faint) : page;
    }

    /// <summary>Who came and went.</summary>
    public static Block Heads(CustomerFlow flow, FigureText figures, PageSetting setting, string mark)
    {
        var texts = setting.Texts.Page;
        var before = $"{texts.ActiveOn} {Iso(flow.From)}";
        var after = $"{texts.ActiveOn} {Iso(flow.To)}";
        string[] names = [before, texts.Retaining, texts.New, texts.Reactivated, texts.Lapsed, after];
        var net = Indent + names.Max(Line.WidthOf) + 2 + 9;
        var gross = net + 9;
        var block = new Block();
        block.Add(new Line().Add(texts.Flow + mark, Tone.Accent).EndAt(net, texts.Net, Tone.Faint).EndAt(gross, texts.Gross, Tone.Faint));
        block.Add(Row(before, flow.ActiveBefore, null, Tone.Plain));
        block.Add(Row(texts.New, flow.New, flow.GrossNew, Tone.Good));
        block.Add(Row(texts.Reactivated, flow.Reactivated, flow.GrossReactivated, Tone.Good));
        block.Add(Row(texts.Lapsed, flow.Lapsed, flow.GrossLapsed, Tone.Bad));
        block.Add(Row(after, flow.ActiveAfter, null, Tone.Strong));
        return block.Add(Row(texts.Retaining, flow.Retained, null, Tone.Faint).Add("  " + figures.Percentage(flow.RetentionRate.Value), Tone.Faint));

        Line Row(string name, long heads, long? all, Tone tone)
        {
            var line = new Line().To(Indent).Add(name).EndAt(net, FigureText.Count(heads), tone);
            return all is { } count ? line.EndAt(gross, FigureText.Count(count), Tone.Faint) : line;
        }
    }

    /// <summary>What explains the change of sales: parts that add up to the change as it is printed.</summary>
    public static Block Sales(SalesExplanation explained, FigureText figures, PageSetting setting, int width, string mark)
    {
        var texts = setting.Texts.Page;
        (string Name, decimal Part)[] parts =
        [
            (texts.ByNew, explained.NewCustomers), (texts.ByReactivated, explained.ReactivatedCustomers), (texts.ByLapsed, explained.LapsedCustomers),
            (texts.ByFrequency, explained.Frequency), (texts.ByOrderValue, explained.OrderValue), (texts.ByReturns, explained.Returns),
            (texts.WholeChange, explained.Change),
        ];
        var list = new List<BarEntry> { new($"{texts.SalesOn} {Iso(explained.From)}", figures.Money(explained.SalesBefore), null) };
        list.AddRange(parts.Select(part => new BarEntry(part.Name, figures.MoneyChange(part.Part), part.Part)));
        list.Add(new BarEntry($"{texts.SalesOn} {Iso(explained.To)}", figures.Money(explained.SalesAfter), null));
        return new Block().Heading(texts.Explanation + mark).Add(BarList.Of(list, width, Indent));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
