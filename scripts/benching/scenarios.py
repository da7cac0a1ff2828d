"""What is measured: first load, nights, a change of the gap, all three of much, the demo, memory."""

import shutil

from benching import contenders, data, measure, tables
from checking import LAUNCHER

TENFOLD = 10
TERM_WEEKS = 10
GAP = "use_stats"

# What a call leaves in the work folder; nothing else there is touched.
FOLDERS = ("history", "tenfold", "large", "growth", "out", "demo")

# Institutions that grow: statements, learners in each term, weeks. Some 650 statements a learner and
# course run each. What would not fit on a disk is compressed.
GROWTH = (
    (100_000, 50, 10),
    (1_000_000, 500, 10),
    (10_000_000, 500, 100),
    (100_000_000, 5_000, 100),
)
PLAIN = 20_000_000


class Bench:
    """One call of scripts/bench: its sizes, its folder, its report."""

    def __init__(self, settings, report):
        self.settings = settings
        self.report = report
        self.work = settings.work
        self.failed = False
        self.loads = {}
        found = contenders.all_of_them()
        chosen = settings.only or list(found)
        self.contenders = [found[name] for name in chosen]

    # ------------------------------------------------------------------ first load

    def first_load(self):
        """The whole history into every contender, one after the other, several times."""
        institution = self._institution("history", 1)
        comparison = tables.Comparison()
        series = [measure.Series(one.name) for one in self.contenders]
        for _ in range(self.settings.runs):
            for one, costs in zip(self.contenders, series):
                out = self.work / "out" / one.name.replace(" ", "-")
                one.prepare(institution, out)
                cost, csv = one.run(institution, institution.last_day, out)
                self._tell(one.name, cost)
                costs.add(cost)
                comparison.see(one.name, csv)
        self._judge(comparison)
        self.report.group("first load", series)
        self.report.note(
            f"first load: {self.settings.statements:,} statements, "
            f"{institution.bytes() / 1e9:.2f} GB")
        if self.settings.profile:
            self._profile(institution)

    def _profile(self, institution):
        """One more load that nobody measures, recorded."""
        recording = self.work.parent / "bench-profile.jfr"
        one = contenders.Chuyencan()
        one.prepare(institution, None)
        one.run(institution, institution.last_day, self.work / "out" / "profile",
                f"-XX:StartFlightRecording=settings=profile,filename={recording}")
        self.report.note(f"recording: {recording} (JDK Mission Control, or: "
                         f"jfr print --events jdk.ExecutionSample {recording})")

    # ------------------------------------------------------------------ night

    def night(self):
        """One day more: by chuyencan on a lake, on one of ten times the history, and by DuckDB anew."""
        short = self._institution("history", 1)
        long = None if self.settings.no_tenfold else self._institution("tenfold", TENFOLD)
        for institution in filter(None, (long, short)):
            self._load(institution)
            institution.save_lake()
            if institution is long:
                # Its statements must not be read again, and their room is needed.
                institution.hollow()
        comparison = tables.Comparison()
        term = tables.Comparison()
        own = contenders.Chuyencan()
        rivals = [one for one in self.contenders if isinstance(one, contenders.DuckDb)]
        nights = measure.Series("chuyencan")
        longs = measure.Series("chuyencan, ten times the history")
        anew = [measure.Series(one.name) for one in rivals]
        for _ in range(self.settings.runs):
            cost, csv = self._one_night(own, short)
            nights.add(cost)
            comparison.see("chuyencan's night", csv)
            for one, costs in zip(rivals, anew):
                out = self.work / "out" / one.name.replace(" ", "-")
                one.prepare(short, out)
                cost, csv = one.run(short, short.night_day, out)
                self._tell(f"{one.name}, all anew", cost)
                costs.add(cost)
                comparison.see(one.name, csv)
            short.take_night_back()
            if long:
                cost, csv = self._one_night(own, long)
                longs.add(cost)
                term.see("chuyencan's night on ten times the history", csv)
                long.take_night_back()
        self._judge(comparison)
        self._judge(term)
        self.report.group("night", [nights, *anew])
        if long:
            self.report.group("night", [longs], ratio=False)
            self.report.ratio("night, ten times the history", "the same night on the short one",
                              longs.seconds / nights.seconds)
            self._same_term(comparison, term)

    def _one_night(self, own, institution):
        institution.restore_lake()
        institution.let_night_come()
        cost, csv = own.run(institution, institution.night_day, self.work / "out" / "night")
        self._tell(f"night of {institution.folder.name}", cost)
        return cost, csv

    def _same_term(self, short, long):
        """The current term must be told alike, whatever came before it."""
        for name, rows in short.first.rows.items():
            wrong = [key for key, figures in rows.items()
                     if long.first.rows[name].get(key) != figures]
            if wrong:
                self.failed = True
                print(f"FAIL: {name} of the long history differs at {wrong[:3]}", flush=True)

    def idle(self):
        """Nights that bring nothing, with pages for the office: what there is, and nobody changes, costs."""
        institution = self._institution("history", 1)
        institution.open_office()
        self._load(institution)
        own = contenders.Chuyencan()
        nights = measure.Series("chuyencan, nothing new")
        comparison = tables.Comparison()
        for _ in range(self.settings.runs):
            cost, csv = own.run(institution, institution.last_day, self.work / "out" / "idle")
            self._tell("night without news", cost)
            nights.add(cost)
            comparison.see("chuyencan", csv)
        self._judge(comparison)
        self.report.group("idle", [nights])
        self.report.note(f"idle: {institution.course_runs():,} course runs in "
                         f"{-(-self.settings.weeks // TERM_WEEKS):,} terms")

    # ------------------------------------------------------------------ gap

    def gap(self):
        """Another session gap over the whole history, against the first load."""
        institution = self._institution("history", 1)
        own = contenders.Chuyencan()
        loads = measure.Series("chuyencan, first load")
        changes = measure.Series(f"chuyencan, estimator {GAP}")
        comparison = tables.Comparison()
        for _ in range(self.settings.runs):
            institution.set_estimator("standard")
            loads.add(self._load(institution))
            institution.set_estimator(GAP)
            cost, csv = own.run(institution, institution.last_day, self.work / "out" / "gap")
            self._tell(f"estimator {GAP}", cost)
            changes.add(cost)
            comparison.see("chuyencan", csv)
        rival = contenders.DuckDb("stateless", GAP)
        out = self.work / "out" / "gap-duckdb"
        rival.prepare(institution, out)
        comparison.see(rival.name, rival.run(institution, institution.last_day, out)[1])
        self._judge(comparison)
        self.report.group("gap", [changes, loads])
        self._prove_nothing_read(institution, own, comparison.first)
        institution.remove()

    def _prove_nothing_read(self, institution, own, wanted):
        """The same change once more, with neither statements nor events there to be read."""
        institution.set_estimator("standard")
        own.run(institution, institution.last_day, self.work / "out" / "gap")
        institution.set_estimator(GAP)
        institution.hollow()
        events, = institution.warehouse.glob("*/learning_event/data")
        events.rename(events.with_name("data.hidden"))
        try:
            _, csv = own.run(institution, institution.last_day, self.work / "out" / "gap-proof")
            proved = tables.Tables(csv).digest == wanted.digest
        except measure.Failed:
            proved = False
        self.report.promise(
            "gap, statements and events taken away", proved,
            "the same tables: none was read again", "no tables or others: events are read again")

    # ------------------------------------------------------------------ large

    def large(self):
        """
        Ten times the learners in one term: its first load, a night that brings as large a part of
        it, another gap. Once each, but Spark.
        """
        institution = self._institution("large", TENFOLD, wide=True)
        own = contenders.Chuyencan()
        rivals = [one for one in self.contenders if isinstance(one, contenders.DuckDb)]
        load = measure.Series(own.name)
        load.add(self._load(institution))
        comparison = tables.Comparison()
        comparison.see(own.name, institution.published / "latest" / "csv")
        self._beside("large first load", load, rivals, institution, institution.last_day, comparison)

        institution.let_night_come()
        night = measure.Series(own.name)
        cost, csv = own.run(institution, institution.night_day, self.work / "out" / "night")
        self._tell("night", cost)
        night.add(cost)
        after = tables.Comparison()
        after.see("chuyencan's night", csv)
        self._beside("large night", night, rivals, institution, institution.night_day, after)

        institution.set_estimator(GAP)
        gap = measure.Series(f"chuyencan, estimator {GAP}")
        cost, csv = own.run(institution, institution.night_day, self.work / "out" / "gap")
        self._tell(f"estimator {GAP}", cost)
        gap.add(cost)
        self.report.group("large gap", [gap, load.named("first load")])
        changed = tables.Comparison()
        changed.see(own.name, csv)
        for rival in rivals[:1]:
            other = contenders.DuckDb(rival.mode, GAP)
            out = self.work / "out" / "gap-duckdb"
            other.prepare(institution, out)
            changed.see(other.name, other.run(institution, institution.night_day, out)[1])
        self._judge(changed)
        self.report.note(
            f"large: {institution.size[0]:,} statements, {institution.bytes() / 1e9:.1f} GB with "
            "the night; more than the page cache holds is read from the disk by everyone")
        institution.remove()

    def _beside(self, what, own, rivals, institution, as_of, comparison):
        """The rivals' doing all of it, beside our own cost."""
        anew = []
        for one in rivals:
            out = self.work / "out" / one.name.replace(" ", "-")
            one.prepare(institution, out)
            cost, csv = one.run(institution, as_of, out)
            self._tell(f"{one.name}, {what}", cost)
            series = measure.Series(one.name)
            series.add(cost)
            anew.append(series)
            comparison.see(one.name, csv)
        self._judge(comparison)
        self.report.group(what, [own, *anew])

    # ------------------------------------------------------------------ growth

    def growth(self):
        """First load, a night and one that brings nothing, of institutions each larger than the last."""
        own = contenders.Chuyencan()
        by_term = {}
        for statements, learners, weeks in GROWTH:
            if statements > self.settings.up_to:
                continue
            institution = data.Institution(
                self.work / "growth", statements, learners, weeks, TERM_WEEKS,
                gzip=statements > PLAIN)
            print(f"generating {statements:,} statements of {weeks} weeks …", flush=True)
            institution.generate()
            institution.warm()
            size = f"{institution.bytes() / 1e9:.1f} GB{' of gzip' if institution.gzip else ''}"
            load = measure.Series("chuyencan")
            load.add(self._load(institution))
            institution.hollow()
            institution.let_night_come()
            nights = []
            comparison = tables.Comparison()
            for name in ("night", "night, nothing new"):
                series = measure.Series(f"chuyencan, {name}")
                cost, csv = own.run(institution, institution.night_day, self.work / "out" / "night")
                self._tell(name, cost)
                series.add(cost)
                nights.append(series)
                comparison.see(series.name, csv)
            self._judge(comparison)
            del comparison
            self.report.group(f"{statements:,}", [load, *nights], ratio=False)
            by_term.setdefault(learners, []).append(nights[0].seconds)
            self.report.note(
                f"{statements:,}: {size}, {learners:,} learners in each of {weeks // TERM_WEEKS} terms, "
                f"{institution.course_runs():,} course runs, warehouse "
                f"{data.bytes_of(institution.warehouse) / 1e9:.2f} GB, publications "
                f"{data.bytes_of(institution.published) / 1e9:.2f} GB")
            institution.remove()
        for short, *long in by_term.values():
            for seconds in long:
                self.report.ratio("night, ten times the history", "the same night on the short one",
                                  seconds / short)

    # ------------------------------------------------------------------ demo and memory

    def demo(self):
        """The demo, process start to exit, on the sample data."""
        series = measure.Series("chuyencan demo")
        for _ in range(self.settings.runs):
            folder = self.work / "demo"
            shutil.rmtree(folder, ignore_errors=True)
            cost = measure.run([LAUNCHER, "demo", "--out", folder], self.work / "out" / "demo.txt")
            self._tell("demo", cost)
            series.add(cost)
        self.report.group("demo", [series])

    def memory(self):
        """Peak memory of a first load, and of one of ten times the statements."""
        for name, factor in (("history", 1), ("tenfold", TENFOLD)):
            if name not in self.loads:
                institution = self._institution(name, factor)
                self._load(institution)
                institution.remove()
        small, large = (self.loads[name].peak_bytes for name in ("history", "tenfold"))
        self.report.note(f"memory: first load {small / 2 ** 20:.0f} MiB, "
                         f"ten times the input {large / 2 ** 20:.0f} MiB")
        self.report.ratio("peak memory, ten times the input", "once", large / small)

    # ------------------------------------------------------------------ common

    def _institution(self, name, factor, wide=False):
        """So many times the statements: of as many weeks, or of as many learners."""
        settings = self.settings
        institution = data.Institution(
            self.work / name, settings.statements * factor,
            settings.learners * (factor if wide else 1),
            settings.weeks * (1 if wide else factor), min(settings.weeks, TERM_WEEKS))
        print(f"generating {institution.size[0]:,} statements of {institution.size[2]} weeks …",
              flush=True)
        institution.generate()
        institution.warm()
        return institution

    def _load(self, institution):
        own = contenders.Chuyencan()
        own.prepare(institution, None)
        cost, _ = own.run(institution, institution.last_day, self.work / "out" / "load")
        self._tell(f"first load of {institution.folder.name}", cost)
        self.loads[institution.folder.name] = cost
        return cost

    def _judge(self, comparison):
        self.failed = self.failed or comparison.failed

    @staticmethod
    def _tell(name, cost):
        print(f"  {name}: {cost.seconds:.2f} s, {cost.cpu:.1f} CPU s, "
              f"{cost.peak_bytes / 2 ** 20:.0f} MiB", flush=True)
