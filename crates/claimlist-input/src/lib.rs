//! Reads articles into [`Document`](claimlist_core::Document)s.

pub mod text;
