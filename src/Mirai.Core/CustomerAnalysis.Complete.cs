using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai;

/// <content>From which day on figures have enough history before them.</content>
public sealed partial class CustomerAnalysis
{
    private DateOnly? CompleteFrom(Measure measure)
    {
        if (History.BeganWithData && measure.Needs != HistoryNeeded.TwoYears) return History.Days.First;
        if (CompleteFrom(measure.Needs) is not { } purchases) return null;
        if (!measure.NeedsContacts) return purchases;
        return ContactsCompleteFrom(measure) is { } contacts ? (contacts > purchases ? contacts : purchases) : null;
    }

    private DateOnly? CompleteFrom(HistoryNeeded needs)
    {
        if (needs == HistoryNeeded.TwoYears) return FirstDayWith(day => ForecastCautions.Of(History.Days.First, History.Days[day]) == ForecastCaution.None);
        if (needs == HistoryNeeded.None || History.BeganWithData) return History.Days.First;
        var period = needs switch
        {
            HistoryNeeded.NinetyDays => Period.Days(90),
            HistoryNeeded.HalfYear => Period.Days(180),
            HistoryNeeded.OneYear => Period.OneYear,
            HistoryNeeded.ActivePeriod => Options.ActivePeriod,
            HistoryNeeded.TwoChurnWindows => Options.WindowChurn.Window.Times(2),
            HistoryNeeded.TwoActivePeriods => Options.ActivePeriod.Times(2),
            _ => Options.ActivePeriod.Times(3),
        };
        return FirstDayWith(day => History.Axis.BeforeIndex(day, period) >= 0);
    }

    /// <summary>The first day whose window of contacts begins with the first contact or the first observed day, whichever is later.</summary>
    private DateOnly? ContactsCompleteFrom(Measure measure)
    {
        if (Contacts!.Days is not { } days) return null;
        var first = Math.Max(0, History.Days.IndexOf(days.First));
        if (measure.ContactDays == 0) return FirstDayWith(day => day >= first);
        if (measure.ContactDays is { } window) return FirstDayWith(day => day - window >= first);
        var answers = measure == ContactMeasures.ResponseRate ? ContactMeasures.ResponseDays : 0;
        return FirstDayWith(day => day >= answers && History.Axis.BeforeIndex(day - answers, Options.ActivePeriod) >= first);
    }

    private DateOnly? FirstDayWith(Func<int, bool> isComplete)
    {
        for (var day = 0; day < History.Days.Count; day++)
        {
            if (isComplete(day)) return History.Days[day];
        }

        return null;
    }
}
