package vn.chuyencan.source.intake;

import java.io.Serializable;
import vn.chuyencan.xapi.ScanCounts;

/**
 * What was counted in a part of a file or table.
 *
 * @param fileId the file's id, as in its {@link SourceFile}
 */
public record ReadCount(long fileId, ScanCounts counts) implements Serializable {}
