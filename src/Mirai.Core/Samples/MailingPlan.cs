using System.Globalization;
using Mirai.Model;

namespace Mirai.Samples;

/// <summary>A mailing to many customers on one day.</summary>
/// <param name="Day">The day index.</param>
/// <param name="Kind">What is sent.</param>
/// <param name="Name">The campaign's name in the data.</param>
internal readonly record struct Mailing(int Day, MailingKind Kind, string Name);

/// <summary>What is sent.</summary>
internal enum MailingKind
{
    Catalog,
    Postcard,
    WinBack,
    Email,
    Club,
    Welcome,
}

/// <summary>What the company knows of a customer when it decides on a mailing.</summary>
/// <param name="SilenceDays">Days since the last purchase.</param>
/// <param name="PurchasesOfYear">Purchases within the last 365 days.</param>
/// <param name="TakesEmail">Whether the customer agreed to e-mail.</param>
internal readonly record struct MailingTarget(int SilenceDays, int PurchasesOfYear, bool TakesEmail);

/// <summary>The mailings of all years and their targeting by recency and frequency.</summary>
internal sealed class MailingPlan
{
    /// <summary>How long a mailing is felt, in days.</summary>
    public const int EffectDays = 30;

    /// <summary>The largest lift that a mailing gives.</summary>
    public const double MaxLift = 0.6;

    /// <summary>Mail begins this long before the data, so that its effect is there on the first day.</summary>
    private const int LeadDays = 120;

    private readonly ScenarioStory _story;

    public MailingPlan(DayRange days, ScenarioStory story)
    {
        _story = story;
        var mailings = new List<Mailing>();
        for (var day = -LeadDays; day < days.Count; day++)
        {
            var date = days.First.AddDays(day);
            if (KindOn(date) is { } kind) mailings.Add(new Mailing(day, kind, NameOf(date, kind)));
            if (story.Scenario == SampleScenario.Mail && day > story.OnsetIndex && day % 5 is 0 or 2)
                mailings.Add(new Mailing(day, MailingKind.Club, NameOf(date, MailingKind.Club)));
        }

        Mailings = [.. mailings];
    }

    /// <summary>All mailings by day.</summary>
    public Mailing[] Mailings { get; }

    /// <summary>The chance that a customer is on the list of a mailing.</summary>
    public double ListChance(Mailing mailing, MailingTarget target)
    {
        var focus = _story.MailFocus(mailing.Day);
        var neglect = target.PurchasesOfYear >= 5 ? 0 : focus;
        return mailing.Kind switch
        {
            MailingKind.Catalog when target.SilenceDays <= 365 => 0.95 * (1 - ((target.SilenceDays > 180 ? 0.97 : 0.75) * neglect)),
            MailingKind.Catalog when target.SilenceDays <= 730 => 0.3 * (1 - neglect),
            MailingKind.Postcard when target.SilenceDays <= 180 => (target.PurchasesOfYear >= 2 ? 0.75 : 0.45) * (1 - (0.6 * neglect)),
            MailingKind.Postcard when target.SilenceDays <= 365 => 0.15 * (1 - neglect),
            MailingKind.WinBack when target.SilenceDays is > 150 and <= 450 => 0.62 * (1 - (0.95 * focus)),
            MailingKind.Email when target.TakesEmail && target.SilenceDays <= 540 => 0.9 * (1 - (0.75 * neglect)),
            MailingKind.Club when target.PurchasesOfYear >= 9 => 0.98 * focus * focus,
            _ => 0,
        };
    }

    /// <summary>The lift of the buying rate on the day of a mailing; it fades over <see cref="EffectDays"/>. Much mail tires.</summary>
    public static double Lift(MailingKind kind, int mailsOfMonth) => BaseLift(kind) / (1 + (0.25 * Math.Max(0, mailsOfMonth - 2)));

    /// <summary>The channel and the cost in yen of one piece.</summary>
    public static (string Channel, int Cost) Piece(MailingKind kind) => kind switch
    {
        MailingKind.Catalog => ("catalog", 180),
        MailingKind.Email => ("email", 1),
        MailingKind.WinBack => ("postcard", 85),
        _ => ("postcard", 70),
    };

    /// <summary>The campaign's name on a day.</summary>
    public static string NameOf(DateOnly date, MailingKind kind)
    {
        var name = kind switch
        {
            MailingKind.Catalog => "catalog",
            MailingKind.Postcard => "monthly",
            MailingKind.WinBack => "win-back",
            MailingKind.Email => "newsletter",
            MailingKind.Club => "club",
            _ => "welcome",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2} {name}");
    }

    private static double BaseLift(MailingKind kind) => kind switch
    {
        MailingKind.Catalog => 0.6,
        MailingKind.Postcard => 0.4,
        MailingKind.WinBack => 0.5,
        MailingKind.Welcome => 0.4,
        MailingKind.Email => 0.2,
        _ => 0.15,
    };

    private static MailingKind? KindOn(DateOnly date) => (date.Month, date.Day) switch
    {
        (3, 1) or (6, 1) or (9, 1) or (11, 15) => MailingKind.Catalog,
        (_, 5) => MailingKind.Email,
        (_, 10) => MailingKind.Postcard,
        (_, 20) => MailingKind.WinBack,
        _ => null,
    };
}
