using System.Globalization;
using System.Text;

namespace Mirai.Samples;

/// <summary>Writes a person's name and address: once, or a second time as another hand would.</summary>
internal static class IdentityWriter
{
    private const string DigitKanji = "〇一二三四五六七八九";

    private static readonly string[] PhonePrefixes = ["090", "080", "070"];

    /// <summary>The record under which the person was first known.</summary>
    public static SampleIdentity First(ref SampleRandom random, string key, int person, in SampleTraits traits)
    {
        var surname = NameTable.Surnames[random.Below(NameTable.Surnames.Length)];
        var given = NameTable.GivenNames[random.Below(NameTable.GivenNames.Length)];
        var hasEmail = traits.TakesEmail || random.Chance(0.5);
        var postalCode = random.Below(10_000);
        var town = NameTable.Prefectures[traits.Region].Name + NameTable.Towns[random.Below(NameTable.Towns.Length)];
        var (block, house, door) = (1 + random.Below(5), 1 + random.Below(29), 1 + random.Below(28));
        return new SampleIdentity(
            key,
            person,
            $"{surname.Kanji} {given.Kanji}",
            $"{surname.Kana} {given.Kana}",
            Phone(person),
            hasEmail ? string.Create(CultureInfo.InvariantCulture, $"{given.Roman}.{surname.Roman}{person + 1}@example.jp") : "",
            string.Create(CultureInfo.InvariantCulture, $"000-{postalCode:D4}"),
            string.Create(CultureInfo.InvariantCulture, $"{town}{block}-{house}-{door}"));
    }

    /// <summary>The same person as typed into the web shop later: other spellings, gaps, and one thing at least that gives the person away.</summary>
    /// <remarks>
    /// What stays recognisable is the e-mail address, or the phone number with the surname's reading, or the reading of the name with the postal
    /// code and the address number.
    /// </remarks>
    public static SampleIdentity Second(ref SampleRandom random, string key, SampleIdentity first)
    {
        var clue = random.Below(3);
        if (clue == 0 && first.Email.Length == 0) clue = 1;
        var knowsPhone = clue == 1 || random.Chance(0.4);
        var knowsAddress = clue == 2 || random.Chance(0.6);
        return first with
        {
            SourceKey = key,
            Name = SpellName(ref random, first.Name),
            Kana = clue == 0 && random.Chance(0.3) ? "" : SpellKana(ref random, first.Kana),
            Phone = knowsPhone ? SpellPhone(ref random, first.Phone) : "",
            Email = clue == 0 ? SpellEmail(ref random, first.Email) : "",
            PostalCode = knowsAddress ? SpellPostalCode(ref random, first.PostalCode) : "",
            Address = knowsAddress ? SpellAddress(ref random, first.Address) : "",
        };
    }

    /// <summary>No Japanese mobile number has a 0 after its prefix. 3,333,333 shares no divisor with ten million: all numbers differ.</summary>
    private static string Phone(int person)
    {
        var number = person % 10_000_000 * 3_333_333L % 10_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"{PhonePrefixes[person % 3]}-0{number / 10_000:D3}-{number % 10_000:D4}");
    }

    private static string SpellName(ref SampleRandom random, string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        var surname = name[..space];
        var variant = NameTable.Surnames.First(entry => string.Equals(entry.Kanji, surname, StringComparison.Ordinal)).Variant;
        if (variant.Length > 0 && random.Chance(0.6)) surname = variant;
        return surname + random.Below(3) switch { 0 => "", 1 => "　", _ => " " } + name[(space + 1)..];
    }

    private static string SpellKana(ref SampleRandom random, string kana) => random.Below(3) switch
    {
        0 => ToHiragana(kana),
        1 => ToHalfWidth(kana),
        _ => kana.Replace(" ", "", StringComparison.Ordinal),
    };

    private static string SpellPhone(ref SampleRandom random, string phone) => random.Below(4) switch
    {
        0 => phone.Replace("-", "", StringComparison.Ordinal),
        1 => "+81 " + phone[1..].Replace('-', ' '),
        2 => ToFullWidth(phone),
        _ => phone,
    };

    private static string SpellPostalCode(ref SampleRandom random, string code) =>
        random.Chance(0.5) ? code.Replace("-", "", StringComparison.Ordinal) : code;

    private static string SpellEmail(ref SampleRandom random, string email) =>
        random.Chance(0.5) ? string.Concat(email[..1].ToUpperInvariant(), email[1..^3], ".JP") : email;

    private static string SpellAddress(ref SampleRandom random, string address)
    {
        var start = address.AsSpan().IndexOfAnyInRange('0', '9');
        var numbers = address[start..].Split('-');
        var town = address[..start];
        return random.Below(4) switch
        {
            0 => $"{town}{numbers[0]}丁目{numbers[1]}番{numbers[2]}号",
            1 => $"{town}{DigitKanji[numbers[0][0] - '0']}丁目{numbers[1]}番地{numbers[2]}",
            2 => ToFullWidth(address),
            _ => address,
        };
    }

    private static string ToHiragana(string kana) =>
        string.Create(kana.Length, kana, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = from[i] is >= 'ァ' and <= 'ヶ' ? (char)(from[i] - 0x60) : from[i];
        });

    private static string ToFullWidth(string text) =>
        string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = from[i] is >= '!' and <= '~' ? (char)(from[i] + 0xFEE0) : from[i];
        });

    private static string ToHalfWidth(string kana)
    {
        const string Full = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー";
        const string Half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ";
        const string Voiced = "ガギグゲゴザジズゼゾダヂヅデドバビブベボ";
        const string Unvoiced = "カキクケコサシスセソタチツテトハヒフヘホ";
        const string SemiVoiced = "パピプペポ";
        const string SemiVoicedBase = "ハヒフヘホ";
        var half = new StringBuilder(kana.Length + 4);
        foreach (var letter in kana)
        {
            if (Full.IndexOf(letter, StringComparison.Ordinal) is var plain and >= 0) half.Append(Half[plain]);
            else if (Voiced.IndexOf(letter, StringComparison.Ordinal) is var voiced and >= 0)
                half.Append(Half[Full.IndexOf(Unvoiced[voiced], StringComparison.Ordinal)]).Append('ﾞ');
            else if (SemiVoiced.IndexOf(letter, StringComparison.Ordinal) is var semi and >= 0)
                half.Append(Half[Full.IndexOf(SemiVoicedBase[semi], StringComparison.Ordinal)]).Append('ﾟ');
            else half.Append(letter);
        }

        return half.ToString();
    }
}
