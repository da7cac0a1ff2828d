package vn.chuyencan.planted.cycle.source.two;

import vn.chuyencan.planted.cycle.source.one.First;

/** The other half. */
public record Second(First first) {}
