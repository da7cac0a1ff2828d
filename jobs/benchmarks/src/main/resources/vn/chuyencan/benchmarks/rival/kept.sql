-- Keeps the events: eighteen columns, each id once, as Parquet; the measures are taken from there.

COPY (
  SELECT * FROM statement QUALIFY row_number() OVER (PARTITION BY event_id) = 1
) TO '${out}/learning_event.parquet' (FORMAT parquet, COMPRESSION zstd);

CREATE TEMP VIEW event AS SELECT * FROM '${out}/learning_event.parquet';
