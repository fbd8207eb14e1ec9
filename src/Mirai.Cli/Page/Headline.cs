using Mirai.Diagnosis;

namespace Mirai.Cli.Page;

/// <summary>The three figures that a manager asks for, beside each other.</summary>
internal static class Headline
{
    /// <summary>Their names, values and changes.</summary>
    /// <param name="report">The diagnosis.</param>
    /// <param name="figures">Writes them.</param>
    /// <param name="setting">What they are written for.</param>
    /// <param name="width">The columns there are.</param>
    public static Block Of(DiagnosisReport report, FigureText figures, PageSetting setting, int width)
    {
        var shown = report.Headline;
        var third = width / shown.Count;
        var (names, now, change) = (new Line(), new Line(), new Line());
        for (var i = 0; i < shown.Count; i++)
        {
            var compared = shown[i];
            var column = (i * third) + 2;
            names.To(column).Add(setting.Texts.NameOf(compared.Measure), Tone.Faint);
            now.To(column).Add(figures.Of(compared.Measure, compared.Now), Tone.Strong);
            change.To(column).Add(figures.ChangeRate(compared), FigureText.ToneOf(compared))
                .Add($" {setting.Texts.Page.OnBefore(report.Settings.ActivePeriod)}", Tone.Faint);
        }

        return new Block().Add(names).Add(now).Add(change);
    }
}
