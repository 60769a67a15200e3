//! End-to-end tests of the claimlist program.
