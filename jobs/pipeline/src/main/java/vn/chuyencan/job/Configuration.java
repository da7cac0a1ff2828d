package vn.chuyencan.job;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.error.PipelineException;
import vn.chuyencan.measure.Witnesses;
import vn.chuyencan.model.GateLimits;
import vn.chuyencan.model.IntegrityKind;
import vn.chuyencan.model.IntegrityLimits;
import vn.chuyencan.model.ScoreScale;
import vn.chuyencan.report.document.Letterhead;
import vn.chuyencan.source.intake.RecordSource;
import vn.chuyencan.table.CatalogSettings;
import vn.chuyencan.table.LakePlace;
import vn.chuyencan.table.LakeSecret;
import vn.chuyencan.table.OperatorKey;
import vn.chuyencan.table.Vault;
import vn.chuyencan.table.VaultSecret;
import vn.chuyencan.xapi.Fingerprints;

/**
 * The one configuration file of an institution (DESIGN 7), read and checked. Paths are absolute: a
 * relative one in the file is meant from the file's own directory.
 *
 * @param institution who
 * @param warehouse the lake, a path of any Hadoop file system
 * @param publish directory of the publications
 * @param registers directory of the registers; it may be absent
 * @param sources where records come from
 * @param policies bundled names or paths
 * @param gate when a night must not publish
 * @param integrity what is looked for in traces for persons to look at
 * @param reports what reports in official forms say that registers do not
 * @param catalog what names the tables of the lake
 * @param vault the folder of all that tells who somebody is, a path of any Hadoop file system
 * @param encrypts whether files about persons are encrypted from now on
 * @param retention how long rows are kept
 * @param office directory of the publications that name persons; null when there are none
 * @param operation what a run tells besides its results, and whom
 * @param site the pages for people
 */
