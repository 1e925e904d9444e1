#include "templates.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// Each file under templates/ stands here once; a test compares this list with the folder.
#define TEMPLATE_BYTES(identifier) static const unsigned char identifier[]

TEMPLATE_BYTES(central_log_group) = {
#embed "../../templates/central-log-group.yaml"
};
TEMPLATE_BYTES(central_topic) = {
#embed "../../templates/central-topic.yaml"
};
TEMPLATE_BYTES(cis_1_2_0) = {
#embed "../../templates/cis-1.2.0.yaml"
};
TEMPLATE_BYTES(cis_1_3_0) = {
#embed "../../templates/cis-1.3.0.yaml"
};
TEMPLATE_BYTES(cis_1_4_0) = {
#embed "../../templates/cis-1.4.0.yaml"
};
TEMPLATE_BYTES(cis_1_5_0) = {
#embed "../../templates/cis-1.5.0.yaml"
};
TEMPLATE_BYTES(cis_2_0_0) = {
#embed "../../templates/cis-2.0.0.yaml"
};
TEMPLATE_BYTES(cis_3_0_0) = {
#embed "../../templates/cis-3.0.0.yaml"
};
TEMPLATE_BYTES(cis_4_0_0) = {
#embed "../../templates/cis-4.0.0.yaml"
};
TEMPLATE_BYTES(cis_4_0_1) = {
#embed "../../templates/cis-4.0.1.yaml"
};
TEMPLATE_BYTES(cis_5_0_0) = {
#embed "../../templates/cis-5.0.0.yaml"
};
TEMPLATE_BYTES(cis_6_0_0) = {
#embed "../../templates/cis-6.0.0.yaml"
};
TEMPLATE_BYTES(cis_7_0_0) = {
#embed "../../templates/cis-7.0.0.yaml"
};
TEMPLATE_BYTES(every_checker) = {
#embed "../../templates/every-checker.yaml"
};
TEMPLATE_BYTES(extended) = {
#embed "../../templates/extended.yaml"
};
TEMPLATE_BYTES(member_accounts) = {
#embed "../../templates/member-accounts.yaml"
};
TEMPLATE_BYTES(organizations_changes) = {
#embed "../../templates/organizations-changes.yaml"
};
TEMPLATE_BYTES(organizations_changes_new_trail) = {
#embed "../../templates/organizations-changes-new-trail.yaml"
};
TEMPLATE_BYTES(own_pattern) = {
#embed "../../templates/own-pattern.yaml"
};
TEMPLATE_BYTES(security_hub) = {
#embed "../../templates/security-hub.yaml"
};

static const struct gen_template templates[] = {
    {"central-log-group", central_log_group, sizeof central_log_group},
    {"central-topic", central_topic, sizeof central_topic},
    {"cis-1.2.0", cis_1_2_0, sizeof cis_1_2_0},
    {"cis-1.3.0", cis_1_3_0, sizeof cis_1_3_0},
    {"cis-1.4.0", cis_1_4_0, sizeof cis_1_4_0},
    {"cis-1.5.0", cis_1_5_0, sizeof cis_1_5_0},
    {"cis-2.0.0", cis_2_0_0, sizeof cis_2_0_0},
    {"cis-3.0.0", cis_3_0_0, sizeof cis_3_0_0},
    {"cis-4.0.0", cis_4_0_0, sizeof cis_4_0_0},
    {"cis-4.0.1", cis_4_0_1, sizeof cis_4_0_1},
    {"cis-5.0.0", cis_5_0_0, sizeof cis_5_0_0},
    {"cis-6.0.0", cis_6_0_0, sizeof cis_6_0_0},
    {"cis-7.0.0", cis_7_0_0, sizeof cis_7_0_0},
    {"every-checker", every_checker, sizeof every_checker},
    {"extended", extended, sizeof extended},
    {"member-accounts", member_accounts, sizeof member_accounts},
    {"organizations-changes", organizations_changes, sizeof organizations_changes},
    {"organizations-changes-new-trail", organizations_changes_new_trail, sizeof organizations_changes_new_trail},
    {"own-pattern", own_pattern, sizeof own_pattern},
    {"security-hub", security_hub, sizeof security_hub},
};
const struct gen_template *gen_templates(void) { return templates; }

size_t gen_template_count(void) { return sizeof templates / sizeof templates[0]; }
