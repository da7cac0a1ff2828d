package vn.chuyencan.work;

import java.io.Serializable;

/**
 * Bytes on their way from a task of the first stage to a partition of the second.
 *
 * @param partition where they go, from 0
 * @param bytes what they are; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Piece(int partition, byte[] bytes) implements Serializable {}
