/* Stands between a program and the file system, and fails it at one exact moment.
 *
 * scripts/chaos compiles it and loads it before the C library (LD_PRELOAD). Beneath the folders
 * $CHAOS_UNDER (absolute, separated by colons) it counts what changes the file system:
 *   names   a file, folder or link made, renamed or deleted        ($CHAOS_COUNT=names)
 *   writes  the bytes of an open file written or truncated         ($CHAOS_COUNT=writes)
 * At number $CHAOS_AT it does $CHAOS_DO, just before the change:
 *   note    nothing; each change is a line in $CHAOS_LOG (as it always is where that is set)
 *   kill    SIGKILL
 *   full    this change and every later one fails with ENOSPC
 *   locked  … with EROFS, as on a file system that became read-only
 *   broken  … with EIO
 *   denied  … with EACCES
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 65536

static atomic_long counted;
static atomic_char ours[FILES];
static long at = -1;
static int error_number;
static int kills, counts_writes, notes = -1;
static const char *under;

__attribute__((constructor)) static void begin(void) {
  const char *number = getenv("CHAOS_AT"), *act = getenv("CHAOS_DO"), *what = getenv("CHAOS_COUNT");
  const char *log = getenv("CHAOS_LOG");
  under = getenv("CHAOS_UNDER");
  if (!under || !act) return;
  at = number ? atol(number) : -1;
  counts_writes = what && !strcmp(what, "writes");
  kills = !strcmp(act, "kill");
  error_number = !strcmp(act, "full")     ? ENOSPC
                 : !strcmp(act, "locked") ? EROFS
                 : !strcmp(act, "broken") ? EIO
                 : !strcmp(act, "denied") ? EACCES
                                          : 0;
  if (log) {
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open");
    notes = real(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  }
}

static int is_ours(const char *path) {
  if (!under || !path) return 0;
  for (const char *one = under; *one;) {
    size_t length = strcspn(one, ":");
    if (length && !strncmp(path, one, length) && (path[length] == '/' || !path[length])) return 1;
    one += length + (one[length] == ':');
  }
  return 0;
}

static int is_ours_at(int folder, const char *path) {
  char link[32], base[4096];
  if (!path || *path == '/' || folder == AT_FDCWD) return is_ours(path);
  snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
  ssize_t length = readlink(link, base, sizeof base - 1);
  if (length < 0) return 0;
  base[length] = 0;
  return is_ours(base);
}

/* Whether the change may be made; else errno is set. */
static int may(int write_of_bytes, const char *verb, const char *path) {
  long number = write_of_bytes == counts_writes ? atomic_fetch_add(&counted, 1) + 1
                                                : atomic_load(&counted);
  if (notes >= 0 && write_of_bytes == counts_writes) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    char line[4400];
    int length = snprintf(line, sizeof line, "%ld\t%s\t%s\n", number, verb, path);
    if (length > 0) real(notes, line, (size_t)length);
  }
  if (at < 0 || number < at) return 1;
  if (kills) {
    kill(getpid(), SIGKILL);
    pause();
  }
  if (!error_number) return 1;
  /* What gives room is not refused by a full disk. */
  if (error_number == ENOSPC && (!strcmp(verb, "unlink") || !strcmp(verb, "rmdir"))) return 1;
  errno = error_number;
  return 0;
}

#define REAL(name) \
  static typeof(&name) real; \
  if (!real) real = (typeof(&name))dlsym(RTLD_NEXT, #name)

static int opened(int file, int ours_too) {
  if (file >= 0 && file < FILES) atomic_store(&ours[file], (char)ours_too);
  return file;
}

static int open_may(const char *path, int mine, int flags) {
  if (!mine || !(flags & (O_WRONLY | O_RDWR))) return 1;
  struct stat there;
  int makes = (flags & O_CREAT) && (stat(path, &there) != 0 || (flags & O_TRUNC));
  if (makes) return may(0, "create", path);
  if (error_number && error_number != ENOSPC && at >= 0 && atomic_load(&counted) >= at) {
    errno = error_number;
    return 0;
  }
  return 1;
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(name); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
      va_list more; \
      va_start(more, flags); \
      mode = va_arg(more, mode_t); \
      va_end(more); \
    } \
    int mine = is_ours(path); \
    if (!open_may(path, mine, flags)) return -1; \
    return opened(real(path, flags, mode), mine); \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name) \
  int name(int folder, const char *path, int flags, ...) { \
    REAL(name); \
    mode_t mode = 0; \
    if (flags & (O_CREAT | O_TMPFILE)) { \
      va_list more; \
      va_start(more, flags); \
      mode = va_arg(more, mode_t); \
      va_end(more); \
    } \
    int mine = is_ours_at(folder, path); \
    if (!open_may(path, mine && *path == '/', flags)) return -1; \
    return opened(real(folder, path, flags, mode), mine); \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int file) {
  REAL(close);
  if (file >= 0 && file < FILES) atomic_store(&ours[file], 0);
  return real(file);
}

#define ONE(name, verb) \
  int name(const char *path) { \
    REAL(name); \
    if (is_ours(path) && !may(0, verb, path)) return -1; \
    return real(path); \
  }
ONE(unlink, "unlink")
ONE(rmdir, "rmdir")

int unlinkat(int folder, const char *path, int flags) {
  REAL(unlinkat);
  if (is_ours_at(folder, path) && !may(0, flags & AT_REMOVEDIR ? "rmdir" : "unlink", path)) return -1;
  return real(folder, path, flags);
}

int remove(const char *path) {
  REAL(remove);
  if (is_ours(path) && !may(0, "unlink", path)) return -1;
  return real(path);
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  struct stat there;
  if (is_ours(path) && stat(path, &there) != 0 && !may(0, "mkdir", path)) return -1;
  return real(path, mode);
}

#define TWO(name, verb, named) \
  int name(const char *from, const char *to) { \
    REAL(name); \
    if (is_ours(to) && !may(0, verb, named)) return -1; \
    return real(from, to); \
  }
TWO(rename, "rename", to)
TWO(link, "link", to)
TWO(symlink, "symlink", to)

int renameat(int one, const char *from, int other, const char *to) {
  REAL(renameat);
  if (is_ours_at(other, to) && !may(0, "rename", to)) return -1;
  return real(one, from, other, to);
}

static int bytes_may(int file) {
  if (file < 0 || file >= FILES || !atomic_load(&ours[file])) return 1;
  char link[32], path[4096] = "";
  if (notes >= 0 && counts_writes) {
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    path[length < 0 ? 0 : length] = 0;
  }
  return may(1, "write", path);
}

ssize_t write(int file, const void *bytes, size_t size) {
  REAL(write);
  return bytes_may(file) ? real(file, bytes, size) : -1;
}

ssize_t writev(int file, const struct iovec *parts, int count) {
  REAL(writev);
  return bytes_may(file) ? real(file, parts, count) : -1;
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t place) {
  REAL(pwrite);
  return bytes_may(file) ? real(file, bytes, size, place) : -1;
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t place) {
  REAL(pwrite64);
  return bytes_may(file) ? real(file, bytes, size, place) : -1;
}

int fsync(int file) {
  REAL(fsync);
  if (file >= 0 && file < FILES && atomic_load(&ours[file]) && error_number == EIO && at >= 0 &&
      atomic_load(&counted) >= at) {
    errno = EIO;
    return -1;
  }
  return real(file);
}
