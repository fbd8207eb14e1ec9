namespace Mirai.Cli.Configuration;

/// <summary>A configuration with remarks, to begin with.</summary>
internal static class ConfigurationTemplate
{
    /// <summary>What the file is called where nobody says otherwise.</summary>
    public const string FileName = "mirai.toml";

    /// <summary>Its text in a language.</summary>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    public static string In(string language)
    {
        using var stream = typeof(ConfigurationTemplate).Assembly.GetManifestResourceStream($"Mirai.Cli.Configuration.{language}.toml")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
