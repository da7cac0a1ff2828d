package vn.chuyencan.planted.rooms.attic;

/** Lives in no room of the house. */
public final class AtticRoom {}
