package vn.chuyencan.report.document;

import java.util.List;
import java.util.Objects;

/**
 * What the documents of an institution have in common: who issues them, where, and who signs.
 *
 * @param parent the body above the institution; null when there is none or nobody said
 * @param name the institution's name, as documents print it
 * @param abbreviation stands in the number after the document's type, such as {@code HVSP}
 * @param place where documents are made, such as {@code Hà Nội}; null leaves the place open
 * @param recipients who receives a copy, without the archive
 * @param unit abbreviation of the unit that keeps the original besides the office; null for none
 * @param signer who signs
 */
public record Letterhead(
    String parent,
    String name,
    String abbreviation,
    String place,
    List<String> recipients,
    String unit,
    Signer signer) {

  public Letterhead {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(abbreviation, "abbreviation");
    Objects.requireNonNull(signer, "signer");
    recipients = List.copyOf(recipients);
  }

  /**
   * Who signs. What is null stays open, to be filled in by hand.
   *
   * @param authority on whose authority, such as {@code TL. GIÁM ĐỐC}; null when on their own
   * @param title the title, such as {@code GIÁM ĐỐC}
   * @param name the name under the signature
   * @param note what stands under the title, such as {@code (Ký tên và đóng dấu)}
   */
  public record Signer(String authority, String title, String name, String note) {

    /** Under whose title nothing stands. */
    public Signer(String authority, String title, String name) {
      this(authority, title, name, null);
    }

    /** Nobody has said who signs. */
    public static final Signer OPEN = new Signer(null, null, null);
  }

  /** The letterhead of an institution of which only the name is known. */
  public static Letterhead of(String name, String abbreviation) {
    return new Letterhead(null, name, abbreviation, null, List.of(), null, Signer.OPEN);
  }
}
