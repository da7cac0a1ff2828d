package vn.chuyencan.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import vn.chuyencan.model.Status;

class FunnelTest {
  private static final Suppression OFFICE = Suppression.of(Audience.OFFICE);

  private static void add(Funnel funnel, Status status, String... unmet) {
    funnel.add(status, status, List.of(unmet), List.of(), List.of());
  }

  private static long step(JsonNode funnel, String kind, String criterion, String what) {
    for (JsonNode step : funnel.get("steps")) {
      if (step.get("kind").asText().equals(kind)
          && step.get("criterion").asText().equals(criterion)) {
        return step.get(what).asLong();
      }
    }
    throw new AssertionError("no step " + kind + " " + criterion);
  }

  @Test
  void whoFailsSeveralCriteriaIsLostAtTheFirstOfThem() {
    Funnel funnel = new Funnel(List.of("A", "B", "C"));
    add(funnel, Status.NOT_MET, "C", "B");
    add(funnel, Status.NOT_MET, "C");
    add(funnel, Status.MET);
    ObjectNode json = funnel.json(OFFICE);

    assertThat(step(json, "criterion", "A", "count")).isZero();
    assertThat(step(json, "criterion", "B", "count")).isEqualTo(1);
    assertThat(step(json, "criterion", "B", "failing")).isEqualTo(1);
    assertThat(step(json, "criterion", "C", "count")).isEqualTo(1);
    assertThat(step(json, "criterion", "C", "failing")).isEqualTo(2);
  }

  @Test
  void whatPersonsDecidedCounts() {
    Funnel funnel = new Funnel(List.of("A"));
    funnel.add(Status.NOT_MET, Status.NEEDS_REVIEW, List.of("A"), List.of(), List.of("r"));
    funnel.add(Status.MET, Status.NEEDS_REVIEW, List.of("A"), List.of(), List.of("r"));
    ObjectNode json = funnel.json(OFFICE);

    assertThat(step(json, "refused", "", "count")).isEqualTo(1);
    assertThat(step(json, "criterion", "A", "count")).isZero();
    assertThat(json.get("eligible").asLong()).isEqualTo(1);
  }

  @Test
  void reasonsAreCountedWhereTheyKeepSomebodyBack() {
    Funnel funnel = new Funnel(List.of());
    funnel.add(
        Status.INSUFFICIENT_DATA,
        Status.INSUFFICIENT_DATA,
        List.of(),
        List.of("attendance", "group_draft"),
        List.of());
    funnel.add(
        Status.NEEDS_REVIEW, Status.NEEDS_REVIEW, List.of(), List.of(), List.of("thieu_540"));
    ObjectNode json = funnel.json(OFFICE);

    assertThat(SiteJson.text(json.get("lacking")))
        .isEqualTo(
            "[{\"code\":\"attendance\",\"count\":1},{\"code\":\"group_draft\",\"count\":1}]");
    assertThat(SiteJson.text(json.get("reasons")))
        .isEqualTo("[{\"code\":\"thieu_540\",\"count\":1}]");
  }

  @Test
  void whoCompensatedCannotBeFoundBySubtracting() {
    Funnel funnel = new Funnel(List.of("A"));
    for (int learner = 0; learner < 20; learner++) {
      add(funnel, Status.MET);
    }
    add(funnel, Status.MET_BY_COMPENSATION);
    for (int learner = 0; learner < 3; learner++) {
      add(funnel, Status.NOT_MET, "A");
    }
    ObjectNode json = funnel.json(Suppression.of(Audience.ANALYST));

    assertThat(step(json, "compensated", "", "count")).isEqualTo(Suppression.HIDDEN);
    assertThat(json.get("eligible").asLong()).isEqualTo(Suppression.HIDDEN);
  }

  /** Every learner is in one place, whatever was decided. */
  @Property
  void placesAddUpToTheLearners(@ForAll @Size(max = 40) List<Status> statuses) {
    Funnel funnel = new Funnel(List.of("A", "B"));
    for (Status status : statuses) {
      add(funnel, status, status == Status.NOT_MET ? new String[] {"B", "other"} : new String[0]);
    }
    ObjectNode json = funnel.json(OFFICE);
    long sum = 0;
    for (JsonNode step : json.get("steps")) {
      sum += step.get("count").asLong();
    }
    assertThat(sum).isEqualTo(statuses.size()).isEqualTo(json.get("enrolled").asLong());
  }
}
