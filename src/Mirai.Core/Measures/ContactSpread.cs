namespace Mirai.Measures;

/// <summary>How unevenly contacts are spread over customers on one day, as exact fractions. A denominator of 0: nobody was contacted.</summary>
/// <param name="Gini">The Gini coefficient.</param>
/// <param name="TopTenth">The share of contacts that goes to the tenth of customers who get most.</param>
internal readonly record struct ContactSpread((long Part, long Whole) Gini, (long Part, long Whole) TopTenth)
{
    /// <summary>The spread of a histogram.</summary>
    /// <param name="histogram">Customers by number of contacts, ascending.</param>
    public static ContactSpread Of(IReadOnlyList<(int Contacts, long Customers)> histogram)
    {
        Int128 customers = 0;
        Int128 contacts = 0;
        Int128 ranked = 0; // The sum over customers of rank x contacts, the least contacted having rank 1.
        foreach (var (each, heads) in histogram)
        {
            ranked += each * ((heads * customers) + (heads * ((Int128)heads + 1) / 2));
            customers += heads;
            contacts += (Int128)each * heads;
        }

        if (contacts == 0) return default;
        var gini = (2 * ranked) - ((customers + 1) * contacts);
        return new ContactSpread(((long)gini, (long)(customers * contacts)), (Top(histogram, customers), (long)(10 * contacts)));
    }

    /// <summary>Ten times the contacts of the most contacted tenth; in tenths of a customer, so that the last one counts in part.</summary>
    private static long Top(IReadOnlyList<(int Contacts, long Customers)> histogram, Int128 customers)
    {
        var left = customers;
        Int128 sum = 0;
        for (var i = histogram.Count - 1; i >= 0 && left > 0; i--)
        {
            var taken = Int128.Min(left, 10 * (Int128)histogram[i].Customers);
            sum += taken * histogram[i].Contacts;
            left -= taken;
        }

        return (long)sum;
    }
}
