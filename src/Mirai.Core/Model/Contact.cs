namespace Mirai.Model;

/// <summary>One piece of direct mail, one e-mail or one call to a customer on one day.</summary>
/// <param name="Customer">The customer's key, as the source spells it; not empty. Need not have purchased anything.</param>
/// <param name="Day">The calendar day on which it was sent.</param>
/// <param name="Channel">How: <c>postcard</c>, <c>email</c>, <c>call</c>; empty where it is not known.</param>
/// <param name="Campaign">As part of what; empty where it is not known.</param>
/// <param name="Cost">What it cost, in currency units; not negative. <see langword="null"/> where it is not known.</param>
public sealed record Contact(string Customer, DateOnly Day, string? Channel = null, string? Campaign = null, decimal? Cost = null);
