package vn.chuyencan.source.export;

import java.util.List;

/**
 * One person of a list of participants.
 *
 * @param person who
 * @param groups names of the groups
 */
public record ListedParticipant(ReportPerson person, List<String> groups) {

  public ListedParticipant {
    groups = List.copyOf(groups);
  }
}
