using Mirai.History;
using Mirai.Ingest;

namespace Mirai.Csv;

/// <summary>What is said about files, in both languages.</summary>
internal static class CsvRemarks
{
    public static IngestRemark StandardInput { get; } = new("standard_input", "standard input", "標準入力");

    public static IngestRemark NoInput { get; } = new(
        "no_input", "No input was given; expected a file, a pattern such as data/*.csv, or - for standard input.",
        "入力がありません。ファイル、data/*.csv のようなパターン、または標準入力の - を指定してください。");

    public static IngestRemark EmptyName { get; } = new("file_name_empty", "The name of an input file is empty.", "入力ファイルの名前が空です。");

    public static IngestRemark Customer { get; } = new("customer_key", "a customer's key", "顧客ID");

    public static IngestRemark UntilTheEnd { get; } = new("input_ends", "the input ends here", "入力がここで終わっています");

    public static IngestRemark EndsTooEarly { get; } = new("data_cut_off", "the compressed data ends too early", "圧縮データが途中で終わっています");

    public static IngestRemark Damaged { get; } = new("data_damaged", "the compressed data is damaged", "圧縮データが壊れています");

    public static IngestRemark ClosingQuote { get; } = new(
        "closing_quote", "a closing quote, and after it a delimiter or the end of the line", "閉じる引用符と、その後の区切り文字か行末");

    /// <summary>What a file is called in a message: its name, where it has one.</summary>
    public static IngestRemark Label(string name) =>
        name.Length == 0 ? new IngestRemark("the_input", "The input", "入力") : IngestRemark.Plain(name);

    public static IngestRemark About(IngestRemark label, IngestRemark what) => new("of_file", "{0}: {1}", "{0}: {1}", label, what);

    public static IngestRemark GivenTwice(string file) =>
        new("file_given_twice", "{0} was given twice and is read once.", "{0} が2回指定されています。1回だけ読みました。", file);

    public static IngestRemark CannotList(string pattern, Exception exception) => new(
        "pattern_not_listed", "The files of the pattern `{0}` cannot be listed: {1}", "パターン「{0}」のファイルを調べられません: {1}", pattern, System(exception));

    public static IngestRemark NoMatch(string pattern, string folder) => new(
        "pattern_without_files", "No file matches the pattern `{0}` (looked from {1}).", "パターン「{0}」に合うファイルがありません({1} から探しました)。", pattern, folder);

    public static IngestRemark CannotRead(IngestRemark label, Exception exception) =>
        new("file_unreadable", "{0} cannot be read: {1}", "{0} を読めません: {1}", label, System(exception));

    public static IngestRemark CannotRead(IngestRemark label, IngestRemark damage) =>
        new("file_unreadable", "{0} cannot be read: {1}, before any text.", "{0} を読めません: {1}(文字が1つもありません)。", label, damage);

    public static IngestRemark Folder(string path) => new(
        "file_is_folder", "{0} is a folder; expected a file, or a pattern such as {1}.", "{0} はフォルダーです。ファイルか、{1} のようなパターンを指定してください。",
        path, Path.Join(path, "*.csv"));

    public static IngestRemark NoFile(string path) =>
        new("file_missing", "There is no file {0} (looked at {1}).", "ファイル {0} がありません({1} を探しました)。", path, Path.GetFullPath(path));

    public static IngestRemark NotADelimiter(char stated) => new(
        "delimiter_unusable", "`{0}` cannot separate fields; expected an ASCII character such as , ; | or a tab, or a space for runs of blanks.",
        "「{0}」は区切り文字に使えません。, ; | やタブなどのASCII文字、または続いた空白を表す空白1つを指定してください。", stated.ToString());

    public static IngestRemark NotGzip(IngestRemark label) => new(
        "not_gzip", "{0} is named as gzip, but its first bytes are not those of gzip data.", "{0} の名前は gzip のものですが、中身は gzip ではありません。", label);

    public static IngestRemark ZipArchive(IngestRemark label) => new(
        "zip_archive", "{0} is a ZIP archive or a workbook; expected text. Save the sheet as CSV, or unpack the archive.",
        "{0} はZIPファイルかブックです。テキストが必要です。シートをCSVで保存するか、ZIPを展開してください。", label);

    public static IngestRemark Binary(IngestRemark label) => new(
        "binary_columns", "{0} is a Parquet or Arrow file; expected text.", "{0} はParquetかArrowのファイルです。テキストが必要です。", label);

    public static IngestRemark EmptyText(IngestRemark label) => new("file_empty", "{0} is empty; expected CSV text.", "{0} は空です。CSVのテキストが必要です。", label);

    public static IngestRemark EmptyTable(IngestRemark label) =>
        new("table_empty", "{0} is empty; expected a header and rows.", "{0} は空です。見出しと行が必要です。", label);

    public static IngestRemark BlankTable(IngestRemark label) => new(
        "table_blank", "{0} has nothing but blank lines; expected a header and rows.", "{0} は空行だけです。見出しと行が必要です。", label);

    public static IngestRemark BrokenFirstLine(IngestRemark label, long line) => new(
        "first_line_broken", "{0} line {1}: a quote in the first line is never closed, or text follows it.",
        "{0} {1}行目: 最初の行の引用符が閉じていないか、閉じた後に余分な文字があります。", label, line);

