//! Renders checklists.
