#ifndef GEN_EXCHANGE_H
#define GEN_EXCHANGE_H

/// Lets two paths on one file system change places in one step. 0, or -1 with errno set: ENOTSUP where the system cannot.
int gen_exchange(const char *one, const char *other);

#endif
