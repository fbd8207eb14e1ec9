namespace Mirai.Cli.Wording;

/// <summary>The help in English.</summary>
internal static class EnglishHelp
{
    /// <summary>All of it.</summary>
    public static HelpTexts All { get; } = new()
    {
        Tool = "What happened to the customers, every day, from a purchase file.",
        Usage = "Usage",
        Commands = "Commands",
        Arguments = "Arguments",
        OwnOptions = "Options",
        InputOptions = "Input",
        OutputOptions = "Output",
        Example = "Example",
        MoreHelp = "`mirai COMMAND --help` shows a command's options and an example.",
        ExitCodes = "Exit codes: 0 done, 2 wrong usage or input, 3 anything else.",
        Purchases = "Files, patterns such as data/*.csv, or - for standard input; .gz is unpacked. All are one input.",
        DoesWhat = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["diagnose"] = "The state of the customer base on one day, on one page.",
            ["measures"] = "Measures of every day, for all customers or by segment.",
            ["cohorts"] = "Customers by the period of their first purchase, and what they did since.",
            ["segments"] = "Active customers by segment on one day: heads, sales, shares; or one row per customer.",
            ["churn"] = "How fast customers are being lost, and what a customer is worth at that pace.",
            ["flow"] = "Who came and went between two days, and what explains the change of sales.",
            ["project"] = "What follows from a scenario: active customers and sales year by year; what a target takes; scenarios side by side.",
            ["sample"] = "Writes the files of a made-up mail-order company; the same seed gives the same bytes.",
        },
        Options = Options,
    };

    private static Dictionary<string, string> Options => new(StringComparer.Ordinal)
    {
        ["--help"] = "Shows this help.",
        ["--version"] = "Shows the version.",
        ["--lang"] = "Language: en (default) or ja.",
        ["--quiet"] = "No progress and no remarks; errors and bad rows are always told.",
        ["--format"] = "table (default at a terminal), csv (default elsewhere) or json.",
        ["diagnose --format"] = "table (the page; default), csv or json (one row, for machines).",
        ["--output"] = "Writes to a file, which appears when it is whole; .json and .csv choose the format.",
        ["--map"] = "Which column is what: customer=ID,day=Date,amount=Sum,store=Shop; name=- leaves one out. "
            + "Roles: customer, day, amount, order, discount; other names are dimensions. What is not said is recognised by its header.",
        ["--no-header"] = "The first line is data; --map customer=1,day=3,amount=4 gives positions.",
        ["--delimiter"] = "What separates fields: , ; | tab, or space for runs of blanks. Recognised if not given.",
        ["--encoding"] = "UTF-8, UTF-16, Shift_JIS, EUC-JP ... Recognised if not given; a byte-order mark wins.",
        ["--date-format"] = "How days are written, such as dd/MM/yyyy. Unambiguous ones are recognised.",
        ["--currency"] = "JPY (default), USD, EUR ...: sets the decimals. CODE:3 for any other with 3 decimals.",
        ["--round"] = "Rounds amounts with more decimals than the currency, half to even; else they are bad rows.",
        ["--attributes"] = "A file about customers: a customer column, every other column an attribute to split by.",
        ["--from-start"] = "The business began with the data: its first customers really are new.",
        ["--active-period"] = "How long a purchase keeps a customer active: 1y (default), 90d, 18m ...",
        ["--observed-until"] = "The last day the data covers; else the last row's day.",
        ["--on-bad-row"] = "skip (default) and report, or stop at the first.",
        ["--max-bad-rows"] = "Fails when more rows than this are bad.",
        ["--as-of"] = "The day to look at; else the last observed one.",
        ["--measures"] = "Names, separated by commas, in the order wanted; else all that apply.",
        ["--by"] = "Splits by customer_year, purchase_count (or purchase_count:1,2,6), decile, rfm, first_purchase_discounted, "
            + "an attribute or a dimension.",
        ["segments --by"] = "By customer_year, purchase_count (or purchase_count:1,2,6), decile (default), rfm, first_purchase_discounted, "
            + "an attribute or a dimension.",
        ["--from"] = "The first day; else the first observed one.",
        ["--to"] = "The last day; else the last observed one.",
        ["--grain"] = "month (default), quarter or year.",
        ["--value"] = "What the cells hold: customers (default), purchases or sales.",
        ["churn --window"] = "How long each of the two windows is: 3m (default), 6m, 1y, 90d ...",
        ["churn --coverage"] = "The share of the base window's sales that the base customers make, largest first: 0.8 (default), 1 for every buyer.",
        ["churn --annualise"] = "simple (default: times the windows of a year) or compound.",
        ["churn --signed-decline"] = "Takes a rising frequency off churn; else only a falling one counts.",
        ["churn --first-year"] = "whole (default), or thinned: losses begin in the first year.",
        ["churn --horizon"] = "How far lifetime value looks ahead, such as 5y; else for ever.",
        ["churn --discount"] = "By how much a year's delay lowers the worth of money, such as 10%.",
        ["churn --margin"] = "The part of sales that is profit, such as 30%: lifetime value is profit then.",
        ["churn --acquisition-cost"] = "What it costs to win a customer: adds payback and lifetime value / cost.",
        ["churn --sample"] = "Draws so many of the base customers, or such a share (5%), and gives intervals.",
        ["churn --seed"] = "Chooses one of the possible samples (default 1).",
        ["churn --confidence"] = "How sure the intervals are: 95 (default), 90 or 99 %.",
        ["churn --totals"] = "Six numbers instead of purchases: customers, purchases and sales of the base window, then of the same customers in the next.",
        ["churn --monthly"] = "One row for every month's end.",
        ["--per-customer"] = "One row for every known customer.",
        ["--between"] = "The two days; else one active period up to the last observed day.",
        ["SCENARIO.toml"] = "A file of scenarios, see docs/projection.md; - is standard input.",
        ["project --scenario"] = "Only this scenario of the file; else all of them.",
        ["project --years"] = "How many years, 1 to 200; else as the file says, or 10.",
        ["--cohorts"] = "One row for every cohort of every year.",
        ["--compare"] = "The scenarios beside each other, held against the first.",
        ["--solve"] = "Looks for one retention, acquired (customers a year) or ltv (yearly spend) for all years that meets --target in --year.",
        ["--target"] = "What is to be met: money, or customers with --figure active.",
        ["--year"] = "The year in which the target is to be met.",
        ["--figure"] = "What the target is of: sales (default) or active.",
        ["--out"] = "The folder to write into; made if missing.",
        ["--count"] = "How many people, 1 to 10,000,000 (default 10,000).",
        ["--years"] = "How many years up to the end of 2025, 1 to 30 (default 6).",
        ["--seed"] = "Chooses one of the possible companies (default 1).",
        ["--scenario"] = "The story: healthy (default), leaky, discount or mail.",
        ["--force"] = "Writes over purchases.csv, contacts.csv, customers.csv and identities.csv.",
    };
}
