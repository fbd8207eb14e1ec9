using System.Globalization;
using Mirai.Ingest;
using Mirai.Model;

namespace Mirai.Cli.Input;

/// <summary>Where settings stand: on the command line, or in a configuration file. A setting has the same name in both: <c>--on-bad-row</c> there is <c>on_bad_row</c> here.</summary>
internal interface ISettings
{
    /// <summary>The text of a setting, or <see langword="null"/> where it is not set.</summary>
    /// <param name="name">Its name as an option.</param>
    /// <param name="expected">What could stand there.</param>
    /// <exception cref="WrongInputException">It has no value, or cannot have one.</exception>
    string? Value(string name, string expected);

    /// <summary>The files of a setting; <see langword="null"/> where it is not set.</summary>
    IReadOnlyList<string>? Files(string name);

    /// <summary>Whether something is switched on.</summary>
    bool Has(string name);

    /// <summary>What to throw at a value that cannot be.</summary>
    WrongInputException Bad(string name, string found, string expected);

    /// <summary>What to throw at a value with which the library finds fault.</summary>
    WrongInputException Rejected(string name, IngestRemark error);
}

/// <summary>Reads settings of a kind.</summary>
internal static class SettingKinds
{
    /// <summary>One of several words.</summary>
    public static T? Choice<T>(this ISettings settings, string name, params (string Word, T Meaning)[] choices)
        where T : struct
    {
        var expected = string.Join(", ", choices.Select(choice => choice.Word));
        if (settings.Value(name, expected) is not { } found) return null;
        foreach (var (word, meaning) in choices)
        {
            if (string.Equals(word, found, StringComparison.OrdinalIgnoreCase)) return meaning;
        }

        throw settings.Bad(name, found, expected);
    }

    /// <summary>A whole number within bounds.</summary>
    public static long? Number(this ISettings settings, string name, long least, long most)
    {
        var expected = (least, most) switch
        {
            (long.MinValue, _) => "N",
            (_, long.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"N >= {least}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{least} <= N <= {most}"),
        };
        if (settings.Value(name, expected) is not { } found) return null;
        return long.TryParse(found, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw settings.Bad(name, found, expected);
    }

    /// <summary>A day.</summary>
    public static DateOnly? Day(this ISettings settings, string name)
    {
        const string Expected = "yyyy-MM-dd";
        if (settings.Value(name, Expected) is not { } found) return null;
        return DayText.Any.TryParse(found, out var day) ? day : throw settings.Bad(name, found, Expected);
    }

    /// <summary>A period.</summary>
    public static Period? Period(this ISettings settings, string name)
    {
        const string Expected = "90d, 3m, 1y ...";
        if (settings.Value(name, Expected) is not { } found) return null;
        return Model.Period.TryParse(found, out var period) ? period : throw settings.Bad(name, found, Expected);
    }
}
