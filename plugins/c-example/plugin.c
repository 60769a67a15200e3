/* A claimlist plugin in C: finds shares of more than a whole ("120% of voters").
 *
 * Build: claimlist plugin build, or by hand: cc -shared -fPIC -O2 -I INCLUDE plugin.c -o libc_example.so, where INCLUDE is
 * the folder with claimlist_plugin.h.
 */
#include "claimlist_plugin.h"

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

/* Nothing has to be kept between articles, but an instance must not be NULL. */
static int32_t create(const cl_host *host, cl_str config_json, void **instance) {
    static int nothing;
    (void)host;
    (void)config_json;
    *instance = &nothing;
    return CL_OK;
}

static int32_t check(void *instance, const cl_host *host, const cl_batch *batch) {
    (void)instance;
    for (size_t i = 0; i < batch->claim_count; i++) {
        const cl_claim *claim = cl_claim_at(batch, i);
        const cl_fact *value = fact(batch, claim, "value");
        const cl_fact *unit = fact(batch, claim, "unit");
        const cl_fact *of = fact(batch, claim, "of");
        if (!value || !unit || !of || !is(unit->text, "percent")) {
            continue;
        }
        if (!(value->flags & CL_FACT_HAS_NUMBER) || value->number <= 100.0) {
            continue;
        }
        char text[256];
        int length = snprintf(text, sizeof text, "%g%% of %.*s is more than there is.", value->number,
                              (int)(of->text.len < 128 ? of->text.len : 128), of->text.ptr);
        cl_hint hint = {
            .struct_size = sizeof hint,
            .claim_index = (uint32_t)i,
            .check = CL_STR("more-than-a-whole"),
            .text = {text, (size_t)length},
            .priority = CL_HIGH,
            .finding = CL_CONFLICTS,
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
    .name = CL_STR("c-example"),
    .version = CL_STR("1.0.0"),
    .author = CL_STR("The claimlist developers"),
    .description = CL_STR("Finds shares of more than a whole."),
    .create = create,
    .check = check,
    .destroy = destroy,
};

const cl_plugin *claimlist_plugin_v1(uint32_t host_major, uint32_t host_minor) {
    (void)host_major;
    (void)host_minor;
    return &plugin;
}