    public static IngestRemark TooLong(IngestRemark label) => new(
        "line_too_long", "{0} has a line of more than 64 MiB; expected a table of text.", "{0} に64MiBを超える行があります。テキストの表が必要です。", label);

    public static IngestRemark DelimiterTaken(IngestRemark error, char delimiter) => new(
        "delimiter_taken", "{0} The delimiter taken is {1}; if it is another, state it.", "{0}区切り文字は{1}と見なしました。違うなら指定してください。", error, Delimiter(delimiter));

    public static IngestRemark UnknownEncoding(string name) => new(
        "encoding_unknown", "The encoding `{0}` is not known; expected UTF-8, UTF-16, Shift_JIS, EUC-JP or another IANA name.",
        "文字コード「{0}」は使えません。UTF-8、UTF-16、Shift_JIS、EUC-JP などのIANA名を指定してください。", name);

    public static IngestRemark Encoding(string name) => new("encoding", "encoding recognised as {0}.", "文字コードは {0} と見なしました。", name);

    public static IngestRemark DelimiterRecognised(char delimiter) =>
        new("delimiter", "delimiter recognised as {0}.", "区切り文字は{0}と見なしました。", Delimiter(delimiter));

    public static IngestRemark Columns(string file, IngestRemark columns) => file.Length == 0
        ? new IngestRemark("columns", "Columns: {0}.", "列の対応: {0}", columns)
        : new IngestRemark("columns", "{0}: columns: {1}.", "{0}: 列の対応: {1}", file, columns);

    public static IngestRemark DoesNotFit(IngestRemark label, IngestRemark first, IngestRemark differences, string mapOption) => new(
        "columns_differ", "{0} does not fit {1}: {2}. Files of one load have the same columns; {3} NAME=- leaves one out.",
        "{0} は {1} と合いません。{2}。1度に読むファイルは同じ列でなければなりません。使わない列は {3} 名前=- で外せます。", label, first, differences, mapOption);

    public static IngestRemark NotInFirst(string name) => new(
        "column_not_in_first", "it has a column {0}, which the first file has not", "{0} の列がありますが、最初のファイルにはありません", name);

    public static IngestRemark OnlyInFirst(string name) => new(
        "column_only_in_first", "it has no column {0}, which the first file has", "{0} の列がありませんが、最初のファイルにはあります", name);

    public static IngestRemark TextIn(string encoding) => new("text_in_encoding", "text in {0}", "{0} の文字", encoding);

    public static IngestRemark TextWithoutNulIn(string encoding) => new("text_in_encoding", "text in {0}, without NUL", "NULを含まない {0} の文字", encoding);

    public static IngestRemark Fields(int expected, int found) => new("fields", "{0} fields instead of {1}", "{1}項目ではなく{0}項目", expected, found);

    public static IngestRemark FieldsBefore(int expected, IngestRemark reason) => new("fields_until_end", "{0} fields; {1}", "{0}項目。{1}", expected, reason);

    public static IngestRemark RestOfLine(IngestRemark damage) => new("rest_of_line", "the rest of the line; {0}", "行の続き。{0}", damage);

    public static IngestRemark MoreLines(IngestRemark damage) => new("more_lines", "more lines; {0}", "続きの行。{0}", damage);

    public static IngestRemark SameAttributes(int count, string name) => new(
        "same_attributes", "{0} columns are called `{1}`; every attribute needs a name of its own.", "「{1}」という列が{0}個あります。顧客属性の名前は別々でなければなりません。", count, name);

    public static IngestRemark ContradictingRows(AttributeContradiction contradiction) =>
        new("contradicting_rows", "Contradicting rows: {0}.", "食い違う行があります: {0}。", Contradiction(contradiction));

    public static IngestRemark FurtherContradictions(int count) => new("more_contradicting_rows", "Contradicting rows: {0} more.", "食い違う行はほかに{0}件あります。", count);

    public static IngestRemark Contradiction(AttributeContradiction contradiction) => new(
        "contradiction", "customer {0}, {1}: kept `{2}`, dropped {3}", "顧客 {0} の「{1}」は「{2}」を採り、{3}を捨てました",
        contradiction.Customer, contradiction.Name, contradiction.Kept,
        IngestRemark.Join(" and ", "と", contradiction.Dropped.Select(text => new IngestRemark("text", "`{0}`", "「{0}」", text))));

    private static IngestRemark Delimiter(char delimiter) => delimiter switch
    {
        CsvDelimiter.Tab => new IngestRemark("tab", "tab", "タブ"),
        CsvDelimiter.Blanks => new IngestRemark("blanks", "runs of blanks", "続いた空白"),
        _ => new IngestRemark("character", "`{0}`", "「{0}」", delimiter.ToString()),
    };

    /// <summary>What the system says is in its own language; what most often happens has words of ours in Japanese.</summary>
    private static IngestRemark System(Exception exception) => exception is UnauthorizedAccessException
        ? new IngestRemark("access_denied", "{0}", "アクセスが許されていません。", exception.Message)
        : new IngestRemark("system", "{0}", "システムの応答は「{0}」です。", exception.Message);
}
