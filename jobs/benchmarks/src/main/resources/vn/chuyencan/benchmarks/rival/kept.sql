-- Keeps the events: eighteen columns, each id once, as Parquet. The measures are taken from the same
-- rows in memory. Tried at two million statements, whole process, CPU seconds on a busy machine:
--   extracted, then repeats deleted by row (this)                   19.0, 20.5
--   QUALIFY row_number() OVER (PARTITION BY event_id) = 1           20.8, 20.6, and 76 MB, not 57
--   two files: all events, then DISTINCT ON (event_id) of the first 24.9 (with system time)
--   DISTINCT ON (event_id) straight from the JSON                   32.7 (with system time)
--   a larger DICTIONARY_SIZE_LIMIT                                  19.1, 23.7, and 64 MB

CREATE TEMP TABLE event AS SELECT * FROM statement;

DELETE FROM event WHERE rowid IN (
  SELECT unnest(list(rowid)[2:]) FROM event GROUP BY event_id HAVING count(*) > 1);

COPY event TO '${out}/learning_event.parquet' (FORMAT parquet, COMPRESSION zstd);
