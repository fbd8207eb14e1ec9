namespace Mirai.Ingest;

/// <summary>What is wrong with a date format, in both languages.</summary>
internal static class DayFormatRemarks
{
    public static IngestRemark Empty { get; } = new(
        "date_format_empty", "The date format is empty; expected one such as dd/MM/yyyy.", "日付の形式が空です。dd/MM/yyyy のように書いてください。");

    public static IngestRemark NeverClosed(string format, int position) => new(
        "date_format_quote", "The date format `{0}` has a quote at position {1} that is never closed.", "日付の形式「{0}」の{1}文字目の引用符が閉じていません。", format, position);

    public static IngestRemark Percent(string format) => new(
        "date_format_percent", "The date format `{0}` is written with %; expected letters such as dd/MM/yyyy.",
        "日付の形式「{0}」は % で書かれています。dd/MM/yyyy のように文字で書いてください。", format);

    public static IngestRemark UnknownPart(string format, string letters)
    {
        var better = letters switch
        {
            ['Y', ..] or ['y', ..] => new IngestRemark("date_year", "; the year is yyyy or yy", "年は yyyy か yy です。"),
            ['D', ..] or ['d', ..] => new IngestRemark("date_day", "; the day is d or dd", "日は d か dd です。"),
            ['M', ..] => new IngestRemark("date_month", "; the month is M, MM, MMM or MMMM", "月は M、MM、MMM か MMMM です。"),
            _ => new IngestRemark("date_literal", "; a letter that stands for itself goes in quotes", "そのまま読む英字は引用符で囲んでください。"),
        };
        return new IngestRemark(
            "date_format_part", "The date format `{0}` holds `{1}`, which is no part of a date{2}.", "日付の形式「{0}」の「{1}」は日付の部分ではありません。{2}", format, letters, better);
    }

    public static IngestRemark MissingPart(string format, int years, int months, int days, bool hasMinutes) => new(
        "date_format_missing",
        "The date format `{0}` has {1} years, {2} months and {3} days; expected one of each: yyyy or yy, M or MM{4}, d or dd.",
        "日付の形式「{0}」には年が{1}個、月が{2}個、日が{3}個あります。1つずつ必要です: 年は yyyy か yy、月は M か MM{4}、日は d か dd。",
        format, years, months, days, hasMinutes ? new IngestRemark("date_minutes", " (m and mm are minutes)", "(m と mm は分)") : IngestRemark.Plain(""));
}
