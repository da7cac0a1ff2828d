package vn.chuyencan.source.intake;

import java.io.Serializable;

/**
 * A file of {@link EventNotes}, sorted by id.
 *
 * @param path where it is
 * @param task number of the task that made it
 * @param slices slice <i>n</i> of its ids, the <i>n</i>th of {@link EventNotes#SLICES} equal shares
 *     of their order, runs from event {@code slices[n]} to before event {@code slices[n + 1]}
 */
@SuppressWarnings("ArrayRecordComponent") // travels once and is compared with nothing
record NoteFile(String path, int task, int[] slices) implements Serializable {

  int events() {
    return slices[EventNotes.SLICES];
  }
}
