using System.Globalization;
using Mirai.Lifetime;

namespace Mirai.Cli.Wording;

/// <summary>What the fitting of models says.</summary>
internal sealed record FitTexts
{
    public required Func<string, string> Title { get; init; }

    public required string Verdict { get; init; }

    public required Func<NotIdentifiedReason, string> NotIdentified { get; init; }

    public required string Identified { get; init; }

    public required string Customers { get; init; }

    public required string RepeatBuyers { get; init; }

    public required string CalibratedUntil { get; init; }

    public required string LogLikelihood { get; init; }

    public required string Unit { get; init; }

    public required Func<TimeUnit, string> UnitName { get; init; }

    public required string Parameter { get; init; }

    public required string Estimate { get; init; }

    public required string StandardError { get; init; }

    public required Func<int, int, string> Starts { get; init; }

    public required Func<DateOnly, DateOnly, string> Holdout { get; init; }

    public required string Frequency { get; init; }

    public required string Actual { get; init; }

    public required string Expected { get; init; }

    public required string Total { get; init; }

    public required string MeanSpend { get; init; }

    public required string Excluded { get; init; }

    public required string Correlation { get; init; }

    public required Func<IndependenceVerdict, string> Independence { get; init; }

    public required Func<string, string> Curve { get; init; }

    public required string Period { get; init; }

    public required string Retention { get; init; }

    public required string Recency { get; init; }

    public required string Age { get; init; }

    public required string ProbabilityAlive { get; init; }

    public required string ExpectedPurchases { get; init; }

    public required string ExpectedSpend { get; init; }

    public required string DiscountedValue { get; init; }

    public required string PerCustomerNeedsPurchases { get; init; }

    public required Func<string, string> NotIdentifiedForCustomers { get; init; }

    public required Func<string, string> NoSpend { get; init; }

    /// <summary>The texts of a language.</summary>
    public static FitTexts Of(Texts texts) => texts.Language is "ja" ? Japanese : English;

    private static FitTexts English { get; } = new()
    {
        Title = model => $"Fit of {model}",
        Verdict = "Verdict",
        Identified = "identified",
        NotIdentified = reason => "not identified: " + reason switch
        {
            NotIdentifiedReason.TooFewCustomers => "too few customers",
            NotIdentifiedReason.NoRepeatBuyers => "next to nobody bought again",
            NotIdentifiedReason.NoVariance => "the customers are all alike",
            NotIdentifiedReason.Boundary => "the likelihood rises without end towards an extreme, such as nobody ever dropping out",
            NotIdentifiedReason.Ridge => "very different parameters fit as well",
            _ => "the search did not settle",
        },
        Customers = "Customers",
        RepeatBuyers = "Repeat buyers",
        CalibratedUntil = "Calibrated until",
        LogLikelihood = "Log-likelihood",
        Unit = "Unit of time",
        UnitName = unit => unit == TimeUnit.Week ? "week" : "day",
        Parameter = "Parameter",
        Estimate = "Estimate",
        StandardError = "Standard error",
        Starts = (agreeing, starts) => $"{agreeing} of {starts} searches ended at this maximum.",
        Holdout = (from, to) => $"Purchases a customer, {Iso(from)} to {Iso(to)}, by repeat purchases before",
        Frequency = "Repeat purchases",
        Actual = "Actual",
        Expected = "Expected",
        Total = "all",
        MeanSpend = "Mean spend",
        Excluded = "All repeats free",
        Correlation = "Correlation of frequency and spend",
        Independence = verdict => verdict switch
        {
            IndependenceVerdict.Holds => "negligible: spend may be modelled apart from frequency",
            IndependenceVerdict.Weak => "small: usable, a little off for single heavy buyers",
            IndependenceVerdict.Violated => "too strong: do not multiply expected purchases by expected spend",
            _ => "unknown: too few repeat buyers, or all alike",
        },
        Curve = period => $"Share left after so many own periods of {period}",
        Period = "Period",
        Retention = "Retention",
        Recency = "Recency (days)",
        Age = "Age (days)",
        ProbabilityAlive = "P(alive)",
        ExpectedPurchases = "Expected purchases",
        ExpectedSpend = "Expected spend",
        DiscountedValue = "12-month value",
        PerCustomerNeedsPurchases = "--per-customer needs a model of repeat purchases: bg-nbd, mbg-nbd or pareto-nbd.",
        NotIdentifiedForCustomers = why => $"No customer can be scored, for the model is {why}.",
        NoSpend = why => $"Spend and value are left empty: Gamma-Gamma is {why}.",
    };

    private static FitTexts Japanese { get; } = new()
    {
        Title = model => $"{model} のあてはめ",
        Verdict = "判定",
        Identified = "推定できました",
        NotIdentified = reason => "推定できません: " + reason switch
        {
            NotIdentifiedReason.TooFewCustomers => "顧客が少なすぎます",
            NotIdentifiedReason.NoRepeatBuyers => "再購買がほとんどありません",
            NotIdentifiedReason.NoVariance => "顧客の間に違いがありません",
            NotIdentifiedReason.Boundary => "尤度が極端な値(離脱がまったくない、など)に向かって上がり続けます",
            NotIdentifiedReason.Ridge => "大きく異なる値でも同じくらいよくあてはまります",
            _ => "探索が収束しません",
        },
        Customers = "顧客数",
        RepeatBuyers = "再購買顧客数",
        CalibratedUntil = "推定期間の末日",
        LogLikelihood = "対数尤度",
        Unit = "時間の単位",
        UnitName = unit => unit == TimeUnit.Week ? "週" : "日",
        Parameter = "パラメータ",
        Estimate = "推定値",
        StandardError = "標準誤差",
        Starts = (agreeing, starts) => $"{starts}か所からの探索のうち{agreeing}回がこの最大値に達しました。",
        Holdout = (from, to) => $"1人当たり購買回数({Iso(from)}~{Iso(to)})、それまでの再購買回数別",
        Frequency = "再購買回数",
        Actual = "実績",
        Expected = "予測",
        Total = "計",
        MeanSpend = "平均購買額",
        Excluded = "再購買がすべて0円",
        Correlation = "頻度と購買額の相関",
        Independence = verdict => verdict switch
        {
            IndependenceVerdict.Holds => "無視できます: 購買額は頻度と別に扱えます",
            IndependenceVerdict.Weak => "小さい相関: 使えますが、個々の多頻度顧客では少しずれます",
            IndependenceVerdict.Violated => "強すぎます: 予測購買回数と予測購買額を掛けてはいけません",
            _ => "不明: 再購買顧客が少なすぎるか、違いがありません",
        },
        Curve = period => $"{period}ごとの残存率(各顧客の初回購買日から数えた期間)",
        Period = "期",
        Retention = "継続率",
        Recency = "最終購買まで(日)",
        Age = "観測期間(日)",
        ProbabilityAlive = "生存確率",
        ExpectedPurchases = "予測購買回数",
        ExpectedSpend = "予測購買額",
        DiscountedValue = "12か月の価値",
        PerCustomerNeedsPurchases = "--per-customer には購買回数のモデル(bg-nbd、mbg-nbd、pareto-nbd)が必要です。",
        NotIdentifiedForCustomers = why => $"顧客ごとの値は出せません。モデルは{why}。",
        NoSpend = why => $"購買額と価値は空欄です。Gamma-Gamma は{why}。",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
