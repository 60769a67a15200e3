/* A plugin that behaves, but for what a test puts into it with -D: code at the places called AT_.., or another value of a
 * field of the descriptor. It gives one hint on the first claim, so that a test can tell that it ran.
 */
#include "claimlist_plugin.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef AT_FILE
#define AT_FILE
#endif
#ifndef AT_LOAD
#define AT_LOAD
#endif
#ifndef AT_ENTRY
#define AT_ENTRY
#endif
#ifndef AT_CREATE
#define AT_CREATE
#endif
#ifndef AT_CHECK
#define AT_CHECK
#endif
#ifndef AT_DESTROY
#define AT_DESTROY
#endif
#ifndef NAME
#define NAME "misbehaving"
#endif
#ifndef ENTRY
#define ENTRY claimlist_plugin_v1
#endif
#ifndef SIZE
#define SIZE sizeof(cl_plugin)
#endif
#ifndef MAJOR
#define MAJOR CL_ABI_MAJOR
#endif
#ifndef CHECK
#define CHECK check
#endif

/* Gives a hint of which everything is in order but what the arguments say. */
static inline int32_t give(const cl_host *host, uint32_t index, cl_str check, cl_str text, uint32_t priority) {
    cl_hint hint = {
        .struct_size = sizeof hint, .claim_index = index, .check = check, .text = text, .priority = priority};
    return host->hint(host->ctx, &hint);
}

static inline cl_str str(const char *text) {
    cl_str borrowed = {text, strlen(text)};
    return borrowed;
}

AT_FILE

__attribute__((constructor)) static void at_load(void) { AT_LOAD }

static int32_t create(const cl_host *host, cl_str config, void **instance) {
    static int nothing;
    (void)host;
    (void)config;
    *instance = &nothing;
    AT_CREATE
    return CL_OK;
}

static inline int32_t check(void *instance, const cl_host *host, const cl_batch *batch) {
    (void)instance;
    if (batch->claim_count) {
        give(host, 0, str("ran"), str("It ran."), CL_LOW);
    }
    AT_CHECK
    return CL_OK;
}

static void destroy(void *instance) {
    (void)instance;
    AT_DESTROY
}

static const cl_plugin plugin = {
    .struct_size = SIZE,
    .abi_major = MAJOR,
    .abi_minor = CL_ABI_MINOR,
    .name = CL_STR(NAME),
    .version = CL_STR("1.0.0"),
    .create = create,
    .check = CHECK,
    .destroy = destroy,
};

CL_EXPORT const cl_plugin *ENTRY(uint32_t host_major, uint32_t host_minor) {
    (void)host_major;
    (void)host_minor;
    AT_ENTRY
    return &plugin;
}
