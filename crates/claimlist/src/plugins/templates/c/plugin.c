/* A claimlist plugin: says of round numbers that the exact figure is wanted. Put your own check in its place.
 *
 * Build: claimlist plugin build
 */
#include "claimlist_plugin.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static int is(cl_str text, const char *word) {
    return text.len == strlen(word) && memcmp(text.ptr, word, text.len) == 0;
}

/* The claim's fact of that name, or NULL. */
static const cl_fact *fact(const cl_batch *batch, const cl_claim *claim, const char *name) {
    for (size_t i = 0; i < claim->fact_count; i++) {
        const cl_fact *fact = cl_fact_at(batch, claim, i);
        if (is(fact->key, name)) {
            return fact;
        }
    }
    return NULL;
}

/* Called once, with the settings from claimlist.toml as a JSON object. An instance must not be NULL. */
static int32_t create(const cl_host *host, cl_str config_json, void **instance) {
    static int nothing;
    (void)host;
    (void)config_json;
    *instance = &nothing;
    return CL_OK;
}

/* Called for each article, with all its claims. */
static int32_t check(void *instance, const cl_host *host, const cl_batch *batch) {
    (void)instance;
    for (size_t i = 0; i < batch->claim_count; i++) {
        const cl_claim *claim = cl_claim_at(batch, i);
        const cl_fact *value = fact(batch, claim, "value");
        if (!is(claim->kind, "quantity") || !value || !(value->flags & CL_FACT_HAS_NUMBER)) {
            continue;
        }
        if (value->number < 1000.0 || fmod(value->number, 1000.0) != 0.0) {
            continue;
        }
        char text[512];
        int length = snprintf(text, sizeof text, "%.*s is a round number: ask for the exact figure.",
                              (int)(claim->text.len < 256 ? claim->text.len : 256), claim->text.ptr);
        cl_hint hint = {
            .struct_size = sizeof hint,
            .claim_index = (uint32_t)i,
            .check = CL_STR("round-number"),
            .text = {text, (size_t)length},
            .priority = CL_LOW,
        };
        if (host->hint(host->ctx, &hint) == CL_HINT_STOP) {
            return CL_STOPPED;
        }
    }
    return CL_OK;
}

static void destroy(void *instance) {
    (void)instance;
}

static const cl_plugin plugin = {
    .struct_size = sizeof plugin,
    .abi_major = CL_ABI_MAJOR,
    .abi_minor = CL_ABI_MINOR,
    .flags = CL_MULTI_INSTANCE,
    .name = CL_STR("{{name}}"),
    .version = CL_STR("0.1.0"),
    .author = CL_STR(""),
    .description = CL_STR("Says of round numbers that the exact figure is wanted."),
    .create = create,
    .check = check,
    .destroy = destroy,
};

const cl_plugin *claimlist_plugin_v1(uint32_t host_major, uint32_t host_minor) {
    (void)host_major;
    (void)host_minor;
    return &plugin;
}
