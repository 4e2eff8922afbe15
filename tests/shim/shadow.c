/* A disk that forgets what was not synced, and that fails when it is told to: a library for LD_PRELOAD.
 *
 * Beside the data folder it keeps a shadow: what would be there after a power cut. A file's data come into the shadow
 * by fsync or fdatasync on any handle of the file, and by nothing else: sync_file_range flushes neither the disk's
 * cache nor the file's size. A file's name, its new name and its removal come into the shadow by fsync of its folder
 * only. That is stricter than ext4, which keeps a new file's name with the file's own fsync. More lenient than a disk
 * is one thing: the name of a folder comes with its own fsync, that of the data folder is there from the beginning.
 *
 *   MOI_DISK_LIVE     the data folder, as the program sees it
 *   MOI_DISK_SHADOW   holds `files/<inode>`, what was synced of each file, and `folder/`, the names that were synced,
 *                     as hard links to those. So a sync of a file shows under all of its names, and one of a folder
 *                     need not know which renames led to it. `files/<inode>.lost` is there after a failed sync.
 *   MOI_DISK_CONTROL  a file of orders, read at each call: `eio-on-sync`, `limit BYTES` of the whole data folder,
 *                     `end-before-sync N`: the program is killed when it asks for its Nth sync; `read-only`: each write
 *                     is refused, as by a file system that met an error; `eio-on-data-sync` and
 *                     `end-before-data-sync` mean the syncs of files alone, not of folders
 *
 * A failed sync is as on Linux: the error is told once, and what it should have written stays readable but reaches the
 * disk never, unless it is written again. The real syncs are left out, since no real disk loses its power. Each takes a
 * random moment instead, so that a kill finds it at any point.
 *
 * Writes by mmap, by raw system calls or to O_SYNC files are not seen. What is not seen is not kept, so a program that
 * syncs in another way fails its test instead of passing it.
 */
#include "disk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* More than this many ranges of a file, and the next sync copies all of it. */
#define RANGES_MAX 512
#define FILES_MAX 256
#define SYNC_MICROSECONDS_MAX 300

struct range { off_t from, to; };
/* What was written to a file since its last sync. `whole` when that is not known. */
struct file { ino_t inode; int whole, count; struct range ranges[RANGES_MAX]; };

static struct file files[FILES_MAX];
static int file_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
const char *live;
static const char *shadow, *control;

__attribute__((constructor)) static void begin(void)
{
    live = getenv("MOI_DISK_LIVE");
    shadow = getenv("MOI_DISK_SHADOW");
    control = getenv("MOI_DISK_CONTROL");
}

/* Asked of the kernel each time, so that copies of a handle need no book-keeping. */
const char *inside(int fd, char path[PATH_MAX])
{
    char name[64];
    if (!live || !shadow)
        return NULL;
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(name, path, PATH_MAX - 1);
    if (length < 0)
        return NULL;
    path[length] = 0;
    size_t root = strlen(live);
    return !strncmp(path, live, root) && (path[root] == '/' || !path[root]) ? path + root : NULL;
}

void read_control(char orders[128])
{
    orders[0] = 0;
    int fd = control ? REAL(open)(control, O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0)
        return;
    ssize_t length = read(fd, orders, 127);
    orders[length > 0 ? length : 0] = 0;
    close(fd);
}

/* --- the shadow; the lock is held --- */

static struct file *file_of(ino_t inode)
{
    for (int at = 0; at < file_count; at++)
        if (files[at].inode == inode)
            return &files[at];
    /* Never forgotten means never found full in a test; the first is given up, and copied whole when it comes again. */
    struct file *file = &files[file_count < FILES_MAX ? file_count++ : 0];
    /* What an earlier program wrote is written by this one's first sync, unless a failed sync has lost it. */
    char lost[PATH_MAX];
    snprintf(lost, sizeof lost, "%s/files/%lu.lost", shadow, (unsigned long)inode);
    *file = (struct file){ .inode = inode, .whole = access(lost, F_OK) != 0 };
    return file;
}

