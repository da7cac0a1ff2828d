package vn.chuyencan.testing;

import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * What a file system without owners tells of a file: the local one would ask the disk by its path.
 */
final class PlainStatus {

  private PlainStatus() {}

  static FileStatus of(FileStatus local) {
    return new FileStatus(
        local.getLen(),
        local.isDirectory(),
        local.getReplication(),
        local.getBlockSize(),
        local.getModificationTime(),
        local.getAccessTime(),
        FsPermission.getDefault(),
        "",
        "",
        local.getPath());
  }
}
