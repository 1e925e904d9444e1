#include "CGenSchemas.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char cloudformation[] = {
#embed "data/cloudformation.txt"
};
static const unsigned char terraform[] = {
#embed "data/terraform.txt"
};
static const unsigned char awscli[] = {
#embed "data/awscli.txt"
};
static const unsigned char words[] = {
#embed "data/words.txt"
};

const unsigned char *gen_schemas_cloudformation(size_t *count) {
  *count = sizeof(cloudformation);
  return cloudformation;
}

const unsigned char *gen_schemas_terraform(size_t *count) {
  *count = sizeof(terraform);
  return terraform;
}

const unsigned char *gen_schemas_awscli(size_t *count) {
  *count = sizeof(awscli);
  return awscli;
}

const unsigned char *gen_schemas_words(size_t *count) {
  *count = sizeof(words);
  return words;
}
