using System.Globalization;

namespace Mirai.Samples;

/// <summary>Simulates one person from the first purchase to the end of the data: buying, leaving, coming back, and mail.</summary>
/// <remarks>
/// Buying is a Poisson process whose rate differs by person (gamma) and follows the calendar, mail and the story; leaving is a
/// hazard that differs by person (gamma), after a chance of leaving at once. Time runs from candidate to candidate of the fastest
/// possible process (thinning), and stops at every mailing. An instance belongs to one thread.
/// </remarks>
internal sealed class LifeSimulation(SampleCalendar calendar, ScenarioStory story, MailingPlan plan)
{
    private const double ComeBackPerDay = 0.05 / 365;
    private const double SaleLift = 1.2;
    private const int TrialDays = 120;
    private const double TrialFactor = 0.75;
    private const int WelcomeDelayDays = 14;
    private const double WelcomeChance = 0.9;

    private readonly List<int> _purchaseDays = [];
    private readonly List<int> _mailDays = [];
    private readonly List<BasketLine> _basket = [];
    private readonly List<SampleContact> _contacts = [];
    private readonly OrderBook _orders = new(calendar.Days);
    private readonly int _dayCount = calendar.Days.Count;
    private readonly double _maxBuying = calendar.MaxDemand * (1 + MailingPlan.MaxLift) * SaleLift * ScenarioStory.MaxBuyingFactor;

    private SampleTraits _traits;
    private SampleRandom _random;
    private string _key = "";
    private double _lift;
    private int _liftDay;
    private bool _isCustomer;

    /// <summary>What the person last simulated is like.</summary>
    public SampleTraits Traits => _traits;

    /// <summary>The orders of the person last simulated.</summary>
    public OrderBook Orders => _orders;

    /// <summary>The mail to the person last simulated.</summary>
    public IReadOnlyList<SampleContact> Contacts => _contacts;

    /// <summary>Simulates a person who first buys on a day; what happens before day 0 is not written down.</summary>
    public void Run(ref SampleRandom random, int person, int firstDay)
    {
        _random = random;
        _key = KeyOf(person);
        _purchaseDays.Clear();
        _mailDays.Clear();
        _contacts.Clear();
        _lift = 0;
        _traits = SampleTraits.Draw(ref _random, story, firstDay, calendar.Days.First.Year);
        _orders.Begin(ref _random, person, _key, _traits.WebShare);
        Live(firstDay);
        random = _random;
    }

    /// <summary>The source key of a person's first record.</summary>
    public static string KeyOf(int person) => string.Create(CultureInfo.InvariantCulture, $"C{person + 1:D7}");

    private void Live(int firstDay)
    {
        var mailings = plan.Mailings;
        var next = NextMailing(mailings, firstDay);
        var welcomeDay = firstDay + WelcomeDelayDays;
        Buy(firstDay);
        double time = firstDay + 1;
        while (time < _dayCount)
        {
            var mailDay = next < mailings.Length ? mailings[next].Day : _dayCount;
            var stop = Math.Min(mailDay, welcomeDay);
            var candidate = time + (_random.Exponential() / FastestRate());
            if (candidate < stop)
            {
                time = candidate;
                if (time < _dayCount) Consider((int)Math.Floor(time));
                continue;
            }

            time = Math.Max(time, stop);
            if (stop >= _dayCount) break;
            if (stop == welcomeDay)
            {
                welcomeDay = int.MaxValue;
                var name = MailingPlan.NameOf(calendar.Days.First.AddDays(stop), MailingKind.Welcome);
                Send(new Mailing(stop, MailingKind.Welcome, name), WelcomeChance);
                continue;
            }

            Send(mailings[next++], null);
        }
    }

    private double FastestRate() => _isCustomer
        ? (_traits.DailyRate * _maxBuying) + (_traits.DailyLeaving * ScenarioStory.MaxLeavingFactor)
        : ComeBackPerDay * _maxBuying * 2;

    /// <summary>Decides whether the candidate event happens, and which it is.</summary>
    private void Consider(int day)
    {
        var purchasesOfYear = CountAfter(_purchaseDays, day - 365);
        var draw = _random.NextDouble() * FastestRate();
        var stimulus = calendar.Demand(day) * (1 + LiftOn(day)) * (calendar.IsSale(day) ? SaleLift : 1);
        if (!_isCustomer)
        {
            if (draw < ComeBackPerDay * stimulus * (1 + story.DiscountPush(day))) Buy(day);
            return;
        }

        var trial = day - _purchaseDays[0] < TrialDays ? TrialFactor : 1;
        var buying = _traits.DailyRate * trial * stimulus * story.BuyingFactor(day, purchasesOfYear);
        if (draw < buying) Buy(day);
        else if (draw < buying + (_traits.DailyLeaving * story.LeavingFactor(day, purchasesOfYear))) _isCustomer = false;
    }

    private void Buy(int day)
    {
        var isFirst = _purchaseDays.Count == 0;
        if (isFirst || !_isCustomer) _isCustomer = !_random.Chance(_traits.OneTimeChance);
        _purchaseDays.Add(day);
        var percent = OrderBasket.DiscountPercent(ref _random, _traits, isFirst, calendar.IsSale(day), story.DiscountPush(day));
        var years = Math.Min(5, (day - _purchaseDays[0]) / 365);
        var factor = story.ValueFactor(day, CountAfter(_purchaseDays, day - 365)) * (1 + (0.03 * years));
        _basket.Clear();
        OrderBasket.Fill(ref _random, _traits, factor, percent, calendar.Demand(day) > 1.2, _basket);
        _orders.Add(ref _random, day, _basket);
    }

    private void Send(Mailing mailing, double? chance)
    {
        var target = new MailingTarget(mailing.Day - _purchaseDays[^1], CountAfter(_purchaseDays, mailing.Day - 365), _traits.TakesEmail);
        if (!_random.Chance(chance ?? plan.ListChance(mailing, target))) return;
        var lift = MailingPlan.Lift(mailing.Kind, CountAfter(_mailDays, mailing.Day - MailingPlan.EffectDays));
        if (lift > LiftOn(mailing.Day)) (_lift, _liftDay) = (lift, mailing.Day);
        _mailDays.Add(mailing.Day);
        if (mailing.Day < 0) return;
        var (channel, cost) = MailingPlan.Piece(mailing.Kind);
        _contacts.Add(new SampleContact(_key, calendar.Days.First.AddDays(mailing.Day), channel, mailing.Name, cost));
    }

    private double LiftOn(int day)
    {
        var age = day - _liftDay;
        return age >= MailingPlan.EffectDays ? 0 : _lift * (1 - ((double)age / MailingPlan.EffectDays));
    }

    private static int CountAfter(List<int> days, int day)
    {
        var index = days.Count;
        while (index > 0 && days[index - 1] > day) index--;
        return days.Count - index;
    }

    private static int NextMailing(Mailing[] mailings, int firstDay)
    {
        var (low, high) = (0, mailings.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mailings[middle].Day <= firstDay) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
