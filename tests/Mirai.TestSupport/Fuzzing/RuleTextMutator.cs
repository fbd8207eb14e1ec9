using System.Text;

namespace Mirai.TestSupport.Fuzzing;

/// <summary>Makes texts that are nearly rule texts: pieces of sound ones, changed at random. The text of a number is always the same.</summary>
/// <param name="corpus">Sound and faulty rule texts to begin with.</param>
/// <param name="seed">Other seeds give other texts.</param>
public sealed class RuleTextMutator(IReadOnlyList<string> corpus, int seed) : IFuzzTexts
{
    private const int LongestText = 4_000;
    private const int DeepestNesting = 100_000;

    private static readonly string[] Pieces =
    [
        "rule", "override", "test", "shared", "alias", "disable", "suppress", "mirai 1", "title", "tags", "for each", "for overall and each", "needs", "param",
        "let", "when", "until", "unless", "severity", "message", "evidence", "because", "drill", "cooldown", "remind every", "set", "given", "starting", "expect",
        "and", "or", "not", "is", "is not missing", "in", "between", "missing", "of", "ago", "if", "else", "by", "each", "overall", "true", "false",
        "last", "as", "strength", "within", "top", "from", "to", "over", "on day 7", "before", "after", "contains", "nothing", "closed", "cause",
        "critical", "7 days", "a year", "28 days ago", "52 weeks", "3 months", "5%", "3pt", "1_000_000", "5万円", "3億", "¥5000", "20 USD", "0.5", ".5", "1,000",
        "2026-04-01", "2026-02-30", "999999999999999999", "(", ")", "[", "]", "{", "}", "{{", "}}", ",", ":", "|", "..", "->", "+", "-", "*", "/", "<", "<=",
        ">", ">=", "=", "!=", "==", "&&", "||", "≦", "、", "「", "」", "“", "\"", "'", "`", "\\", "\\n", "#", "# mirai: allow MRL004", "\n", "\r\n", "\r", "\t", "  ",
        "　", "（", "）", "％", "５", "＜", "＂", "｛", "＃", "｀", "稼働顧客数", "ｱｸﾃｨﾌﾞ", "か\u3099", "𠮷野", "👍", "\u200B", "\u202E", "\uFEFF", "\0", "\uD842", "\uDFB7", "é", "ﷺ",
        "active_customers", "change(active_customers, 28 days)", "[rank: \"New\" | \"Bronze\"]", "{delta:signed}", "{x:plural(customer, customers)}", "firing(a)",
        "ja \"警告\" en \"warning\"", "a", "x", "acme.first_drop", "1: 65%, else: 86%", "1%..50%",
    ];

    private readonly IReadOnlyList<string> _lines = [.. corpus.SelectMany(text => text.Split('\n')).Where(line => line.Trim().Length > 0).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public string Text(long number)
    {
        var random = new Random(SeedOf(number, seed));
        var text = new StringBuilder(Changed(Beginning(random), random));
        if (random.Next(20_000) == 0) Nest(text, random, DeepestNesting);
        return text.ToString();
    }

    /// <summary>A text with some changes.</summary>
    internal string Changed(string beginning, Random random)
    {
        var text = new StringBuilder(beginning);
        var changes = 1 << random.Next(5);
        for (var i = 0; i < changes; i++) Change(text, random);
        return text.ToString();
    }

    /// <summary>A seed for the text of a number, far from those of its neighbours.</summary>
    internal static int SeedOf(long number, int seed) => unchecked((int)((number * 0x1E3779B97F4A7C15L) >> 32) ^ seed);

    // A whole text, or a few lines of several.
    private string Beginning(Random random)
    {
        var whole = corpus[random.Next(corpus.Count)];
        if (whole.Length <= LongestText && random.Next(4) == 0) return whole;
        var text = new StringBuilder("mirai 1\nrule a\n");
        for (var i = random.Next(8); i >= 0; i--) text.Append(_lines[random.Next(_lines.Count)]).Append('\n');
        return text.ToString();
    }

    private void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, 1 + random.Next(1 << random.Next(7)));
        switch (random.Next(9))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1 when text.Length < LongestText:
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            case 2 or 3:
                text.Insert(at, Piece(random));
                break;
            case 4:
                text.Remove(at, length).Insert(at, Piece(random));
                break;
            case 5:
                text.Insert(at, $"\n  {_lines[random.Next(_lines.Count)]}\n");
                break;
            case 6:
                text.Insert(at, (char)random.Next(random.Next(3) == 0 ? char.MaxValue : 128));
                break;
            case 7:
                Nest(text, random, most: 40);
                break;
            default:
                if (at < text.Length) text[at] = (char)(text[at] ^ (1 << random.Next(7)));
                break;
        }
    }

    private static string Piece(Random random)
    {
        var piece = Pieces[random.Next(Pieces.Length)];
        return random.Next(3) == 0 ? piece : $" {piece} ";
    }

    private static void Nest(StringBuilder text, Random random, int most)
    {
        var at = random.Next(text.Length + 1);
        var depth = random.Next(most);
        var (open, close) = random.Next(5) switch { 0 => ("[", "]"), 1 => ("f(", ")"), 2 => ("not ", ""), 3 => ("-", ""), _ => ("(", ")") };
        text.Insert(at, new StringBuilder().Insert(0, open, depth).ToString());
        if (random.Next(2) == 0) text.Append(' ').Insert(text.Length, close, depth);
    }
}
