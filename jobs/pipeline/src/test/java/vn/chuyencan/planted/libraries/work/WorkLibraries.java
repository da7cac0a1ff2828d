package vn.chuyencan.planted.libraries.work;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine;
import vn.chuyencan.xapi.ScanMode;

/** Knows libraries that only some rooms may know. */
public record WorkLibraries(CommandLine line, JsonNode node, ScanMode mode) {}
