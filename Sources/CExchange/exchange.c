#define _GNU_SOURCE
#include "exchange.h"

#include <errno.h>
#include <stdio.h>

#ifdef __APPLE__
int gen_exchange(const char *one, const char *other) { return renamex_np(one, other, RENAME_SWAP); }
#else
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

int gen_exchange(const char *one, const char *other) {
  const unsigned int exchange = 2; // RENAME_EXCHANGE of linux/fs.h, which not every libc declares
  if (syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, exchange) == 0) return 0;
  if (errno == EINVAL || errno == ENOSYS) errno = ENOTSUP;
  return -1;
}
#endif
