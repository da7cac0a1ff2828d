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

-- The level of the lake of chuyencan. Tried, CPU seconds of this statement, four times each in one
-- process on a busy machine:
--   zstd, level 1, Parquet v2 (this)    1.5 to 1.8, 54 MB
--   zstd, level 1                       1.6 to 1.8, 61 MB
--   zstd, level 3                       1.7 to 2.2, 57 MB
--   snappy, with v2 and without         1.3 to 1.8, 71 MB without
--   lz4_raw                             1.5 to 1.7
COPY event TO '${out}/learning_event.parquet' (
  FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, PARQUET_VERSION v2);
