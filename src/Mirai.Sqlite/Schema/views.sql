-- The views: made anew with every version. Queries of people and of other programs read these.

-- One row a day: the list diagnosis. What is missing is NULL.
CREATE VIEW daily AS
SELECT
    run.day,
    run.verdict,
    verdict.name_ja AS verdict_ja,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'active_customers') AS active_customers,
    (SELECT exact - exact_before FROM figure f WHERE f.day = run.day AND f.measure = 'active_customers') AS active_customers_change,
    (SELECT (number - before) / nullif(before, 0) FROM figure f WHERE f.day = run.day AND f.measure = 'active_customers') AS active_customers_change_rate,
    (SELECT is_complete FROM figure f WHERE f.day = run.day AND f.measure = 'active_customers') AS is_complete,
    (SELECT CAST(number - before AS INTEGER) FROM change c WHERE c.day = run.day AND c.measure = 'active_customers' AND c.period = '1d') AS change_1_day,
    (SELECT CAST(number - before AS INTEGER) FROM change c WHERE c.day = run.day AND c.measure = 'active_customers' AND c.period = '7d') AS change_7_days,
    (SELECT CAST(number - before AS INTEGER) FROM change c WHERE c.day = run.day AND c.measure = 'active_customers' AND c.period = '30d') AS change_30_days,
    (SELECT CAST(number - before AS INTEGER) FROM change c WHERE c.day = run.day AND c.measure = 'active_customers' AND c.period = '90d') AS change_90_days,
    (SELECT CAST(number - before AS INTEGER) FROM change c WHERE c.day = run.day AND c.measure = 'active_customers' AND c.period = '1y') AS change_1_year,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'new_customers') AS new_customers,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'reactivated_customers') AS reactivated_customers,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'lapsed_customers') AS lapsed_customers,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'new_customers_yoy') AS new_customers_yoy,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'retained_customers') AS retained_customers,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'reactivated_customers_yoy') AS reactivated_customers_yoy,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'lost_customers') AS lost_customers,
    (SELECT number FROM figure f WHERE f.day = run.day AND f.measure = 'retention_rate') AS retention_rate,
    (SELECT number FROM figure f WHERE f.day = run.day AND f.measure = 'trailing_sales') AS trailing_sales,
    (SELECT number FROM figure f WHERE f.day = run.day AND f.measure = 'annual_ltv') AS annual_ltv,
    (SELECT number FROM figure f WHERE f.day = run.day AND f.measure = 'purchase_frequency') AS purchase_frequency,
    (SELECT number FROM figure f WHERE f.day = run.day AND f.measure = 'average_order_value') AS average_order_value,
    (SELECT number FROM figure f WHERE f.day = run.day AND f.measure = 'contacts_per_customer') AS contacts_per_customer,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'at_risk_customers') AS at_risk_customers,
    (SELECT exact FROM figure f WHERE f.day = run.day AND f.measure = 'expiring_customers') AS expiring_customers,
    (SELECT number FROM forecast f WHERE f.day = run.day AND f.measure = 'active_customers' AND f.horizon = '365d') AS active_customers_in_a_year,
    (SELECT number FROM forecast f WHERE f.day = run.day AND f.measure = 'annual_sales' AND f.horizon = '365d') AS annual_sales_in_a_year,
    (SELECT number FROM figure f WHERE f.day = run.day AND f.measure = 'five_year_multiple') AS five_year_multiple,
    (SELECT count(*) FROM finding f WHERE f.day = run.day AND f.kind = 'warning') AS warnings,
    (SELECT title_en FROM finding f WHERE f.day = run.day AND f.kind = 'warning' AND f.position = 1) AS first_warning,
    (SELECT title_ja FROM finding f WHERE f.day = run.day AND f.kind = 'warning' AND f.position = 1) AS first_warning_ja,
    (SELECT c.text_en FROM finding f JOIN cause c ON c.day = f.day AND c.finding = f.finding AND c.cause = 1
        WHERE f.day = run.day AND f.kind = 'warning' AND f.position = 1) AS first_cause,
    (SELECT c.text_ja FROM finding f JOIN cause c ON c.day = f.day AND c.finding = f.finding AND c.cause = 1
        WHERE f.day = run.day AND f.kind = 'warning' AND f.position = 1) AS first_cause_ja
FROM run JOIN verdict ON verdict.verdict = run.verdict;

-- One row for each open warning of a day, the gravest first.
CREATE VIEW warnings AS
SELECT
    f.day, f.position, f.level, v.name_ja AS level_ja, f.rule,
    f.title_en AS title, f.title_ja, f.message_en AS message, f.message_ja,
    f.part_en AS customers, f.part_ja AS customers_ja,
    f.state, f.since, f.opened, f.days_open, f.parent_rule,
    (SELECT text_en FROM cause c WHERE c.day = f.day AND c.finding = f.finding AND c.cause = 1) AS first_cause,
    (SELECT text_ja FROM cause c WHERE c.day = f.day AND c.finding = f.finding AND c.cause = 1) AS first_cause_ja
