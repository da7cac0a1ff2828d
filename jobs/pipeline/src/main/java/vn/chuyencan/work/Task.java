package vn.chuyencan.work;

import java.io.IOException;
import java.io.Serializable;

/**
 * What is done with each input of a job. One object serves all tasks of a process, several at once:
 * what it remembers must be safe for use by many threads.
 */
@FunctionalInterface
public interface Task<I, R> extends Serializable {

  /**
   * Does one input. It may be called again for the same input when an attempt has failed.
   *
   * @throws IOException if files cannot be read or written
   */
  R call(I input, TaskPlace place) throws IOException;
}
