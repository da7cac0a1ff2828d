package vn.chuyencan.source.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * How Moodle's downloads speak in one language.
 *
 * @param code the language, such as {@code vi}
 * @param headings role of a column in the log → its headings
 * @param loginAs what stands between two names when one person acts as the other
 * @param order orders of day, month and year that occur in numeric dates
 * @param am marks of the hours before noon, beside AM
 * @param pm marks of the hours after noon, beside PM
 * @param decimal decimal mark
 * @param events event → its name in the log
 * @param components component → its name
 * @param grade words of the gradebook
 * @param person words for parts of a person
 */
record MoodleLocale(
    @JsonProperty("locale") String code,
    Map<String, List<String>> headings,
    List<String> loginAs,
    List<DateOrder> order,
    List<String> am,
    List<String> pm,
    String decimal,
    Map<String, String> events,
    Map<String, String> components,
    Map<String, String> grade,
    Map<String, String> person) {}
