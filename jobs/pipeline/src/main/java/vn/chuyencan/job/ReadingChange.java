package vn.chuyencan.job;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import vn.chuyencan.error.Fault;
import vn.chuyencan.model.ChangeCause;

/**
 * Why records that were taken in would be read otherwise now.
 *
 * @param cause as decisions tell it
 * @param sources ids of the sources that told such records
 * @param fault the same in words, with how many records there are
 */
record ReadingChange(ChangeCause cause, Set<String> sources, Fault fault) {

  ReadingChange {
    sources = Collections.unmodifiableSet(new TreeSet<>(sources));
  }
}
