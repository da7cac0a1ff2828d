package vn.chuyencan.planted.cycle.source.one;

import vn.chuyencan.planted.cycle.source.two.Second;

/** One half of a cycle inside a room. */
public record First(Second second) {}
