package vn.chuyencan.benchmarks.sample;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One invented course run: its days, its activities, its people and their groups. */
final class Course {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final String SITE = "https://hoctap.hvsp.example";
  static final String FORUM_TYPE =
      "https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/forum";
  private static final String[] FORUM_TITLES = {
    "Làm quen & kì vọng",
    "Lớp học đảo ngược là gì?",
    "Chọn học liệu số",
    "Tổ chức hoạt động trên lớp",
    "Nhìn lại & chia sẻ",
    "Đánh giá đồng đẳng"
  };

  private final String id;
  private final String title;
  private final int number;
  private final LocalDate opens;
  private final LocalDate closes;
  private final List<LocalDate> weeksOff;
  private final List<LocalDate> weekStarts = new ArrayList<>();
  private final List<Place> forums = new ArrayList<>();
  private final List<Place> groupForums = new ArrayList<>();
  private final List<Place> exercises = new ArrayList<>();
  private final List<Place> videos = new ArrayList<>();
  private final List<Place> pages = new ArrayList<>();
  private final List<Place> lessons = new ArrayList<>();
  private final Place announcements;
  private final Place product;
  private final Place situation;
  private final Place workshop;
  private final Place selfTest;
  private final Map<Person, String> groupOf = new LinkedHashMap<>();
  private final List<Person> learners = new ArrayList<>();
  private final Person lecturer;

  Course(
      String id,
      String title,
      int number,
      LocalDate opens,
      LocalDate closes,
      List<LocalDate> weeksOff,
      int exerciseCount,
      Person lecturer) {
    this.id = id;
    this.title = title;
    this.number = number;
    this.opens = opens;
    this.closes = closes;
    this.weeksOff = weeksOff;
    this.lecturer = lecturer;
    for (LocalDate day = opens; !day.isAfter(closes); day = day.plusDays(7)) {
      LocalDate first = day;
      if (weeksOff.stream()
          .noneMatch(off -> !off.isBefore(first) && off.isBefore(first.plusDays(7)))) {
        weekStarts.add(day);
      }
    }
    for (int week = 1; week <= weeks(); week++) {
      String name = "Tuần " + week;
      if (week <= 5) {
        forums.add(
            Place.of(
                "DD" + week, "forum", FORUM_TITLES[week - 1], forumIri(week), FORUM_TYPE, week));
      }
      videos.add(
          Place.of(
              "VID" + week,
              "video",
              name + " – video bài giảng",
              "https://video.hvsp.example/" + id + "/" + week,
              "https://w3id.org/xapi/video/activity-type/video",
              week));
      pages.add(
          Place.of(
              "TRANG" + week,
              "page",
              name + " – bài đọc",
              module("page", 300 + week),
              "https://w3id.org/xapi/acrossx/activities/page",
              week));
      lessons.add(
          Place.of(
              "BHTT" + week,
              "other",
              name + " – bài học tương tác",
              "https://baihoc.hvsp.example/" + id + "/" + week,
              "http://adlnet.gov/expapi/activities/lesson",
              week));
    }
    for (int index = 0; index < exerciseCount; index++) {
      int week = 1 + index * weeks() / exerciseCount;
      int max = index % 9 == 4 ? 20 : index % 9 == 7 ? 5 : 10;
      String label = String.format(Locale.ROOT, "%02d", index + 1);
      exercises.add(
          Place.exercise(
              "BT" + label,
              "Bài tập " + label + " – tuần " + week,
              module("quiz", 200 + index + 1),
              week,
              max,
              true));
    }
    selfTest =
        Place.exercise("BTTHU", "Bài làm thử (không tính)", module("quiz", 290), 1, 10, false);
    announcements = Place.of("THONGBAO", "forum", "Thông báo", forumIri(0), FORUM_TYPE, 1);
    String assignment = "https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/assignment";
    product =
        Place.of("NOPSP", "assignment", "Sản phẩm mẫu", module("assign", 401), assignment, weeks());
    situation =
        Place.of(
            "NOPTH",
            "assignment",
            "Bài tập giải quyết tình huống",
            module("assign", 402),
            assignment,
            weeks());
    workshop =
        Place.of(
            "DGCHEO",
            "workshop",
            "Đánh giá chéo bài tập thực hành",
            module("workshop", 403),
            "https://xapi.edlm/profiles/edlm-lms/concepts/activity-types/workshop",
            weeks());
  }

  private String module(String kind, int offset) {
    return SITE + "/mod/" + kind + "/view.php?id=" + (number * 1000 + offset);
  }

  private String forumIri(int offset) {
    return module("forum", 100 + offset);
  }

  /** Puts a learner into the run; a null group means that nobody has put the learner into one. */
  void enrol(Person learner, String group) {
    learners.add(learner);
    if (group != null) {
      groupOf.put(learner, group);
      if (groupForums.stream().noneMatch(forum -> forum.group().equals(group))) {
        int offset = 50 + groupForums.size() + 1;
        groupForums.add(
            Place.groupForum("DDN-" + group, "Diễn đàn nhóm " + group, forumIri(offset), group));
      }
    }
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  int number() {
    return number;
  }

  String iri() {
    return SITE + "/course/view.php?id=" + number;
  }

  LocalDate opens() {
    return opens;
  }

  LocalDate closes() {
    return closes;
  }

  List<LocalDate> weeksOff() {
    return weeksOff;
  }

  int weeks() {
    return weekStarts.size();
  }

  /** First day of a course week, which count from 1. */
  LocalDate weekStart(int week) {
    return weekStarts.get(week - 1);
  }

  List<Place> forums() {
    return forums;
  }

  List<Place> groupForums() {
    return groupForums;
  }

  List<Place> exercises() {
    return exercises;
  }

  List<Place> videos() {
    return videos;
  }

  List<Place> pages() {
    return pages;
  }

  List<Place> lessons() {
    return lessons;
  }

  Place announcements() {
    return announcements;
  }

  Place product() {
    return product;
  }

  Place situation() {
    return situation;
  }

  Place workshop() {
    return workshop;
  }

  Place selfTest() {
    return selfTest;
  }

  List<Person> learners() {
    return learners;
  }

  Person lecturer() {
    return lecturer;
  }

  /** The learner's group, or null. */
  String groupOf(Person learner) {
    return groupOf.get(learner);
  }

  /** The other members of the learner's group, in roster order. */
  List<Person> companions(Person learner) {
    String group = groupOf(learner);
    return learners.stream()
        .filter(other -> !other.equals(learner) && group != null && group.equals(groupOf(other)))
        .toList();
  }

  Place groupForum(String group) {
    return groupForums.stream()
        .filter(forum -> forum.group().equals(group))
        .findFirst()
        .orElseThrow();
  }
}
