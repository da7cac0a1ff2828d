package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.chuyencan.report.PublishedRow;

/** A row of course_run for pages. */
final class CourseRunJson {

  private CourseRunJson() {}

  static ObjectNode of(PublishedRow run) {
    ObjectNode json = SiteJson.object();
    json.put("id", run.text("course_id"));
    json.put("title", run.text("title"));
    json.put("opens", run.text("opens_on"));
    json.put("closes", run.text("closes_on"));
    json.put("zone", run.text("zone"));
    json.put("weeks", run.count("weeks"));
    json.put("learners", run.count("learners"));
    json.put("inferred", run.is("inferred"));
    json.put("closed", run.is("closed"));
    json.set("gapWeeks", SiteJson.texts(run.texts("log_gap_weeks")));
    return json;
  }
}
