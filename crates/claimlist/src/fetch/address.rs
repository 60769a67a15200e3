//! Addresses as requests need them: those that were typed, and those that a page redirects to.
//!
//! Parsed here, since what the libraries for it add (names in all scripts, and their tables) is larger than all the rest of
//! fetching.

use ureq::http::Uri;

/// An address as requests need it: what browsers show in plain letters is written out, and the place in the page left out.
///
/// # Errors
/// What is wrong and what to do, in words.
pub(super) fn uri(address: &str) -> Result<Uri, String> {
    let (scheme, rest) = address.split_once("://").unwrap_or_default();
    let scheme = scheme.to_ascii_lowercase();
    if scheme != "http" && scheme != "https" {
        return Err("only http and https addresses are got: give one, or a file".to_owned());
    }
    let rest = rest.split('#').next().unwrap_or_default();
    let (host, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    if host.contains('@') {
        return Err("there is a password in the address, and claimlist sends none: save the page from a browser and give \
                    the file"
            .to_owned());
    }
    if !host.is_ascii() {
        return Err(format!(
            "the name {host} has other than plain letters: give it as xn--..., which browsers copy to the clipboard"
        ));
    }
    let mut written = format!("{scheme}://{host}");
    for byte in path.bytes() {
        match byte {
            b'!' | b'#'..=b';' | b'=' | b'?'..=b'Z' | b'[' | b']' | b'_' | b'a'..=b'z' | b'~' => {
                written.push(byte.into());
            }
            _ => written.push_str(&format!("%{byte:02X}")),
        }
    }
    written.parse().map_err(|error| format!("it is no address ({error}): is it complete?"))
}

/// The address that a page redirects to: whole, or seen from the page's own, as RFC 3986 has it in section 5.
///
/// # Errors
/// See [`uri`].
pub(super) fn redirected(from: &Uri, to: &str) -> Result<Uri, String> {
    let (scheme, authority) =
        (from.scheme_str().unwrap_or_default(), from.authority().map_or("", |authority| authority.as_str()));
    let to = to.trim().split('#').next().unwrap_or_default();
    let scheme_end = to.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c));
    let whole = match scheme_end.filter(|&end| end > 0 && to[end..].starts_with(':')) {
        Some(_) => to.to_owned(),
        None if to.starts_with("//") => format!("{scheme}:{to}"),
        None => format!("{scheme}://{authority}{}", path(from, to)),
    };
    uri(&whole).map_err(|fault| format!("it redirects to {whole}: {fault}"))
}

/// The path, and what follows a question mark, of a place that is seen from a page of the same site.
fn path(from: &Uri, to: &str) -> String {
    if to.is_empty() {
        return from.path_and_query().map_or_else(String::new, ToString::to_string);
    }
    let (to, query) = to.split_at(to.find('?').unwrap_or(to.len()));
    let seen = match to {
        "" => from.path().to_owned(),
        _ if to.starts_with('/') => to.to_owned(),
        _ => format!("{}/{to}", from.path().rsplit_once('/').map_or("", |(folder, _)| folder)),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in seen.split('/').skip(1) {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            _ => steps.push(step),
        }
    }
    // A folder ends in a slash, also one that is named by dots.
    if seen.ends_with("/.") || seen.ends_with("/..") {
        steps.push("");
    }
    format!("/{}{query}", steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_written_out() {
        for (address, written) in [
            ("HTTPS://example.org", "https://example.org/"),
            (
                "http://example.org:8080/a b/é?q=ü&x=%20#part",
                "http://example.org:8080/a%20b/%C3%A9?q=%C3%BC&x=%20",
            ),
            ("https://example.org?a=1", "https://example.org/?a=1"),
            ("https://[::1]:80/a", "https://[::1]:80/a"),
        ] {
            assert_eq!(uri(address).unwrap().to_string(), written);
        }
        for (address, fault) in [
            ("ftp://example.org/a", "only http and https"),
            ("file:///etc/passwd", "only http and https"),
            ("https://ann:secret@example.org/", "there is a password"),
            ("https://zürich.example/", "the name zürich.example has other than plain letters"),
            ("https://", "it is no address"),
            ("https://exa mple.org/", "it is no address"),
        ] {
            let told = uri(address).unwrap_err();
            assert!(told.starts_with(fault), "{address}: {told}");
        }
    }

    /// The examples of RFC 3986, section 5.4, as far as they are of http.
    #[test]
    fn redirects_are_seen_from_the_page() {
        let from: Uri = "http://a/b/c/d;p?q".parse().unwrap();
        for (to, whole) in [
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g/"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("g#s", "http://a/b/c/g"),
            (";x", "http://a/b/c/;x"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            ("..g", "http://a/b/c/..g"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("https://other.example/x", "https://other.example/x"),
        ] {
            assert_eq!(redirected(&from, to).unwrap().to_string(), whole, "{to}");
        }
        for to in ["file:///etc/passwd", "javascript:alert(1)", "mailto:ann@example.org", "http:g"] {
            let told = redirected(&from, to).unwrap_err();
            assert_eq!(
                told,
                format!("it redirects to {to}: only http and https addresses are got: give one, or a file")
            );
        }
    }
}
