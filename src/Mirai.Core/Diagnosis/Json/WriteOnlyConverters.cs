using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mirai.Diagnosis.Json;

/// <summary>Writes values in a form of their own. The document is only written: whoever needs it again makes it again.</summary>
internal abstract class WriteOnlyConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"A diagnosis cannot be read back from JSON: {typeof(T).Name} is only written.");
}

/// <summary>Writes the members of an enumeration as lower-case words.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
