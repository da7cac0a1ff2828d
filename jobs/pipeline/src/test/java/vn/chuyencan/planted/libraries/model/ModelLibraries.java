package vn.chuyencan.planted.libraries.model;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine;
import vn.chuyencan.xapi.ScanMode;

/** Knows libraries that only some rooms may know. */
public record ModelLibraries(CommandLine line, JsonNode node, ScanMode mode) {}
