package vn.chuyencan.source.export;

import java.time.Instant;
import vn.chuyencan.model.AttendanceStatus;

/**
 * What a list of attendance says of one person in one session.
 *
 * @param person who
 * @param moodleUser Moodle's number of the person; null when the list has none
 * @param session heading of the session
 * @param startsAt when it began
 * @param status what the list says; null when its letter is not known
 * @param letter the letter in the list
 */
public record ListedAttendance(
    ReportPerson person,
    Long moodleUser,
    String session,
    Instant startsAt,
    AttendanceStatus status,
    String letter) {}
