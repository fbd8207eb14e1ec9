namespace Mirai.Cli.Wording;

/// <summary>The help in Japanese.</summary>
internal static class JapaneseHelp
{
    /// <summary>All of it.</summary>
    public static HelpTexts All { get; } = new()
    {
        Tool = "購買ファイルから、顧客の動きを日ごとに測ります。",
        Usage = "使い方",
        Commands = "コマンド",
        Arguments = "引数",
        OwnOptions = "オプション",
        InputOptions = "入力",
        OutputOptions = "出力",
        Example = "例",
        MoreHelp = "各コマンドの使い方は「mirai コマンド --help --lang ja」で表示します。",
        ExitCodes = "終了コード: 0 正常、2 使い方または入力の誤り、3 その他。",
        Purchases = "ファイル、data/*.csv のようなパターン、標準入力は -。.gz も可。すべてを1つの入力として読みます。",
        DoesWhat = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["diagnose"] = "ある日の顧客の状態を1ページで診断します。",
            ["measures"] = "日次の指標を、全体またはセグメント別に出力します。",
            ["cohorts"] = "初回購買の時期別に、その後の購買を集計します。",
            ["segments"] = "ある日の稼働顧客をセグメント別に集計します(人数、売上、構成比)。顧客一覧も出力できます。",
            ["churn"] = "顧客がどれだけ速く離れているか、その速さでの1人のLTVを示します。",
            ["flow"] = "2つの日の間の顧客の増減と、売上増減の要因を示します。",
            ["project"] = "シナリオから、年ごとの稼働顧客数と年商を計算します。目標に必要な値も求め、シナリオを比較します。",
            ["sample"] = "架空の通信販売会社のデータを作ります。シードが同じなら結果も同じです。",
        },
        Options = Options,
    };

    private static Dictionary<string, string> Options => new(StringComparer.Ordinal)
    {
        ["--help"] = "この説明を表示します。",
        ["--version"] = "バージョンを表示します。",
        ["--lang"] = "言語: en(既定)または ja。",
        ["--quiet"] = "進捗と注記を出しません。エラーと不正な行は常に出します。",
        ["--format"] = "table(端末での既定)、csv(それ以外の既定)、json。",
        ["diagnose --format"] = "table(ページ表示、既定)、csv、json(機械処理用に1行)。",
        ["--output"] = "ファイルに出力します。書き終えてから現れます。拡張子 .json .csv は形式も決めます。",
        ["--map"] = "列の対応: customer=顧客番号,day=日付,amount=金額,store=店舗。"
            + "役割は customer、day、amount、order、discount。それ以外は購買項目です。"
            + "「名前=-」はその列を使いません。指定のない列は見出しから判断します。",
        ["--no-header"] = "1行目からデータです。--map customer=1,day=3,amount=4 のように列番号で指定します。",
        ["--delimiter"] = "区切り: , ; | tab、空白の並びは space。省略時は自動判定。",
        ["--encoding"] = "UTF-8、UTF-16、Shift_JIS、EUC-JP など。省略時は自動判定。BOMがあれば優先します。",
        ["--date-format"] = "日付の書式(例 dd/MM/yyyy)。紛れのない書式は自動で読みます。",
        ["--currency"] = "JPY(既定)、USD、EUR など。小数桁が決まります。その他は CODE:3(小数3桁)。",
        ["--round"] = "通貨より細かい金額を偶数丸めします。指定しなければ不正な行です。",
        ["--attributes"] = "顧客属性のファイル。顧客ID以外の各列が属性になります。",
        ["--from-start"] = "データの初日が開業日です(最初の顧客は本当に新規)。",
        ["--active-period"] = "購買後に稼働とみなす期間: 1y(既定)、90d、18m など。",
        ["--observed-until"] = "データが及ぶ最終日。省略時は最後の行の日付。",
        ["--on-bad-row"] = "skip(既定、飛ばして報告)または stop(最初で中止)。",
        ["--max-bad-rows"] = "不正な行がこれを超えたら失敗とします。",
        ["--as-of"] = "診断日。省略時は観測最終日。",
        ["--measures"] = "指標名をコンマで区切って指定します。省略時は使えるものすべて。",
        ["--by"] = "セグメント: customer_year、purchase_count(または purchase_count:1,2,6)、decile、rfm、"
            + "first_purchase_discounted、顧客属性、購買項目。",
        ["segments --by"] = "セグメント: customer_year、purchase_count(または purchase_count:1,2,6)、decile(既定)、rfm、"
            + "first_purchase_discounted、顧客属性、購買項目。",
        ["--from"] = "開始日。省略時は観測初日。",
        ["--to"] = "終了日。省略時は観測最終日。",
        ["--grain"] = "month(既定)、quarter、year。",
        ["--value"] = "表の値: customers(既定)、purchases、sales。",
        ["churn --window"] = "2つの期間それぞれの長さ: 3m(既定)、6m、1y、90d など。",
        ["churn --coverage"] = "購買額の多い順に、基準期間の売上のどこまでを基準顧客とするか: 0.8(既定)、1 は全員。",
        ["churn --annualise"] = "年換算: simple(既定、回数倍)または compound(複利)。",
        ["churn --signed-decline"] = "頻度の上昇を離反率から差し引きます。指定しなければ低下だけを数えます。",
        ["churn --first-year"] = "whole(既定)または thinned(初年度から離反を見込む)。",
        ["churn --horizon"] = "LTVを見る期間(例 5y)。省略時は期限なし。",
        ["churn --discount"] = "年間の割引率(例 10%)。",
        ["churn --margin"] = "粗利率(例 30%)。LTVは利益になります。",
        ["churn --acquisition-cost"] = "1人の獲得費用。回収期間と、LTV ÷ 獲得費用を加えます。",
        ["churn --sample"] = "基準顧客からこの人数、または割合(5%)を抽出し、信頼区間を示します。",
        ["churn --seed"] = "抽出のシード(既定 1)。",
        ["churn --confidence"] = "信頼区間の確かさ: 95(既定)、90、99 %。",
        ["churn --totals"] = "購買ファイルの代わりに6つの数: 基準期間の客数,回数,売上、続いて同じ顧客の次の期間の3つ。",
        ["churn --monthly"] = "月末ごとに1行を出力します。",
        ["--per-customer"] = "顧客ごとに1行を出力します。",
        ["--between"] = "比べる2つの日。省略時は観測最終日までの稼働期間。",
        ["SCENARIO.toml"] = "シナリオのファイル(docs/projection.md 参照)。標準入力は -。",
        ["project --scenario"] = "ファイルの中のこのシナリオだけを使います。省略するとすべて。",
        ["project --years"] = "計算する年数、1~200。省略するとファイルの指定、なければ10年。",
        ["--cohorts"] = "年とコホートごとに1行を出力します。",
        ["--compare"] = "シナリオを並べ、最初のものと比べます。",
        ["--solve"] = "--year の年に --target となる値を求めます: retention(維持率)、acquired(年間獲得人数)、ltv(年間LTV)。",
        ["--target"] = "目標の金額。--figure active なら人数。",
        ["--year"] = "目標を達成する年。",
        ["--figure"] = "目標の対象: sales(年商、既定)または active(稼働顧客数)。",
        ["--out"] = "出力先のフォルダー。なければ作ります。",
        ["--count"] = "人数、1~10,000,000(既定 10,000)。",
        ["--years"] = "2025年末までの年数、1~30(既定 6)。",
        ["--seed"] = "乱数のシード(既定 1)。",
        ["--scenario"] = "筋書き: healthy(既定)、leaky、discount、mail。",
        ["--force"] = "purchases.csv、contacts.csv、customers.csv、identities.csv を上書きします。",
    };
}
