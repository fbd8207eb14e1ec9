using Mirai.Model;

namespace Mirai.Samples;

/// <summary>A line of an order, or of a return.</summary>
/// <param name="Customer">The source key under which the order was booked; a person with two records has two.</param>
/// <param name="Order">The order's id, shared by its lines. A return carries the id of the order it takes back, on a later day.</param>
/// <param name="Day">The day of the order or of the return.</param>
/// <param name="Amount">Whole yen paid; negative for a return.</param>
/// <param name="Discount">Whole yen taken off the list price; negative, or 0, for a return.</param>
/// <param name="Channel">How the order came in: <c>web</c>, <c>phone</c>, <c>postcard</c>.</param>
/// <param name="Category">What was bought.</param>
public readonly record struct SamplePurchase(
    string Customer, string Order, DateOnly Day, long Amount, long Discount, string Channel, string Category)
{
    /// <summary>The line as the library's input row, with the dimensions <c>channel</c> and <c>category</c>.</summary>
    public Purchase ToPurchase() => new(Customer, Day, Amount, Discount, Order)
    {
        Dimensions = new Dictionary<string, string>(StringComparer.Ordinal) { ["channel"] = Channel, ["category"] = Category },
    };
}

/// <summary>A piece of mail sent to a customer.</summary>
/// <param name="Customer">The customer's source key.</param>
/// <param name="Day">The day it was sent.</param>
/// <param name="Channel"><c>catalog</c>, <c>postcard</c> or <c>email</c>.</param>
/// <param name="Campaign">The mailing it belongs to, such as <c>2024-03 catalog</c>.</param>
/// <param name="Cost">What the piece cost, in yen.</param>
public readonly record struct SampleContact(string Customer, DateOnly Day, string Channel, string Campaign, int Cost);

/// <summary>What is known of a customer beside the purchases.</summary>
/// <param name="Customer">The source key.</param>
/// <param name="AcquisitionChannel">Where the customer came from; channels differ in quality.</param>
/// <param name="Region">The region of the address.</param>
/// <param name="BirthYear">The year of birth.</param>
public sealed record SampleCustomer(string Customer, string AcquisitionChannel, string Region, int BirthYear);

/// <summary>A record of name and address as a clerk or the customer wrote it. No such person, phone number or address exists.</summary>
/// <param name="SourceKey">The key of the record; purchases are booked under it.</param>
/// <param name="Person">Who it is in truth, from 0: two records of one person share it. Not written to files.</param>
/// <param name="Name">The name in kanji.</param>
/// <param name="Kana">The name's reading; may be empty.</param>
/// <param name="Phone">A number in a range that is never assigned; may be empty.</param>
/// <param name="Email">An address at example.jp; may be empty.</param>
/// <param name="PostalCode">A postal code that is not assigned.</param>
/// <param name="Address">Prefecture, an invented town, and a number.</param>
public sealed record SampleIdentity(
    string SourceKey, int Person, string Name, string Kana, string Phone, string Email, string PostalCode, string Address);

/// <summary>Everything about one person.</summary>
/// <param name="Customers">One entry for each source key: mostly one.</param>
/// <param name="Identities">One record for each source key, in the order of <paramref name="Customers"/>.</param>
/// <param name="Purchases">By day, the lines of an order together.</param>
/// <param name="Contacts">By day.</param>
public sealed record SampleLife(
    IReadOnlyList<SampleCustomer> Customers,
    IReadOnlyList<SampleIdentity> Identities,
    IReadOnlyList<SamplePurchase> Purchases,
    IReadOnlyList<SampleContact> Contacts);
