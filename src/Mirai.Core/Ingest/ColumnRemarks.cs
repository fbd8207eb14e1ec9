using System.Globalization;

namespace Mirai.Ingest;

/// <summary>What is said about the columns of a table, and about the map that a person wrote for them, in both languages.</summary>
internal static class ColumnRemarks
{
    private const int MostHeaders = 30;

    public static IngestRemark Recognised(IngestRemark columns) => new("columns", "Columns: {0}.", "列の対応: {0}", columns);

    public static IngestRemark Pairs(IEnumerable<(string Name, int Column)> columns, IReadOnlyList<string> headers) =>
        IngestRemark.Join(", ", "、", columns.Select(pair => pair.Column < headers.Count
            ? new IngestRemark("column", "{0} = {1}", "{0} = {1}", pair.Name, headers[pair.Column])
            : new IngestRemark("column", "{0} = column {1}", "{0} = {1}列目", pair.Name, pair.Column + 1)));

    public static IngestRemark NotOfContacts(ColumnMapping mapping) => new(
        "not_of_contacts", "The map says {0}, but contacts have no {1}; they have customer, day, cost, channel, campaign.",
        "列の指定に {0} とありますが、配布履歴に {1} はありません。指定できるのは customer、day、cost、channel、campaign です。", mapping.ToString(), mapping.Name);

    public static IngestRemark MappedTwice(string header, string first, string second) => new(
        "column_mapped_twice", "The column `{0}` is mapped twice: to {1} and to {2}.", "列「{0}」が {1} と {2} の両方に指定されています。", header, first, second);

    public static IngestRemark PositionOutside(ColumnMapping mapping, int columns) => new(
        "position_outside", "The map says {0}, but the table has {1} columns; expected a position from 1 to {1}.",
        "列の指定に {0} とありますが、列は{1}個です。1から{1}までの番号を指定してください。", mapping.ToString(), columns);

    public static IngestRemark PositionNeeded(ColumnMapping mapping, int columns) => new(
        "position_needed", "The map says {0}, but the table has no headers; expected a position from 1 to {1}, such as {2}=1.",
        "列の指定に {0} とありますが、見出しのない表です。{2}=1 のように、1から{1}までの番号を指定してください。", mapping.ToString(), columns, mapping.Name);

    public static IngestRemark SameHeaders(string header, List<int> columns, string name) => new(
        "same_headers", "{0} columns are called `{1}` (columns {2}); {3} needs one. Rename the others.",
        "「{1}」という列が{0}個あります({2}列目)。{3} は1列です。ほかの列の見出しを変えてください。", columns.Count, header, Positions(columns), name);

    public static IngestRemark NoSuchColumn(ColumnMapping mapping, string? nearest, IReadOnlyList<string> headers)
    {
        var meant = nearest is null
            ? IngestRemark.Plain("")
            : new IngestRemark("did_you_mean", " Did you mean `{0}`?", "「{0}」ではありませんか。", nearest);
        return new IngestRemark(
            "no_such_column", "The map says {0}, but there is no column `{1}`.{2} Found: {3}.",
            "列の指定に {0} とありますが、「{1}」という列がありません。{2}ある列: {3}", mapping.ToString(), mapping.Header!, meant, Headers(headers));
    }

    public static IngestRemark SeveralFitAlike(string name, List<int> columns, string header, string mapOption, bool isNeeded) => new(
        "several_columns_fit", "{0} columns fit {1} and have the same header: `{2}` (columns {3}). Rename all but one{4}.",
        "{1} と読める列が{0}個あり、見出しが同じ「{2}」です({3}列目)。1列だけ残してほかの見出しを変えてください{4}。",
        columns.Count, name, header, Positions(columns), OrLeaveOut(name, mapOption, isNeeded));

    public static IngestRemark SeveralFit(string name, List<int> columns, IReadOnlyList<string> headers, string mapOption, bool isNeeded) => new(
        "several_columns_fit", "{0} columns fit {1}: {2} (columns {3}). Say which one: {4} {5}{6}.",
        "{1} と読める列が{0}個あります: {2}({3}列目)。どれかを {4} {5} のように指定してください{6}。",
        columns.Count, name, IngestRemark.Join(" and ", "と", headers.Select(Quoted)), Positions(columns), mapOption,
        new ColumnMapping(name, headers[0]).ToString(), OrLeaveOut(name, mapOption, isNeeded));

