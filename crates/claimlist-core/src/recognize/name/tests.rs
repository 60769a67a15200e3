//! Names and roles in sentences of our own.
