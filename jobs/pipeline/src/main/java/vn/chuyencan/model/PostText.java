package vn.chuyencan.model;

import java.io.Serializable;

/**
 * What is kept of the text of a post where the configuration asks for it: never the text.
 *
 * @param key the first 64 bits of its keyed hash; equal for texts that say the same
 * @param characters its length as it was compared
 */
public record PostText(long key, int characters) implements Serializable {}
