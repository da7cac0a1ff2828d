package vn.chuyencan.measure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.chuyencan.model.Activity;
import vn.chuyencan.model.GroupMember;

/**
 * Who is in which group of one course run, and who still is when the run closes (FC-TT.9, FC-X.12).
 * Travels to the tasks.
 */
final class CourseGroups implements Serializable {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> groupOf = new HashMap<>();
  private final HashMap<String, ArrayList<String>> membersOf = new HashMap<>();

  /**
   * Adds a member.
   *
   * @param stays whether the member is there at closing; who left keeps the group and is nobody's
   *     companion
   */
  void add(GroupMember row, boolean stays) {
    groupOf.put(row.learnerId(), row.groupId());
    if (stays) {
      membersOf.computeIfAbsent(row.groupId(), id -> new ArrayList<>()).add(row.learnerId());
    }
  }

  /** The learner's group. */
  Optional<String> of(String learnerId) {
    return Optional.ofNullable(groupOf.get(learnerId));
  }

  /** Whose own a group forum is: its group's members, or everybody's where it serves all groups. */
  Collection<String> membersAt(Activity forum) {
    return forum.groupId() == null
        ? groupOf.keySet()
        : membersOf.getOrDefault(forum.groupId(), new ArrayList<>());
  }

  /** The other members of the learner's group at closing, sorted. */
  List<String> othersWith(String learnerId) {
    return of(learnerId)
        .map(group -> membersOf.getOrDefault(group, new ArrayList<>()))
        .orElseGet(ArrayList::new)
        .stream()
        .filter(member -> !member.equals(learnerId))
        .sorted()
        .collect(Collectors.toList());
  }
}
