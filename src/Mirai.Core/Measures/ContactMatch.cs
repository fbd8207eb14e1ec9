using Mirai.Model;

namespace Mirai.Measures;

/// <summary>How contacts fit to purchases.</summary>
/// <param name="Customers">Of the people contacted, those with a purchase or a return.</param>
/// <param name="Contacts">Of the contacts, those with such people.</param>
/// <param name="AfterLastDay">Contacts after the last observed day: they count in no figure.</param>
public sealed record ContactMatch(Share Customers, Share Contacts, long AfterLastDay);
