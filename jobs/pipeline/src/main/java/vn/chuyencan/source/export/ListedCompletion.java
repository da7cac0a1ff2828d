package vn.chuyencan.source.export;

import java.time.Instant;

/**
 * What the report of completion says of one person and activity.
 *
 * @param person who
 * @param activity title of the activity
 * @param state the report's words, such as {@code Completed (achieved pass grade)}
 * @param completedAt when it was completed; null when it was not
 */
public record ListedCompletion(
    ReportPerson person, String activity, String state, Instant completedAt) {}
