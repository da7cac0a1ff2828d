package vn.chuyencan.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.chuyencan.error.ErrorCode;
import vn.chuyencan.policy.YamlCursor;

/**
 * Folders of this machine into which a run writes lie apart from each other and from what it reads:
 * else the next night takes its own tables for statements or for registers.
 */
final class FoldersApart {
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Map<String, String> all = new LinkedHashMap<>();

  /**
   * A folder into which a run writes.
   *
   * @param key as the configuration calls it
   * @param path null or empty where there is none
   */
  FoldersApart writes(String key, String path) {
    if (isHere(path)) {
      written.put(key, path);
    }
    return reads(key, path);
  }

  /** A file or folder that a run reads; likewise. */
  FoldersApart reads(String key, String path) {
    if (isHere(path)) {
      all.put(key, path);
    }
    return this;
  }

  private static boolean isHere(String path) {
    return path != null && path.startsWith("/");
  }

  /** Notes each two that do not lie apart once, where the first stands. */
  void require(YamlCursor root) {
    written.forEach(
        (key, path) ->
            all.forEach(
                (other, otherPath) -> {
                  boolean told = written.containsKey(other) && other.compareTo(key) <= 0;
                  if (!other.equals(key) && !told && overlap(Path.of(path), Path.of(otherPath))) {
                    String place = key.substring(key.lastIndexOf('.') + 1);
                    YamlCursor cursor =
                        place.equals(key)
                            ? root
                            : root.mapping(key.substring(0, key.lastIndexOf('.')), "");
                    cursor.fault(
                        ErrorCode.CONFIGURATION_FOLDERS_OVERLAP,
                        place,
                        key,
                        path,
                        other,
                        otherPath);
                  }
                }));
  }

  private static boolean overlap(Path one, Path other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}
