using System.Collections.Frozen;
using System.Globalization;
using Mirai.Rules.Binding;
using Mirai.Rules.Testing;

namespace Mirai.Rules.Syntax;

/// <summary>The texts of all findings, by key, in each language.</summary>
internal static class DiagnosticTexts
{
    // One family of texts for each part of the language that reports something.
    private static readonly IReadOnlyDictionary<string, string>[] EnglishFamilies = [SyntaxTexts.English, BindingTexts.English, TestTexts.English];
    private static readonly IReadOnlyDictionary<string, string>[] JapaneseFamilies = [SyntaxTexts.Japanese, BindingTexts.Japanese, TestTexts.Japanese];

    /// <summary>English, by key.</summary>
    public static FrozenDictionary<string, string> English { get; } = EnglishFamilies.SelectMany(family => family).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Japanese, by key.</summary>
    public static FrozenDictionary<string, string> Japanese { get; } = JapaneseFamilies.SelectMany(family => family).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a language is Japanese: <c>ja</c> or one of its regions. Every other language is answered in English.</summary>
    public static bool IsJapanese(string language) =>
        language.Equals("ja", StringComparison.OrdinalIgnoreCase) || language.StartsWith("ja-", StringComparison.OrdinalIgnoreCase);

    /// <summary>A text in a language. The key <c>list</c> joins its arguments with "or".</summary>
    public static string Format(DiagnosticText text, string language)
    {
        var arguments = text.Arguments.Select(argument => Argument(argument, language)).ToArray();
        if (string.Equals(text.Key, "list", StringComparison.Ordinal)) return Joined(arguments, language);
        var pattern = Pattern(text.Key, language);
        return arguments.Length == 0 ? pattern : string.Format(CultureInfo.InvariantCulture, pattern, arguments);
    }

    /// <summary>The pattern of a key; the key itself where it is not known.</summary>
    public static string Pattern(string key, string language) => (IsJapanese(language) ? Japanese : English).GetValueOrDefault(key, key);

    private static string Argument(object argument, string language) => argument switch
    {
        DiagnosticText text => Format(text, language),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => argument.ToString() ?? "",
    };

    private static string Joined(string[] parts, string language)
    {
        if (IsJapanese(language)) return string.Join('、', parts);
        return parts.Length < 2 ? string.Concat(parts) : $"{string.Join(", ", parts[..^1])} or {parts[^1]}";
    }
}
