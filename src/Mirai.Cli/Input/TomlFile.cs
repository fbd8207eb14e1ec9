using System.Text;
using Mirai.Cli.Commands;
using Mirai.Cli.Toml;
using Mirai.Cli.Wording;

namespace Mirai.Cli.Input;

/// <summary>What all files in TOML have in common: they are UTF-8, and every mistake is told with its place.</summary>
internal static class TomlFile
{
    /// <summary>The text of a file.</summary>
    /// <param name="run">Tells mistakes.</param>
    /// <param name="path">The file's name in messages.</param>
    /// <param name="open">Opens it.</param>
    /// <exception cref="WrongInputException">It cannot be read, or is not UTF-8.</exception>
    public static string Text(CommandRun run, string path, Func<Stream> open)
    {
        try
        {
            using var reader = new StreamReader(open(), new UTF8Encoding(false, throwOnInvalidBytes: true));
            return reader.ReadToEnd();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new WrongInputException(run.Texts.Messages.CannotRead(exception.Message));
        }
        catch (DecoderFallbackException)
        {
            var texts = TomlTexts.In(run.Texts);
            throw new WrongInputException(texts.At(path, 1, 1, texts.NotUtf8));
        }
    }

    /// <summary>A text as a table, and who reads values out of it.</summary>
    /// <exception cref="WrongInputException">The text is not TOML; the message says where.</exception>
    public static (TomlReader Reader, TomlTable Root) Parse(string text, string file, Texts language)
    {
        var texts = TomlTexts.In(language);
        var reader = new TomlReader(file, texts);
        var root = TomlSource.Read(text, out var place, out var error) ?? throw reader.Wrong(place, texts.Syntax(error));
        return (reader, root);
    }
}
