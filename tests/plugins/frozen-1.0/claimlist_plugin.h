/* claimlist_plugin.h: the border between claimlist and its plugins, version 1.0.
 *
 * A plugin is a shared library with one exported function, claimlist_plugin_v1, which returns a descriptor in static
 * storage. claimlist then calls create once, check once an article with all the article's claims, and destroy at the end.
 *
 * What holds:
 *   - No memory is allocated on one side and freed on the other, and no pointer outlives the call in which it was given.
 *   - check is never entered twice at once on one instance; an instance may be used by one thread after another.
 *   - Structs only ever grow at their end. Fill struct_size with sizeof; walk claims, facts and sentences by the strides.
 *   - Texts are UTF-8 without a closing NUL; {NULL, 0} is the empty text.
 *
 * Licence: MIT or Apache-2.0, as you like.
 */
#ifndef CLAIMLIST_PLUGIN_H
#define CLAIMLIST_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(_WIN32)
#define CL_EXPORT __declspec(dllexport)
#else
#define CL_EXPORT __attribute__((visibility("default")))
#endif

#define CL_ABI_MAJOR 1
#define CL_ABI_MINOR 0

/* Results of create and check. */
#define CL_OK 0           /* done */
#define CL_ERROR 1        /* failed, with the reason given through fail */
#define CL_PANIC 2        /* failed, and the instance must not be used again */
#define CL_STOPPED 3      /* returned early because hint answered CL_HINT_STOP */
#define CL_BAD_ARGUMENT 4 /* the program passed something that cannot be read */

/* Results of hint; below 0 the hint was refused. */
#define CL_HINT_TAKEN 0
#define CL_HINT_STOP 1

/* cl_hint.claim_index of a hint on the whole article. */
#define CL_WHOLE_DOCUMENT UINT32_MAX

/* cl_hint.priority */
#define CL_LOW 0
#define CL_MEDIUM 1
#define CL_HIGH 2

/* cl_hint.finding */
#define CL_NO_FINDING 0
#define CL_AGREES 1
#define CL_CONFLICTS 2

/* Flags. */
#define CL_FACT_HAS_NUMBER 1u
#define CL_CLAIM_QUOTED 1u
#define CL_PANIC_ABORTS 1u
#define CL_MULTI_INSTANCE 2u

/* Levels of log. */
#define CL_DEBUG 0
#define CL_INFO 1
#define CL_WARN 2

typedef struct cl_str {
    const char *ptr;
    size_t len; /* bytes */
} cl_str;

/* A text from a string literal. */
#define CL_STR(literal) { (literal), sizeof(literal) - 1 }

/* One typed fact of a claim: docs/facts.md lists the names. */
typedef struct cl_fact {
    cl_str key;
    cl_str text;
    double number; /* where flags has CL_FACT_HAS_NUMBER; finite */
    uint32_t flags;
    uint32_t reserved;
} cl_fact;

/* Byte offsets into the article's text. block: title 0, heading 1, paragraph 2, quote 3, list item 4, caption 5, table cell 6,
 * turn 7. */
typedef struct cl_sentence {
    uint64_t start;
    uint64_t end;
    uint32_t block;
    uint32_t reserved;
} cl_sentence;

typedef struct cl_document {
    uint32_t struct_size;
    uint32_t sentence_stride;
    cl_str path;
    cl_str title;
    cl_str text;
    cl_str language; /* BCP 47 */
    cl_str date;     /* ISO 8601, or empty */
    const cl_sentence *sentences;
    size_t sentence_count;
} cl_document;

typedef struct cl_claim {
    cl_str id;
    cl_str kind;
    cl_str text;
    cl_str speaker; /* or empty */
    uint64_t start; /* byte offsets into the article's text */
    uint64_t end;
    uint32_t sentence;       /* from 0 */
    uint32_t line;           /* from 1 */
    uint32_t worth_permille; /* 0 to 1000 */
    uint32_t flags;
    const cl_fact *facts; /* walk by the batch's fact_stride */
    size_t fact_count;
} cl_claim;

typedef struct cl_batch {
    uint32_t struct_size;
    uint32_t claim_stride;
    uint32_t fact_stride;
    uint32_t reserved;
    const cl_document *document;
    const cl_claim *claims; /* walk by claim_stride */
    size_t claim_count;
} cl_batch;

typedef struct cl_hint {
    uint32_t struct_size; /* sizeof(cl_hint) */
    uint32_t claim_index; /* from 0, or CL_WHOLE_DOCUMENT */
    cl_str check;         /* name of the check: a-z, 0-9 and -, at most 64 */
    cl_str text;          /* what to verify, 1 to 4096 bytes */
    cl_str url;           /* or empty */
    uint32_t priority;
    uint32_t finding;
} cl_hint;

/* What the program offers, valid for this call and on its thread. */
typedef struct cl_host {
    uint32_t struct_size;
    uint16_t abi_major;
    uint16_t abi_minor;
    void *ctx; /* hand it back to the functions below */
    void (*log)(void *ctx, uint32_t level, cl_str message);
    void (*fail)(void *ctx, cl_str message);
    int32_t (*hint)(void *ctx, const cl_hint *hint);
} cl_host;

typedef struct cl_plugin {
    uint32_t struct_size; /* sizeof(cl_plugin) */
    uint16_t abi_major;   /* CL_ABI_MAJOR */
    uint16_t abi_minor;   /* CL_ABI_MINOR */
    uint64_t flags;
    cl_str name; /* a-z, 0-9 and -, at most 64 */
    cl_str version;
    cl_str author;
    cl_str description;
    int32_t (*create)(const cl_host *host, cl_str config_json, void **instance);
    int32_t (*check)(void *instance, const cl_host *host, const cl_batch *batch);
    void (*destroy)(void *instance);
} cl_plugin;

/* The one function that a plugin exports. */
CL_EXPORT const cl_plugin *claimlist_plugin_v1(uint32_t host_major, uint32_t host_minor);

/* Claim `index` of a batch. */
static inline const cl_claim *cl_claim_at(const cl_batch *batch, size_t index) {
    return (const cl_claim *)(const void *)((const char *)batch->claims + index * batch->claim_stride);
}

/* Fact `index` of a claim of that batch. */
static inline const cl_fact *cl_fact_at(const cl_batch *batch, const cl_claim *claim, size_t index) {
    return (const cl_fact *)(const void *)((const char *)claim->facts + index * batch->fact_stride);
}

/* Sentence `index` of an article. */
static inline const cl_sentence *cl_sentence_at(const cl_document *document, size_t index) {
    return (const cl_sentence *)(const void *)((const char *)document->sentences + index * document->sentence_stride);
}

#ifdef __cplusplus
}
#endif

#endif
