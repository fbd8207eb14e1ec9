using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Mirai.Rules.Syntax;

namespace Mirai.Core.Tests.Rules.Syntax;

/// <summary>A syntax tree as text, without the places of its parts: two trees are the same if their texts are.</summary>
internal static class TreeText
{
    private static readonly string[] Places = ["Span", "KeywordSpan", "OperatorSpan", "Source", "EqualityContract"];

    public static string Of(object? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? node)
    {
        switch (node)
        {
            case null:
                text.Append('-');
                break;
            case string value:
                text.Append('"').Append(value).Append('"');
                break;
            case decimal number:
                text.Append((number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Append(text, item);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            case SyntaxNode:
                AppendMembers(text, node);
                break;
            default:
                text.Append(Convert.ToString(node, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void AppendMembers(StringBuilder text, object node)
    {
        var type = node.GetType();
        text.Append('(').Append(type.Name);
        foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // A text's value holds its placeholders as they are written; what they mean stands in its parts.
            if (Places.Contains(member.Name, StringComparer.Ordinal) || (node is TextSyntax && member.Name is "Value")) continue;
            text.Append(' ').Append(member.Name).Append('=');
            Append(text, member.GetValue(node));
        }

        text.Append(')');
    }
}
