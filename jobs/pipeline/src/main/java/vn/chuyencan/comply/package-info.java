/**
 * Regulations: what a rule of law asks, as data, and what it finds in the registers and the lake.
 * Each regulation is a file of {@code schemas/regulations}; each form that an institution hands in
 * one of {@code schemas/forms}. Their rules are SQL over an {@link
 * vn.chuyencan.comply.EvidenceBase}, so that an inspector can read and repeat them.
 */
package vn.chuyencan.comply;
