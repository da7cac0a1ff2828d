"""Which files of a warehouse belong to its tables, read the second way: from Iceberg's own metadata.

No command of its own: scripts/chaos uses it. Needs nothing but Python 3.8 or newer, so it reads Avro
itself: as much of it as Iceberg's manifests are written in.
"""

import json
import pathlib
import struct
import zlib

MAGIC = b"Obj\x01"
DELETED = 2


class Avro:
    """The records of one Avro file."""

    def __init__(self, content):
        self.content = content
        self.at = 0

    def records(self):
        if self.bytes(4) != MAGIC:
            raise ValueError("no Avro file")
        meta = dict(self.map("bytes"))
        schema = json.loads(meta["avro.schema"])
        codec = meta.get("avro.codec", b"null")
        mark = self.bytes(16)
        names = {}
        while self.at < len(self.content):
            count = self.long()
            block = self.bytes(self.long())
            if codec == b"deflate":
                block = zlib.decompress(block, -15)
            elif codec != b"null":
                raise ValueError(f"codec {codec}")
            part = Avro(block)
            for _ in range(count):
                yield part.value(schema, names)
            if self.bytes(16) != mark:
                raise ValueError("an Avro block that is broken")

    def bytes(self, count):
        self.at += count
        return self.content[self.at - count:self.at]

    def long(self):
        shift = number = 0
        while True:
            byte = self.bytes(1)[0]
            number |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return (number >> 1) ^ -(number & 1)

    def blocks(self):
        while True:
            count = self.long()
            if count == 0:
                return
            if count < 0:
                count = -count
                self.long()
            yield from range(count)

    def map(self, values, names=None):
        return [(self.value("string", names), self.value(values, names)) for _ in self.blocks()]

    def value(self, schema, names):
        if isinstance(schema, list):
            return self.value(schema[self.long()], names)
        kind = schema["type"] if isinstance(schema, dict) else schema
        if isinstance(kind, (dict, list)):
            return self.value(kind, names)
        if kind == "record":
            names[schema["name"]] = schema
            return {field["name"]: self.value(field["type"], names) for field in schema["fields"]}
        if kind == "array":
            return [self.value(schema["items"], names) for _ in self.blocks()]
        if kind == "map":
            return self.map(schema["values"], names)
        if kind == "fixed":
            names[schema["name"]] = schema
            return self.bytes(schema["size"])
        simple = {
            "null": lambda: None,
            "boolean": lambda: self.bytes(1) != b"\0",
            "int": self.long,
            "long": self.long,
            "float": lambda: struct.unpack("<f", self.bytes(4))[0],
            "double": lambda: struct.unpack("<d", self.bytes(8))[0],
            "bytes": lambda: self.bytes(self.long()),
            "string": lambda: self.bytes(self.long()).decode("utf-8"),
        }
        return simple[kind]() if kind in simple else self.value(names[kind], names)


def local(location):
    """A location of Iceberg's as a path of this machine."""
    return pathlib.Path(location[5:] if location.startswith("file:") else location)


def named(table):
    """The files that a table's current metadata names, itself among them."""
    hint = table / "metadata" / "version-hint.text"
    version = int(hint.read_text())
    # The hint may lag behind the newest version, which counts all the same.
    while (table / "metadata" / f"v{version + 1}.metadata.json").exists():
        version += 1
    current = table / "metadata" / f"v{version}.metadata.json"
    metadata = json.loads(current.read_text(encoding="utf-8"))
    files = {hint, current}
    files |= {local(old["metadata-file"]) for old in metadata.get("metadata-log", [])}
    manifests = set()
    for snapshot in metadata.get("snapshots", []):
        listing = local(snapshot["manifest-list"])
        files.add(listing)
        manifests |= {local(entry["manifest_path"])
                      for entry in Avro(listing.read_bytes()).records()}
    for manifest in manifests:
        files.add(manifest)
        files |= {local(entry["data_file"]["file_path"])
                  for entry in Avro(manifest.read_bytes()).records()
                  if entry["status"] != DELETED}
    return files


def strangers(warehouse):
    """The files beneath the tables of a warehouse that no table names, and those that are missing."""
    unnamed, missing = [], []
    for table in sorted((warehouse / "chuyencan").iterdir()):
        try:
            wanted = named(table)
        except FileNotFoundError:
            unnamed.append(f"{table.name}: no table")
            continue
        there = {path for path in table.rglob("*") if path.is_file()}
        unnamed += sorted(str(path.relative_to(warehouse)) for path in there - wanted)
        missing += sorted(str(path) for path in wanted - there)
    return unnamed, missing
