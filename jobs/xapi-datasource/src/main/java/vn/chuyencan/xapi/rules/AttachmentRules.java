package vn.chuyencan.xapi.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Attachments (Data 2.4.11). */
final class AttachmentRules {
  private static final String PLACE = "attachments";
  private static final Set<String> ATTACHMENT =
      Set.of("usageType", "display", "description", "contentType", "length", "sha2", "fileUrl");

  private final Shape shape;

  AttachmentRules(Shape shape) {
    this.shape = shape;
  }

  void attachments(JsonNode values) {
    if (!values.isArray()) {
      throw new RuleViolation(Reason.INVALID_ATTACHMENT, PLACE, "an array", values);
    }
    for (JsonNode value : values) {
      attachment(shape.object(value, PLACE, Reason.INVALID_ATTACHMENT, ATTACHMENT));
    }
  }

  private void attachment(ObjectNode attachment) {
    shape.required(attachment, "usageType", PLACE);
    shape.required(attachment, "display", PLACE);
    shape.required(attachment, "contentType", PLACE);
    shape.required(attachment, "length", PLACE);
    shape.required(attachment, "sha2", PLACE);
    shape.iri(attachment, "usageType", PLACE);
    shape.languageMap(attachment, "display", PLACE);
    shape.languageMap(attachment, "description", PLACE);
    shape.text(attachment, "contentType", PLACE, Reason.INVALID_ATTACHMENT);
    shape.text(attachment, "sha2", PLACE, Reason.INVALID_ATTACHMENT);
    shape.iri(attachment, "fileUrl", PLACE);
    JsonNode length = attachment.get("length");
    if (!length.isIntegralNumber() || length.decimalValue().signum() < 0) {
      throw new RuleViolation(
          Reason.INVALID_ATTACHMENT, PLACE + ".length", "a number of bytes", length);
    }
  }
}
