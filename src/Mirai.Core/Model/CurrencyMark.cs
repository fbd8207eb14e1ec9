namespace Mirai.Model;

/// <summary>What stands before and after the digits of an amount, for people: ¥5,012 in English, 5,012円 in Japanese.</summary>
/// <param name="Before">Before the first digit, such as <c>$</c>; empty where nothing does.</param>
/// <param name="After">After the last digit, such as <c>円</c>; empty where nothing does.</param>
public readonly record struct CurrencyMark(string Before, string After)
{
    /// <summary>The mark of a currency: its sign or its word where it has one, else its code.</summary>
    /// <param name="code">The currency's code.</param>
    /// <param name="language"><c>ja</c> for Japanese; every other language is answered in English.</param>
    public static CurrencyMark Of(string code, string language)
    {
        ArgumentNullException.ThrowIfNull(code);
        var (sign, word) = code switch
        {
            "JPY" => ("¥", "円"),
            "USD" => ("$", "ドル"),
            "GBP" => ("£", "ポンド"),
            "EUR" => ("€", "ユーロ"),
            _ => (code + " ", " " + code),
        };
        return language is "ja" ? new CurrencyMark("", word) : new CurrencyMark(sign, "");
    }

    /// <summary>An amount's digits with the mark.</summary>
    public string On(string digits) => Before + digits + After;
}
