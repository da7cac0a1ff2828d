package vn.chuyencan.report.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Future;
import vn.chuyencan.report.Manifest;
import vn.chuyencan.report.PublicationHeader;
import vn.chuyencan.report.PublicationSupplement;
import vn.chuyencan.report.PublishedRow;
import vn.chuyencan.report.PublishedTables;
import vn.chuyencan.report.Sha256;
import vn.chuyencan.report.SiteTree;
import vn.chuyencan.table.TableContract;
import vn.chuyencan.table.Tables;
import vn.chuyencan.work.Meter;
import vn.chuyencan.work.SideBySide;

/**
 * The site of a publication: static files that open without a server and ask nothing of a network.
 * The same tables and the same request give the same files. A page of which nothing changed is the
 * latest publication's file, so that a night costs what is new in it.
 */
public final class Site implements PublicationSupplement {
  /** To be raised when pages of the same content look different. */
  private static final String FORM = "4";

  private static final String INDEX = "index.html";
  private static final int PAGES_SIDE_BY_SIDE = 2;

  private final SiteRequest request;
  private final Meter meter;

  /**
   * A site of that kind.
   *
   * @param meter counts the course runs of which the pages are there
   */
  public Site(SiteRequest request, Meter meter) {
    this.request = request;
    this.meter = meter;
  }

  /** Where the site of a publication begins. */
  public static Path index(Path publication) {
    return publication.resolve(SiteTree.FOLDER).resolve(INDEX);
  }

  @Override
  public Optional<Manifest.Site> write(
      PublicationHeader header, PublishedTables tables, Path folder, Optional<Path> latest)
      throws IOException {
    Path html = Files.createDirectory(folder.resolve(SiteTree.FOLDER));
    SiteFiles files =
        new SiteFiles(html, latest.map(publication -> publication.resolve(SiteTree.FOLDER)));
    new Pages(header, tables, files).write();
    SiteTree tree = files.end();
    return Optional.of(
        new Manifest.Site(
            SiteTree.FOLDER + "/" + INDEX,
            request.audience().code(),
            tree.files().size(),
            tree.digest()));
  }

  /** The pages of one publication. */
  private final class Pages {
    private final PublicationHeader header;
    private final PublishedTables tables;
    private final SiteFiles files;
    private final String generator;

    /** What everybody is called, on which the pages of each course run depend: a digest. */
    private final String names;

    private Pages(PublicationHeader header, PublishedTables tables, SiteFiles files) {
      this.header = header;
      this.tables = tables;
      this.files = files;
      this.generator =
          String.join(
              " ", FORM, header.codeVersion(), SiteAssets.digest(), request.audience().code());
      this.names = request.named() ? Sha256.of(new TreeMap<>(request.names()).toString()) : "";
    }

    private void write() throws IOException {
      for (String asset : SiteAssets.names()) {
        files.put(
            "assets/" + asset, generator, () -> new SiteFiles.Content(SiteAssets.text(asset)));
      }
      String words = SiteJson.text(SiteWords.json(request.policies()));
      script("words.js", "WORDS", words);
      ArrayNode courses = courses();
      script("publication.js", "PUBLICATION", SiteJson.text(publication(courses)));
      page(INDEX, "night", new NightPage(request, header, tables).json(courses));
      page(
          "institution.html",
          "institution",
          InstitutionPage.json(request, header, tables, courses));
      page("health.html", "health", HealthPage.json(request, tables));
      List<String> published = tables.contracts().stream().map(TableContract::name).toList();
      files.put(
          "dictionary.html",
          generator + published,
          () -> content("dictionary", DictionaryPage.json(published), null));
      if (request.named()) {
        page("learners.html", "roll", new RollPage(request, tables).json());
      }
    }

    private void script(String name, String variable, String json) throws IOException {
      String text = "window." + variable + "=" + json + ";\n";
      files.put("assets/" + name, Sha256.of(text), () -> new SiteFiles.Content(text));
    }

    private void page(String name, String kind, ObjectNode data) throws IOException {
      SiteFiles.Content content = content(kind, data, null);
      files.put(name, Sha256.of(content.text()), () -> content);
    }

    private SiteFiles.Content content(String kind, ObjectNode data, JsonNode summary) {
      String html = SiteAssets.page(kind, SiteJson.text(data));
      return new SiteFiles.Content(html, summary);
    }

    /** What changes every night and stands on every page. */
    private ObjectNode publication(ArrayNode courses) {
      ObjectNode json = SiteJson.object();
      json.put("institution", request.institution());
      json.put("zone", request.zone());
      json.put("audience", request.audience().code());
      json.put("asOf", header.asOf().toString());
      json.put("run", header.runId());
      json.put("version", header.codeVersion());
      tables.divided().forEach(json.putArray("divided")::add);
      ArrayNode list = json.putArray("courses");
      for (JsonNode course : courses) {
        list.addObject()
            .put("id", course.get("run").get("id").asText())
            .put("title", course.get("run").get("title").asText())
            .put("page", course.get("page").asText());
      }
      return json;
    }

    private ArrayNode courses() throws IOException {
      List<PublishedRow> runs = new ArrayList<>();
      tables.each(Tables.COURSE_RUN, runs::add);
      Map<String, Future<ObjectNode>> running = new TreeMap<>();
      ArrayNode courses = SiteJson.list();
      meter.begin(runs.size());
      try (SideBySide work = new SideBySide(PAGES_SIDE_BY_SIDE, "site")) {
        for (PublishedRow run : runs) {
          running.put(run.text("course_id"), work.submit(() -> course(run)));
        }
        for (Future<ObjectNode> course : running.values()) {
          courses.add(SideBySide.result(course));
          meter.add();
        }
      }
      return courses;
    }

    private ObjectNode course(PublishedRow run) throws IOException {
      String id = run.text("course_id");
      String page = "course-" + PageName.of(id) + ".html";
      String learnersPage = request.named() ? "learners-" + PageName.of(id) + ".html" : "";
      String made = made(run, id);
      // Both pages are made of one reading, which is done only when one of them is asked for.
      Once<CourseData> data = new Once<>(() -> CourseData.read(tables, run));
      JsonNode summary =
          files.put(
              page,
              made,
              () -> {
                ObjectNode json = new CoursePage(request, id, data.get()).json(run, learnersPage);
                return content("course", json, NightPage.summary(json, data.get()));
              });
      if (request.named()) {
        files.put(
            learnersPage,
            made,
            () ->
                content(
                    "learners", new LearnersPage(request, id, data.get()).json(run, page), null));
      }
      ObjectNode course = SiteJson.object().put("page", page).put("learnersPage", learnersPage);
      course.set("run", CourseRunJson.of(run));
      course.set("summary", summary);
      return course;
    }

    /** What the pages of a course run depend on. */
    private String made(PublishedRow run, String id) {
      StringBuilder text = new StringBuilder(generator);
      text.append('\n').append(CourseRunJson.of(run));
      SiteRequest.CourseThings things = request.things(id);
      text.append('\n').append(new TreeMap<>(things.activities())).append(things.exercises());
      text.append(new TreeMap<>(things.sessions()));
      text.append('\n').append(names);
      for (String table : CourseData.TABLES) {
        text.append('\n').append(tables.fingerprint(table, id));
      }
      return Sha256.of(text.toString());
    }
  }
}
