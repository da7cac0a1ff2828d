package vn.chuyencan.model;

import java.util.Locale;

/**
 * The registers from which reports of the institution as a whole are made (REQUIREMENTS 0.4, the
 * side of training office, personnel and quality assurance). No measure and no certificate depends
 * on them, so a fault in one never keeps a night from running. Each may be absent: then whatever
 * needs it lacks data.
 */
public enum InstitutionRegister implements Register {
  PROGRAM,
  PROGRAM_VERSION,
  PROGRAM_COURSE,
  SYLLABUS_ACTIVITY,
  SITE,
  PARTNER,
  PARTNER_CONTRACT,
  DECISION,
  QUOTA,
  COHORT,
  ADMISSION,
  STUDENT_STATUS,
  STAFF,
  STAFF_CONTRACT,
  TEACHING_ASSIGNMENT,
  MATERIAL,
  SOFTWARE,
  SOFTWARE_FUNCTION,
  TRAINING_RECORD,
  SURVEY,
  SURVEY_RESPONSE,
  COMPLAINT,
  EXAM_SESSION,
  EXAM_PAPER,
  ACCREDITATION,
  PUBLICATION,
  REPORT_SUBMISSION,
  REVIEW_RECORD,
  DB_SYNC_LOG,
  DOCUMENT,
  INVENTORY,
  IDENTITY_CHECK,
  MONITORING,
  HOLIDAY,
  INTEGRITY_CHECK,
  TERM_CALENDAR,
  SESSION_PLACE,
  GRADUATION,
  LESSON_PLAN,
  PERSON_NUMBER,
  PACKAGE_ITEM,
  QUESTION_ITEM,
  PACKAGE_TRIAL;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
