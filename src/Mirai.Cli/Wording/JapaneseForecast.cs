using System.Globalization;
using Mirai.Projection;

namespace Mirai.Cli.Wording;

/// <summary><c>mirai forecast</c> in Japanese.</summary>
internal static class JapaneseForecast
{
    /// <summary>All of it.</summary>
    public static ForecastTexts All { get; } = new()
    {
        Title = "予測",
        BackTestTitle = "予測の検証",
        ActiveCustomers = "稼働顧客数",
        NewCustomers = "新規",
        Reactivated = "復活",
        Lapsed = "失効",
        Sales = "売上",
        MonthlySales = "月間売上",
        Band80 = "80%の範囲",
        Month = "期末",
        Year = "期末",
        NameOf = NameOf,
        NameOfMeasure = measure => measure switch
        {
            ForecastMeasure.ActiveCustomers => "稼働顧客数",
            ForecastMeasure.NewCustomers => "新規顧客数",
            ForecastMeasure.ReactivatedCustomers => "復活顧客数",
            ForecastMeasure.LapsedCustomers => "失効顧客数",
            _ => "売上",
        },
        Won = (method, ways, origins, error, next) =>
            $"手法は{method}。{origins}か月分の月末からの検証で{ways}手法中最も当たり、誤差は直近値をそのまま使う場合の{error}倍でした{next}。",
        Asked = method => $"手法は指定された{method}。",
        AskedCannot = (asked, method) => $"{asked}はここでは予測できない(--backtest を参照)ため、{method}で予測しました。",
        NoBackTest = method => $"手法は{method}。データが短く、検証はできません。",
        Acquisition = acquisition => acquisition.PerYear switch
        {
            null => "新規客は直近12か月と同じとします。",
            0 => "新規客はないものとします。",
            { } number => string.Create(CultureInfo.InvariantCulture, $"新規客は年{number:N0}人とします。"),
        },
        Bands = "網かけは、5回に4回は実績が入るように求めた範囲です。",
        TooShort = "データが短く、検証できません。2年以上のデータ(--from-start では9か月程度)が必要です。",
        MonthsAhead = "何か月先",
        InMonths = months => $"{months}か月先",
        All = "全体",
        Method = "手法",
        Measure = "項目",
        Cases = "件数",
        Wape = "誤差",
        Mase = "MASE",
        Bias = "偏り",
        Held80 = "80%範囲内",
        Held95 = "95%範囲内",
        RelativeError = "直近値に対する誤差の比",
        Origins = (horizon, origins, months) => $"直近{origins}か月の各月末から、{horizon}か月先までを予測。各{months}件。",
        CannotForecast = (method, reason) => $"{method}では予測できません: {reason}",
        ErrorNote = "誤差は、誤差の絶対値の合計 ÷ 実績の合計。偏りは符号付きで同じもの。MASEは、1か月先を直近値で予測した場合の誤差との比です。範囲内は、実績が範囲に入った割合。組合せは、コホートと確率モデルの平均です。",
    };

    private static string NameOf(ForecastMethod method) => method switch
    {
        ForecastMethod.Cohort => "コホート",
        ForecastMethod.Probability => "確率モデル",
        ForecastMethod.Combination => "組合せ",
        ForecastMethod.LastValue => "直近値",
        ForecastMethod.Drift => "直線",
        _ => "前年同月",
    };
}