FROM finding f LEFT JOIN verdict v ON v.verdict = f.level
WHERE f.kind = 'warning';

-- The causes of the open warnings as trees: depth 0 is a cause of the warning, 1 a cause of that cause.
CREATE VIEW causes AS
SELECT
    c.day, f.position AS warning, f.rule, f.title_en AS title, f.title_ja, c.cause, c.parent, c.depth,
    c.text_en AS text, c.text_ja, c.strength, c.rule AS cause_rule, c.parts_en AS customers, c.parts_ja AS customers_ja, c.found_on
FROM cause c JOIN finding f ON f.day = c.day AND f.finding = c.finding
WHERE f.kind = 'warning';

-- The figures behind the open warnings.
CREATE VIEW warning_evidence AS
SELECT
    e.day, f.position AS warning, f.rule, f.title_en AS title, f.title_ja, e.evidence, e.label_en AS label, e.label_ja, e.number, e.unit,
    e.text_en AS text, e.text_ja, e.from_day, e.until_day
FROM evidence e JOIN finding f ON f.day = e.day AND f.finding = e.finding
WHERE f.kind = 'warning';

-- The same day by day.
CREATE VIEW evidence_series AS
SELECT
    e.day, f.position AS warning, f.rule, e.evidence, e.label_en AS label, e.label_ja, e.unit,
    date(e.from_day, '+' || s.key || ' days') AS on_day, s.value AS number
FROM evidence e JOIN finding f ON f.day = e.day AND f.finding = e.finding, json_each(e.series) s
WHERE f.kind = 'warning';

-- Which customers an open warning comes from.
CREATE VIEW warning_segments AS
SELECT
    r.day, f.position AS warning, f.rule, f.title_en AS title, f.title_ja, d.dimension AS segment, r.value, r.position, r.amount,
    r.text_en AS text, r.text_ja, r.contribution, r.rate_effect, r.mix_effect
FROM drill_row r
JOIN drill d ON d.day = r.day AND d.finding = r.finding AND d.drill = r.drill
JOIN finding f ON f.day = r.day AND f.finding = r.finding
WHERE f.kind = 'warning';

-- What could not be decided: never to be taken for well.
CREATE VIEW undecided AS
SELECT day, position, rule, title_en AS title, title_ja, part_en AS customers, part_ja AS customers_ja, reason, reason_en AS reason_text, reason_ja AS reason_text_ja,
    reason_from AS since, days_of_history
FROM finding WHERE kind = 'undecided';

-- Figures of all customers with their names.
CREATE VIEW figures AS
SELECT
    f.day, f.measure, m.name_en AS name, m.name_ja, m.unit, f.number, f.before, f.number - f.before AS change,
    (f.number - f.before) / nullif(abs(f.before), 0) AS change_rate, f.part, f.whole, f.is_complete, f.headline
FROM figure f JOIN measure m ON m.measure = f.measure;

-- Figures of parts of the customers with their names.
CREATE VIEW figures_by_segment AS
SELECT
    f.day, f.measure, m.name_en AS name, m.name_ja, m.unit, f.segment, s.segment_en AS segment_name, s.segment_ja AS segment_name_ja,
    f.value, s.value_en AS value_name, s.value_ja AS value_name_ja, f.position,
    f.number, f.before, f.number - f.before AS change, f.part, f.whole, f.is_complete
FROM segment_figure f
JOIN measure m ON m.measure = f.measure
LEFT JOIN segment_value s ON s.segment = f.segment AND s.value = f.value;

-- What was forecast for which day.
CREATE VIEW forecasts AS
SELECT f.day, f.horizon, f.forecast_day, f.measure, m.name_en AS name, m.name_ja, f.number, f.low_80, f.high_80, f.low_95, f.high_95, f.method,
    (SELECT text_en FROM forecast_note n WHERE n.day = f.day AND n.position = 1) AS caution,
    (SELECT text_ja FROM forecast_note n WHERE n.day = f.day AND n.position = 1) AS caution_ja
FROM forecast f JOIN measure m ON m.measure = f.measure;

-- The days on which the verdict was another one than on the stored day before.
CREATE VIEW verdict_changes AS
SELECT day, verdict, before, day_before
FROM (SELECT day, verdict, lag(verdict) OVER (ORDER BY day) AS before, lag(day) OVER (ORDER BY day) AS day_before FROM run)
WHERE before IS NULL OR before <> verdict;
