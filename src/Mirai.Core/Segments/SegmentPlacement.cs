namespace Mirai.Segments;

/// <summary>A stretch of days during which a customer has a segment's value.</summary>
/// <param name="From">The first day's index.</param>
/// <param name="Until">The index after the last day's.</param>
/// <param name="Value">The value's place among the segment's values.</param>
internal readonly record struct Membership(int From, int Until, int Value);

/// <summary>A segment made ready for one history. May be used by many threads at once.</summary>
internal abstract class SegmentPlacement
{
    /// <summary>The values' texts in order. Of a single-valued segment the last one is <see cref="Segment.None"/>.</summary>
    public abstract IReadOnlyList<string> Values { get; }

    /// <summary>Values that are listed even where nobody has them: those that the segment names itself.</summary>
    public virtual int NamedValues => Values.Count - 1;

    /// <summary>Whether a customer may have several values at once, one for each kind of row.</summary>
    public virtual bool IsMultiValued => false;

    /// <summary>The stretches of a customer's days by value: of a single-valued segment, all observed days without gap or overlap.</summary>
    public abstract void Place(CustomerRun run, List<Membership> memberships);

    /// <summary>The value on one day, computed for that day; -1 where there is none. Only for single-valued segments.</summary>
    public abstract int ValueOn(CustomerRun run, int day);
}

/// <summary>A segment whose value changes on certain days only.</summary>
internal abstract class StepPlacement(int days) : SegmentPlacement
{
    /// <summary>How many days are observed.</summary>
    protected int Days => days;

    /// <summary>The place of <see cref="Segment.None"/>.</summary>
    protected int NoneValue => Values.Count - 1;

    /// <inheritdoc/>
    public override int ValueOn(CustomerRun run, int day)
    {
        var memberships = run.Stretches;
        memberships.Clear();
        Place(run, memberships);
        foreach (var membership in memberships)
        {
            if (membership.From <= day && day < membership.Until) return membership.Value;
        }

        return -1;
    }

    /// <summary>Ends the last stretch and begins one with another value, unless it is the same.</summary>
    protected void Step(List<Membership> memberships, int day, int value)
    {
        if (memberships.Count == 0)
        {
            if (day > 0) memberships.Add(new Membership(0, day, NoneValue));
        }
        else
        {
            var last = memberships[^1];
            if (last.Value == value || day >= days) return;
            memberships[^1] = last with { Until = day };
            if (last.From == day) memberships.RemoveAt(memberships.Count - 1);
        }

        memberships.Add(new Membership(day, days, value));
    }

    /// <summary>Makes the stretches cover all days.</summary>
    protected void Close(List<Membership> memberships)
    {
        if (memberships.Count == 0) memberships.Add(new Membership(0, days, NoneValue));
    }
}
