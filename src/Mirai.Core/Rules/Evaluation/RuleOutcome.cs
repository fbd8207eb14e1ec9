namespace Mirai.Rules.Evaluation;

/// <summary>A warning from its opening to its close, days as positions.</summary>
internal sealed class WarningSpell(int since, int opened, WarningLevel level)
{
    /// <summary>The first day of the run of days that made it open.</summary>
    public int Since => since;

    /// <summary>The day on which it opened.</summary>
    public int Opened => opened;

    /// <summary>The day on which it closed; -1 while it is open.</summary>
    public int Closed { get; set; } = -1;

    /// <summary>The level at the opening, and each rise.</summary>
    public List<(int Day, WarningLevel Level)> Levels { get; } = [(opened, level)];

    /// <summary>The days on which it reminded.</summary>
    public List<int> Reminders { get; } = [];

    /// <summary>The stretches of days on which it was stale; the end is the day after, or -1.</summary>
    public List<(int From, int End)> Stale { get; } = [];

    /// <summary>The highest level reached.</summary>
    public WarningLevel Peak => Levels[^1].Level;

    /// <summary>The level on a day.</summary>
    public WarningLevel LevelOn(int day) => Levels.FindLast(l => l.Day <= day).Level;

    /// <summary>Whether it is stale on a day.</summary>
    public bool IsStaleOn(int day) => Stale.Exists(s => s.From <= day && (s.End < 0 || day < s.End));
}

/// <summary>Why a warning did not open.</summary>
internal enum BlockKind
{
    /// <summary>An <c>unless</c> held.</summary>
    Unless,

    /// <summary>The cooldown after a close.</summary>
    Cooldown,

    /// <summary>A <c>suppress</c> period.</summary>
    Period,
}

/// <summary>A warning that would have been open and was blocked.</summary>
/// <param name="Since">The first day of the run of days that would have made it open.</param>
/// <param name="From">The first day on which it was blocked.</param>
/// <param name="Kind">What blocked it.</param>
/// <param name="Clause">Which <c>unless</c> or period, from 0.</param>
internal sealed record BlockedSpell(int Since, int From, BlockKind Kind, int Clause)
{
    /// <summary>The day after the last one; -1 while it lasts.</summary>
    public int End { get; set; } = -1;

    /// <summary>Whether the warning opened when the block ended.</summary>
    public bool HasOpened { get; set; }
}

/// <summary>Days on which a rule could not be decided and no warning was open.</summary>
/// <param name="From">The first day.</param>
/// <param name="End">The day after the last one.</param>
/// <param name="Reason">Why.</param>
/// <param name="Clause">Which <c>needs</c>, from 0; -1 for none.</param>
internal readonly record struct UndecidedSpell(int From, int End, UndecidedReason Reason, int Clause);

/// <summary>What became of a rule for a part, on all days.</summary>
internal sealed class RuleOutcome(CustomerPart part, int days)
{
    /// <summary>The part.</summary>
    public CustomerPart Part => part;

    /// <summary>The warnings, in order.</summary>
    public List<WarningSpell> Warnings { get; } = [];

    /// <summary>The blocked ones, in order.</summary>
    public List<BlockedSpell> Blocked { get; } = [];

    /// <summary>The undecided stretches, in order.</summary>
    public List<UndecidedSpell> Undecided { get; } = [];

    /// <summary>The stretches of days on which the condition was missing, a warning open or not; the end is the day after.</summary>
    public List<(int From, int End)> Missing { get; } = [];

    /// <summary>Notes a day on which the condition was missing.</summary>
    public void AddMissing(int day)
    {
        if (Missing is [.., var last] && last.End == day) Missing[^1] = last with { End = day + 1 };
        else Missing.Add((day, day + 1));
    }

    /// <summary>The warning that is open on a day or closes on it.</summary>
    public WarningSpell? WarningOn(int day) => Warnings.FindLast(w => w.Opened <= day && (w.Closed < 0 || day <= w.Closed));

    /// <summary>What blocks on a day.</summary>
    public BlockedSpell? BlockedOn(int day) => Blocked.FindLast(b => b.From <= day && (b.End < 0 || day < b.End));

    /// <summary>Why a day is undecided.</summary>
    public UndecidedSpell? UndecidedOn(int day)
    {
        foreach (var spell in Undecided)
        {
            if (spell.From <= day && day < spell.End) return spell;
        }

        return null;
    }

    /// <summary>Writes for every day whether the rule warns: missing where it could not be decided.</summary>
    public void Fill(Span<byte> firing)
    {
        firing.Clear();
        foreach (var spell in Undecided) firing[spell.From..spell.End].Fill(Truth.Missing);
        foreach (var spell in Warnings) firing[spell.Opened..(spell.Closed < 0 ? days : spell.Closed)].Fill(Truth.True);
    }
}
