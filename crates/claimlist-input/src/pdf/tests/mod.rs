//! Documents made here, and broken ones.

mod hostile;
mod layout;
mod made;

use claimlist_core::{BlockKind, Document};

use crate::{ReadError, Source, read_file};

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    read_file(Source { bytes: bytes.to_vec(), charset: None }, "", None)?.remove(0)
}

fn blocks(document: &Document) -> Vec<(BlockKind, &str, &str)> {
    let of = |block: &claimlist_core::Block| {
        (block.kind, block.span.of(document.text()), document.place(block.span.start).unwrap())
    };
    document.blocks.iter().map(of).collect()
}
