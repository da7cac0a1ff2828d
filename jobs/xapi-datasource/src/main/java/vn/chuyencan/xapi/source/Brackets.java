package vn.chuyencan.xapi.source;

import java.util.BitSet;

/** Brackets that are open, so that a wrong closing one is noticed. */
final class Brackets {
  private final BitSet lists = new BitSet();
  private int depth;

  void push(int sign) {
    lists.set(depth, sign == '[');
    depth++;
  }

  /** Whether the closing bracket fits the one opened last. */
  boolean pop(int sign) {
    depth--;
    return lists.get(depth) == (sign == ']');
  }

  /** Whether the innermost open bracket is a list's. */
  boolean inList() {
    return lists.get(depth - 1);
  }

  int depth() {
    return depth;
  }
}
