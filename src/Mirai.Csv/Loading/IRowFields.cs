namespace Mirai.Csv.Loading;

/// <summary>The fields of one record, however it was cut up.</summary>
internal interface IRowFields
{
    /// <summary>The value of a field in UTF-8, valid until the next call.</summary>
    ReadOnlySpan<byte> this[int column] { get; }
}
