package vn.chuyencan.xapi;

import java.io.Serializable;

/**
 * What is known of a verb.
 *
 * @param iri the verb's id as sent
 * @param action its action by the vocabularies, see {@link vn.chuyencan.xapi.vocabulary.Action}
 * @param known whether a vocabulary has it; an unknown verb's action is {@code other}
 * @param display its display text, or null
 */
public record VerbDescription(String iri, String action, boolean known, String display)
    implements Serializable {}
