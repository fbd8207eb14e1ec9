using Microsoft.Win32.SafeHandles;

namespace Mirai.History;

/// <summary>A column of numbers outside the managed heap, on huge pages where the system has them: first touch of memory is what costs most.</summary>
/// <remarks>Whoever keeps a span of it over a long loop keeps the column alive as well, with <see cref="GC.KeepAlive"/> after the loop.</remarks>
/// <typeparam name="T">The number type.</typeparam>
internal sealed unsafe class NativeColumn<T> : SafeHandleZeroOrMinusOneIsInvalid
    where T : unmanaged
{
    private readonly long _bytes;

    /// <summary>A column of so many numbers, not cleared.</summary>
    public NativeColumn(int length)
        : base(ownsHandle: true)
    {
        Length = length;
        _bytes = (long)length * sizeof(T);
        SetHandle((nint)NativePages.Allocate(_bytes));
    }

    /// <summary>How many numbers.</summary>
    public int Length { get; private set; }

    /// <summary>All numbers.</summary>
    /// <exception cref="ObjectDisposedException">The column was freed.</exception>
    public Span<T> Span
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            return new Span<T>((void*)handle, Length);
        }
    }

    /// <summary>Forgets the numbers from <paramref name="length"/> on; their memory stays until the column is freed.</summary>
    public void Shorten(int length) => Length = Math.Min(length, Length);

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativePages.Free((void*)handle, _bytes);
        return true;
    }
}
