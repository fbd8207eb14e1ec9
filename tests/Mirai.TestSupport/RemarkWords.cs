using System.Reflection;
using Mirai.History;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.TestSupport;

/// <summary>Calls every member of a class of remarks with made-up values, to see that all of them speak both languages.</summary>
public static class RemarkWords
{
    /// <summary>Every remark that a class words, by the member's name.</summary>
    public static IEnumerable<(string Name, IngestRemark Remark)> Of(Type words)
    {
        ArgumentNullException.ThrowIfNull(words);
        const BindingFlags Members = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var property in words.GetProperties(Members)) yield return (property.Name, (IngestRemark)property.GetValue(null)!);
        foreach (var method in words.GetMethods(Members).Where(method => !method.IsSpecialName && !HasSpan(method)))
        {
            object?[] values = [.. method.GetParameters().Select((parameter, at) => Value(parameter.ParameterType, at))];
            yield return ($"{method.Name}({method.GetParameters().Length})", (IngestRemark)method.Invoke(null, values)!);
        }
    }

    /// <summary>Whether a text has kana or kanji.</summary>
    public static bool IsJapanese(string text) => text.Any(letter => letter is (>= '\u3041' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF'));

    /// <summary>The numbers and made-up names of a text, in order.</summary>
    public static IEnumerable<string> Values(string text) =>
        text.Split([.. text.Where(letter => !char.IsAsciiDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Where(number => number.Length == 3).Order(StringComparer.Ordinal);

    private static bool HasSpan(MethodInfo method) => method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike);

    /// <summary>Values that hold a number of three digits, so that they are found again in the text.</summary>
    private static object Value(Type type, int at)
    {
        var number = 710 + at;
        if (type == typeof(string)) return $"n{number}";
        if (type == typeof(int)) return number;
        if (type == typeof(long)) return (long)number;
        if (type == typeof(bool)) return false;
        if (type == typeof(char)) return ';';
        if (type == typeof(Exception)) return new IOException($"x{number}");
        if (type == typeof(Currency)) return new Currency("ZZZ", 2);
        if (type == typeof(IngestRemark)) return IngestRemark.Plain($"r{number}");
        if (type == typeof(ColumnMapping)) return new ColumnMapping("store", $"h{number}");
        if (type == typeof(List<int>)) return new List<int> { number, number + 50 };
        if (type == typeof(IReadOnlyList<string>)) return new[] { $"l{number}", $"m{number + 50}" };
        if (type == typeof(IEnumerable<(string, int)>)) return new[] { ("store", number), ("shop", 0) };
        if (type == typeof(AttributeContradiction)) return new AttributeContradiction("c801", "a802", "k803", ["d804", "e805"]);
        if (type == typeof(IngestIssue)) return new IngestIssue(IngestIssueKind.CutOff, "s901", 902, "c903", "f904", IngestRemark.Plain("e905"));
        throw new NotSupportedException($"No value is made up for {type}.");
    }
}
