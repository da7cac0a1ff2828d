package vn.chuyencan.model;

/**
 * One learner in one group of a course run (register {@code group_member}, FC-TT.8, FC-TT.9).
 *
 * @param courseId course run
 * @param groupId group, unique in the run
 * @param learnerId member
 */
public record GroupMember(String courseId, String groupId, String learnerId)
    implements RegisterRow {

  public GroupMember {
    courseId = Text.required(courseId, "courseId");
    groupId = Text.required(groupId, "groupId");
    learnerId = Text.required(learnerId, "learnerId");
  }
}
