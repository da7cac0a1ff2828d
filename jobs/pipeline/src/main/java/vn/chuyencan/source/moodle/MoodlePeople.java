package vn.chuyencan.source.moodle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.chuyencan.model.Identity;
import vn.chuyencan.model.IdentityKind;
import vn.chuyencan.model.Learner;
import vn.chuyencan.model.OpenPoint;
import vn.chuyencan.model.Registers;

/**
 * The users of a site. A person is called by the ID number that the institution gave, else by user
 * name; an ID number that two users have names neither.
 */
final class MoodlePeople {
  private final String site;
  private final Map<Long, User> users = new TreeMap<>();
  private final Map<Long, String> ids = new HashMap<>();
  private final Set<Long> mentioned = new TreeSet<>();

  private record User(
      long id, String idNumber, String name, String username, String mail, boolean deleted) {}

  private MoodlePeople(String site) {
    this.site = site;
  }

  static MoodlePeople read(MoodleDatabase database) {
    MoodlePeople people = new MoodlePeople(database.settings().site());
    database.each(
        "user",
        "id idnumber username firstname lastname email deleted",
        "",
        row -> {
          User user =
              new User(
                  row.number("id"),
                  MoodleNames.clean(row.text("idnumber")),
                  MoodleNames.fullName(row.text("firstname"), row.text("lastname")),
                  row.text("username"),
                  row.filled("email"),
                  row.number("deleted") != 0);
          people.users.put(user.id(), user);
        });
    people.name();
    return people;
  }

  private void name() {
    Map<String, Integer> bearers = new HashMap<>();
    for (User user : users.values()) {
      if (user.idNumber() != null) {
        bearers.merge(user.idNumber(), 1, Integer::sum);
      }
    }
    for (User user : users.values()) {
      boolean own = user.idNumber() != null && bearers.get(user.idNumber()) == 1;
      if (own) {
        ids.put(user.id(), user.idNumber());
      } else if (user.deleted() || bearers.containsKey(user.username())) {
        // Moodle mangles the name of who was deleted, and puts an address into it.
        ids.put(user.id(), "user-" + user.id());
      } else {
        ids.put(user.id(), user.username());
      }
    }
  }

  /** What a user is called in the registers; null for nobody, guests and unknown users. */
  String learner(long user) {
    return user <= 1 ? null : ids.get(user);
  }

  /** The same, and whoever it is will be among the people of the registers. */
  String mention(long user) {
    String learner = learner(user);
    if (learner != null) {
      mentioned.add(user);
    }
    return learner;
  }

  /** Whoever was mentioned. */
  Set<Long> mentioned() {
    return mentioned;
  }

  /** Adds these users and every way in which sources may name them for certain. */
  void addTo(Registers.Builder registers, Iterable<Long> wanted) {
    Map<String, Integer> mails = new HashMap<>();
    for (User user : users.values()) {
      if (user.mail() != null && !user.deleted()) {
        mails.merge(mail(user), 1, Integer::sum);
      }
    }
    for (Long id : wanted) {
      User user = users.get(id);
      String learner = learner(id);
      if (user == null || learner == null) {
        continue;
      }
      registers.add(new Learner(learner, user.name() == null ? learner : user.name(), null));
      registers.addAll(identities(user, learner, mails));
    }
  }

  private List<Identity> identities(User user, String learner, Map<String, Integer> mails) {
    List<Identity> identities = new ArrayList<>();
    identities.add(new Identity(learner, IdentityKind.ACCOUNT, site, Long.toString(user.id())));
    if (user.deleted()) {
      return identities;
    }
    // The plugin may send user names instead of ids; one that could be an id says nothing certain.
    if (!user.username().chars().allMatch(Character::isDigit)) {
      identities.add(new Identity(learner, IdentityKind.ACCOUNT, site, user.username()));
    }
    if (user.mail() != null && mails.get(mail(user)) == 1) {
      identities.add(new Identity(learner, IdentityKind.MBOX, null, "mailto:" + mail(user)));
    }
    return identities;
  }

  /** What is not certain among these users: a number or an address that several people have. */
  List<OpenPoint> points(Set<Long> wanted) {
    Map<String, Set<Long>> numbers = new TreeMap<>();
    Map<String, Set<Long>> addresses = new TreeMap<>();
    for (User user : users.values()) {
      if (user.idNumber() != null) {
        numbers.computeIfAbsent(user.idNumber(), number -> new TreeSet<>()).add(user.id());
      }
      if (user.mail() != null && !user.deleted()) {
        addresses.computeIfAbsent(mail(user), mail -> new TreeSet<>()).add(user.id());
      }
    }
    List<OpenPoint> points = new ArrayList<>();
    addShared(points, OpenPoint.Topic.NUMBER_TWICE, numbers, wanted);
    addShared(points, OpenPoint.Topic.MAIL_TWICE, addresses, wanted);
    return points;
  }

  private void addShared(
      List<OpenPoint> points,
      OpenPoint.Topic topic,
      Map<String, Set<Long>> bearers,
      Set<Long> wanted) {
    bearers.forEach(
        (what, who) -> {
          if (who.size() > 1 && who.stream().anyMatch(wanted::contains)) {
            String named =
                who.stream()
                    .filter(user -> learner(user) != null)
                    .map(user -> learner(user) + " (" + users.get(user).name() + ")")
                    .collect(Collectors.joining(", "));
            points.add(OpenPoint.of(topic, what, named));
          }
        });
  }

  private static String mail(User user) {
    return user.mail().toLowerCase(Locale.ROOT);
  }
}
