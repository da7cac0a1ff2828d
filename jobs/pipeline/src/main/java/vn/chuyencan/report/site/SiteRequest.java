package vn.chuyencan.report.site;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.chuyencan.policy.Policy;
import vn.chuyencan.table.Bilingual;

/**
 * What a site tells that no published table does.
 *
 * @param audience who may read it
 * @param institution the institution's name
 * @param zone the zone of days and weeks
 * @param policies the policies that decide, whose words name criteria
 * @param names names of learners by their ids; used for {@link Audience#OFFICE} only
 * @param courses what is in each course run, by its id
 * @param gateShare the largest share of rejected records that closes no gate, as text
 * @param forms the reports whose tables are shown, where they are published
 * @param startedAt when the run started that publishes
 */
public record SiteRequest(
    Audience audience,
    String institution,
    String zone,
    List<Policy> policies,
    Map<String, String> names,
    Map<String, CourseThings> courses,
    String gateShare,
    List<FormLayout> forms,
    Instant startedAt) {

  public SiteRequest {
    Objects.requireNonNull(audience, "audience");
    policies = List.copyOf(policies);
    names = audience == Audience.OFFICE ? Map.copyOf(names) : Map.of();
    courses = Map.copyOf(courses);
    forms = List.copyOf(forms);
  }

  /**
   * What the registers call the things of a course run.
   *
   * @param activities titles by id
   * @param exercises ids of the exercises that count, in their order
   * @param sessions titles of class sessions by id
   */
  public record CourseThings(
      Map<String, String> activities, List<String> exercises, Map<String, String> sessions) {
    /** Of a course run that is in no register. */
    static final CourseThings NONE = new CourseThings(Map.of(), List.of(), Map.of());

    public CourseThings {
      activities = Map.copyOf(activities);
      exercises = List.copyOf(exercises);
      sessions = Map.copyOf(sessions);
    }
  }

  /**
   * A report that is handed in.
   *
   * @param id its name in commands
   * @param title what it is
   * @param law the rules that demand it
   * @param parts its tables in order
   */
  public record FormLayout(String id, Bilingual title, List<String> law, List<Part> parts) {
    public FormLayout {
      law = List.copyOf(law);
      parts = List.copyOf(parts);
    }

    /**
     * A table of a report.
     *
     * @param heading its heading as printed
     * @param table the published table
     * @param columns those that are printed
     */
    public record Part(String heading, String table, List<String> columns) {
      public Part {
        columns = List.copyOf(columns);
      }
    }
  }

  /** What is in a course run. */
  CourseThings things(String courseId) {
    return courses.getOrDefault(courseId, CourseThings.NONE);
  }

  /** Whether names may be told. */
  boolean named() {
    return audience == Audience.OFFICE;
  }
}
