package vn.chuyencan.source.intake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import vn.chuyencan.xapi.InputSplit;

/**
 * Which splits one task reads, one after another. Every task writes files of its own into half a
 * dozen tables, and a file costs the same few milliseconds however little is in it: so the small
 * files of a night share tasks, and so do the many splits of a first load.
 */
public final class SplitGroups {
  /** What is worth a task of its own. */
  private static final long LEAST_BYTES = 32L << 20;

  /** What one task may hold the sums of. */
  private static final long MOST_BYTES = 512L << 20;

  /** More tasks than threads, so that one slow task does not keep all others waiting. */
  private static final int TASKS_A_THREAD = 8;

  /** Statements shrink to less than an eighth. */
  private static final int COMPRESSED = 8;

  private SplitGroups() {}

  /** The splits of one task. */
  public record Group(List<InputSplit> splits) implements Serializable {

    /** Copies the list, and keeps it in a class that travels. */
    public Group {
      splits = new ArrayList<>(splits);
    }
  }

  /**
   * Divides splits among tasks.
   *
   * @param splits in the batch's order, which the groups keep
   * @param threads how many tasks run at once
   */
  public static List<Group> of(List<InputSplit> splits, int threads) {
    long total = splits.stream().mapToLong(SplitGroups::weight).sum();
    long wanted = Math.min((long) TASKS_A_THREAD * threads, total / LEAST_BYTES + 1);
    // Whole rounds: a last round that leaves threads without work takes as long as a full one.
    wanted = (wanted + threads - 1) / threads * threads;
    long tasks = Math.min(splits.size(), Math.max(wanted, total / MOST_BYTES + 1));
    List<Group> groups = new ArrayList<>();
    List<InputSplit> open = new ArrayList<>();
    long before = 0;
    long group = 0;
    for (InputSplit split : splits) {
      // A split belongs where its middle lies.
      long middle = before + weight(split) / 2;
      long own = (long) ((double) middle / total * tasks);
      if (own != group && !open.isEmpty()) {
        groups.add(new Group(open));
        open.clear();
      }
      group = own;
      open.add(split);
      before += weight(split);
    }
    groups.add(new Group(open));
    return groups;
  }

  private static long weight(InputSplit split) {
    // An empty file counts too, so that the whole is never nothing.
    return 1 + split.length() * (split.path().endsWith(".gz") ? COMPRESSED : 1);
  }
}
