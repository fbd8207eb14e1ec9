using System.Globalization;
using System.Text;
using Superpower.Model;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Syntax;

/// <summary>Cuts a rule text into tokens. Whatever the text holds, it comes to an end, and what is wrong is read as what was probably meant.</summary>
/// <remarks>A token's position holds its true offset and line; its column is not used.</remarks>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly DiagnosticBag _bag;
    private readonly List<Token> _tokens;
    private readonly List<Token>? _comments;
    private readonly int _end;
    private int _at;
    private int _line;
    private int _firstWide = -1;
    private int _lastWide;
    private int _commasReportedTo;

    private Lexer(SourceSpan span, int line, DiagnosticBag bag, List<Token> tokens, List<Token>? comments)
    {
        _text = bag.Source.Text;
        _bag = bag;
        _tokens = tokens;
        _comments = comments;
        _at = span.Start;
        _end = span.End;
        _line = line;
    }

    /// <summary>Reads a whole text.</summary>
    public static LexedText Read(DiagnosticBag bag)
    {
        var length = bag.Source.Text.Length;
        var tokens = new List<Token>((length / 5) + 4);
        var comments = new List<Token>();
        new Lexer(new SourceSpan(0, length), 1, bag, tokens, comments).ReadAll();
        return new LexedText([.. tokens], [.. comments]);
    }

    /// <summary>Reads the inside of a placeholder: up to a <c>}</c> or <c>:</c> outside brackets, or the stretch's end.</summary>
    /// <returns>The tokens, and where the reading stopped.</returns>
    public static (Token[] Tokens, int End) ReadPlaceholder(SourceSpan span, int line, DiagnosticBag bag)
    {
        var tokens = new List<Token>();
        var lexer = new Lexer(span, line, bag, tokens, comments: null);
        var depth = 0;
        while (lexer.SkipSpace())
        {
            var next = Fold(lexer._text[lexer._at]);
            if (next == '}' || (next == ':' && depth <= 0)) break;
            lexer.ReadToken();
            depth += tokens.Count == 0 ? 0 : tokens[^1].Kind switch
            {
                TokenKind.OpenParenthesis or TokenKind.OpenBracket => 1,
                TokenKind.CloseParenthesis or TokenKind.CloseBracket => -1,
                _ => 0,
            };
        }

        lexer.EndLine();
        return ([.. tokens], lexer._at);
    }

    /// <summary>The half-width form of a full-width character of ASCII and of the full-width space; others as they are.</summary>
    public static char Fold(char c) => c switch
    {
        < '\u3000' => c,
        '\u3000' => ' ',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\uFFE5' => '¥',
        _ => c,
    };

    private void ReadAll()
    {
        while (SkipSpace()) ReadToken();
        EndLine();
    }

    private bool SkipSpace()
    {
        while (_at < _end)
        {
            var c = _text[_at];
            if (c == '\n')
            {
                EndLine();
                _line++;
            }
            else if (c == '\u3000')
            {
                MarkWide(_at);
            }
            else if (c != ' ' && !char.IsWhiteSpace(c))
            {
                return true;
            }

            _at++;
        }

        return false;
    }

    private void ReadToken()
    {
        var c = Current();
        if (char.IsAsciiLetter(c) || c == '_') ReadName();
        else if (char.IsAsciiDigit(c)) ReadNumber();
        else if (c is '"' or '\'' or '“' or '”' or '「' or '‘' or '’') ReadText();
        else if (c == '#') ReadComment();
        else if (c == '`') ReadQuotedName();
        else if (c == '¥' && char.IsAsciiDigit(Peek(1))) ReadYen();
        else if (c == '.' && char.IsAsciiDigit(Peek(1))) ReadBareFraction();
        else if (!ReadOperator(c)) ReadOther();
    }

    private void ReadOther()
    {
        if (NameLength(_at, isStart: true) > 0)
        {
            ReadName();
            return;
        }

        // A run of characters that mean nothing is one mistake.
        var start = _at;
        do
        {
            Rune.DecodeFromUtf16(_text.AsSpan(_at, _end - _at), out _, out var consumed);
            _at += Math.Max(1, consumed);
        }
        while (_at < _end && !IsStartOfSomething(_text[_at]));

        var span = new SourceSpan(start, _at);
        _bag.Add(source => SyntaxErrors.UnknownCharacter(source, span));
        Add(TokenKind.Unreadable, start);
    }

    private bool IsStartOfSomething(char c)
    {
        var folded = Fold(c);
        return char.IsWhiteSpace(c) || char.IsAsciiLetterOrDigit(folded) || "_\"'#`()[]{},:|<>=!+-*/.&“”「」‘’¥、≦≧≠≤≥×÷−〜→…".Contains(folded, StringComparison.Ordinal)
            || NameLength(_at, isStart: true) > 0;
    }

    private void ReadName()
    {
        var start = _at;
        var isPlain = ReadNamePart();
        while (_at + 1 < _end && Current() == '.' && NameLength(_at + 1, isStart: true) > 0)
        {
            isPlain = false;
            MarkWideIf(_at);
            _at++;
            ReadNamePart();
        }

        Add(isPlain ? KeywordKind(start, _at) : TokenKind.Name, start);
    }

    // Whether all characters are ASCII after folding: only then the name may be a word of the language.
    private bool ReadNamePart()
    {
        var isPlain = true;
        for (var length = NameLength(_at, isStart: true); length > 0; length = NameLength(_at, isStart: false))
        {
            MarkWideIf(_at);
            isPlain &= char.IsAscii(Fold(_text[_at]));
            _at += length;
        }

        return isPlain;
    }

    private TokenKind KeywordKind(int start, int end)
    {
        if (end - start > 8) return TokenKind.Name;
        Span<char> folded = stackalloc char[8];
        for (var i = start; i < end; i++) folded[i - start] = Fold(_text[i]);
        return Keywords.KindOf(folded[..(end - start)]);
    }

    // The length in UTF-16 units of the name character at a place; 0 where there is none.
    private int NameLength(int at, bool isStart)
    {
        if (at >= _end) return 0;
        var c = _text[at];
        if (char.IsAsciiLetter(c) || c == '_') return 1;
        if (char.IsAsciiDigit(c)) return isStart ? 0 : 1;
        if (c < 0x80) return 0;
        if (c is '＿') return 1;
        if (c is '・' or '･') return isStart ? 0 : 1;
        Rune.DecodeFromUtf16(_text.AsSpan(at, _end - at), out var rune, out var consumed);
        if (rune == Rune.ReplacementChar) return 0;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => consumed,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark => isStart ? 0 : consumed,
            _ => 0,
        };
    }

    private void ReadComment()
    {
        var start = _at;
        var end = _text.AsSpan(_at, _end - _at).IndexOf('\n');
        _at = end < 0 ? _end : _at + end;
        var length = _text.AsSpan(start, _at - start).TrimEnd().Length;
        _comments?.Add(TokenOf(TokenKind.Comment, start, length));
    }

    private char Current() => Fold(_text[_at]);

    private char Peek(int ahead) => _at + ahead < _end ? Fold(_text[_at + ahead]) : '\0';

    private void Add(TokenKind kind, int start) => _tokens.Add(TokenOf(kind, start, _at - start));

    private Token TokenOf(TokenKind kind, int start, int length) => new(kind, new TextSpan(_text, new Position(start, _line, 1), length));

    private void MarkWideIf(int at)
    {
        if (_text[at] is >= '\uFF01' and <= '\uFF5E' or '\uFFE5') MarkWide(at);
    }

    private void MarkWide(int at)
    {
        // A space begins the stretch only where nothing else does.
        var isSpace = _text[at] == '\u3000';
        if (_firstWide < 0 || (!isSpace && _text[_firstWide] == '\u3000')) _firstWide = at;
        if (!isSpace || _text[_firstWide] == '\u3000') _lastWide = at;
    }

    private void EndLine()
    {
        if (_firstWide >= 0)
        {
            var span = new SourceSpan(_firstWide, _lastWide + 1);
            _bag.Add(source => SyntaxErrors.FullWidth(source, span));
        }

        _firstWide = -1;
    }
}
