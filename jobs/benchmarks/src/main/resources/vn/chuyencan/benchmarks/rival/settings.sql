-- As many threads as the others have, and as much memory as DuckDB takes by itself (four fifths of the
-- machine's); results are ordered where it matters, by ORDER BY.

SET threads = 2;
SET temp_directory = '${out}/spill';
SET preserve_insertion_order = false;
