#pragma once

#include <stddef.h>

/// Each answers the first byte of an embedded schema file (see extract.py for the format) and stores its length.
const unsigned char *gen_schemas_cloudformation(size_t *count);
const unsigned char *gen_schemas_terraform(size_t *count);
const unsigned char *gen_schemas_awscli(size_t *count);
const unsigned char *gen_schemas_words(size_t *count);
