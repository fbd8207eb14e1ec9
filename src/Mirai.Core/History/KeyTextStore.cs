using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Mirai.History;

/// <summary>The bytes of keys that are too long for a <see cref="CustomerCode"/>, each once.</summary>
/// <remarks>
/// A slot is small and in native memory, because finding one is a random access for every row with a long key. Keys wait until there are some:
/// meanwhile their slots come from memory.
/// </remarks>
internal sealed class KeyTextStore : IDisposable
{
    private const int PlaceBits = 40;
    private const int MostWaiting = 16;
    private const int MostWaitingBytes = 2 * 1024;
    private const int BlockBytes = 1 << 16;
    private readonly List<byte[]> _blocks = [];
    private readonly (CustomerCode Code, int Start, int Length)[] _waiting = new (CustomerCode, int, int)[MostWaiting];
    private readonly byte[] _waitingTexts = new byte[MostWaitingBytes];
    private int _waitingCount;
    private int _waitingBytes;
    private NativeColumn<Slot>? _slots;
    private long _textBytes;
    private int _used;
    private int _blockUsed;

    /// <summary>Keeps a key's bytes where they are not kept yet, at the latest when <see cref="Settle"/> is called.</summary>
    /// <exception cref="OverflowException">The texts of all keys pass half a terabyte.</exception>
    public unsafe void Add(CustomerCode code, ReadOnlySpan<byte> text)
    {
        _slots ??= NewSlots(256);
        if (_waitingCount == MostWaiting || _waitingBytes + text.Length > MostWaitingBytes) Settle();
        if (text.Length > MostWaitingBytes)
        {
            Keep(code, text);
            return;
        }

        if (Sse.IsSupported) Sse.Prefetch0((Slot*)_slots.DangerousGetHandle() + (code.Mixed & (ulong)(_slots.Length - 1)));
        text.CopyTo(_waitingTexts.AsSpan(_waitingBytes));
        _waiting[_waitingCount++] = (code, _waitingBytes, text.Length);
        _waitingBytes += text.Length;
    }

    /// <summary>Keeps what waits; to be called before texts are read.</summary>
    public void Settle()
    {
        foreach (ref readonly var key in _waiting.AsSpan(0, _waitingCount)) Keep(key.Code, _waitingTexts.AsSpan(key.Start, key.Length));
        _waitingCount = 0;
        _waitingBytes = 0;
    }

    /// <summary>The key's text; false where it was never added.</summary>
    public bool TryGet(CustomerCode code, out string text)
    {
        var tagAndPlace = _slots is null ? 0 : FindSlot(_slots.Span, code).TagAndPlace;
        GC.KeepAlive(this);
        text = "";
        if (tagAndPlace == 0) return false;
        var place = (long)(tagAndPlace & ((1UL << PlaceBits) - 1)) - 1;
        var block = _blocks[(int)(place / BlockBytes)];
        var start = (int)(place % BlockBytes);
        text = Encoding.UTF8.GetString(block, start + sizeof(int), BitConverter.ToInt32(block, start));
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _slots?.Dispose();

    private static NativeColumn<Slot> NewSlots(int length)
    {
        var slots = new NativeColumn<Slot>(length);
        slots.Span.Clear();
        return slots;
    }

    /// <summary>Bits of the second word, above the place: with the first word they tell keys apart.</summary>
    private static ulong TagOf(CustomerCode code) => code.High << PlaceBits;

    private static ref Slot FindSlot(Span<Slot> slots, CustomerCode code)
    {
        var tag = TagOf(code);
        var place = (int)(code.Mixed & (ulong)(slots.Length - 1));
        while (true)
        {
            ref var slot = ref slots[place];
            if (slot.TagAndPlace == 0 || (slot.Mixed == code.Mixed && slot.TagAndPlace >> PlaceBits << PlaceBits == tag)) return ref slot;
            place = (place + 1) & (slots.Length - 1);
        }
    }

    private void Keep(CustomerCode code, ReadOnlySpan<byte> text)
    {
        ref var slot = ref FindSlot(_slots!.Span, code);
        if (slot.TagAndPlace != 0) return;
        slot = new Slot(code.Mixed, TagOf(code) | (ulong)Store(text));
        if (++_used * 2 > _slots.Length) Grow();
    }

    /// <summary>Copies a text into the blocks.</summary>
    /// <returns>1 + where it begins, counted as if every block were full.</returns>
    private long Store(ReadOnlySpan<byte> text)
    {
        var needed = text.Length + sizeof(int);
        if (_blocks.Count == 0 || BlockBytes - _blockUsed < needed)
        {
            _blocks.Add(new byte[Math.Max(BlockBytes, needed)]);
            _blockUsed = 0;
        }

        if ((_textBytes += needed) >> (PlaceBits - 1) != 0) throw new OverflowException("The texts of the customers' keys pass half a terabyte.");
        var start = _blockUsed;
        BitConverter.TryWriteBytes(_blocks[^1].AsSpan(start), text.Length);
        text.CopyTo(_blocks[^1].AsSpan(start + sizeof(int)));
        _blockUsed += needed;
        return ((long)(_blocks.Count - 1) * BlockBytes) + start + 1;
    }

    private void Grow()
    {
        using var old = _slots!;
        var larger = NewSlots(old.Length * 4);
        foreach (ref readonly var slot in old.Span)
        {
            if (slot.TagAndPlace == 0) continue;
            var place = (int)(slot.Mixed & (ulong)(larger.Length - 1));
            while (larger.Span[place].TagAndPlace != 0) place = (place + 1) & (larger.Length - 1);
            larger.Span[place] = slot;
        }

        _slots = larger;
    }

    /// <summary>A key's first word, and 24 bits of the second above the place of its text.</summary>
    private readonly record struct Slot(ulong Mixed, ulong TagAndPlace);
}
