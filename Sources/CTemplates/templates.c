#include "templates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Each file under templates/ stands here once; a test compares this list with the folder.
#define TEMPLATE_BYTES(identifier) static const unsigned char identifier[]

TEMPLATE_BYTES(organizations_changes) = {
#embed "../../templates/organizations-changes.yaml"
};
TEMPLATE_BYTES(organizations_changes_new_trail) = {
#embed "../../templates/organizations-changes-new-trail.yaml"
};
TEMPLATE_BYTES(own_pattern) = {
#embed "../../templates/own-pattern.yaml"
};

static const struct gen_template templates[] = {
    {"organizations-changes", organizations_changes, sizeof organizations_changes},
    {"organizations-changes-new-trail", organizations_changes_new_trail, sizeof organizations_changes_new_trail},
    {"own-pattern", own_pattern, sizeof own_pattern},
};
const struct gen_template *gen_templates(void) { return templates; }

size_t gen_template_count(void) { return sizeof templates / sizeof templates[0]; }
