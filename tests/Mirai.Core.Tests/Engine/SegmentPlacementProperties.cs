using FsCheck.Xunit;
using Mirai.Segments;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>A value asked for one day is that of the stretch in which the day lies.</summary>
[Properties(Arbitrary = [typeof(SmallHistories)])]
public sealed class SegmentPlacementProperties
{
    [Property(MaxTest = 80)]
    public void ValueOn_EveryTurningDay_IsThatOfTheStretch(SmallHistory history)
    {
        var analysis = EngineFeed.Analysis(history);
        Segment[] steps = [Segment.CustomerYear, Segment.PurchaseCount, Segment.PurchaseCountBands(1, 4), .. analysis.Attributes!.Names.Select(Segment.Attribute)];
        int[] days = [.. history.TurningDays().Where(analysis.History.Days.Contains).Select(analysis.History.Days.IndexOf)];
        var run = new CustomerRun(analysis.History);
        foreach (var segment in steps)
        {
            var placement = segment.Place(analysis.History, analysis.Attributes, history.ActivePeriod, maxThreads: 1);
            for (var customer = 0; customer < analysis.History.CustomerCount; customer++)
            {
                run.Read(customer);
                var stretches = new List<Membership>();
                placement.Place(run, stretches);
                foreach (var day in days)
                {
                    var expected = stretches.Single(stretch => stretch.From <= day && day < stretch.Until).Value;
                    Assert.Equal((segment.Id, customer, day, expected), (segment.Id, customer, day, placement.ValueOn(run, day)));
                }
            }
        }
    }

    [Property(MaxTest = 80)]
    public void Read_ACustomersRows_AreThoseAddedOneByOne(SmallHistory history)
    {
        var purchases = EngineFeed.Analysis(history).History;
        var (read, added) = (new CustomerRun(purchases), new CustomerRun(purchases));
        ReadOnlySpan<int> offsets = purchases.Columns.Offsets.Span;
        for (var customer = 0; customer < purchases.CustomerCount; customer++)
        {
            read.Read(customer);
            added.Clear(customer, offsets[customer]);
            for (var row = offsets[customer]; row < offsets[customer + 1]; row++)
                added.Add(purchases.DayIndex(row), purchases.Amount(row), purchases.Columns.Discounts is { } discounts ? discounts.Span[row] : 0);
            Assert.Equal((added.Customer, added.FirstRow, added.FirstDay), (read.Customer, read.FirstRow, read.FirstDay));
            Assert.Equal(added.Days.ToArray(), read.Days.ToArray());
            Assert.Equal(added.Amounts.ToArray(), read.Amounts.ToArray());
            Assert.Equal(added.Discounts.ToArray(), read.Discounts.ToArray());
            Assert.Equal(added.PurchaseDays.ToArray(), read.PurchaseDays.ToArray());
        }
    }
}
