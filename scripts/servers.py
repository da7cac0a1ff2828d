"""The two database servers that Moodle runs on, as the checks in this folder reach them.

No command of its own: restore-moodle, check-moodle and check-databases in this folder use it. A server is where
CHUYENCAN_MARIADB_HOST, _PORT, _USER and _PASSWORD say, and likewise CHUYENCAN_POSTGRESQL_…; by
default on this machine with the usual port and administrator and no password.
"""

import gzip
import os
import shutil
import socket
import subprocess

import checking

USUAL_DATABASE = "chuyencan_moodle"
# Databases that are the servers' own or may be somebody's: never dropped.
KEPT = {"", "mysql", "sys", "information_schema", "performance_schema", "postgres", "template0",
        "template1", "moodle"}


class Server:
    def __init__(self, name, program, port, user, dump):
        self.name = name
        self.program = program
        self.host = self.setting("HOST", "127.0.0.1")
        self.port = self.setting("PORT", port)
        self.user = self.setting("USER", user)
        self.password = self.setting("PASSWORD", "")
        self.dump_name = dump

    def setting(self, key, usual):
        return os.environ.get(f"CHUYENCAN_{self.name.upper()}_{key}", usual)

    def url(self, database):
        return f"jdbc:{self.name}://{self.host}:{self.port}/{database}"

    def absent(self):
        """Why nothing can be done with this server, or None."""
        if shutil.which(self.program) is None:
            return f"the program {self.program} is not installed"
        try:
            socket.create_connection((self.host, int(self.port)), timeout=5).close()
        except OSError as failure:
            return f"no {self.name} server answers at {self.host}:{self.port} ({failure.strerror})"
        tried = subprocess.run(self.client(self.administration), input=b"SELECT 1;",
                               env=self.environment(), capture_output=True, check=False)
        if tried.returncode != 0:
            words = tried.stderr.decode(errors="replace").strip().splitlines()
            return f"the {self.name} server refuses {self.user}: {' '.join(words)}"
        return None

    def dump(self):
        """The dump of the real site, or None."""
        shared = checking.shared()
        file = None if shared is None else shared / "moodle" / "site" / self.dump_name
        return file if file is not None and file.is_file() else None

    def restore(self, database):
        """Drops and makes this database anew, and fills it with the real site."""
        if database in KEPT:
            raise SystemExit(f"{database!r} is not a name for a database that may be dropped.")
        self.drop(database)
        self.run(self.administration, f"CREATE DATABASE {database}{self.charset};")
        with gzip.open(self.dump(), "rb") as dump:
            process = subprocess.Popen(self.client(database), stdin=subprocess.PIPE,
                                       stdout=subprocess.DEVNULL, env=self.environment())
            shutil.copyfileobj(dump, process.stdin)
            process.stdin.close()
            if process.wait() != 0:
                raise SystemExit(f"{self.program} could not restore {self.dump_name}.")

    def drop(self, database):
        self.run(self.administration, f"DROP DATABASE IF EXISTS {database};")

    def rows(self, database, query):
        """What a query gives, as lists of texts; a missing value is an empty text."""
        lines = self.run(database, self.dialect(query)).splitlines()
        return [line.split("\t") for line in lines if line]

    def run(self, database, query):
        done = subprocess.run(self.client(database), input=query.encode(), env=self.environment(),
                              capture_output=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{self.program}: {done.stderr.decode(errors='replace').strip()}")
        return done.stdout.decode("utf-8")


class MariaDb(Server):
    administration = ""
    charset = " CHARACTER SET utf8mb4"

    def __init__(self):
        super().__init__("mariadb", "mysql", "3306", "root", "moodle-mariadb.sql.gz")

    def client(self, database):
        return [self.program, f"--host={self.host}", f"--port={self.port}", f"--user={self.user}",
                "--protocol=TCP", "--default-character-set=utf8mb4", "--batch", "--raw",
                "--skip-column-names", "--no-auto-rehash", *([database] if database else [])]

    def environment(self):
        return {**os.environ, "MYSQL_PWD": self.password}

    def dialect(self, query):
        return query


class PostgreSql(Server):
    administration = "postgres"
    charset = ""

    def __init__(self):
        super().__init__("postgresql", "psql", "5432", "postgres", "moodle-postgresql.sql.gz")

    def client(self, database):
        return [self.program, f"--host={self.host}", f"--port={self.port}",
                f"--username={self.user}", "--no-password", "--no-psqlrc", "--quiet", "--no-align",
                "--tuples-only", "--field-separator=\t", "--set=ON_ERROR_STOP=1", database]

    def environment(self):
        return {**os.environ, "PGPASSWORD": self.password, "PGCLIENTENCODING": "UTF8"}

    def dialect(self, query):
        # Whole-number division has another sign here; the rest of the queries is the same.
        return query.replace(" DIV ", " / ")


def servers():
    return [MariaDb(), PostgreSql()]
