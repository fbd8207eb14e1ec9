namespace Mirai.Rules.Syntax;

internal sealed partial class Lexer
{
    private void ReadText()
    {
        var start = _at;
        var open = _text[_at];
        MarkWideIf(_at);
        _at++;
        while (_at < _end && _text[_at] is not ('\n' or '\r'))
        {
            var c = _text[_at];
            if (c == '\\' && _at + 1 < _end && _text[_at + 1] is not ('\n' or '\r'))
            {
                _at += 2;
                continue;
            }

            if (Closes(open, c))
            {
                MarkWideIf(_at);
                _at++;
                FinishText(start, open);
                return;
            }

            _at++;
        }

        _at = start + Math.Max(1, _text.AsSpan(start, _at - start).TrimEnd().Length);
        var span = new SourceSpan(start, _at);
        _bag.Add(source => SyntaxErrors.TextNotClosed(source, span));
        Add(TokenKind.Text, start);
    }

    private void FinishText(int start, char open)
    {
        if (Fold(open) is not ('"' or '\''))
        {
            var span = new SourceSpan(start, _at);
            _bag.Add(source => SyntaxErrors.OtherQuotes(source, span));
        }

        Add(TokenKind.Text, start);
    }

    /// <summary>Whether a character closes a text that another opened.</summary>
    public static bool Closes(char open, char c) => open switch
    {
        '"' or '\'' => c == open,
        '“' or '”' => c is '”' or '“' or '"',
        '‘' or '’' => c is '’' or '‘' or '\'',
        '「' => c == '」',
        _ => Fold(c) == Fold(open),
    };

    private void ReadQuotedName()
    {
        var start = _at;
        MarkWideIf(_at);
        _at++;
        while (_at < _end && _text[_at] is not ('\n' or '\r') && Current() != '`') _at++;
        var isClosed = _at < _end && Current() == '`';
        if (isClosed) MarkWideIf(_at++);
        var span = new SourceSpan(start, _at);
        if (isClosed && NameText.TryRead(_text.AsSpan(start, _at - start), out _))
        {
            Add(TokenKind.Name, start);
            return;
        }

        _bag.Add(source => isClosed ? SyntaxErrors.EmptyName(source, span) : SyntaxErrors.NameNotClosed(source, span));
        Add(TokenKind.Unreadable, start);
    }
}
