/**
 * Source kind {@code lrs}: what an LRS has stored since the last night, as files of statements that
 * the ingest of files reads.
 *
 * <p>The cursor is the LRS's own clock of storing, and the overlap that is asked for again each
 * night covers whatever becomes visible late; ingest removes by id what came before. A pull is
 * taken in whole or not at all: the cursor moves only with the lake's commit, and what a pull
 * without commit left in the spool is deleted by the next one.
 *
 * <p>Servers that look at {@code timestamp} where the standard says {@code stored} show only what
 * happened lately, not what arrived lately. For them the overlap says how late a statement may
 * arrive; one that arrives later stays unseen until everything is pulled anew.
 */
package vn.chuyencan.source.lrs;
