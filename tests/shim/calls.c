/* The calls that make, open and write files: noted for `shadow.c`, and refused when the disk is full. */
#include "disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* --- opening --- */

static int is_there(int folder, const char *path)
{
    struct stat status;
    int before = errno, there = !fstatat(folder, path, &status, 0);
    errno = before;
    return there;
}

static int note_opened(int fd, int flags, int was_there)
{
    int error = errno;
    if (fd >= 0 && (flags & O_CREAT) && !was_there)
        note_created(fd);
    else if (fd >= 0 && (flags & O_TRUNC))
        note_change(fd);
    errno = error;
    return fd;
}

#define OPEN(name, folder, parameters, ...) \
    int name(parameters, int flags, ...) \
    { \
        va_list more; \
        va_start(more, flags); \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; \
        va_end(more); \
        int was_there = !(flags & O_CREAT) || is_there(folder, path); \
        return note_opened(REAL(name)(__VA_ARGS__, flags, mode), flags, was_there); \
    }
#define TWO(first, second) first, second

OPEN(open, AT_FDCWD, const char *path, path)
OPEN(open64, AT_FDCWD, const char *path, path)
OPEN(openat, folder, TWO(int folder, const char *path), folder, path)
OPEN(openat64, folder, TWO(int folder, const char *path), folder, path)

int creat(const char *path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return open(path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

/* --- room --- */

static off_t bytes_in(const char *folder)
{
    off_t bytes = 0;
    struct dirent *entry;
    DIR *entries = opendir(folder);
    while (entries && (entry = readdir(entries))) {
        char path[PATH_MAX];
        struct stat status;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.' || lstat(path, &status))
            continue;
        bytes += S_ISDIR(status.st_mode) ? bytes_in(path) : S_ISREG(status.st_mode) ? status.st_size : 0;
    }
    if (entries)
        closedir(entries);
    return bytes;
}

/* How many of the bytes that are to be written from `at` on find room: as on a real disk, also a part. */
static size_t fitting(int fd, off_t at, size_t wanted)
{
    char path[PATH_MAX], orders[128];
    struct stat status;
    if (!inside(fd, path) || fstat(fd, &status))
        return wanted;
    read_control(orders);
    if (strstr(orders, "read-only"))
        return 0;
    if (at + (off_t)wanted <= status.st_size)
        return wanted;
    const char *limit = strstr(orders, "limit ");
    if (!limit)
        return wanted;
    off_t end = status.st_size + atoll(limit + 6) - bytes_in(live);
    return end <= at ? 0 : end - at < (off_t)wanted ? (size_t)(end - at) : wanted;
}

static int no_room(void)
{
    char orders[128];
    read_control(orders);
    errno = strstr(orders, "read-only") ? EROFS : ENOSPC;
    return -1;
}

/* --- writing --- */

/* Where a write without a place goes; -1 for what is no file. */
static off_t place(int fd)
{
    struct stat status;
    int error = errno, appends = fcntl(fd, F_GETFL) & O_APPEND;
    off_t at = appends && !fstat(fd, &status) ? status.st_size : lseek(fd, 0, SEEK_CUR);
    errno = error;
    return at;
}

static size_t sum_of(const struct iovec *parts, int count)
{
    size_t bytes = 0;
    while (count--)
        bytes += parts[count].iov_len;
    return bytes;
}

static ssize_t noted(int fd, off_t at, ssize_t length)
{
    int error = errno;
    if (length > 0)
        note_write(fd, at, at + length);
    errno = error;
    return length;
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    char path[PATH_MAX];
    int error = errno;
    if (!inside(fd, path)) {
        errno = error;
        return REAL(write)(fd, bytes, count);
    }
    off_t at = place(fd);
    size_t room = fitting(fd, at, count);
    return count && !room ? no_room() : noted(fd, at, REAL(write)(fd, bytes, room));
}

ssize_t writev(int fd, const struct iovec *parts, int count)
{
    char path[PATH_MAX];
    int error = errno;
    if (!inside(fd, path)) {
        errno = error;
        return REAL(writev)(fd, parts, count);
    }
    off_t at = place(fd);
    size_t bytes = sum_of(parts, count);
    return fitting(fd, at, bytes) < bytes ? no_room() : noted(fd, at, REAL(writev)(fd, parts, count));
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
    size_t room = fitting(fd, at, count);
    return count && !room ? no_room() : noted(fd, at, REAL(pwrite)(fd, bytes, room, at));
}

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t at)
{
    size_t bytes = sum_of(parts, count);
    return fitting(fd, at, bytes) < bytes ? no_room() : noted(fd, at, REAL(pwritev)(fd, parts, count, at));
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { return pwrite(fd, bytes, count, at); }
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t at) { return pwritev(fd, parts, count, at); }

int ftruncate(int fd, off_t length)
{
    if (length && !fitting(fd, length - 1, 1))
        return no_room();
    int done = REAL(ftruncate)(fd, length);
    int error = errno;
    note_change(fd);
    errno = error;
    return done;
}

int fallocate(int fd, int mode, off_t at, off_t length)
{
    if (!(mode & FALLOC_FL_KEEP_SIZE) && fitting(fd, at, length) < (size_t)length)
        return no_room();
    int done = REAL(fallocate)(fd, mode, at, length);
    int error = errno;
    note_change(fd);
    errno = error;
    return done;
}

int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }
int fallocate64(int fd, int mode, off64_t at, off64_t length) { return fallocate(fd, mode, at, length); }

/* posix_fallocate tells its error instead of setting errno. */
int posix_fallocate(int fd, off_t at, off_t length) { return fallocate(fd, 0, at, length) ? errno : 0; }
int posix_fallocate64(int fd, off64_t at, off64_t length) { return posix_fallocate(fd, at, length); }
