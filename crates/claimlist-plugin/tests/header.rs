//! The C header and the Rust types agree in every size and offset, as the system's C compiler sees the header.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fmt::Write as _;
use std::mem::{offset_of, size_of};
use std::process::Command;

use claimlist_plugin::abi;

macro_rules! layout {
    ($source:ident: $($c:ident = $rust:ident { $($field:ident),* };)*) => {$(
        writeln!($source, "_Static_assert(sizeof({0}) == {1}, \"size of {0}\");", stringify!($c), size_of::<abi::$rust>()).unwrap();
        $(writeln!(
            $source,
            "_Static_assert(offsetof({0}, {1}) == {2}, \"{0}.{1}\");",
            stringify!($c), stringify!($field), offset_of!(abi::$rust, $field)
        ).unwrap();)*
    )*};
}

#[test]
fn the_header_has_the_layout_of_the_types() {
    let mut source = String::from("#include \"claimlist_plugin.h\"\n");
    layout! { source:
        cl_str = Str { ptr, len };
        cl_fact = Fact { key, text, number, flags, reserved };
        cl_sentence = SentenceSpan { start, end, block, reserved };
        cl_document = Document { struct_size, sentence_stride, path, title, text, language, date, sentences, sentence_count };
        cl_claim = Claim { id, kind, text, speaker, start, end, sentence, line, worth_permille, flags, facts, fact_count };
        cl_batch = Batch { struct_size, claim_stride, fact_stride, reserved, document, claims, claim_count };
        cl_hint = Hint { struct_size, claim_index, check, text, url, priority, finding };
        cl_host = Host { struct_size, abi_major, abi_minor, ctx, log, fail, hint };
        cl_plugin = Plugin { struct_size, abi_major, abi_minor, flags, name, version, author, description, create, check, destroy };
    }
    for (name, value) in [
        ("CL_ERROR", abi::ERROR),
        ("CL_PANIC", abi::PANIC),
        ("CL_STOPPED", abi::STOPPED),
        ("CL_BAD_ARGUMENT", abi::BAD_ARGUMENT),
        ("CL_HINT_STOP", abi::HINT_STOP),
    ] {
        writeln!(source, "_Static_assert({name} == {value}, \"{name}\");").unwrap();
    }
    let file = std::env::temp_dir().join(format!("claimlist-header-{}.c", std::process::id()));
    std::fs::write(&file, source).unwrap();
    let include = concat!(env!("CARGO_MANIFEST_DIR"), "/include");
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let output = Command::new(&compiler)
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-I", include])
        .arg(&file)
        .output()
        .unwrap_or_else(|error| panic!("{compiler} does not start ({error}): Rust links with it, too"));
    std::fs::remove_file(&file).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
