package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import vn.chuyencan.error.Language;
import vn.chuyencan.model.Status;
import vn.chuyencan.policy.Criterion;
import vn.chuyencan.policy.Policy;

/** The words that all pages share: statuses, units, what is lacking, and the policies' own. */
final class SiteWords {
  private static final String EXPLANATION = "vn.chuyencan.report.explain.explanation";
  private static final String COMPLIANCE = "vn.chuyencan.report.site.words";
  private static final String SUPPLY = "vn.chuyencan.policy.supply";

  private SiteWords() {}

  static ObjectNode json(List<Policy> policies) {
    ObjectNode json = SiteJson.object();
    ObjectNode statuses = json.putObject("status");
    for (Status status : Status.values()) {
      statuses.set(status.name(), SiteJson.both(status.vietnamese(), status.english()));
    }
    for (String kind : List.of("unit", "item", "why_not", "correction")) {
      json.set(kind, words(EXPLANATION, kind));
    }
    json.set("measured", words(COMPLIANCE, "unit"));
    json.set("scope", words(COMPLIANCE, "scope"));
    json.set("recipient", words(COMPLIANCE, "recipient"));
    ObjectNode supply = json.putObject("supply");
    ResourceBundle supplyVi = bundle(SUPPLY, Language.VI);
    ResourceBundle supplyEn = bundle(SUPPLY, Language.EN);
    for (String key : new TreeSet<>(supplyVi.keySet())) {
      supply.set(key, SiteJson.both(supplyVi.getString(key), supplyEn.getString(key)));
    }
    ObjectNode all = json.putObject("policy");
    policies.forEach(policy -> all.set(policy.id(), policy(policy)));
    return json;
  }

  /** Words whose keys begin alike, by what follows. */
  private static ObjectNode words(String bundle, String kind) {
    ResourceBundle vietnamese = bundle(bundle, Language.VI);
    ResourceBundle english = bundle(bundle, Language.EN);
    String prefix = kind + ".";
    ObjectNode words = SiteJson.object();
    for (String key : new TreeSet<>(vietnamese.keySet())) {
      if (key.startsWith(prefix)) {
        words.set(
            key.substring(prefix.length()),
            SiteJson.both(vietnamese.getString(key), english.getString(key)));
      }
    }
    return words;
  }

  private static ObjectNode policy(Policy policy) {
    ObjectNode json = SiteJson.object();
    json.set("title", SiteJson.both(policy.title()));
    json.put("version", policy.version());
    ObjectNode reasons = json.putObject("reason");
    new java.util.TreeMap<>(policy.reasons())
        .forEach((code, labels) -> reasons.set(code, SiteJson.both(labels)));
    ObjectNode certificates = json.putObject("certificate");
    for (Policy.Certificate certificate : policy.certificates()) {
      ObjectNode one = certificates.putObject(certificate.id());
      one.set("title", SiteJson.both(certificate.title()));
      ObjectNode criteria = one.putObject("criterion");
      certificate.criteria().forEach(criterion -> criterion(criterion, criteria));
    }
    return json;
  }

  private static void criterion(Criterion criterion, ObjectNode criteria) {
    ObjectNode json = criteria.putObject(criterion.header().id());
    json.set("label", SiteJson.both(criterion.header().label()));
    json.put("law", criterion.header().law().id());
    json.put("citation", criterion.header().law().citation());
    criterion.parts().forEach(part -> criterion(part, criteria));
  }

  private static ResourceBundle bundle(String name, Language language) {
    return ResourceBundle.getBundle(
        name,
        Locale.forLanguageTag(language.code()),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
