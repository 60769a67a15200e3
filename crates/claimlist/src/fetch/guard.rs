//! Watches over each connection before it is made: where a page redirects to is decided by whoever runs it, not by whoever typed
//! its address.
//!
//! The address that was typed may lead anywhere, also into a private network: newsrooms preview articles there. A redirect may
//! not lead from it to another machine of a private network, nor from https to http. What is checked is the addresses that are
//! connected to next, so that a name which changes its address in between gains nothing.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Mutex, PoisonError};

use ureq::http::Uri;
use ureq::http::uri::Scheme;
use ureq::unversioned::transport::{ConnectionDetails, Connector, Transport};

use super::public::is_public;

/// Why a connection is not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// A redirect to this host, which has this address of no public network.
    Private(String, IpAddr),
    /// A redirect from https to this address without it.
    NoLongerSecret(String),
    /// There is a name or a password in the address.
    Credentials,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Private(host, address) if host == &address.to_string() => {
                write!(
                    f,
                    "it redirects to {host}, which is in no public network: give that address itself if you trust it"
                )
            }
            Self::Private(host, address) => write!(
                f,
                "it redirects to {host} ({address}), which is in no public network: give that address itself if you trust it"
            ),
            Self::NoLongerSecret(uri) => write!(
                f,
                "it redirects from https to {uri}, which anybody on the way can read and change: give that address itself if you trust it"
            ),
            Self::Credentials => f.write_str(
                "there is a password in the address: save the page from a browser and give the file",
            ),
        }
    }
}

impl std::error::Error for Refusal {}

/// Watches over the connections that one article takes.
#[derive(Debug)]
pub(super) struct Guard {
    proxied: bool,
    typed: Mutex<Option<Typed>>,
}

/// What the address that was typed led to.
#[derive(Debug)]
struct Typed {
    https: bool,
    addresses: Vec<IpAddr>,
}

impl Guard {
    /// A guard who has seen no address yet. `proxied` says that connections go through a proxy, which then looks names up.
    pub(super) fn new(proxied: bool) -> Self {
        Self { proxied, typed: Mutex::default() }
    }

    /// Whether a connection may be made for this address, which leads to these machines. The first address is the one that was
    /// typed.
    fn check(&self, uri: &Uri, machines: &[IpAddr]) -> Result<(), Refusal> {
        if uri.authority().is_some_and(|authority| authority.as_str().contains('@')) {
            return Err(Refusal::Credentials);
        }
        let https = uri.scheme() == Some(&Scheme::HTTPS);
        let mut typed = self.typed.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(typed) = typed.as_mut() else {
            *typed = Some(Typed { https, addresses: machines.to_vec() });
            return Ok(());
        };
        if typed.https && !https {
            return Err(Refusal::NoLongerSecret(uri.to_string()));
        }
        typed.https |= https;
        match machines.iter().find(|&&address| !is_public(address) && !typed.addresses.contains(&address)) {
            Some(address) => Err(Refusal::Private(host(uri).to_owned(), *address)),
            None => Ok(()),
        }
    }
}

impl<In: Transport> Connector<In> for Guard {
    type Out = In;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<In>, ureq::Error> {
        let machines: Vec<IpAddr> = match details.config.proxy() {
            // To the proxy itself, which the user has set.
            None if self.proxied => return Ok(chained),
            Some(proxy) if !proxy.is_no_proxy(details.uri) => {
                literal(host(details.uri)).into_iter().collect()
            }
            _ => details.addrs.iter().map(SocketAddr::ip).collect(),
        };
        self.check(details.uri, &machines).map_err(|refusal| ureq::Error::Other(refusal.into()))?;
        Ok(chained)
    }
}

/// The host of an address, without the brackets of IPv6.
fn host(uri: &Uri) -> &str {
    uri.host().unwrap_or_default().trim_start_matches('[').trim_end_matches(']')
}

/// The machine that a host is without looking its name up.
fn literal(host: &str) -> Option<IpAddr> {
    let lower = host.trim_end_matches('.').to_ascii_lowercase();
    if lower == "localhost" || lower.ends_with(".localhost") {
        return Some(Ipv4Addr::LOCALHOST.into());
    }
    host.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the guard says of a way through these addresses, each with the machine that it leads to.
    fn way(hops: &[(&str, &str)]) -> Result<(), String> {
        let guard = Guard::new(false);
        let check =
            |(uri, machine): &(&str, &str)| guard.check(&uri.parse().unwrap(), &[machine.parse().unwrap()]);
        hops.iter().try_for_each(check).map_err(|refusal| refusal.to_string())
    }

    #[test]
    fn what_was_typed_may_lead_anywhere_and_back_there() {
        for machine in ["1.1.1.1", "10.0.0.1", "127.0.0.1", "fd00::1"] {
            assert_eq!(way(&[("http://cms.example/a", machine)]), Ok(()));
            assert_eq!(way(&[("http://cms.example/a", machine), ("https://cms.example/a", machine)]), Ok(()));
        }
    }

    #[test]
    fn a_redirect_leads_to_no_other_private_machine() {
        assert_eq!(way(&[("http://a.example/", "1.1.1.1"), ("http://b.example/", "8.8.8.8")]), Ok(()));
        for private in ["10.0.0.1", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "fd00::1"] {
            // The same name with another address is what rebinding does.
            for host in ["a.example", "b.example"] {
                let hops = [("http://a.example/", "1.1.1.1"), (&format!("http://{host}:8080/"), private)];
                let refused = way(&hops).unwrap_err();
                assert!(refused.starts_with(&format!("it redirects to {host} ({private})")), "{refused}");
            }
        }
        let refused =
            way(&[("http://127.0.0.1/", "127.0.0.1"), ("http://10.0.0.1/", "10.0.0.1")]).unwrap_err();
        assert!(refused.starts_with("it redirects to 10.0.0.1, which is in no public network"), "{refused}");
    }

    #[test]
    fn https_stays_https() {
        let machine = "1.1.1.1";
        let refused = way(&[
            ("http://a.example/", machine),
            ("https://a.example/", machine),
            ("http://a.example/b", machine),
        ]);
        assert!(refused.unwrap_err().starts_with("it redirects from https to http://a.example/b"));
    }

    #[test]
    fn passwords_are_not_sent_on() {
        assert!(way(&[("http://a.example/", "1.1.1.1"), ("http://u:p@a.example/", "1.1.1.1")]).is_err());
    }

    #[test]
    fn hosts_that_need_no_look_up_are_known_behind_a_proxy_too() {
        assert_eq!(literal("LocalHost."), Some(Ipv4Addr::LOCALHOST.into()));
        assert_eq!(literal("::1"), "::1".parse().ok());
        assert_eq!(literal("example.org"), None);
        assert_eq!(host(&"http://[::1]:80/".parse().unwrap()), "::1");
    }
}
