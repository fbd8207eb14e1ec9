using System.Globalization;
using System.Text;
using FsCheck.Xunit;
using Mirai.Ingest;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Ingest;

public sealed class DayTextTests
{
    private static readonly string[] Formats =
        ["yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy/MM/dd", "yyyy.M.d", "yyyy年M月d日", "yyyy-MM-ddTHH:mm:ss", "yyyy/M/d H:mm", "yyyy-MM-dd HH:mm:ss.fffZ"];

    private static readonly string[] StatedFormats = ["dd/MM/yyyy", "M/d/yyyy", "d MMMM yyyy", "MMM d yyyy", "yyyyMMdd", "M/d/yyyy H:mm"];

    [Theory, Cases("day-text.cases")]
    public void TryParse_EveryCase_MatchesItsLine(string text, string expected)
    {
        Assert.Equal(expected, Read(DayText.Any, text));
        Assert.Equal(expected, Read(DayText.Any, $" \t{text}\u3000"));
    }

    [Theory, Cases("day-formats.cases")]
    public void TryCreate_EveryCase_MatchesItsLine(string left, string expected)
    {
        var parts = left.Split('|', 2, StringSplitOptions.TrimEntries);
        var found = DayText.TryCreate(parts[0], out var dayText, out var error) ? Read(dayText, parts[1]) : $"error: {error}";
        Assert.Equal(expected, found);
    }

    [Fact]
    public void TryParse_EveryHundredthDayInEveryForm_IsThatDay()
    {
        for (var number = 0; number <= DateOnly.MaxValue.DayNumber; number += 97)
        {
            var day = DateOnly.FromDayNumber(number).ToDateTime(new TimeOnly(23, 59, 58));
            foreach (var format in Formats)
            {
                var text = day.ToString(format, CultureInfo.InvariantCulture);
                Assert.True(DayText.Any.TryParse(Encoding.UTF8.GetBytes(text), out var read), text);
                Assert.Equal(number, read);
            }
        }
    }

    [Property]
    public void TryParse_AnyDayInAStatedFormat_IsThatDay(uint seed, byte formatIndex)
    {
        var format = StatedFormats[formatIndex % StatedFormats.Length];
        var day = DateOnly.FromDayNumber((int)(seed % (uint)(DateOnly.MaxValue.DayNumber + 1)));
        Assert.True(DayText.TryCreate(format, out var dayText, out _));
        Assert.True(dayText.TryParse(day.ToDateTime(default).ToString(format, CultureInfo.InvariantCulture), out var read));
        Assert.Equal(day, read);
    }

    [Property]
    public void TryParse_AnyBytes_ReadsADayOrNothing(byte[] bytes)
    {
        var readable = DayText.Any.TryParse(bytes, out var dayNumber);
        Assert.InRange(dayNumber, 0, readable ? DateOnly.MaxValue.DayNumber : 0);
    }

    [Fact]
    public void TryParse_LongOrBrokenText_IsUnreadable()
    {
        Assert.False(DayText.Any.TryParse(new string('1', 10_000), out _));
        Assert.False(DayText.Any.TryParse((string?)null, out _));
        Assert.False(DayText.Any.TryParse("2024-03-0\ud800", out _));
        Assert.False(DayText.Any.TryParse([0xFF, 0xFE, 0x32, 0x30], out _));
    }

    [Fact]
    public void TryParse_MachineForms_DoNotAllocate()
    {
        Assert.True(ReadThree());
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) Assert.True(ReadThree());
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static bool ReadThree() => DayText.Any.TryParse("2024-03-31"u8, out _)
        && DayText.Any.TryParse("20240331"u8, out _) && DayText.Any.TryParse("2024/3/31 10:00"u8, out _);

    private static string Read(DayText dayText, string text) =>
        dayText.TryParse(text, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "unreadable";
}