public record Configuration(
    Institution institution,
    String warehouse,
    String publish,
    String registers,
    List<Source> sources,
    List<String> policies,
    Gate gate,
    IntegrityLimits integrity,
    ReportSettings reports,
    CatalogSettings catalog,
    String vault,
    boolean encrypts,
    Retention retention,
    String office,
    OperationSettings operation,
    SiteSettings site) {

  public Configuration {
    sources = List.copyOf(sources);
    policies = List.copyOf(policies);
    Objects.requireNonNull(integrity, "integrity");
    Objects.requireNonNull(catalog, "catalog");
    Objects.requireNonNull(operation, "operation");
  }

  /** A configuration whose lake's catalog are its folders and that tells nobody anything. */
  public Configuration(
      Institution institution,
      String warehouse,
      String publish,
      String registers,
      List<Source> sources,
      List<String> policies,
      Gate gate,
      IntegrityLimits integrity,
      ReportSettings reports) {
    this(
        institution,
        warehouse,
        publish,
        registers,
        sources,
        policies,
        gate,
        integrity,
        reports,
        CatalogSettings.FOLDERS,
        Vault.within(warehouse),
        false,
        Retention.NONE,
        null,
        OperationSettings.DEFAULT,
        SiteSettings.NONE);
  }

  /** A configuration that looks for nothing and says nothing about reports. */
  public Configuration(
      Institution institution,
      String warehouse,
      String publish,
      String registers,
      List<Source> sources,
      List<String> policies,
      Gate gate) {
    this(
        institution,
        warehouse,
        publish,
        registers,
        sources,
        policies,
        gate,
        IntegrityLimits.NONE,
        ReportSettings.DEFAULT);
  }

  /** The same with pages for people, or without. */
  public Configuration withSite(SiteSettings other) {
    return with(institution, sources, policies, office, other);
  }

  /**
   * The same with publications that name persons.
   *
   * @param folder their directory; null: none
   */
  public Configuration withOffice(String folder) {
    return with(institution, sources, policies, folder, site);
  }

  /** The same with every source read by the strict rules. */
  public Configuration strict() {
    return with(institution, sources.stream().map(Source::strict).toList(), policies, office, site);
  }

  /** The same with other policies. */
  Configuration withPolicies(List<String> others) {
    return with(institution, sources, others, office, site);
  }

  /**
   * The same with the secret of its warehouse, which the vault keeps under the institution's key.
   *
   * @param hadoop the settings of file systems
   * @throws PipelineException {@link ErrorCode#KEY_REFUSED}, {@link
   *     ErrorCode#VAULT_SECRET_UNREADABLE}
   */
  public Configuration unlocked(org.apache.hadoop.conf.Configuration hadoop) {
    LakeSecret secret = new VaultSecret(new Vault(vault, hadoop), hadoop).of(institution.key());
    return with(institution.with(secret), sources, policies, office, site);
  }

  private Configuration with(
      Institution who, List<Source> read, List<String> rules, String named, SiteSettings pages) {
    return new Configuration(
        who, warehouse, publish, registers, read, rules, gate, integrity, reports, catalog, vault,
        encrypts, retention, named, operation, pages);
  }

  /** Where the lake is. */
  public LakePlace lake() {
    return new LakePlace(warehouse, catalog, vault, institution.lakeSecret(), encrypts);
  }

  /** Which sources tell of the same acts. */
  Witnesses witnesses() {
    Map<String, Witnesses.Witness> witnesses = new TreeMap<>();
    for (Source source : sources) {
      if (source.reader().site() != null) {
        witnesses.put(
            source.id(), new Witnesses.Witness(source.reader().site(), source.reader().form()));
      }
    }
    return new Witnesses(witnesses);
  }

  /** Between what scaled scores lie, by source; what nobody declared is not there. */
  Map<String, ScoreScale> scales() {
    Map<String, ScoreScale> scales = new TreeMap<>();
    for (Source source : sources) {
      if (source.reader().scale() != null) {
        scales.put(source.id(), source.reader().scale());
      }
    }
    return scales;
  }

  /** Of what fingerprints are kept, because something is looked for in them. */
  public Fingerprints fingerprints() {
    EnumSet<Fingerprints.Thing> things = EnumSet.noneOf(Fingerprints.Thing.class);
    if (integrity.wants(IntegrityKind.TWO_ADDRESSES)) {
      things.add(Fingerprints.Thing.ADDRESS);
    }
    if (integrity.wants(IntegrityKind.COPIED_POST)) {
      things.add(Fingerprints.Thing.TEXT);
    }
    return Fingerprints.of(institution.secret(), things);
  }

  /** All that bears on results, as text; paths and the secret do not. */
  String fingerprint() {
    StringBuilder text = new StringBuilder();
    text.append(institution.id()).append('\n').append(institution.zone()).append('\n');
    for (Source source : sources) {
      text.append(
          String.join(
              " ",
              source.id(),
              source.kind(),
              source.mode(),
              String.valueOf(source.zone()),
              source.futureSkew().toString(),
              String.valueOf(source.from()),
              String.valueOf(source.until())));
      text.append('\n');
    }
    text.append(gate.maxRejectedShare().stripTrailingZeros().toPlainString());
    if (integrity.any()) {
      text.append('\n').append(integrity.text());
    }
    return text.toString();
  }

  /**
   * Who runs this.
   *
   * @param id short identifier
   * @param name full name
   * @param zone zone of days and weeks
   * @param key the operator's key
   * @param lakeSecret the secret under which actors become keys: the key itself, or what it opens
   * @param letterhead what its documents have in common
   */
  public record Institution(
      String id,
      String name,
      ZoneId zone,
      OperatorKey key,
      LakeSecret lakeSecret,
      Letterhead letterhead) {

    /** An institution whose warehouse was not looked at: the secret is the key itself. */
    Institution(String id, String name, ZoneId zone, OperatorKey key, Letterhead letterhead) {
      this(id, name, zone, key, key.asSecret(), letterhead);
    }

    /** The bytes of the secret. */
    public byte[] secret() {
      return lakeSecret.bytes();
    }

    private Institution with(LakeSecret opened) {
      return new Institution(id, name, zone, key, opened, letterhead);
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * One source of records.
   *
   * @param id short identifier
   * @param kind the word by which the configuration calls its kind, such as {@code xapi}
   * @param path file, tree or address, without secrets
   * @param mode {@code strict} or {@code lenient}
   * @param zone zone of timestamps that name none; null rejects them
   * @param futureSkew how far after the start of the run, or the end of the as-of day if that is
   *     later, a timestamp may lie before it is rejected
   * @param from first day in scope; null: no limit
   * @param until last day in scope; null: no limit
   * @param reader who reads it
   */
  public record Source(
      String id,
      String kind,
      String path,
      String mode,
      ZoneId zone,
      Duration futureSkew,
      LocalDate from,
      LocalDate until,
      RecordSource reader) {

    /** Zone of its times that name none, as it is read; null: such times are rejected. */
    ZoneId readUnder(ZoneId institutionZone) {
      return zone == null && kind.equals(SourceLoader.DOWNLOADS) ? institutionZone : zone;
    }

    Source strict() {
      return new Source(id, kind, path, "strict", zone, futureSkew, from, until, reader);
    }
  }

  /**
   * When a night must not publish.
   *
   * @param maxRejectedShare largest tolerated share of rejected records in a batch, 0 to 1
   * @param minRejected fewer rejected records than this never close the gate, whatever their share
   * @param limits what else closes it, for every source
   * @param bySource what a source is allowed otherwise
   */
  public record Gate(
      BigDecimal maxRejectedShare,
      int minRejected,
      GateLimits limits,
      Map<String, GateLimits> bySource) {

    public Gate {
      bySource = Map.copyOf(bySource);
    }

    /** A gate that only rejected records close. */
    public Gate(BigDecimal maxRejectedShare, int minRejected) {
      this(maxRejectedShare, minRejected, GateLimits.NONE, Map.of());
    }

    /** What a source is allowed; the rejected share is always limited. */
    GateLimits of(String source) {
      return bySource
          .getOrDefault(source, GateLimits.NONE)
          .over(limits)
          .over(new GateLimits(maxRejectedShare, null, null, null));
    }
  }
}
