using System.Globalization;
using Mirai.Measures;

namespace Mirai.Cli.Wording;

/// <summary>What is said about contacts, in both languages.</summary>
internal sealed record ContactTexts
{
    /// <summary>In English.</summary>
    public static ContactTexts English { get; } = new()
    {
        NeedsContacts = name => $"`{name}` needs contacts; give them with --contacts FILE.",
        NeedsCosts = name => $"`{name}` needs costs, and the contacts have none; --contacts-map cost=HEADER names the column.",
        Read = match => $"{Number(match.Contacts.Whole)} contacts with {Number(match.Customers.Whole)} people read, {Number(match.Customers.Part)} of them customers.",
        AfterLastDay = count => $"{Number(count)} contacts lie after the last observed day and are left out.",
    };

    /// <summary>In Japanese.</summary>
    public static ContactTexts Japanese { get; } = new()
    {
        NeedsContacts = name => $"「{name}」には配布履歴が必要です。--contacts FILE で指定してください。",
        NeedsCosts = name => $"「{name}」には配布費用が必要ですが、費用の列がありません。列は --contacts-map cost=見出し で指定できます。",
        Read = match => $"配布履歴{Number(match.Contacts.Whole)}件({Number(match.Customers.Whole)}人、うち顧客{Number(match.Customers.Part)}人)を読み込みました。",
        AfterLastDay = count => $"観測最終日より後の配布{Number(count)}件は除きました。",
    };

    /// <summary>A measure or segment cannot be had without contacts.</summary>
    public required Func<string, string> NeedsContacts { get; init; }

    /// <summary>A measure cannot be had without costs.</summary>
    public required Func<string, string> NeedsCosts { get; init; }

    /// <summary>How many there are, and with whom.</summary>
    public required Func<ContactMatch, string> Read { get; init; }

    /// <summary>How many count in no figure.</summary>
    public required Func<long, string> AfterLastDay { get; init; }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
