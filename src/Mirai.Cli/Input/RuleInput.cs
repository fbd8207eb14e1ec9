using System.CommandLine;
using Mirai.Cli.Commands;
using Mirai.Cli.Wording;
using Mirai.Measures;
using Mirai.Rules;
using Mirai.Rules.Syntax;

namespace Mirai.Cli.Input;

/// <summary>The rule files, the purchases that they are held against, and their options.</summary>
internal sealed class RuleInput
{
    private readonly InputOptions _input = new();
    private readonly Argument<string[]> _files = new("FILES") { Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string> _purchases = NewOption.Text("--purchases", "FILE");
    private readonly Option<string> _tags = NewOption.Text("--tags", "TAG,...");

    /// <summary>The rule files.</summary>
    public Argument Files => _files;

    /// <summary>Chooses rules.</summary>
    public Option Tags => _tags;

    /// <summary>The options of the purchases.</summary>
    public IReadOnlyList<Option> All => [_purchases, .. _input.All];

    /// <summary>Whether there is anything to read: rule files, or purchases to hold them against.</summary>
    public bool HasFiles(CommandRun run) => run.Parsed.GetValue(_files) is { Length: > 0 } || run.Value(_purchases, "FILE") is not null;

    /// <summary>The texts of the rule files.</summary>
    public IReadOnlyList<RuleSource> Sources(CommandRun run) => RuleFiles.Read(run, run.Parsed.GetValue(_files) ?? []);

    /// <summary>The purchases; <see langword="null"/> where none are named.</summary>
    public PurchaseInput? Purchases(CommandRun run) => run.Value(_purchases, "FILE") is { } path ? PurchaseInput.Load(run, [path], InputSettings.Read(run)) : null;

    /// <summary>The purchases, which are needed.</summary>
    public PurchaseInput NeededPurchases(CommandRun run) => Purchases(run) ?? throw new WrongInputException(run.Texts.Messages.OptionNeeded(_purchases.Name));

    /// <summary>What the names in rules can mean: what the purchases have, else the built-in measures and any dimension.</summary>
    public static RuleSetOptions Options(CommandRun run, CustomerFigures? figures) => RuleSetOptions.Default with
    {
        Vocabulary = figures is null ? RuleVocabulary.Of(MeasureCatalog.BuiltIn, InputSettings.Currency(run).Code) : RuleVocabulary.Of(figures),
    };

    /// <summary>The rules of the files, held against the purchases where some are named.</summary>
    /// <exception cref="WrongInputException">They have mistakes, or something cannot be read.</exception>
    public RuleSet Rules(CommandRun run)
    {
        var sources = Sources(run);
        using var purchases = Purchases(run);
        return Rules(run, sources, Options(run, purchases is null ? null : new CustomerFigures(purchases.Analysis)));
    }

    /// <summary>The rules of texts, which must be right; what is wrong is told on standard error.</summary>
    /// <exception cref="WrongInputException">They have mistakes.</exception>
    public RuleSet Rules(CommandRun run, IReadOnlyList<RuleSource> sources, RuleSetOptions options)
    {
        if (!RuleSet.TryParse(sources, options, out var rules, out var findings)) throw Wrong(run, findings);
        return Chosen(run, rules);
    }

    /// <summary>The rules with the tags that are asked for.</summary>
    public RuleSet Chosen(CommandRun run, RuleSet rules) => run.Value(_tags, "TAG,...") is { } tags
        ? rules.WithTags(tags.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        : rules;

    /// <summary>Does work with rules, and tells what they turn out to lack.</summary>
    /// <exception cref="WrongInputException">The rules and the figures do not fit together, or make too much work.</exception>
    public static T Guarded<T>(CommandRun run, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (RuleTextException exception)
        {
            throw Wrong(run, exception.Diagnostics);
        }
        catch (RuleLimitException exception)
        {
            throw new WrongInputException(run.Texts.Messages.Rejected(exception.Message));
        }
    }

    private static WrongInputException Wrong(CommandRun run, IReadOnlyList<RuleDiagnostic> findings)
    {
        var errors = findings.Where(f => f.Severity == DiagnosticSeverity.Error).ToList();
        foreach (var error in errors) run.Terminal.Error.WriteLine(error.ToString(run.Texts.Language));
        return new WrongInputException(RuleTexts.Of(run.Texts).WrongRules(errors.Count));
    }
}
