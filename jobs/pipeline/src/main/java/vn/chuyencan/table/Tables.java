package vn.chuyencan.table;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The names of all tables; the contract of each is {@link TableContract#of}. */
public final class Tables {
  public static final String LEARNING_EVENT = "learning_event";
  public static final String REMOVED_EVENT = "removed_event";
  public static final String VOIDING = "voiding";
  public static final String ACTOR = "actor";
  public static final String ACTIVITY = "activity";
  public static final String VERB = "verb";
  public static final String REJECTED_RECORD = "rejected_record";
  public static final String INGEST_BATCH = "ingest_batch";
  public static final String SOURCE_FILE = "source_file";
  public static final String HARMLESS_FAULT = "harmless_fault";
  public static final String ACTIVITY_BURST = "activity_burst";
  public static final String FORUM_EVENT = "forum_event";
  public static final String ASSESSMENT_EVENT = "assessment_event";
  public static final String VERB_DAY = "verb_day";
  public static final String EVENT_CLOCK = "event_clock";
  public static final String COURSE_RUN = "course_run";
  public static final String LEARNER_WEEK = "learner_week";
  public static final String LEARNER_COURSE_WEEK = "learner_course_week";
  public static final String FORUM_POST = "forum_post";
  public static final String ASSESSMENT_ATTEMPT = "assessment_attempt";
  public static final String ATTENDANCE_RECORD = "attendance_record";
  public static final String SUBMISSION = "submission";
  public static final String PEER_REVIEW = "peer_review";
  public static final String GRADE = "grade";
  public static final String COMPLETION = "completion";
  public static final String FEEDBACK_RESPONSE = "feedback_response";
  public static final String LEARNER_COURSE_MEASURE = "learner_course_measure";
  public static final String ELIGIBILITY_DECISION = "eligibility_decision";
  public static final String CRITERION_RESULT = "criterion_result";
  public static final String REVIEW_CASE = "review_case";
  public static final String DECISION_SENSITIVITY = "decision_sensitivity";
  public static final String LEARNER_COURSE_EVIDENCE = "learner_course_evidence";
  public static final String REVIEW_DECISION = "review_decision";
  public static final String CORRECTION = "correction";
  public static final String DECISION_CHANGE = "decision_change";
  public static final String COURSE_FREEZE = "course_freeze";
  public static final String CORRECTION_NOTICE = "correction_notice";
  public static final String UNRESOLVED_ACTOR = "unresolved_actor";
  public static final String IDENTITY_CANDIDATE = "identity_candidate";
  public static final String UNKNOWN_VERB = "unknown_verb";
  public static final String MEASURED_REGISTER = "measured_register";
  public static final String SOURCE_RECONCILIATION = "source_reconciliation";
  public static final String SOURCE_HEALTH = "source_health";
  public static final String SOURCE_DAY = "source_day";
  public static final String ANOMALY_ACCEPTANCE = "anomaly_acceptance";
  public static final String RECOMPUTE_CAUSE = "recompute_cause";
  public static final String RUN_HISTORY = "run_history";
  public static final String ADDRESS_BURST = "address_burst";
  public static final String INTEGRITY_SIGNAL = "integrity_signal";
  public static final String ERASURE = "erasure";

  public static final String SIMULATION_DECISION = "simulation_decision";
  public static final String SIMULATION_CHANGE = "simulation_change";
  public static final String SENSITIVITY = "sensitivity";

  public static final String COMPLIANCE_INDICATOR = "compliance_indicator";
  public static final String REPORT_ISSUE = "report_issue";
  public static final String SECTION_ACTIVITY = "section_activity";
  public static final String PACKAGE_FILE = "package_file";

  /** Tables of forms, by their sections. */
  private static final List<String> OF_FORMS =
      List.of(
          "circular28_annex1_program",
          "circular28_annex1_partner",
          "circular28_annex1_learner",
          "circular28_annex1_staff",
          "circular28_annex1_headcount",
          "circular28_annex1_software",
          "circular28_annex1_material",
          "circular28_annex2_institution",
          "circular28_annex2_enrolment",
          "circular28_cohort",
          "learner_profile",
          "circular09_lesson",
          "circular09_activity",
          "circular09_assessment",
          "circular09_material",
          "circular09_function",
          "circular09_account",
          "circular09_record",
          "decision3784_check",
          "decision3784_file",
          "decision3784_question");

  private static final List<String> REQUESTED =
      Stream.concat(
              Stream.of(
                  SIMULATION_DECISION,
                  SIMULATION_CHANGE,
                  SENSITIVITY,
                  COMPLIANCE_INDICATOR,
                  REPORT_ISSUE,
                  SECTION_ACTIVITY,
                  PACKAGE_FILE),
              OF_FORMS.stream())
          .toList();

  private static final List<String> NAMES =
      List.of(
          LEARNING_EVENT,
          REMOVED_EVENT,
          VOIDING,
          ACTOR,
          ACTIVITY,
          VERB,
          REJECTED_RECORD,
          INGEST_BATCH,
          SOURCE_FILE,
          HARMLESS_FAULT,
          ACTIVITY_BURST,
          FORUM_EVENT,
          ASSESSMENT_EVENT,
          VERB_DAY,
          EVENT_CLOCK,
          COURSE_RUN,
          LEARNER_WEEK,
          LEARNER_COURSE_WEEK,
          FORUM_POST,
          ASSESSMENT_ATTEMPT,
          ATTENDANCE_RECORD,
          SUBMISSION,
          PEER_REVIEW,
          GRADE,
          COMPLETION,
          FEEDBACK_RESPONSE,
          LEARNER_COURSE_EVIDENCE,
          CORRECTION,
          LEARNER_COURSE_MEASURE,
          ELIGIBILITY_DECISION,
          CRITERION_RESULT,
          REVIEW_CASE,
          DECISION_SENSITIVITY,
          REVIEW_DECISION,
          DECISION_CHANGE,
          COURSE_FREEZE,
          CORRECTION_NOTICE,
          UNRESOLVED_ACTOR,
          IDENTITY_CANDIDATE,
          UNKNOWN_VERB,
          MEASURED_REGISTER,
          SOURCE_RECONCILIATION,
          SOURCE_HEALTH,
          SOURCE_DAY,
          ANOMALY_ACCEPTANCE,
          RECOMPUTE_CAUSE,
          RUN_HISTORY,
          ADDRESS_BURST,
          INTEGRITY_SIGNAL,
          ERASURE);

  /** The tables that tell in plain words who somebody is. */
  private static final Set<String> IN_VAULT = Set.of(ACTOR, REJECTED_RECORD, IDENTITY_CANDIDATE);

  private Tables() {}

  /** Whether a table lies in the vault, apart from the others and closed to others. */
  public static boolean isInVault(String name) {
    return IN_VAULT.contains(name);
  }

  /** Whether a table of ours has columns that tell of persons. */
  static boolean isPersonal(String name) {
    return NAMES.contains(name) && !TableContract.of(name).personal().isEmpty();
  }

  /** Every table of the lake, in the order of the flow: what comes in, is measured, is decided. */
  public static List<String> names() {
    return NAMES;
  }

  /** Tables that a command makes when it is asked for; they are in no lake. */
  public static List<String> requested() {
    return REQUESTED;
  }

  /** The contracts of the tables that leave the lake, operational ones included, by name. */
  public static List<TableContract> published() {
    return NAMES.stream()
        .sorted()
        .map(TableContract::of)
        .filter(table -> table.visibility() != Visibility.LAKE)
        .map(TableContract::published)
        .toList();
  }
}
