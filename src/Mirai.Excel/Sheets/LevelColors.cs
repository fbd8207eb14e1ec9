using Mirai.Diagnosis;
using Mirai.Excel.Grid;
using Mirai.Rules;

namespace Mirai.Excel.Sheets;

/// <summary>The colours of levels and verdicts, given by their words.</summary>
internal static class LevelColors
{
    /// <summary>Colours the levels in a range.</summary>
    public static void Add(SheetGrid grid, GridRange range, DiagnosisWords words)
    {
        grid.Rules.Add(new WordRule(range, words.Of(WarningLevel.Critical), RuleTone.Critical));
        grid.Rules.Add(new WordRule(range, words.Of(WarningLevel.Warning), RuleTone.Warning));
        grid.Rules.Add(new WordRule(range, words.Of(WarningLevel.Notice), RuleTone.Notice));
    }

    /// <summary>Colours a verdict.</summary>
    public static void AddVerdict(SheetGrid grid, GridRange range, DiagnosisWords words)
    {
        foreach (var (verdict, tone) in new[]
        {
            (DiagnosisVerdict.Ok, RuleTone.Ok), (DiagnosisVerdict.Undecided, RuleTone.Undecided), (DiagnosisVerdict.Notice, RuleTone.Notice),
            (DiagnosisVerdict.Warning, RuleTone.Warning), (DiagnosisVerdict.Critical, RuleTone.Critical),
        })
        {
            grid.Rules.Add(new WordRule(range, words.Of(verdict), tone));
        }
    }
}
