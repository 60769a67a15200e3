//! A web server on this machine, which says what a test lets it say.
//!
//! ```no_run
//! use std::io::Write as _;
//!
//! use claimlist_tests::server::{Server, page};
//! let server = Server::start(|path, out| {
//!     assert_eq!(path, "/roads");
//!     out.write_all(&page("text/html", b"<p>It cost 3m pounds.</p>"))
//! });
//! let run = claimlist_tests::run(&["check", &server.address("/roads"), "--fetch"]);
//! ```

use std::io::{self, BufRead as _, BufReader, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A server, which runs until the test ends.
#[derive(Debug)]
pub struct Server {
    at: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts one on the machine's own address. `answer` gets the path that is asked for, and writes the whole answer.
    ///
    /// # Panics
    /// When the system gives no port.
    pub fn start(answer: impl Fn(&str, &mut TcpStream) -> io::Result<()> + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((IpAddr::V4(Ipv4Addr::LOCALHOST), 0)).expect("there is a port");
        let server = Self { at: listener.local_addr().expect("it is bound"), requests: Arc::default() };
        let (answer, requests) = (Arc::new(answer), Arc::clone(&server.requests));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (answer, requests) = (Arc::clone(&answer), Arc::clone(&requests));
                // A client that goes away is no fault of the server.
                thread::spawn(move || drop(serve(stream, &*answer, &requests)));
            }
        });
        server
    }

    /// The address of a path.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.at)
    }

    /// The heads of the requests so far.
    ///
    /// # Panics
    /// When one of its threads has.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no thread panics with it").clone()
    }
}

fn serve(
    mut stream: TcpStream,
    answer: &dyn Fn(&str, &mut TcpStream) -> io::Result<()>,
    requests: &Mutex<Vec<String>>,
) -> io::Result<()> {
    let mut head = String::new();
    let mut lines = BufReader::new(stream.try_clone()?);
    while !head.ends_with("\r\n\r\n") {
        if lines.read_line(&mut head)? == 0 {
            return Ok(());
        }
    }
    let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
    requests.lock().expect("no thread panics with it").push(head);
    answer(&path, &mut stream)
}

/// An answer with this status line, these headers and this body.
#[must_use]
pub fn answer(status: &str, headers: &[(&str, &str)], body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("HTTP/1.1 {status}\r\nConnection: close\r\n").into_bytes();
    let length = body.len().to_string();
    let given = headers.iter().any(|(name, _)| *name == "Content-Length");
    for (name, value) in
        headers.iter().copied().chain((!given).then_some(("Content-Length", length.as_str())))
    {
        bytes.extend(format!("{name}: {value}\r\n").bytes());
    }
    bytes.extend(b"\r\n");
    bytes.extend(body);
    bytes
}

/// A page of this media type.
#[must_use]
pub fn page(content_type: &str, body: &[u8]) -> Vec<u8> {
    answer("200 OK", &[("Content-Type", content_type)], body)
}

/// A redirect to another address.
#[must_use]
pub fn redirect(to: &str) -> Vec<u8> {
    answer("302 Found", &[("Location", to)], b"")
}

/// Writes zeroes until the other side has enough.
///
/// # Errors
/// When the other side is gone: always, in the end.
pub fn endless(out: &mut dyn Write) -> io::Result<()> {
    loop {
        out.write_all(&[b'0'; 1 << 16])?;
    }
}
