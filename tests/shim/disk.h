/* What the two halves of the unsure disk share: `shadow.c` keeps what was synced, `calls.c` sees opens and writes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <limits.h>
#include <stddef.h>
#include <sys/types.h>

/* The C library's own function, also where this library has one of the same name. */
#define REAL(name) \
    ({ static __typeof__(&name) found; if (!found) found = (__typeof__(&name))dlsym(RTLD_NEXT, #name); found; })

/* The data folder, as the program sees it. */
extern const char *live;

/* The path of an open file within the data folder, empty for the folder itself; NULL when it lies elsewhere. */
const char *inside(int fd, char path[PATH_MAX]);

/* The orders to the disk; an empty text when there are none. */
void read_control(char orders[128]);

/* A file was made. */
void note_created(int fd);

/* A part of a file was written, or in a way that touches any part of it. */
void note_write(int fd, off_t from, off_t to);
void note_change(int fd);
