using System.Text;

namespace Mirai.History;

/// <summary>The keys of a history's customers, in the history's order, which is that of their codes.</summary>
internal sealed class CustomerKeys(NativeColumn<ulong> mixed, NativeColumn<ulong>? high, IReadOnlyList<KeyTextStore> longTexts) : IDisposable
{
    /// <summary>How many customers.</summary>
    public int Count => mixed.Length;

    /// <summary>A customer's key as the source spelled it.</summary>
    public string TextOf(int customer)
    {
        var code = CodeOf(customer);
        if (!code.IsHashed) return code.ToText();
        foreach (var store in longTexts)
        {
            if (store.TryGet(code, out var text)) return text;
        }

        throw new InvalidOperationException($"The key of customer {customer} is lost.");
    }

    /// <summary>Into which of so many parts a customer falls, each about as large: by the key alone, and neighbours into the same one.</summary>
    public int PartOf(int customer, int parts) => (int)Math.BigMul(mixed.Span[customer], (ulong)parts, out _);

    /// <summary>Finds a customer by key; -1 where there is none.</summary>
    public int IndexOf(string key)
    {
        if (key.Length == 0) return -1;
        var code = CustomerCode.FromText(Encoding.UTF8.GetBytes(key));
        var low = 0;
        var end = Count;
        while (low < end)
        {
            var middle = (int)(((uint)low + (uint)end) >> 1);
            if (Compare(CodeOf(middle), code) < 0) low = middle + 1;
            else end = middle;
        }

        return low < Count && CodeOf(low) == code ? low : -1;
    }

    /// <summary>For every customer, the place of the same key among others; -1 where it is not there. One walk over both.</summary>
    public int[] PlacesIn(CustomerKeys others)
    {
        var places = new int[Count];
        var place = 0;
        for (var customer = 0; customer < places.Length; customer++)
        {
            var code = CodeOf(customer);
            while (place < others.Count && Compare(others.CodeOf(place), code) < 0) place++;
            places[customer] = place < others.Count && others.CodeOf(place) == code ? place : -1;
        }

        return places;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        mixed.Dispose();
        high?.Dispose();
        foreach (var store in longTexts) store.Dispose();
    }

    internal static int Compare(CustomerCode left, CustomerCode right) =>
        left.Mixed != right.Mixed ? left.Mixed.CompareTo(right.Mixed) : left.High.CompareTo(right.High);

    private CustomerCode CodeOf(int customer) => new(mixed.Span[customer], high is null ? 0 : high.Span[customer]);
}
