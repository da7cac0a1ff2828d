package vn.chuyencan.xapi;

import java.io.Serializable;

/**
 * What one statement says of an activity.
 *
 * @param iri the activity's id
 * @param typeIri its type as sent, or null
 * @param kind its kind, see {@link vn.chuyencan.xapi.vocabulary.ActivityKind}
 * @param name its name, Vietnamese before English before any other language, or null
 */
public record ActivityDescription(String iri, String typeIri, String kind, String name)
    implements Serializable {}
