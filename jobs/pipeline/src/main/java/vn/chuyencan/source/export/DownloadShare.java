package vn.chuyencan.source.export;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What one task reads: downloads of a folder are told together, so it is not divided.
 *
 * @param known what all files of the folder say of persons, modules and courses
 * @param fresh the files whose rows are to be told
 */
record DownloadShare(Known known, ArrayList<String> fresh) implements Serializable {

  static DownloadShare of(Known known, List<String> fresh) {
    return new DownloadShare(known, new ArrayList<>(fresh));
  }
}
