namespace Mirai.Html.Markup;

/// <summary>One text in both languages of the page.</summary>
/// <param name="English">In English.</param>
/// <param name="Japanese">In Japanese.</param>
internal readonly record struct Bilingual(string English, string Japanese)
{
    /// <summary>The same in both languages: a number, a day, a name.</summary>
    public static implicit operator Bilingual(string text) => new(text, text);

    /// <summary>The text of one language.</summary>
    public string this[string language] => language is "ja" ? Japanese : English;

    /// <summary>This text and another one after it.</summary>
    public static Bilingual operator +(Bilingual left, Bilingual right) => new(left.English + right.English, left.Japanese + right.Japanese);
}
