#ifndef GEN_TEMPLATES_H
#define GEN_TEMPLATES_H

#include <stddef.h>

/// A spec that is built into the program: a file under templates/.
struct gen_template {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The templates, in the order of their names.
const struct gen_template *gen_templates(void);

/// How many there are.
size_t gen_template_count(void);

#endif
