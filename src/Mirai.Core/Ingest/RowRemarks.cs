using Mirai.Model;

namespace Mirai.Ingest;

/// <summary>What is expected of the fields of a row, and what is said of rows that are otherwise, in both languages.</summary>
internal static class RowRemarks
{
    public static IngestRemark Customer { get; } = new("customer_key", "a customer's key", "顧客ID");

    public static IngestRemark WithoutNul { get; } = new("text_without_nul", "text without NUL", "NULを含まない文字");

    public static IngestRemark WholePairs { get; } = new("whole_surrogates", "text without half surrogate pairs", "サロゲートペアの欠けていない文字");

    public static IngestRemark DayNumber { get; } =
        new("day_number", "a day number from 0001-01-01 to 9999-12-31", "0001-01-01 から 9999-12-31 までの日の番号");

    public static IngestRemark AnyDay { get; } =
        new("any_day", "a date such as 2024-03-31, 20240331 or 2024/3/31", "2024-03-31、20240331、2024/3/31 のような日付");

    public static IngestRemark CostOfZeroOrMore { get; } = new("cost_of_zero_or_more", "a cost of 0 or more", "0以上の費用");

    public static IngestRemark DiscountOfZeroOrMore { get; } = new(
        "discount_of_zero_or_more", "a discount of 0 or more, as the row is not a return", "0以上の値引額(この行は返品ではありません)");

    public static IngestRemark DayIn(string format) => new("day_in_format", "a date written as {0}", "{0} の形の日付", format);

    public static IngestRemark DayUntil(string last) =>
        new("day_until", "a day until {0}, until which the data is observed", "観測最終日の {0} までの日付", last);

    public static IngestRemark Amount(Currency currency)
    {
        var decimals = currency.Decimals == 0 ? "" : "." + new string('5', currency.Decimals);
        return new IngestRemark("amount", "an amount in {0} such as 1234 or 1,234{1}", "1234 や 1,234{1} のような {0} の金額", currency.ToString(), decimals);
    }

    public static IngestRemark MostDecimals(Currency currency) => new(
        "most_decimals", "at most {0} decimals in {1}, or rounding allowed", "小数{0}桁までの {1} の金額、または丸めの許可",
        currency.Decimals, currency.ToString());

    public static IngestRemark MostAmount(string most, Currency currency) => new("most_amount", "at most {0} {1}", "{0} {1} まで", most, currency.ToString());

    public static IngestRemark BadRow(IngestIssue issue)
    {
        ReadOnlySpan<object> where = [issue.LineNumber, issue.Source, issue.Column, issue.Found, issue.Expected];
        var english = (issue.Source.Length == 0 ? "line {0}" : "{1} line {0}") + (issue.Column.Length == 0 ? "" : ", column {2}");
        var japanese = (issue.Source.Length == 0 ? "{0}行目" : "{1} {0}行目") + (issue.Column.Length == 0 ? "" : "、列「{2}」");
        return new IngestRemark("bad_row", english + ": found `{3}`, expected {4}", japanese + ": 「{3}」(正しくは: {4})", [.. where]);
    }

    public static IngestRemark StoppedAt(IngestIssue first) => new(
        "stopped_at_bad_row", "Stopped at the first bad row: {0}.", "最初の使えない行で中止しました。{0}", BadRow(first));

    public static IngestRemark TooManyBadRows(long bad, long rows, long most, IngestIssue first) => new(
        "too_many_bad_rows", "{0} of {1} rows are bad; at most {2} may be. The first: {3}.",
        "{1}行のうち{0}行が使えません。許されるのは{2}行までです。最初の行は {3}", bad, rows, most, BadRow(first));

    public static IngestRemark NoUsableRow(long rows, IngestIssue first) => new(
        "no_usable_row", "None of the {0} rows can be used. The first: {1}.", "{0}行のうち使える行がありません。最初の行は {1}", rows, BadRow(first));

    public static IngestRemark NoRows { get; } = new("no_rows", "The input holds no purchases: it has no rows.", "入力に購買がありません(データ行がありません)。");

    public static IngestRemark TooMuch(string reason) => new(
        "too_much", "The rows do not fit into a history: {0}",
        "入力が大きすぎます。行数、顧客IDの長さ、または金額と値引額の合計(64ビット)が上限を超えています。金額の列を確かめるか、小数の桁の少ない通貨を使ってください。", reason);
}