/* Opens what was synced of a file; empty when nothing was. */
static int open_kept(ino_t inode)
{
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/files/%lu", shadow, (unsigned long)inode);
    return REAL(open)(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

static void copy_range(int from, int to, off_t at, off_t end)
{
    static char buffer[1 << 16];
    while (at < end) {
        size_t wanted = end - at < (off_t)sizeof buffer ? (size_t)(end - at) : sizeof buffer;
        ssize_t length = pread(from, buffer, wanted, at);
        if (length <= 0)
            return;
        if (REAL(pwrite)(to, buffer, length, at) != length)
            abort();
        at += length;
    }
}

static void keep_file(int fd, ino_t inode)
{
    char name[64];
    struct stat status;
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    int from = REAL(open)(name, O_RDONLY | O_CLOEXEC), to = open_kept(inode);
    /* The size at a time when each range that is noted lies within it. */
    if (from < 0 || to < 0 || fstat(from, &status))
        abort();
    struct file *file = file_of(inode);
    if (file->whole)
        copy_range(from, to, 0, status.st_size);
    for (int at = 0; at < file->count && !file->whole; at++)
        copy_range(from, to, file->ranges[at].from, file->ranges[at].to);
    if (REAL(ftruncate)(to, status.st_size))
        abort();
    file->whole = file->count = 0;
    close(from);
    close(to);
}

/* Gives a name in the shadow to what is synced of a file. */
static void keep_name(const char *name, ino_t inode)
{
    char kept[PATH_MAX], linking[PATH_MAX];
    struct stat is, wanted;
    close(open_kept(inode));
    snprintf(kept, sizeof kept, "%s/files/%lu", shadow, (unsigned long)inode);
    snprintf(linking, sizeof linking, "%s/linking", shadow);
    if (!stat(name, &is) && !stat(kept, &wanted) && is.st_ino == wanted.st_ino)
        return;
    unlink(linking);
    if (link(kept, linking) || rename(linking, name))
        abort();
}

/* Makes the names of a folder in the shadow those of the live one: first what came, then what went. */
static void keep_folder(const char *folder)
{
    char path[PATH_MAX], other[PATH_MAX];
    struct stat status;
    struct dirent *entry;
    snprintf(path, sizeof path, "%s/folder%s", shadow, folder);
    mkdir(path, 0700);
    for (int came = 1; came >= 0; came--) {
        snprintf(path, sizeof path, "%s%s%s", came ? live : shadow, came ? "" : "/folder", folder);
        DIR *entries = opendir(path);
        while (entries && (entry = readdir(entries))) {
            if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
                continue;
            snprintf(path, sizeof path, "%s%s/%s", live, folder, entry->d_name);
            snprintf(other, sizeof other, "%s/folder%s/%s", shadow, folder, entry->d_name);
            if (!came && lstat(path, &status) && errno == ENOENT)
                remove(other);
            else if (came && !lstat(path, &status) && S_ISREG(status.st_mode))
                keep_name(other, status.st_ino);
            else if (came && S_ISDIR(status.st_mode))
                mkdir(other, 0700);
        }
        if (entries)
            closedir(entries);
    }
}

/* An inode that a removed file had before starts anew; a name that was synced still has what the removed one held. */
void note_created(int fd)
{
    char path[PATH_MAX];
    struct stat status;
    if (fd < 0 || !inside(fd, path) || fstat(fd, &status) || !S_ISREG(status.st_mode))
        return;
    pthread_mutex_lock(&lock);
    snprintf(path, sizeof path, "%s/files/%lu.lost", shadow, (unsigned long)status.st_ino);
    unlink(path);
    *strrchr(path, '.') = 0;
    unlink(path);
    struct file *file = file_of(status.st_ino);
    file->count = 0;
    file->whole = 1;
    pthread_mutex_unlock(&lock);
}

void note_write(int fd, off_t from, off_t to)
{
    char path[PATH_MAX];
    struct stat status;
    if (!inside(fd, path) || fstat(fd, &status))
        return;
    pthread_mutex_lock(&lock);
    struct file *file = file_of(status.st_ino);
    struct range *last = file->count ? &file->ranges[file->count - 1] : NULL;
    if (last && last->to == from)
        last->to = to;
    else if (file->count < RANGES_MAX)
        file->ranges[file->count++] = (struct range){ from, to };
    else
        file->whole = 1;
    pthread_mutex_unlock(&lock);
}

void note_change(int fd)
{
    char path[PATH_MAX];
    struct stat status;
    if (!inside(fd, path) || fstat(fd, &status))
        return;
    pthread_mutex_lock(&lock);
    file_of(status.st_ino)->whole = 1;
    pthread_mutex_unlock(&lock);
}

/* --- syncs --- */

/* Mostly short, so that there is load; one in sixteen long, so that many kills come before the sync or right after. */
static void wait_a_moment(void)
{
    static unsigned state = 2463534242u;
    unsigned next = state;
    next ^= next << 13, next ^= next >> 17, next ^= next << 5;
    state = next;
    usleep(next % SYNC_MICROSECONDS_MAX * ((next >> 16) % 16 ? 1 : 32));
}

/* What was written is taken for synced, also by later programs, and is not. */
static void lose(ino_t inode)
{
    char lost[PATH_MAX];
    snprintf(lost, sizeof lost, "%s/files/%lu.lost", shadow, (unsigned long)inode);
    close(REAL(open)(lost, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    file_of(inode)->count = file_of(inode)->whole = 0;
}

/* Counts the syncs of this program, of its files and folders alike. */
static void end_where_it_was_told(const char *orders)
{
    static int syncs;
    const char *order = strstr(orders, "end-before-sync ");
    if (order && __atomic_add_fetch(&syncs, 1, __ATOMIC_SEQ_CST) == atoi(order + strlen("end-before-sync ")))
        raise(SIGKILL);
}

/* Returns 1 when the file lies elsewhere. */
static int sync_inside(int fd)
{
    char path[PATH_MAX], orders[128];
    struct stat status;
    const char *name = inside(fd, path);
    if (!name || fstat(fd, &status))
        return 1;
    read_control(orders);
    end_where_it_was_told(orders);
    if (S_ISREG(status.st_mode) && strstr(orders, "end-before-data-sync"))
        raise(SIGKILL);
    int fails = strstr(orders, "eio-on-sync") != NULL
        || (S_ISREG(status.st_mode) && strstr(orders, "eio-on-data-sync") != NULL);
    wait_a_moment();
    pthread_mutex_lock(&lock);
    if (fails)
        lose(status.st_ino);
    else if (S_ISDIR(status.st_mode))
        keep_folder(name);
    else
        keep_file(fd, status.st_ino);
    pthread_mutex_unlock(&lock);
    wait_a_moment();
    errno = EIO;
    return fails ? -1 : 0;
}

int fsync(int fd)
{
    int done = sync_inside(fd);
    return done > 0 ? REAL(fsync)(fd) : done;
}

int fdatasync(int fd)
{
    int done = sync_inside(fd);
    return done > 0 ? REAL(fdatasync)(fd) : done;
}
