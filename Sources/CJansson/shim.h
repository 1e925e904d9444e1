#include <jansson.h>

// Swift does not import function-like macros.
static inline size_t gen_json_indent(size_t columns) { return JSON_INDENT(columns); }
static inline size_t gen_json_real_precision(size_t digits) { return JSON_REAL_PRECISION(digits); }
static inline json_type gen_json_typeof(const json_t *value) { return json_typeof(value); }
