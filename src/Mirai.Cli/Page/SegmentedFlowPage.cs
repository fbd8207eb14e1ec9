using System.Globalization;
using Mirai.Cli.Input;
using Mirai.Cli.Output;
using Mirai.Cli.Wording;
using Mirai.Segments;

namespace Mirai.Cli.Page;

/// <summary>The flow of customers by segment, and what explains the change of sales.</summary>
internal static class SegmentedFlowPage
{
    /// <summary>The page.</summary>
    public static Block Of(SegmentedFlow flow, PurchaseInput input, PageSetting setting)
    {
        var texts = setting.Texts.Page;
        var words = setting.Texts.Words;
        var name = words.OfSegment(flow.Segment.Id);
        var page = new Block().Add(new Line().Add(texts.FlowTitle, Tone.Strong).Add($"  {name}  {Iso(flow.Flow.From)} - {Iso(flow.Flow.To)}", Tone.Faint));
        page.Add(Line.Of(new string('─', setting.Width), Tone.Faint)).Blank();
        var figures = new FigureText(setting.Texts, input.History.Currency);
        var mark = figures.Mark(!input.IsComplete(flow.Flow.From));
        var heads = FlowTexts.In(setting.Texts);
        page.Add(Line.Of(texts.Flow + mark, Tone.Accent)).Add(Heads(flow, name, figures, setting, heads)).Blank();
        page.Add(Line.Of(texts.Explanation + mark, Tone.Accent)).Add(Sales(flow, name, figures, setting, heads)).Blank();
        page.Text(heads.MovedNote, setting.Width, tone: Tone.Faint);
        return figures.HasMarked ? page.Text(texts.Incomplete(words.Of(input.Analysis.Options.ActivePeriod)), setting.Width, tone: Tone.Faint) : page;
    }

    private static Block Heads(SegmentedFlow flow, string name, FigureText figures, PageSetting setting, FlowTexts texts)
    {
        string[] heads = [name, texts.Before, texts.New, texts.Reactivated, texts.Lapsed, texts.Moved, texts.After, texts.Retention];
        var rows = flow.Flow.Rows.Where(row => row.ActiveBefore + row.ActiveAfter > 0 || row.Value is not Segment.None).Select(row => Row(
            setting.Texts.Words.OfValue(flow.Segment.Id, row.Value), row.ActiveBefore, row.New, row.Reactivated, row.Lapsed, FigureText.CountChange(row.Moved),
            row.ActiveAfter, row.RetentionRate.Value)).ToList();
        var whole = flow.Whole;
        rows.Add(Row(texts.Whole, whole.ActiveBefore, whole.New, whole.Reactivated, whole.Lapsed, "", whole.ActiveAfter, whole.RetentionRate.Value));
        return PlainTable.Of(heads, rows, setting.Width, strong: 1);

        string[] Row(string value, long before, long fresh, long reactivated, long lapsed, string moved, long after, double? retention) =>
        [
            value, FigureText.Count(before), FigureText.CountChange(fresh), FigureText.CountChange(reactivated), FigureText.CountChange(-lapsed), moved,
            FigureText.Count(after), figures.Percentage(retention),
        ];
    }

    private static Block Sales(SegmentedFlow flow, string name, FigureText figures, PageSetting setting, FlowTexts texts)
    {
        string[] heads = [name, texts.Customers, texts.Frequency, texts.OrderValue, texts.Returns, texts.Together];
        var rows = flow.Sales.Parts.Select(part => (string[])
        [
            setting.Texts.Words.OfValue(flow.Segment.Id, part.Value), figures.MoneyChange(part.Customers), figures.MoneyChange(part.Frequency),
            figures.MoneyChange(part.OrderValue), figures.MoneyChange(part.Returns), figures.MoneyChange(part.Total),
        ]).ToList();
        rows.Add([texts.Mix, "", "", "", "", figures.MoneyChange(flow.Sales.Mix)]);
        rows.Add([setting.Texts.Page.WholeChange, "", "", "", "", figures.MoneyChange(flow.Sales.Change)]);
        return PlainTable.Of(heads, rows, setting.Width, strong: 1);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
