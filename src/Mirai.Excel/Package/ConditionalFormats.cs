using DocumentFormat.OpenXml.Spreadsheet;
using Mirai.Excel.Grid;

namespace Mirai.Excel.Package;

/// <summary>Writes conditional formats.</summary>
internal static class ConditionalFormats
{
    /// <summary>Appends the rules of a sheet, in their order.</summary>
    public static void Append(Worksheet sheet, IReadOnlyList<CellRule> rules)
    {
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i] switch
            {
                WordRule word => Word(word),
                ScaleRule => Scale(),
                BarRule => Bar(),
                _ => Arrow(),
            };
            rule.Priority = i + 1;
            sheet.Append(new ConditionalFormatting(rule) { SequenceOfReferences = new([rules[i].Range.ToString()]) });
        }
    }

    private static ConditionalFormattingRule Word(WordRule rule) => new(new Formula($"\"{rule.Word.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
    {
        Type = ConditionalFormatValues.CellIs, Operator = ConditionalFormattingOperatorValues.Equal, FormatId = StyleTable.IndexOf(rule.Tone),
    };

    private static ConditionalFormattingRule Scale() => new(new ColorScale(
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Min },
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Percentile, Val = "50" },
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Max },
        new Color { Rgb = "FFFFFFFF" }, new Color { Rgb = "FFCFE1F3" }, new Color { Rgb = "FF7BABDA" }))
    {
        Type = ConditionalFormatValues.ColorScale,
    };

    private static ConditionalFormattingRule Bar() => new(new DataBar(
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "0" },
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Max },
        new Color { Rgb = "FFB9D3EC" }))
    {
        Type = ConditionalFormatValues.DataBar,
    };

    private static ConditionalFormattingRule Arrow() => new(new IconSet(
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Percent, Val = "0" },
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "0" },
        new ConditionalFormatValueObject { Type = ConditionalFormatValueObjectValues.Number, Val = "0", GreaterThanOrEqual = false })
    {
        IconSetValue = IconSetValues.ThreeArrowsGray,
    })
    {
        Type = ConditionalFormatValues.IconSet,
    };
}
