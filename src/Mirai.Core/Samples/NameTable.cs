namespace Mirai.Samples;

/// <summary>Common names and invented towns; persons and addresses made from them are fictional.</summary>
internal static class NameTable
{
    /// <summary>Surnames; the last column is another way of writing it, where clerks mix two.</summary>
    public static readonly (string Kanji, string Kana, string Roman, string Variant)[] Surnames =
    [
        ("佐藤", "サトウ", "sato", ""), ("鈴木", "スズキ", "suzuki", ""), ("高橋", "タカハシ", "takahashi", "髙橋"), ("田中", "タナカ", "tanaka", ""),
        ("伊藤", "イトウ", "ito", ""), ("渡辺", "ワタナベ", "watanabe", "渡邊"), ("山本", "ヤマモト", "yamamoto", ""), ("中村", "ナカムラ", "nakamura", ""),
        ("小林", "コバヤシ", "kobayashi", ""), ("加藤", "カトウ", "kato", ""), ("吉田", "ヨシダ", "yoshida", "𠮷田"), ("山田", "ヤマダ", "yamada", ""),
        ("佐々木", "ササキ", "sasaki", ""), ("山口", "ヤマグチ", "yamaguchi", ""), ("松本", "マツモト", "matsumoto", ""), ("井上", "イノウエ", "inoue", ""),
        ("木村", "キムラ", "kimura", ""), ("林", "ハヤシ", "hayashi", ""), ("斎藤", "サイトウ", "saito", "齋藤"), ("清水", "シミズ", "shimizu", ""),
        ("山崎", "ヤマザキ", "yamazaki", "山﨑"), ("森", "モリ", "mori", ""), ("池田", "イケダ", "ikeda", ""), ("橋本", "ハシモト", "hashimoto", ""),
        ("阿部", "アベ", "abe", ""), ("石川", "イシカワ", "ishikawa", ""), ("山下", "ヤマシタ", "yamashita", ""), ("中島", "ナカジマ", "nakajima", "中嶋"),
        ("小川", "オガワ", "ogawa", ""), ("前田", "マエダ", "maeda", ""), ("岡田", "オカダ", "okada", ""), ("長谷川", "ハセガワ", "hasegawa", ""),
        ("藤田", "フジタ", "fujita", ""), ("後藤", "ゴトウ", "goto", ""), ("近藤", "コンドウ", "kondo", ""), ("村上", "ムラカミ", "murakami", ""),
        ("遠藤", "エンドウ", "endo", ""), ("青木", "アオキ", "aoki", ""), ("坂本", "サカモト", "sakamoto", ""), ("福田", "フクダ", "fukuda", ""),
        ("太田", "オオタ", "ota", ""), ("西村", "ニシムラ", "nishimura", ""), ("藤井", "フジイ", "fujii", ""), ("岡本", "オカモト", "okamoto", ""),
        ("金子", "カネコ", "kaneko", ""), ("藤原", "フジワラ", "fujiwara", ""), ("三浦", "ミウラ", "miura", ""), ("広瀬", "ヒロセ", "hirose", "廣瀬"),
    ];

    /// <summary>Given names.</summary>
    public static readonly (string Kanji, string Kana, string Roman)[] GivenNames =
    [
        ("花子", "ハナコ", "hanako"), ("恵子", "ケイコ", "keiko"), ("京子", "キョウコ", "kyoko"), ("洋子", "ヨウコ", "yoko"),
        ("幸子", "サチコ", "sachiko"), ("和子", "カズコ", "kazuko"), ("久美子", "クミコ", "kumiko"), ("由美子", "ユミコ", "yumiko"),
        ("裕子", "ユウコ", "yuko"), ("真由美", "マユミ", "mayumi"), ("直美", "ナオミ", "naomi"), ("智子", "トモコ", "tomoko"),
        ("陽子", "ヨウコ", "yoko"), ("明美", "アケミ", "akemi"), ("美穂", "ミホ", "miho"), ("香織", "カオリ", "kaori"),
        ("愛", "アイ", "ai"), ("舞", "マイ", "mai"), ("彩", "アヤ", "aya"), ("美咲", "ミサキ", "misaki"),
        ("さくら", "サクラ", "sakura"), ("葵", "アオイ", "aoi"), ("千尋", "チヒロ", "chihiro"), ("節子", "セツコ", "setsuko"),
        ("典子", "ノリコ", "noriko"), ("理恵", "リエ", "rie"), ("麻衣", "マイ", "mai"), ("優子", "ユウコ", "yuko"),
        ("太郎", "タロウ", "taro"), ("健一", "ケンイチ", "kenichi"), ("誠", "マコト", "makoto"), ("浩", "ヒロシ", "hiroshi"),
        ("隆", "タカシ", "takashi"), ("茂", "シゲル", "shigeru"), ("大輔", "ダイスケ", "daisuke"), ("翔太", "ショウタ", "shota"),
        ("修", "オサム", "osamu"), ("正", "タダシ", "tadashi"), ("和夫", "カズオ", "kazuo"), ("学", "マナブ", "manabu"),
    ];

    /// <summary>Prefectures and their regions.</summary>
    public static readonly (string Name, string Region)[] Prefectures =
    [
        ("北海道", "hokkaido"), ("宮城県", "tohoku"), ("福島県", "tohoku"), ("東京都", "kanto"), ("東京都", "kanto"), ("神奈川県", "kanto"),
        ("埼玉県", "kanto"), ("千葉県", "kanto"), ("新潟県", "chubu"), ("長野県", "chubu"), ("愛知県", "chubu"), ("静岡県", "chubu"),
        ("大阪府", "kinki"), ("兵庫県", "kinki"), ("京都府", "kinki"), ("広島県", "chugoku"), ("岡山県", "chugoku"), ("愛媛県", "shikoku"),
        ("福岡県", "kyushu"), ("熊本県", "kyushu"),
    ];

    /// <summary>Towns that do not exist.</summary>
    public static readonly string[] Towns =
        ["みほん市例示町", "みほん市架空台", "ためし市仮名町", "ためし市見本通", "れいだい市試作町", "れいだい市雛形", "もけい市空想町", "もけい市夢見台"];
}
