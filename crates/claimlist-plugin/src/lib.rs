//! The C ABI and the SDK for plugin authors.
