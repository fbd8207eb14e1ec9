using System.Globalization;
using Mirai.Model;

namespace Mirai.Samples;

/// <summary>Writes one person's orders and returns down as rows, under one source key or two.</summary>
internal sealed class OrderBook(DayRange days)
{
    private const double SecondRecordChance = 0.03;
    private const double ReturnChance = 0.015;

    private readonly List<SamplePurchase> _rows = [];
    private int _person;
    private int _orders;
    private string _key = "";
    private string? _secondKey;
    private double _webShare;
    private bool _hasReturn;

    /// <summary>The key of the web account that the person opened though already known, once an order is booked under it.</summary>
    public string? SecondKey { get; private set; }

    /// <summary>How many orders lie in the data.</summary>
    public int OrderCount => _orders;

    /// <summary>The rows by day, the lines of an order together.</summary>
    public IReadOnlyList<SamplePurchase> Rows => _hasReturn ? [.. _rows.OrderBy(row => row.Day)] : [.. _rows];

    /// <summary>Starts a person's book.</summary>
    public void Begin(ref SampleRandom random, int person, string key, double webShare)
    {
        _rows.Clear();
        _person = person;
        _orders = 0;
        _key = key;
        _webShare = webShare;
        _hasReturn = false;
        SecondKey = null;
        _secondKey = random.Chance(SecondRecordChance) ? SecondKeyOf(person) : null;
    }

    /// <summary>Writes an order down if its day is in the data, and sometimes its return.</summary>
    public void Add(ref SampleRandom random, int day, List<BasketLine> lines)
    {
        var isWeb = random.Chance(_webShare);
        var channel = isWeb ? "web" : random.Chance(0.8) ? "phone" : "postcard";
        var isReturned = random.Chance(ReturnChance);
        var returnDay = day + 3 + random.Below(10);
        var returned = random.Chance(0.6) ? -1 : random.Below(lines.Count);
        if (day < 0) return;

        _orders++;
        var key = _key;
        if (isWeb && _orders > 1 && _secondKey is not null) key = SecondKey = _secondKey;
        var order = string.Create(CultureInfo.InvariantCulture, $"{_person + 1:D7}-{_orders:D3}");
        var first = _rows.Count;
        foreach (var line in lines)
        {
            _rows.Add(new SamplePurchase(
                key, order, days[day], line.ListPrice - line.Discount, line.Discount, channel, OrderBasket.Categories[line.Category]));
        }

        if (!isReturned || returnDay >= days.Count) return;
        _hasReturn = true;
        for (var index = 0; index < lines.Count; index++)
        {
            if (returned >= 0 && returned != index) continue;
            var row = _rows[first + index];
            _rows.Add(row with { Day = days[returnDay], Amount = -row.Amount, Discount = -row.Discount });
        }
    }

    /// <summary>Web accounts are numbered in no order; 7919 has no divisor in common with ten million, so no two are alike.</summary>
    private static string SecondKeyOf(int person) =>
        string.Create(CultureInfo.InvariantCulture, $"W{((person * 7919L) + 104_729) % 10_000_000:D7}");
}
