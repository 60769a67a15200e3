//! What goes wrong on the network, in words: what happened, and what to do.

use std::io::{self, ErrorKind};
use std::time::Duration;

use ureq::Timeout;
use ureq::http::{StatusCode, Uri};
use ureq::tls::RootCerts;

use super::guard::Refusal;

/// What always helps.
const SAVE: &str = "open it in a browser, save the page and give the file";

/// What is wrong where no answer came, or none that could be read.
pub(super) fn of_error(error: ureq::Error, uri: &Uri, timeout: Duration, roots: &RootCerts) -> String {
    let host = uri.host().unwrap_or_default();
    match error {
        ureq::Error::Other(other) => match other.downcast::<Refusal>() {
            Ok(refusal) => refusal.to_string(),
            Err(other) => format!("it cannot be got ({other}): {SAVE}"),
        },
        ureq::Error::HostNotFound => format!(
            "the name {host} is not known, or there is no network: look for a misspelling, and whether you are connected"
        ),
        ureq::Error::Timeout(Timeout::Connect | Timeout::Resolve) => {
            format!("{host} does not answer: try again later, or {SAVE}")
        }
        ureq::Error::Timeout(_) => format!(
            "it takes more than {} s: try again later, give it longer with --fetch-timeout, or {SAVE}",
            timeout.as_secs()
        ),
        ureq::Error::TooManyRedirects => {
            format!("it redirects again and again, as where a login is missing: {SAVE}")
        }
        ureq::Error::Rustls(error) => untrusted(&error, roots),
        ureq::Error::Tls(what) => format!("no secret connection comes about ({what}): {SAVE}"),
        ureq::Error::Decompress(..) => format!("what it gives is damaged (gzip): try again later, or {SAVE}"),
        ureq::Error::InvalidProxyUrl | ureq::Error::ConnectProxyFailed(_) => format!(
            "the proxy that the environment names (HTTPS_PROXY, HTTP_PROXY or ALL_PROXY) does not help ({error}): correct it, or except the host in NO_PROXY"
        ),
        ureq::Error::Io(error) => of_io(&error, uri, timeout, roots),
        other => format!("its answer is not as one of a web server ({other}): {SAVE}"),
    }
}

fn of_io(error: &io::Error, uri: &Uri, timeout: Duration, roots: &RootCerts) -> String {
    if let Some(error) = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
        return untrusted(error, roots);
    }
    let host = uri.host().unwrap_or_default();
    match error.kind() {
        ErrorKind::ConnectionRefused => {
            format!("{host} refuses the connection: is the address right, and the server running?")
        }
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            format!("there is no way to {host}: are you connected to the network?")
        }
        ErrorKind::TimedOut | ErrorKind::WouldBlock => {
            of_error(ureq::Error::Timeout(Timeout::Global), uri, timeout, roots)
        }
        ErrorKind::UnexpectedEof
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe => {
            format!("the connection broke off before all was there: try again, or {SAVE}")
        }
        _ => format!("it cannot be got ({error}): {SAVE}"),
    }
}

/// What is wrong with a connection that has to be secret.
fn untrusted(error: &rustls::Error, roots: &RootCerts) -> String {
    if matches!(roots, RootCerts::Specific(certificates) if certificates.is_empty()) {
        return "this system names no authorities for secret connections: install them (Debian: ca-certificates), or name a file of them in \
                SSL_CERT_FILE"
            .to_owned();
    }
    match error {
        rustls::Error::InvalidCertificate(why) => {
            format!(
                "its certificate is not to be trusted ({why}): is the address right? If you trust it all the same, {SAVE}"
            )
        }
        other => format!(
            "no secret connection comes about ({other}): is the address right, with https? Else {SAVE}"
        ),
    }
}

/// What is wrong where the server answers with this status.
pub(super) fn of_status(status: StatusCode) -> Option<String> {
    let remedy = match status.as_u16() {
        204 | 205 => return Some("the page is empty: is the address right?".to_owned()),
        200..300 => return None,
        401 | 402 | 403 | 407 | 451 => {
            "open it in a browser, where you may be logged in, save the page and give the file"
        }
        404 | 410 => "there is no such page: is the address right?",
        429 => "too many were got from there: try again later",
        500.. => "the server has a fault: try again later",
        _ => SAVE,
    };
    let reason = status.canonical_reason().map(|reason| format!(" {reason}")).unwrap_or_default();
    Some(format!("the server answers {}{reason}: {remedy}", status.as_u16()))
}

/// What is wrong with a page of this media type, if it can be no article.
pub(super) fn of_media_type(media_type: &str) -> Option<String> {
    let (main, sub) = media_type.split_once('/')?;
    let never = match main {
        "image" | "audio" | "video" | "font" | "model" => true,
        "text" => matches!(sub, "css" | "javascript" | "csv" | "calendar"),
        "application" => {
            matches!(
                sub,
                "json" | "ld+json" | "javascript" | "wasm" | "zip" | "gzip" | "x-tar" | "x-7z-compressed"
            )
        }
        _ => false,
    };
    never.then(|| {
        format!(
            "it is no article but {media_type}: give the address of the page, or the article's text in a file"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_told_with_a_remedy() {
        let roots = RootCerts::Specific(std::sync::Arc::new(Vec::new()));
        let told = |error| {
            of_error(error, &Uri::from_static("http://example.org/"), Duration::from_secs(30), &roots)
        };
        for (error, begins) in [
            (ureq::Error::HostNotFound, "the name example.org is not known"),
            (ureq::Error::Timeout(Timeout::Connect), "example.org does not answer"),
            (ureq::Error::Timeout(Timeout::RecvBody), "it takes more than 30 s"),
            (ureq::Error::Io(ErrorKind::NetworkUnreachable.into()), "there is no way to example.org"),
            (ureq::Error::Io(ErrorKind::ConnectionReset.into()), "the connection broke off"),
            (
                ureq::Error::Io(io::Error::other(rustls::Error::DecryptError)),
                "this system names no authorities",
            ),
            (ureq::Error::ConnectionFailed, "its answer is not as one of a web server"),
        ] {
            let told = told(error);
            assert!(told.starts_with(begins) && told.contains([':', '?']), "{told}");
        }
        let trusting =
            RootCerts::Specific(std::sync::Arc::new(vec![ureq::tls::Certificate::from_der(b"").to_owned()]));
        let unknown = rustls::Error::InvalidCertificate(rustls::CertificateError::UnknownIssuer);
        assert!(untrusted(&unknown, &trusting).starts_with("its certificate is not to be trusted"));
    }

    #[test]
    fn statuses() {
        let told = |status| of_status(StatusCode::from_u16(status).unwrap());
        assert_eq!(told(200), None);
        assert!(told(404).unwrap().starts_with("the server answers 404 Not Found: there is no such page"));
        assert!(told(403).unwrap().contains("logged in") && told(503).unwrap().contains("later"));
        assert!(told(304).unwrap().contains("304") && told(204).unwrap().contains("empty"));
    }

    #[test]
    fn media_that_are_no_articles() {
        for no in ["image/png", "video/mp4", "application/json", "text/css"] {
            assert!(of_media_type(no).is_some(), "{no}");
        }
        for yes in ["text/html", "application/pdf", "application/octet-stream", "text/plain", "odd"] {
            assert!(of_media_type(yes).is_none(), "{yes}");
        }
    }
}
