-- The tables of version 1. A later version is a further file; this one never changes again.
-- Days are written 2025-06-30. Money is in currency units; "exact" columns hold it in minor units (cents; of yen, yen).

CREATE TABLE measure (
    measure       TEXT NOT NULL PRIMARY KEY, -- active_customers, retention_rate ...: as in docs/measures.md
    name_en       TEXT NOT NULL,
    name_ja       TEXT NOT NULL,
    unit          TEXT NOT NULL,             -- customers, money, percentage (a fraction: 0.05 is 5 %) ...
    kind          TEXT NOT NULL,             -- level, flow, rate
    good_direction TEXT NOT NULL,            -- up, down, neither
    is_monthly    INTEGER NOT NULL,          -- computed at a month's end and carried to the next
    formula       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict (
    verdict       TEXT NOT NULL PRIMARY KEY,
    rank          INTEGER NOT NULL,          -- 0 is well
    name_en       TEXT NOT NULL,
    name_ja       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the values of segments are called.
CREATE TABLE segment_value (
    segment       TEXT NOT NULL,
    value         TEXT NOT NULL,
    segment_en    TEXT NOT NULL,
    segment_ja    TEXT NOT NULL,
    value_en      TEXT NOT NULL,
    value_ja      TEXT NOT NULL,
    PRIMARY KEY (segment, value)
) STRICT, WITHOUT ROWID;

-- One row a day: what was found, with what, from which data. All other rows of a day go with it.
CREATE TABLE run (
    day               TEXT NOT NULL PRIMARY KEY CHECK (date(day) = day),
    verdict           TEXT NOT NULL REFERENCES verdict (verdict),
    written_at        TEXT,                  -- UTC; where the writer said so
    tool_version      TEXT,
    active_period     TEXT NOT NULL,         -- 1y, 90d ...
    before_day        TEXT NOT NULL,         -- one active period before: what "before" means in figures
    currency          TEXT NOT NULL,
    currency_decimals INTEGER NOT NULL,
    began_with_data   INTEGER NOT NULL,
    churn_window      TEXT NOT NULL,
    rules_hash        TEXT NOT NULL,         -- equal where the same rules ran
    rule_count        INTEGER NOT NULL,
    quiet_count       INTEGER NOT NULL,      -- decided, and nothing to say
    observed_from     TEXT NOT NULL,
    observed_until    TEXT NOT NULL,
    customers         INTEGER NOT NULL,      -- in the data
    purchases         INTEGER NOT NULL,
    last_purchase_day TEXT,
    gap_from          TEXT,                  -- the longest stretch without a purchase, from 14 days on
    gap_until         TEXT,
    rows_read         INTEGER,
    rows_bad          INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_text (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    name          TEXT NOT NULL,
    hash          TEXT NOT NULL,
    is_used       INTEGER NOT NULL,          -- 0: it has errors
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

-- Figures of all customers.
CREATE TABLE figure (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    measure       TEXT NOT NULL REFERENCES measure (measure),
    position      INTEGER NOT NULL,
    headline      INTEGER,                   -- 1, 2, 3: the figures on top of the diagnosis
    number        REAL,                      -- NULL: missing
    exact         INTEGER,                   -- counts, and money in minor units, without rounding; NULL for rates
    part          INTEGER,                   -- a percentage is part / whole
    whole         INTEGER,
    is_complete   INTEGER NOT NULL,          -- 0: too little history lies before the day
    before        REAL,                      -- the same one active period before
    exact_before  INTEGER,
    part_before   INTEGER,
    whole_before  INTEGER,
    is_complete_before INTEGER NOT NULL,
    PRIMARY KEY (day, measure)
) STRICT, WITHOUT ROWID;

CREATE INDEX figure_measure ON figure (measure, day);

-- Figures of a part of the customers.
CREATE TABLE segment_figure (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    measure       TEXT NOT NULL REFERENCES measure (measure),
    segment       TEXT NOT NULL,             -- customer_year, purchase_count, portfolio, an attribute ...
    value         TEXT NOT NULL,
    number        REAL,
    exact         INTEGER,
    part          INTEGER,
    whole         INTEGER,
    is_complete   INTEGER NOT NULL,
    before        REAL,
    exact_before  INTEGER,
    part_before   INTEGER,
    whole_before  INTEGER,
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX segment_figure_measure ON segment_figure (measure, segment, value, day);

-- How a figure changed over 1, 7, 30, 90 days and a year.
CREATE TABLE change (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    measure       TEXT NOT NULL REFERENCES measure (measure),
    period        TEXT NOT NULL,             -- 1d, 7d, 30d, 90d, 1y
    since         TEXT NOT NULL,
    number        REAL,                      -- on the day
    before        REAL,                      -- on the earlier day
    is_complete   INTEGER NOT NULL,          -- both of them
    PRIMARY KEY (day, measure, period)
) STRICT, WITHOUT ROWID;

-- Active customers by a segment: heads and sales in the active period.
CREATE TABLE heads (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    segment       TEXT NOT NULL,
    position      INTEGER NOT NULL,
    value         TEXT NOT NULL,
    customers     INTEGER NOT NULL,
    customers_of  INTEGER NOT NULL,
    purchases     INTEGER NOT NULL,
    sales         REAL NOT NULL,
    sales_exact   INTEGER NOT NULL,
    sales_share   REAL,
    PRIMARY KEY (day, segment, position)
) STRICT, WITHOUT ROWID;

-- The customer portfolio: everybody who ever purchased, in ten groups.
CREATE TABLE portfolio (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    portfolio_group TEXT NOT NULL,           -- first_current ... best_gone
    customers     INTEGER NOT NULL,
    customers_of  INTEGER NOT NULL,
    active_customers INTEGER NOT NULL,
    purchases     INTEGER NOT NULL,          -- in the active period
    sales         REAL NOT NULL,             -- in the active period
    sales_exact   INTEGER NOT NULL,
    sales_share   REAL,
    cumulative_sales REAL NOT NULL,          -- from the first day on
    cumulative_sales_exact INTEGER NOT NULL,
    tenure_days   INTEGER NOT NULL,          -- of all of them together
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

-- Where the customers of each group went in the month before.
CREATE TABLE portfolio_move (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    from_group    TEXT,                      -- NULL: had not purchased yet
    to_group      TEXT NOT NULL,
    customers     INTEGER NOT NULL,
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

-- Part A: acquisition, retention and reactivation.
CREATE TABLE marketing (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    kind          TEXT NOT NULL,
    customers     INTEGER NOT NULL,
    before        INTEGER NOT NULL,
    share_of_change REAL,
    rate          REAL,
    rate_part     INTEGER NOT NULL,
    rate_whole    INTEGER NOT NULL,
    rate_before   REAL,
    rate_part_before INTEGER NOT NULL,
    rate_whole_before INTEGER NOT NULL,
    by_rate       INTEGER NOT NULL,          -- customers won or lost by the rate
    by_pool       INTEGER NOT NULL,          -- and by how many it could reach
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

-- Part B: window churn and lifetime value, on the day and one window before.
CREATE TABLE churn (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    at            TEXT NOT NULL CHECK (at IN ('now', 'before')),
    churn_window  TEXT NOT NULL,
    base_customers INTEGER NOT NULL,
    base_purchases INTEGER NOT NULL,
    base_sales    REAL NOT NULL,
    next_customers INTEGER NOT NULL,
    next_purchases INTEGER NOT NULL,
    next_sales    REAL NOT NULL,
    is_complete   INTEGER NOT NULL,
    lost_rate     REAL,
    frequency_decline REAL,
    churn         REAL,
    annual_churn  REAL,
    annual_spend  REAL,
    lifetime_value REAL,
    lifetime_value_is_unbounded INTEGER NOT NULL,
    new_customer_rate REAL,
    missing_new_customers INTEGER,
    PRIMARY KEY (day, at)
) STRICT, WITHOUT ROWID;

-- Part B: active customers who are silent for longer than their own rhythm, and what is at stake. Who they are is in no table.
CREATE TABLE overdue (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    segment       TEXT,                      -- NULL: all customers
    value         TEXT,
    customers     INTEGER NOT NULL,
    customers_of  INTEGER NOT NULL,          -- active customers
    sales         REAL NOT NULL,             -- of the overdue, in the active period
    sales_exact   INTEGER NOT NULL,
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

-- Part B: what explains the change of sales in one active period; the parts add up to the change.
CREATE TABLE sales_change (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    part          TEXT NOT NULL,             -- new_customers, reactivated_customers, lapsed_customers, frequency, order_value, returns
    since         TEXT NOT NULL,
    amount        REAL NOT NULL,
    amount_exact  INTEGER NOT NULL,
    customers     INTEGER,                   -- the heads behind it
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

-- Part C: customers, purchases and retention by the number of contacts. An association, not an effect.
CREATE TABLE dose_response (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    band          TEXT NOT NULL,
    customers     INTEGER NOT NULL,
    contacts      INTEGER NOT NULL,
    purchases     INTEGER NOT NULL,
    sales         REAL NOT NULL,
    sales_exact   INTEGER NOT NULL,
    retention_rate REAL,
    retained      INTEGER NOT NULL,
    retained_of   INTEGER NOT NULL,
    marginal_purchases REAL,
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

-- If it goes on like this: 30, 90, 365 days and 5 years ahead.
CREATE TABLE forecast (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    horizon       TEXT NOT NULL,             -- 30d, 90d, 365d, 5y
    forecast_day  TEXT NOT NULL,
    measure       TEXT NOT NULL,             -- active_customers, annual_sales
    number        REAL,
    low_80        REAL,
    high_80       REAL,
    low_95        REAL,
    high_95       REAL,
    method        TEXT NOT NULL,
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

-- Whatever a rule says: open warnings, and what is closed, suppressed or undecided.
CREATE TABLE finding (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    finding       INTEGER NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('warning', 'closed', 'suppressed', 'undecided')),
    position      INTEGER NOT NULL,          -- 1 is what a manager must know first
    rule          TEXT NOT NULL,
    part          TEXT NOT NULL,             -- JSON: the part of the customers; [] for all
    part_en       TEXT NOT NULL,
    part_ja       TEXT NOT NULL,
    state         TEXT NOT NULL,             -- opened, escalated, reminded, open; closed, suppressed, not_evaluated
    level         TEXT,                      -- notice, warning, critical
    since         TEXT,                      -- the condition holds since
    opened        TEXT,                      -- the warning opened on
    days_open     INTEGER NOT NULL,
    is_stale      INTEGER NOT NULL,
    title_en      TEXT NOT NULL,
    title_ja      TEXT NOT NULL,
    message_en    TEXT NOT NULL,
    message_ja    TEXT NOT NULL,
    tags          TEXT NOT NULL,             -- JSON
    parent_rule   TEXT,                      -- the warning that names this one as its cause
    reason        TEXT,                      -- why it is suppressed or undecided
    reason_en     TEXT,
    reason_ja     TEXT,
    reason_from   TEXT,
    days_of_history INTEGER,                 -- that an undecided rule needs
    PRIMARY KEY (day, finding)
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_rule ON finding (rule, day);

-- The values that a warning shows.
CREATE TABLE evidence (
    day           TEXT NOT NULL,
    finding       INTEGER NOT NULL,
    evidence      INTEGER NOT NULL,
    label_en      TEXT NOT NULL,
    label_ja      TEXT NOT NULL,
    source        TEXT NOT NULL,             -- the expression in the rule
    unit          TEXT NOT NULL,
    number        REAL,
    text_en       TEXT NOT NULL,
    text_ja       TEXT NOT NULL,
    is_estimated  INTEGER NOT NULL,
    from_day      TEXT NOT NULL,
    until_day     TEXT NOT NULL,
    series        TEXT NOT NULL,             -- JSON: one number a day from from_day on
    PRIMARY KEY (day, finding, evidence),
    FOREIGN KEY (day, finding) REFERENCES finding (day, finding) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- The causes of a warning as a tree.
CREATE TABLE cause (
    day           TEXT NOT NULL,
    finding       INTEGER NOT NULL,
    cause         INTEGER NOT NULL,          -- from 1, in reading order
    parent        INTEGER,                   -- the cause that it is a cause of; NULL: of the warning itself
    depth         INTEGER NOT NULL,
    text_en       TEXT NOT NULL,
    text_ja       TEXT NOT NULL,
    strength      REAL,                      -- 0 to 1
    found_on      TEXT NOT NULL,
    rule          TEXT,                      -- the rule that warned; NULL for a condition
    parts         TEXT NOT NULL,             -- JSON: the parts of the customers
    parts_en      TEXT NOT NULL,
    parts_ja      TEXT NOT NULL,
    PRIMARY KEY (day, finding, cause),
    FOREIGN KEY (day, finding) REFERENCES finding (day, finding) ON DELETE CASCADE,
    FOREIGN KEY (day, finding, parent) REFERENCES cause (day, finding, cause) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Which segments a warning comes from.
CREATE TABLE drill (
    day           TEXT NOT NULL,
    finding       INTEGER NOT NULL,
    drill         INTEGER NOT NULL,
    source        TEXT NOT NULL,
    dimension     TEXT NOT NULL,
    opened        TEXT NOT NULL,
    amount        REAL,
    text_en       TEXT NOT NULL,
    text_ja       TEXT NOT NULL,
    omitted       INTEGER NOT NULL,
    rest          REAL,
    PRIMARY KEY (day, finding, drill),
    FOREIGN KEY (day, finding) REFERENCES finding (day, finding) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE drill_row (
    day           TEXT NOT NULL,
    finding       INTEGER NOT NULL,
    drill         INTEGER NOT NULL,
    position      INTEGER NOT NULL,
    value         TEXT NOT NULL,
    amount        REAL,
    text_en       TEXT NOT NULL,
    text_ja       TEXT NOT NULL,
    contribution  REAL,
    rate_effect   REAL,
    mix_effect    REAL,
    PRIMARY KEY (day, finding, drill, position),
    FOREIGN KEY (day, finding, drill) REFERENCES drill (day, finding, drill) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE disabled_rule (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    rule          TEXT NOT NULL,
    title_en      TEXT NOT NULL,
    title_ja      TEXT NOT NULL,
    reason_en     TEXT NOT NULL,
    reason_ja     TEXT NOT NULL,
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rule_error (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    code          TEXT NOT NULL,
    rule_text     TEXT NOT NULL,
    line          INTEGER NOT NULL,
    character     INTEGER NOT NULL,          -- of the line, from 1
    text_en       TEXT NOT NULL,
    text_ja       TEXT NOT NULL,
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE infinite_figure (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    metric        TEXT NOT NULL,
    figures       INTEGER NOT NULL,
    PRIMARY KEY (day, metric)
) STRICT, WITHOUT ROWID;

-- The whole diagnosis as JSON, compressed with Brotli: nothing of it is lost.
CREATE TABLE document (
    day           TEXT NOT NULL PRIMARY KEY REFERENCES run (day) ON DELETE CASCADE,
    bytes         INTEGER NOT NULL,          -- of the JSON
    sha256        TEXT NOT NULL,             -- of the JSON
    brotli        BLOB NOT NULL
) STRICT;