    public static IngestRemark PositionsMissing(string name, int columns, string mapOption, ReadOnlySpan<string> needed) => new(
        "column_missing", "The table has no headers, and the map does not say which of its {0} columns is {1}. Give positions from 1: {2} {3}.",
        "見出しのない表で、{0}列のうちどれが {1} かの指定がありません。1からの番号で指定してください: {2} {3}",
        columns, name, mapOption, string.Join(',', needed.ToArray().Select((one, at) => string.Create(CultureInfo.InvariantCulture, $"{one}={at + 1}"))));

    public static IngestRemark Missing(string name, IReadOnlyList<string> headers, IReadOnlyList<string> known, string mapOption) => new(
        "column_missing", "No column is {0}. Found: {1}. Recognised as {0}: {2}. Say which one it is: {3} {0}=HEADER.",
        "{0} の列がありません。ある列: {1}。{0} と読める見出し: {2}。どの列かを {3} {0}=見出し で指定してください。",
        name, Headers(headers), IngestRemark.Join(", ", "、", known.Select(IngestRemark.Plain)), mapOption);

    public static IngestRemark AtPosition(int index, IngestRemark what) =>
        new("column_map", "Column map, position {0}: {1}.", "列の指定の{0}文字目: {1}。", index + 1, what);

    public static IngestRemark NothingFound { get; } = new(
        "map_nothing", "found nothing, expected an entry such as customer=CustomerID", "何もありません。customer=CustomerID のように書いてください");

    public static IngestRemark NoEquals(string entry) =>
        new("map_no_equals", "`{0}` has no `=`, expected customer=CustomerID", "「{0}」に「=」がありません。customer=CustomerID のように書いてください", entry);

    public static IngestRemark NoName { get; } = new(
        "map_no_name", "nothing stands before `=`, expected customer, day, amount, discount, order or the name of a dimension",
        "「=」の前に何もありません。customer、day、amount、discount、order か購買項目の名前を書いてください");

    public static IngestRemark QuotedName(string name) =>
        new("map_quoted_name", "the name {0} is in quotes; only headers may be", "名前 {0} が引用符の中にあります。引用符で囲めるのは見出しだけです", name);

    public static IngestRemark NameTwice(string name) => new("map_name_twice", "`{0}` is mapped twice", "「{0}」が2回指定されています", name);

    public static IngestRemark NotARole(string name, string meant) =>
        new("map_not_a_role", "`{0}` is not a role, write `{1}`", "「{0}」という役割はありません。「{1}」と書いてください", name, meant);

    public static IngestRemark NoHeader(string name) => new(
        "map_no_header", "nothing stands after `{0}=`, expected the header of a column", "「{0}=」の後に何もありません。列の見出しを書いてください", name);

    public static IngestRemark AnotherEquals(string header) => new(
        "map_another_equals", "`{0}` has another `=`; a header with one goes in double quotes", "「{0}」にもう1つ「=」があります。「=」を含む見出しは二重引用符で囲んでください", header);

    public static IngestRemark NothingAfterComma { get; } =
        new("map_nothing_after_comma", "nothing stands after the last comma", "最後のコンマの後に何もありません");

    public static IngestRemark NeverClosed(string name) =>
        new("map_never_closed", "the quoted header of `{0}` is never closed", "「{0}」の見出しの引用符が閉じていません", name);

    public static IngestRemark TextAfterQuote(string name) => new(
        "map_text_after_quote", "text follows the quoted header of `{0}`, expected a comma or the end", "「{0}」の見出しの引用符の後に余分な文字があります。コンマか終わりでなければなりません", name);

    public static IngestRemark EmptyHeader(string name) => new("map_empty_header", "the header of `{0}` is empty", "「{0}」の見出しが空です", name);

    private static IngestRemark Quoted(string header) => new("header", "`{0}`", "「{0}」", header);

    private static IngestRemark Headers(IReadOnlyList<string> headers)
    {
        if (headers.Count == 0) return new IngestRemark("no_headers", "no columns", "なし");
        var shown = IngestRemark.Join(", ", "、", headers.Take(MostHeaders).Select(Quoted));
        return headers.Count <= MostHeaders ? shown : new IngestRemark("more_headers", "{0} and {1} more", "{0}ほか{1}列", shown, headers.Count - MostHeaders);
    }

    private static IngestRemark OrLeaveOut(string name, string mapOption, bool isNeeded) => isNeeded
        ? IngestRemark.Plain("")
        : new IngestRemark("or_leave_out", ", or leave it out: {0} {1}=-", "。使わないなら {0} {1}=- としてください", mapOption, name);

    private static string Positions(List<int> columns) =>
        string.Join(", ", columns.Select(column => (column + 1).ToString(CultureInfo.InvariantCulture)));
}
