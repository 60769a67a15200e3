//! `--fetch`: articles from the network, here from servers on this machine.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::Stdio;

use claimlist_tests::server::{Server, answer, endless, page, redirect};
use claimlist_tests::{Run, claimlist};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

const PAGE: &str = "<!DOCTYPE html><meta charset=utf-8><title>Roads under water</title><h1>Roads under water</h1>\
    <p>The council spent £2m on roads in 2024, 12% more than in 2023.</p>";

const FEED: &str = "<rss><channel><item><title>Rain</title><description>It cost £3m in 2024.</description></item>\
    <item><title>Snow</title><description>It cost £4m in 2023.</description></item></channel></rss>";

/// Runs the program in an environment without proxies.
fn run(args: &[&str]) -> Run {
    let mut command = claimlist();
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    finish(&mut command, args)
}

fn finish(command: &mut std::process::Command, args: &[&str]) -> Run {
    let output = command.args(args).stdin(Stdio::null()).output().unwrap();
    Run {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// The only document at an address.
fn document(address: &str) -> Value {
    let run = run(&["check", "--format", "json", "--fetch", address]);
    assert_eq!(run.status, 0, "{run:?}");
    let mut json: Value = serde_json::from_str(&run.stdout).unwrap();
    let documents = json["documents"].as_array_mut().unwrap();
    assert_eq!(documents.len(), 1);
    documents.remove(0)
}

/// What is said of an address of which nothing comes, without what is said before it.
fn fault(address: &str, args: &[&str]) -> String {
    let run = run(&[&["check", "--fetch", address], args].concat());
    assert_eq!(run.status, 3, "{run:?}");
    assert_eq!(run.stderr.lines().count(), 1, "{run:?}");
    run.stderr
        .trim_end()
        .strip_prefix(&format!("error: {address}: "))
        .unwrap_or_else(|| panic!("{run:?}"))
        .to_owned()
}

/// A server with one answer to everything.
fn always(bytes: Vec<u8>) -> Server {
    Server::start(move |_, out| out.write_all(&bytes))
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn a_page_is_got_and_nothing_more_than_its_address_is_told() {
    let server = always(page("text/html; charset=utf-8", PAGE.as_bytes()));
    let address = server.address("/a b/röads?x=1#top");
    let document = document(&address);
    assert_eq!(document["title"], "Roads under water");
    assert_eq!(document["path"], server.address("/a%20b/r%C3%B6ads?x=1"));
    assert!(document["text"].as_str().unwrap().contains("spent £2m on roads"));
    assert!(document["claims"].as_array().unwrap().len() > 2);
    let requests = server.requests();
    let [request] = requests.as_slice() else { panic!("{requests:?}") };
    assert!(request.starts_with("GET /a%20b/r%C3%B6ads?x=1 HTTP/1.1\r\n"), "{request}");
    let told: Vec<_> =
        request.lines().skip(1).filter_map(|line| Some(line.split_once(": ")?.0.to_lowercase())).collect();
    assert!(
        told.iter().all(|name| ["host", "user-agent", "accept", "accept-encoding"].contains(&name.as_str())),
        "{request}"
    );
    assert!(request.contains(concat!("claimlist/", env!("CARGO_PKG_VERSION"))), "{request}");
}

#[test]
fn nothing_is_asked_of_the_network_without_the_option() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/a", listener.local_addr().unwrap());
    for args in [["check", &address], ["explain", &address], ["inspect", &address], ["review", &address]] {
        let run = run(&args);
        assert_eq!(run.status, 3, "{run:?}");
        assert!(
            run.stderr.contains("it is an address, and claimlist uses no network unless you say --fetch"),
            "{run:?}"
        );
    }
    listener.set_nonblocking(true).unwrap();
    assert_eq!(listener.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
    let usage = run(&["check", &address, "--fetch-timeout", "3"]);
    assert_eq!(usage.status, 2, "{usage:?}");
}

#[test]
fn the_server_tells_the_encoding() {
    let latin: &[u8] = b"<meta charset=utf-8><h1>Caf\xe9</h1><p>Caf\xe9s paid \xa32m in tax in 2024.</p>";
    let text: &[u8] = b"Caf\xe9s paid \xa32m in tax in 2024.\n";
    for (content_type, body) in
        [("text/html; charset=ISO-8859-1", latin), ("text/plain; charset=\"windows-1252\"", text)]
    {
        let document = document(&always(page(content_type, body)).address("/"));
        assert!(document["text"].as_str().unwrap().contains("Cafés paid £2m"), "{document}");
    }
}

#[test]
fn the_server_tells_the_format_or_else_the_address_does() {
    let draft = "# Roads\n\nThe council spent **£2m** on roads in 2024.\n";
    for (content_type, path) in
        [("text/markdown", "/a"), ("text/plain", "/a.md"), ("application/octet-stream", "/a.md")]
    {
        let document = document(&always(page(content_type, draft.as_bytes())).address(path));
        assert_eq!(document["text"], "Roads\n\nThe council spent £2m on roads in 2024.", "{content_type}");
    }
}

#[test]
fn what_is_packed_is_unpacked_and_what_is_damaged_is_told() {
    let packed = gzip(PAGE.as_bytes());
    let headers = [("Content-Type", "text/html"), ("Content-Encoding", "gzip")];
    let document = document(&always(answer("200 OK", &headers, &packed)).address("/"));
    assert_eq!(document["title"], "Roads under water");
    let mut damaged = packed;
    damaged[20] ^= 0xff;
    let told = fault(&always(answer("200 OK", &headers, &damaged)).address("/"), &[]);
    assert!(told.starts_with("what it gives is damaged"), "{told}");
    let other = answer("200 OK", &[("Content-Encoding", "br")], b"0");
    assert!(fault(&always(other).address("/"), &[]).starts_with("it is packed as br"));
}

#[test]
fn redirects_are_followed_and_the_last_address_is_the_articles() {
    let server = Server::start(|path, out| match path {
        "/old" => out.write_all(&redirect("../new")),
        _ => out.write_all(&page("text/html", PAGE.as_bytes())),
    });
    assert_eq!(document(&server.address("/old"))["path"], server.address("/new"));
    let looping = Server::start(|path, out| out.write_all(&redirect(if path == "/a" { "/b" } else { "/a" })));
    assert!(fault(&looping.address("/a"), &[]).starts_with("it redirects again and again"));
    assert_eq!(looping.requests().len(), 11);
}

#[test]
fn redirects_lead_into_no_private_network_and_to_nothing_but_pages() {
    for (to, told) in [
        ("http://10.0.0.1/", "it redirects to 10.0.0.1, which is in no public network"),
        ("http://169.254.169.254/latest/meta-data", "it redirects to 169.254.169.254"),
        ("http://[::ffff:10.0.0.1]/", "it redirects to ::ffff:"),
        ("http://[fd00::1]/", "it redirects to fd00::1"),
        ("http://0/", "it redirects to 0 (0.0.0.0)"),
        ("file:///etc/passwd", "it redirects to file:///etc/passwd: only http and https"),
        ("ftp://example.org/", "it redirects to ftp://example.org/: only http and https"),
        (
            "http://ann:secret@127.0.0.1/",
            "it redirects to http://ann:secret@127.0.0.1/: there is a password in the address",
        ),
    ] {
        let found = fault(&always(redirect(to)).address("/"), &[]);
        assert!(found.starts_with(told), "{to}: {found}");
    }
}

/// All of 127.0.0.0/8 is this machine on Linux.
#[test]
#[cfg(target_os = "linux")]
fn a_machine_that_is_refused_is_not_even_connected_to() {
    let other = TcpListener::bind("127.0.0.2:0").unwrap();
    let to = format!("http://{}/", other.local_addr().unwrap());
    assert!(fault(&always(redirect(&to)).address("/"), &[]).starts_with("it redirects to 127.0.0.2"));
    other.set_nonblocking(true).unwrap();
    assert_eq!(other.accept().unwrap_err().kind(), std::io::ErrorKind::WouldBlock);
}

#[test]
fn what_is_too_large_is_given_up() {
    let server = Server::start(|path, out| match path {
        "/said" => out.write_all(&answer("200 OK", &[("Content-Length", "99999999999")], b"")),
        "/packed" => {
            out.write_all(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")?;
            endless(&mut GzEncoder::new(out, Compression::fast()))
        }
        _ => {
            out.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")?;
            endless(out)
        }
    });
    for path in ["/said", "/packed", "/endless"] {
        let told = fault(&server.address(path), &[]);
        assert!(told.starts_with("it has more than 64 MB"), "{path}: {told}");
    }
}

#[test]
fn a_server_that_says_nothing_is_given_up_after_a_while() {
    let wait = |out: &mut std::net::TcpStream| out.read(&mut [0]).map(|_| ());
    let silent = Server::start(move |_, out| wait(out));
    let told = fault(&silent.address("/"), &["--fetch-timeout", "1"]);
    assert!(told.starts_with("it takes more than 1 s: try again later"), "{told}");
    let stuck = Server::start(move |_, out| {
        out.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>")?;
        wait(out)
    });
    assert!(fault(&stuck.address("/"), &["--fetch-timeout", "1"]).starts_with("it takes more than 1 s"));
}

#[test]
fn answers_that_are_no_article() {
    for (bytes, told) in [
        (
            answer("404 Not Found", &[], b"<p>None of 3 pages.</p>"),
            "the server answers 404 Not Found: there is no such page",
        ),
        (answer("403 Forbidden", &[], b""), "the server answers 403 Forbidden: open it in a browser"),
        (answer("500 Oh", &[], b""), "the server answers 500 Internal Server Error: the server has a fault"),
        (answer("304 Not Modified", &[], b""), "the server answers 304 Not Modified: open it"),
        (answer("302 Found", &[], b""), "the server answers 302 Found: open it"),
        (b"SSH-2.0-OpenSSH_9.2\r\n".to_vec(), "its answer is not as one of a web server"),
        (
            page("image/png", b"\x89PNG\r\n\x1a\n"),
            "it is no article but image/png: give the address of the page",
        ),
        (page("application/octet-stream", b"\x89PNG\r\n\x1a\n0"), "it is not text but a PNG image"),
        (page("text/html", b""), "the page is empty"),
        (answer("204 No Content", &[], b""), "the page is empty"),
        (page("text/html", b"<script>draw()</script>"), "there is no article in this page"),
        (
            answer("200 OK", &[("Content-Length", "1000")], b"<p>It cost"),
            "the connection broke off before all was there",
        ),
        (Vec::new(), "the connection broke off before all was there"),
    ] {
        let found = fault(&always(bytes).address("/"), &[]);
        assert!(found.starts_with(told), "{found}, not {told}");
    }
}

#[test]
fn places_where_no_server_is() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    assert!(fault(&format!("http://{closed}/"), &[]).starts_with("127.0.0.1 refuses the connection"));
    let unknown = fault("http://no-such-host.invalid/", &["--fetch-timeout", "20"]);
    assert!(unknown.starts_with("the name no-such-host.invalid is not known"), "{unknown}");
    let plain = Server::start(|_, out| out.write_all(b"HTTP/1.1 200 OK\r\n\r\n"));
    let secret = fault(&plain.address("/").replace("http:", "https:"), &["--fetch-timeout", "5"]);
    assert!(plain.requests().is_empty() && !secret.is_empty());
    for (address, told) in [
        ("ftp://example.org/a.txt", "only http and https addresses are got"),
        ("https://ann:secret@example.org/", "there is a password in the address"),
        ("https://zürich.example/", "the name zürich.example has other than plain letters"),
    ] {
        assert!(fault(address, &[]).starts_with(told), "{address}");
    }
}

#[test]
fn https_is_not_spoken_with_whoever_does_not() {
    // An answer to the first bytes that is no handshake.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("https://{}/", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").unwrap();
        // Until the client is gone.
        drop(stream.read_to_end(&mut Vec::new()));
    });
    let told = fault(&address, &[]);
    assert!(told.contains("secret connection"), "{told}");
    server.join().unwrap();
}

#[test]
fn files_and_addresses_go_together_and_one_fault_does_not_cost_the_others() {
    let server = Server::start(|path, out| match path {
        "/feed" => out.write_all(&page("application/rss+xml; charset=utf-8", FEED.as_bytes())),
        "/roads.html" => out.write_all(&page("text/html", PAGE.as_bytes())),
        _ => out.write_all(&answer("404 Not Found", &[], b"")),
    });
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    fs::write(&file, "The council spent £2m on roads in 2024.\n").unwrap();
    let file = file.display().to_string();
    let [missing, feed, roads] = ["/none", "/feed", "/roads.html"].map(|path| server.address(path));
    let lists = format!("{}/lists/", folder.path().display());
    let args =
        ["check", "--fetch", &missing, &file, &feed, &roads, "--output", &lists, "--format", "markdown"];
    let run = run(&args);
    assert_eq!(run.status, 3, "{run:?}");
    assert_eq!(run.stderr.lines().filter(|line| line.starts_with("error: ")).count(), 1, "{run:?}");
    let mut written: Vec<_> = fs::read_dir(&lists)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    written.sort();
    assert_eq!(written, ["a.md", "feed.md", "roads.md"]);
    let feeds = fs::read_to_string(format!("{lists}feed.md")).unwrap();
    assert!(
        feeds.contains("Rain") && feeds.contains("Snow") && feeds.contains(&format!("{feed}\\#2")),
        "{feeds}"
    );
    let second = self::run(&["explain", "--fetch", &format!("{feed}#2")]);
    assert!(
        second.status == 0 && second.stdout.contains("£4m") && !second.stdout.contains("£3m"),
        "{second:?}"
    );
}

#[test]
fn marks_are_carried_over_to_the_page_as_it_is_now() {
    let server = always(page("text/html", PAGE.as_bytes()));
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("list.json").display().to_string();
    assert_eq!(run(&["check", "--fetch", &server.address("/"), "-o", &list]).status, 0);
    assert_eq!(run(&["mark", &list, "1", "right"]).status, 0);
    let diff = run(&["diff", &list, &server.address("/"), "--fetch"]);
    assert!(diff.status == 0 && diff.stdout.contains(" as before, 0 changed, 0 gone, 0 new"), "{diff:?}");
}

#[test]
fn a_proxy_is_gone_through_where_the_environment_names_one() {
    let proxy = always(answer("502 Bad Gateway", &[], b""));
    let ask = |args: &[&str], no_proxy: &str| {
        let mut command = claimlist();
        for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY"] {
            command.env_remove(name.to_lowercase()).env(name, proxy.address(""));
        }
        finish(command.env_remove("no_proxy").env("NO_PROXY", no_proxy), args)
    };
    let run = ask(&["check", "--fetch", "http://news.example/a"], "");
    assert!(run.status == 3 && run.stderr.contains("the proxy that the environment names"), "{run:?}");
    assert!(
        proxy.requests()[0].starts_with("CONNECT news.example:80 HTTP/1.1\r\n"),
        "{:?}",
        proxy.requests()
    );
    let server = always(page("text/html", PAGE.as_bytes()));
    let run = ask(&["check", "--fetch", &server.address("/")], "127.0.0.1");
    assert!(run.status == 0 && proxy.requests().len() == 1, "{run:?}");
}
