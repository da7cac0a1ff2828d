package vn.chuyencan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What of the machine it runs on a program may ask for: DESIGN 1 and 9. Results are the same on
 * every machine only if nothing below {@code cli} asks for its clock, zone, locale or charset.
 */
final class Machine {
  private static final String CONSTRUCTOR = "<init>";

  private static final Map<String, Set<String>> CLOCK =
      Map.ofEntries(
          Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
          Map.entry("java.time.Clock", Set.of("system*", "tick*")),
          Map.entry("java.time.Instant", Set.of("now")),
          Map.entry("java.time.LocalDate", Set.of("now")),
          Map.entry("java.time.LocalDateTime", Set.of("now")),
          Map.entry("java.time.LocalTime", Set.of("now")),
          Map.entry("java.time.OffsetDateTime", Set.of("now")),
          Map.entry("java.time.Year", Set.of("now")),
          Map.entry("java.time.YearMonth", Set.of("now")),
          Map.entry("java.time.ZonedDateTime", Set.of("now")),
          Map.entry("java.util.Calendar", Set.of("getInstance")),
          Map.entry("java.util.Date", Set.of(CONSTRUCTOR + "()")));

  private static final Map<String, Set<String>> SURROUNDINGS =
      Map.of(
          "java.lang.System", Set.of("out", "err", "in", "exit", "getenv"),
          "java.lang.Runtime", Set.of("exit", "halt"),
          "java.lang.Throwable", Set.of("printStackTrace"));

  private static final Map<String, Set<String>> ZONE =
      Map.of(
          "java.time.Clock", Set.of("systemDefaultZone"),
          "java.time.ZoneId", Set.of("systemDefault"),
          "java.util.TimeZone", Set.of("getDefault"),
          "java.util.GregorianCalendar", Set.of(CONSTRUCTOR),
          "java.util.Calendar", Set.of("getInstance"));

  private static final Map<String, Set<String>> LOCALE =
      Map.ofEntries(
          Map.entry(
              "java.lang.String", Set.of("format", "formatted", "toLowerCase", "toUpperCase")),
          Map.entry("java.io.PrintStream", Set.of("printf", "format")),
          Map.entry("java.io.PrintWriter", Set.of("printf", "format")),
          Map.entry("java.text.Collator", Set.of("getInstance")),
          Map.entry("java.text.DateFormat", Set.of("get*")),
          Map.entry("java.text.DecimalFormat", Set.of(CONSTRUCTOR)),
          Map.entry("java.text.DecimalFormatSymbols", Set.of(CONSTRUCTOR, "getInstance")),
          Map.entry(
              "java.text.MessageFormat",
              Set.of(CONSTRUCTOR, "format(java.lang.String,[Ljava.lang.Object;)")),
          Map.entry("java.text.NumberFormat", Set.of("getInstance", "getNumberInstance")),
          Map.entry("java.text.SimpleDateFormat", Set.of(CONSTRUCTOR)),
          Map.entry("java.time.format.DateTimeFormatter", Set.of("ofPattern", "ofLocalized*")),
          Map.entry("java.util.Formatter", Set.of(CONSTRUCTOR)),
          Map.entry("java.util.Locale", Set.of("getDefault")),
          Map.entry("java.util.ResourceBundle", Set.of("getBundle")));

  private static final Map<String, Set<String>> CHARSET =
      Map.of(
          "java.lang.String", Set.of("getBytes", CONSTRUCTOR),
          "java.nio.charset.Charset", Set.of("defaultCharset"),
          "java.io.FileReader", Set.of(CONSTRUCTOR),
          "java.io.FileWriter", Set.of(CONSTRUCTOR),
          "java.io.InputStreamReader", Set.of(CONSTRUCTOR),
          "java.io.OutputStreamWriter", Set.of(CONSTRUCTOR),
          "java.io.PrintStream", Set.of(CONSTRUCTOR));

  // Symbols carry a locale of their own.
  private static final List<String> NAMES_LOCALE =
      List.of("java.util.Locale", "java.text.DecimalFormatSymbols");
  private static final List<String> NAMES_CHARSET =
      List.of("java.nio.charset.Charset", "java.nio.charset.CharsetDecoder");
  private static final List<String> NAMES_CLOCK = List.of("java.time.Clock");

  private Machine() {}

  static ArchRule onlyTheCommandLineReadsTheClock(Rooms rooms) {
    return below(rooms, "only cli reads the clock", access -> asks(access, CLOCK, NAMES_CLOCK));
  }

  /** They ask for what Hadoop and Spark would ask the environment for in the same process. */
  private static final Set<String> READ_FOR_LIBRARIES =
      Set.of("vn.chuyencan.job.HadoopUser", "vn.chuyencan.job.SparkHost");

  static ArchRule onlyTheCommandLinePrintsOrExits(Rooms rooms) {
    return below(
        rooms,
        "only cli prints, exits or reads the environment",
        access ->
            !READ_FOR_LIBRARIES.contains(access.getOriginOwner().getName())
                && asks(
                    access, SURROUNDINGS, List.of("java.io.PrintStream", "java.io.PrintWriter")));
  }

  static ArchRule noDefaultZone(Rooms rooms) {
    return below(
        rooms,
        "no default zone below cli",
        access -> asks(access, ZONE, List.of("java.util.TimeZone")));
  }

  static ArchRule noDefaultLocale(Rooms rooms) {
    return below(
        rooms, "no default locale below cli", access -> asks(access, LOCALE, NAMES_LOCALE));
  }

  static ArchRule noDefaultCharset(Rooms rooms) {
    return below(
        rooms,
        "no default charset below cli",
        access -> asks(access, CHARSET, NAMES_CHARSET) && (!decodes(access) || takesBytes(access)));
  }

  private static boolean decodes(JavaAccess<?> access) {
    return access.getTarget().getOwner().getName().equals("java.lang.String")
        && access.getTarget().getName().equals(CONSTRUCTOR);
  }

  private static boolean takesBytes(JavaAccess<?> access) {
    return !parameters(access).isEmpty() && parameters(access).get(0).getName().equals("[B");
  }

  /** Whether it is one of these members, in a form that takes none of these as a parameter. */
  private static boolean asks(
      JavaAccess<?> access, Map<String, Set<String>> members, List<String> unlessGiven) {
    AccessTarget target = access.getTarget();
    return members.entrySet().stream()
            .filter(owner -> target.getOwner().isAssignableTo(owner.getKey()))
            .flatMap(owner -> owner.getValue().stream())
            .anyMatch(member -> matches(member, access))
        && parameters(access).stream().map(JavaClass::getName).noneMatch(unlessGiven::contains);
  }

  /** A member is written as its name, the beginning of its name, or its name with parameters. */
  private static boolean matches(String member, JavaAccess<?> access) {
    String name = access.getTarget().getName();
    if (member.endsWith("*")) {
      return name.startsWith(member.substring(0, member.length() - 1));
    }
    String parameters =
        parameters(access).stream().map(JavaClass::getName).collect(Collectors.joining(","));
    return member.equals(member.contains("(") ? name + "(" + parameters + ")" : name);
  }

  private static List<JavaClass> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget unit
        ? unit.getRawParameterTypes()
        : List.of();
  }

  private static ArchRule below(Rooms rooms, String name, Predicate<JavaAccess<?>> asks) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(rooms.packageOf("cli"))
        .should()
        .accessTargetWhere(DescribedPredicate.describe(name, asks))
        .as(name);
  }
}
