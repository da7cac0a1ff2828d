package vn.chuyencan.source.export;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What one task reads: a folder is surveyed as a whole, so it is not divided.
 *
 * @param all all files, for what they say of persons, modules and courses
 * @param fresh those whose rows are to be told
 */
record DownloadShare(ArrayList<String> all, ArrayList<String> fresh) implements Serializable {

  static DownloadShare of(List<String> all, List<String> fresh) {
    return new DownloadShare(new ArrayList<>(all), new ArrayList<>(fresh));
  }
}
