//! Gets one page: within a time and a size, without cookies, passwords or anything kept.

use std::io::Read as _;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use claimlist_input::{Format, Source};
use ureq::config::Config;
use ureq::http::header::{CONTENT_ENCODING, CONTENT_TYPE, LOCATION};
use ureq::http::{Response, Uri};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{Connector as _, DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Proxy, ProxyProtocol};

use super::address::{redirected, uri};
use super::guard::Guard;
use super::{Page, fault};

/// Bytes of the largest page that is got, unpacked.
const LARGEST: u64 = 64 << 20;

/// How long making a connection may take.
const CONNECT: Duration = Duration::from_secs(10);

/// How often a page may redirect.
const REDIRECTS: usize = 10;

const USER_AGENT: &str = concat!("claimlist/", env!("CARGO_PKG_VERSION"));

const ACCEPT: &str = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/markdown, text/plain;q=0.9, */*;q=0.5";

/// The authorities that the system trusts; none where it names none.
static ROOTS: LazyLock<RootCerts> = LazyLock::new(|| {
    let found = rustls_native_certs::load_native_certs().certs;
    found.iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect::<Vec<_>>().into()
});

/// Gets the page at an address.
///
/// # Errors
/// What is wrong and what to do, in words.
pub(crate) fn get(address: &str, timeout: Duration) -> Result<Page, String> {
    let (url, response) = follow(uri(address)?, timeout)?;
    if let Some(fault) = fault::of_status(response.status()) {
        return Err(fault);
    }
    let kind = ContentType::of(&response);
    if let Some(fault) = fault::of_media_type(&kind.media_type) {
        return Err(fault);
    }
    if let Some(packed) = header(&response, CONTENT_ENCODING).filter(|packed| packed != "identity") {
        return Err(format!(
            "it is packed as {packed}, which was not asked for: save the page from a browser and give the file"
        ));
    }
    let name = kind.name(url.path());
    let in_words = |error| fault::of_error(error, &url, timeout, &ROOTS);
    let bytes = bytes(response.into_body()).map_err(|error| error.map_or_else(too_large, in_words))?;
    if bytes.is_empty() {
        return Err("the page is empty: is the address right?".to_owned());
    }
    Ok(Page { source: Source { bytes, charset: kind.charset }, name, url: url.to_string() })
}

/// The answer at an address, or at the one that it redirects to in the end; with that. The library would follow redirects too, but
/// reads relative ones amiss.
fn follow(mut uri: Uri, timeout: Duration) -> Result<(Uri, Response<Body>), String> {
    let (agent, begun) = (agent(timeout)?, Instant::now());
    for _ in 0..=REDIRECTS {
        let left = timeout.saturating_sub(begun.elapsed());
        let request = agent.get(&uri).config().timeout_global(Some(left)).build();
        let response = request.call().map_err(|error| fault::of_error(error, &uri, timeout, &ROOTS))?;
        let to = header(&response, LOCATION)
            .filter(|_| matches!(response.status().as_u16(), 301..=303 | 307 | 308));
        match to {
            None => return Ok((uri, response)),
            Some(to) => uri = redirected(&uri, &to)?,
        }
    }
    Err(fault::of_error(ureq::Error::TooManyRedirects, &uri, timeout, &ROOTS))
}

/// What makes the requests for one page.
fn agent(timeout: Duration) -> Result<Agent, String> {
    let proxy = Proxy::try_from_env();
    if proxy
        .as_ref()
        .is_some_and(|proxy| !matches!(proxy.protocol(), ProxyProtocol::Http | ProxyProtocol::Https))
    {
        return Err(
            "the environment names a SOCKS proxy, which is not supported: name one of HTTP in HTTPS_PROXY"
                .to_owned(),
        );
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls =
        TlsConfig::builder().root_certs(ROOTS.clone()).unversioned_rustls_crypto_provider(provider).build();
    let guard = Guard::new(proxy.is_some());
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .user_agent(USER_AGENT)
        .accept(ACCEPT)
        .proxy(proxy)
        .tls_config(tls)
        .timeout_connect(Some(CONNECT.min(timeout)))
        .build();
    Ok(Agent::with_parts(config, guard.chain(DefaultConnector::default()), Names::default()))
}

/// Looks names up as the system does.
#[derive(Debug, Default)]
struct Names(DefaultResolver);

impl Resolver for Names {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        self.0.resolve(uri, config, timeout).map_err(|error| match error {
            // Else it could not be told from what goes wrong with connections.
            ureq::Error::Io(_) => ureq::Error::HostNotFound,
            other => other,
        })
    }
}

/// All bytes, unpacked; or what went wrong, nothing if they are too many.
fn bytes(body: Body) -> Result<Vec<u8>, Option<ureq::Error>> {
    if body.content_length().is_some_and(|length| length > LARGEST) {
        return Err(None);
    }
    let mut bytes = Vec::new();
    body.into_reader().take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| Some(error.into()))?;
    if bytes.len() as u64 > LARGEST { Err(None) } else { Ok(bytes) }
}

fn too_large() -> String {
    format!(
        "it has more than {} MB, the most that is got: save the article alone and give the file",
        LARGEST >> 20
    )
}

/// What a server says of what it sends.
#[derive(Debug, Default, PartialEq, Eq)]
struct ContentType {
    /// In lower case; empty where it is not said.
    media_type: String,
    charset: Option<String>,
}

impl ContentType {
    fn of(response: &Response<Body>) -> Self {
        header(response, CONTENT_TYPE).map(|header| Self::read(&header)).unwrap_or_default()
    }

    /// `text/html; charset=iso-8859-1`.
    fn read(header: &str) -> Self {
        let mut parts = header.split(';').map(str::trim);
        let media_type = parts.next().unwrap_or_default().to_ascii_lowercase();
        let value = |part: &str| {
            let (key, value) = part.split_once('=')?;
            key.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"').to_owned())
        };
        Self { media_type, charset: parts.find_map(value) }
    }

    /// A file name that tells the format: as the server says, if that is more than "text", else that of the path.
    fn name(&self, path: &str) -> String {
        match Format::of_media_type(&self.media_type) {
            Some(format) if format != Format::Text => format!("page.{}", format.extension()),
            _ => path.rsplit('/').next().unwrap_or_default().to_owned(),
        }
    }
}

fn header(response: &Response<Body>, name: ureq::http::HeaderName) -> Option<String> {
    Some(String::from_utf8_lossy(response.headers().get(name)?.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_says_of_what_it_sends() {
        let read = |header: &str| {
            let ContentType { media_type, charset } = ContentType::read(header);
            (media_type, charset)
        };
        assert_eq!(read("text/html"), ("text/html".to_owned(), None));
        assert_eq!(
            read("Text/HTML; level=1; Charset=\"ISO-8859-1\""),
            ("text/html".to_owned(), Some("ISO-8859-1".to_owned()))
        );
        let name = |header: &str, path: &str| ContentType::read(header).name(path);
        assert_eq!(name("text/html", "/a.txt"), "page.html");
        assert_eq!(name("text/plain", "/x/draft.md"), "draft.md");
        assert_eq!(name("application/rss+xml", "/"), "page.rss");
        assert_eq!(name("", "/"), "");
    }
}
