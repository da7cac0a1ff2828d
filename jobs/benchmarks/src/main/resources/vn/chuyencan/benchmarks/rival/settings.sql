-- As many threads as the others have; results are ordered where it matters, by ORDER BY.

SET threads = 2;
SET memory_limit = '${memory}';
SET temp_directory = '${out}/spill';
SET preserve_insertion_order = false;
