-- Keeps nothing: what measures do not ask for never leaves the JSON.

CREATE TEMP VIEW event AS SELECT * FROM statement;
