/**
 * Moodle's own downloads as a source: the log, quiz reports, the gradebook, attendance lists, forum
 * exports, completion and participants, in any of the languages of {@code locales.json}. What a
 * file is, and how it is written, is found by its content; {@link
 * vn.chuyencan.source.export.ExportSettings} overrides.
 */
package vn.chuyencan.source.export;
