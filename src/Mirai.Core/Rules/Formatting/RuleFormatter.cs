using Mirai.Rules.Syntax;
using Token = Superpower.Model.Token<Mirai.Rules.Syntax.TokenKind>;

namespace Mirai.Rules.Formatting;

/// <summary>
/// Lays out the tokens of a sound rule text. It never prints from the tree, so what was written survives; where a line breaks depends on the tokens and on
/// where comments and empty lines stand, never on the other spaces of the text, so that formatting twice changes nothing.
/// </summary>
internal sealed class RuleFormatter
{
    private readonly Token[] _tokens;
    private readonly Token[] _comments;
    private readonly TokenText _text;
    private readonly LineWriter _lines = new();
    private int _nextComment;
    private int _lastLine;
    private bool _isAfterBlock;
    private bool _isInBlock;
    private bool _isAfterOwnComment;

    private RuleFormatter(FileSyntax file)
    {
        var lexed = Lexer.Read(new DiagnosticBag(file.Source, RuleLimits.Default));
        (_tokens, _comments) = (lexed.Tokens, lexed.Comments);
        _text = new TokenText(file);
    }

    /// <summary>The text of a file without errors, laid out.</summary>
    public static string Format(FileSyntax file)
    {
        var formatter = new RuleFormatter(file);
        formatter.Run();
        return formatter._lines.ToString();
    }

    private void Run()
    {
        var sections = Splitter.Split(_tokens);
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            // `shared let x = …` is one line: two sections of the parser.
            if (section.Kind == TokenKind.Shared && i + 1 < sections.Count) section = section with { End = sections[++i].End };
            var isHead = Keywords.IsDeclaration(section.Kind) || section.Kind == TokenKind.Mirai;
            WriteCommentsBefore(section, isHead);
            if (!_isAfterOwnComment) SeparateFrom(section, isHead);
            else if (LineOf(_tokens[section.Start]) > _lastLine + 1) _lines.Blank();
            WriteSection(section, isHead);
        }

        WriteCommentsBefore(new Section(TokenKind.None, _tokens.Length, _tokens.Length, IsMisspelt: false), isHead: true);
    }

    private static bool IsBlock(TokenKind kind) => kind is TokenKind.Rule or TokenKind.Override or TokenKind.Test;

    private static int LineOf(Token token) => token.Span.Position.Line;

    // An empty line before a block and behind one; elsewhere where the text has one.
    private void SeparateFrom(Section section, bool isHead)
    {
        var line = section.Start < _tokens.Length ? LineOf(_tokens[section.Start]) : int.MaxValue;
        if (isHead ? IsBlock(section.Kind) || _isAfterBlock || line > _lastLine + 1 : line > _lastLine + 1 && !_lines.IsAfterHead) _lines.Blank();
    }

    // Comments on lines of their own. An indented one behind a clause belongs to it, one at the margin to what follows.
    private void WriteCommentsBefore(Section section, bool isHead)
    {
        var end = section.Start < _tokens.Length ? _tokens[section.Start].SourceSpan().Start : int.MaxValue;
        _isAfterOwnComment = false;
        while (_nextComment < _comments.Length && _comments[_nextComment].SourceSpan().Start < end)
        {
            var comment = _comments[_nextComment++];
            var isIndented = isHead ? _isInBlock && !_isAfterOwnComment && IsIndented(comment) : true;
            if (isHead && !isIndented && !_isAfterOwnComment && section.Start < _tokens.Length && (IsBlock(section.Kind) || _isAfterBlock)) _lines.Blank();
            else if (LineOf(comment) > _lastLine + 1 && (_isAfterOwnComment || !_lines.IsAfterHead)) _lines.Blank();
            _lines.Begin(isIndented ? LineWriter.Indent : 0);
            _lines.Write(_text.Of(comment));
            _lines.End();
            _isAfterOwnComment = !isIndented || !isHead;
            _lastLine = LineOf(comment);
        }
    }

    private static bool IsIndented(Token comment)
    {
        var at = comment.SourceSpan().Start;
        return at > 0 && comment.Span.Source![at - 1] is not '\n';
    }

    private void WriteSection(Section section, bool isHead)
    {
        var breaks = SectionLayout.Breaks(_tokens.AsSpan(section.Start..section.End), section.Kind, _text);
        _lines.Begin(isHead ? 0 : LineWriter.Indent);
        for (var i = section.Start; i < section.End; i++)
        {
            var isForced = i > section.Start && WriteCommentsInside(i);
            if (i > section.Start && (isForced || breaks[i - section.Start]))
            {
                _lines.End();
                _lines.Begin(LineWriter.Indent + LineWriter.KeywordWidth);
            }
            else if (i > section.Start)
            {
                WriteGap(section, i, isHead);
            }

            _lines.Write(_text.Of(_tokens[i]));
            _lastLine = LineOf(_tokens[i]);
        }

        if (section.End == _tokens.Length || IsCommentBefore(_tokens[section.End])) WriteTrailingComment();
        _lines.End(isHead);
        if (isHead) (_isAfterBlock, _isInBlock) = (IsBlock(section.Kind) || section.Kind == TokenKind.Mirai, IsBlock(section.Kind));
    }

    private void WriteGap(Section section, int i, bool isHead)
    {
        if (i == section.Start + 1 && !isHead)
        {
            _lines.PadTo(section.Kind == TokenKind.For ? 0 : LineWriter.Indent + LineWriter.KeywordWidth);
            return;
        }

        var before = i - 2 >= section.Start ? _tokens[i - 2].Kind : TokenKind.None;
        var isClauseIf = section.Kind == TokenKind.Severity && i == section.Start + 3;
        if (TokenSpacing.HasSpace(before, _tokens[i - 1].Kind, _tokens[i].Kind, isClauseIf)) _lines.Write(" ");
    }

    // Comments between the tokens of a section; a line ends behind each.
    private bool WriteCommentsInside(int i)
    {
        var hasAny = false;
        while (IsCommentBefore(_tokens[i]))
        {
            hasAny = true;
            if (LineOf(_comments[_nextComment]) == _lastLine)
            {
                WriteTrailingComment();
                continue;
            }

            var comment = _comments[_nextComment++];
            _lines.End();
            _lines.Begin(LineWriter.Indent + LineWriter.KeywordWidth);
            _lines.Write(_text.Of(comment));
            _lastLine = LineOf(comment);
        }

        return hasAny;
    }

    private bool IsCommentBefore(Token token) =>
        _nextComment < _comments.Length && _comments[_nextComment].SourceSpan().Start < token.SourceSpan().Start;

    private void WriteTrailingComment()
    {
        if (_nextComment == _comments.Length || LineOf(_comments[_nextComment]) != _lastLine) return;
        _lines.Write("  ");
        _lines.Write(_text.Of(_comments[_nextComment++]));
    }
}
