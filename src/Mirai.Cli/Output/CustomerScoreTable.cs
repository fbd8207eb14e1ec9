using Mirai.Cli.Commands;
using Mirai.Cli.Input;
using Mirai.Cli.Wording;
using Mirai.Lifetime;
using Mirai.Model;

namespace Mirai.Cli.Output;

/// <summary>What a fit expects of each customer, in ordinal order of the keys.</summary>
internal static class CustomerScoreTable
{
    /// <summary>The table. Spend and value are empty where the model of spend is not identified.</summary>
    /// <exception cref="WrongInputException">The model of purchases is not identified.</exception>
    public static DataTable Of(CommandRun run, PurchaseInput input, PurchaseModelKind kind, DateOnly until, TimeUnit unit, Period horizon)
    {
        var texts = FitTexts.Of(run.Texts);
        var fit = input.Analysis.FitPurchases(kind, until, unit, run.Stop);
        if (!fit.TryGetModel(out var model)) throw new WrongInputException(texts.NotIdentifiedForCustomers(texts.NotIdentified(fit.Reason!.Value)));
        var spend = input.Analysis.FitSpend(until, run.Stop);
        if (!spend.TryGetModel(out var spendModel)) run.Say(texts.NoSpend(texts.NotIdentified(spend.Reason!.Value)));
        var scores = input.Analysis.ScoreCustomers(model, until, spendModel, new PurchaseScoreOptions { Horizon = horizon }, progress: null, run.Stop);
        return new DataTable(
            [
                new("customer", run.Texts.Page.Customer, IsKey: true), new("frequency", texts.Frequency), new("recency_days", texts.Recency),
                new("age_days", texts.Age), new("probability_alive", texts.ProbabilityAlive), new("expected_purchases", texts.ExpectedPurchases),
                new("expected_spend", texts.ExpectedSpend), new("discounted_value", texts.DiscountedValue),
            ],
            Rows(input, scores), input.History.Currency);
    }

    private static IEnumerable<Cell[]> Rows(PurchaseInput input, PurchaseScores scores)
    {
        var known = Enumerable.Range(0, scores.Frequency.Length).Where(customer => scores.Frequency[customer] >= 0).ToArray();
        var keys = known.Select(input.History.CustomerKey).ToArray();
        Array.Sort(keys, known, StringComparer.Ordinal);
        for (var i = 0; i < known.Length; i++)
        {
            var customer = known[i];
            yield return
            [
                Cell.Of(keys[i]), Cell.Of(scores.Frequency[customer]), Cell.Of(scores.RecencyDays[customer]), Cell.Of(scores.AgeDays[customer]),
                Cell.Percentage(scores.ProbabilityAlive[customer]), new Cell(CellKind.Ratio, Number: scores.ExpectedPurchases[customer]),
                Money(scores.ExpectedSpend, customer), Money(scores.DiscountedValue, customer),
            ];
        }
    }

    private static Cell Money(double[] column, int customer) =>
        column.Length > 0 && double.IsFinite(column[customer]) ? new Cell(CellKind.MoneyRate, Number: column[customer]) : Cell.Missing;
}
