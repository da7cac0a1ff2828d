package vn.chuyencan.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.ChangeCause;
import vn.chuyencan.table.Lake;

/**
 * Sources of which new files tell what earlier records left open, such as whose number a name is:
 * when it came must not decide what a record means, so the earlier ones are read again.
 */
final class LaterKnowledge {

  private LaterKnowledge() {}

  static List<ReadingChange> changes(
      Lake lake, Configuration configuration, org.apache.hadoop.conf.Configuration hadoop) {
    List<ReadingChange> changes = new ArrayList<>();
    for (Configuration.Source source : configuration.sources()) {
      long things =
          source
              .reader()
              .readOtherwise(lake, source.id(), configuration.institution().secret(), hadoop);
      if (things > 0) {
        changes.add(
            new ReadingChange(
                ChangeCause.LATE_EVENT,
                Set.of(source.id()),
                Fault.of(ErrorCode.SOURCE_TELLS_MORE, source.id(), Long.toString(things))));
      }
    }
    return changes;
  }
}
