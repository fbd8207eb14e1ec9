-- What version 2 adds.

-- What a day's forecast cannot know: to be read with its figures. No row where there is nothing to say.
CREATE TABLE forecast_note (
    day           TEXT NOT NULL REFERENCES run (day) ON DELETE CASCADE,
    position      INTEGER NOT NULL,
    caution       TEXT NOT NULL,             -- season_unknown: less than two years were observed, and nothing beyond a year is forecast
    text_en       TEXT NOT NULL,
    text_ja       TEXT NOT NULL,
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;
