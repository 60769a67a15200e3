//! Chromium without a window, driven over the WebDriver protocol (<https://www.w3.org/TR/webdriver2/>).
//!
//! ```no_run
//! let browser = claimlist_tests::browser::Browser::start();
//! browser.open(std::path::Path::new("article.html"));
//! browser.keys("jr");
//! assert_eq!(browser.script("return document.querySelectorAll('[data-s=right].claim').length"), 1);
//! ```

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// What keeps Chromium from the network, from the settings of whoever runs the tests, and from needing a display.
const ARGUMENTS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    // Pictures are smaller, and the same on each machine.
    "--disable-lcd-text",
    "--window-size=1280,900",
];

/// How long to wait for what the browser does in its own time.
const PATIENCE: Duration = Duration::from_secs(20);

/// A key of its own in a text of keys, by its code in the protocol.
pub const ESCAPE: &str = "\u{e00c}";

/// As [`ESCAPE`].
pub const ENTER: &str = "\u{e007}";

/// A browser with a profile of its own. It ends when this is dropped.
pub struct Browser {
    driver: Child,
    session: String,
    folder: TempDir,
}

impl Browser {
    /// Starts a browser.
    ///
    /// # Panics
    /// When there is no chromedriver or no Chromium.
    #[must_use]
    pub fn start() -> Self {
        let mut driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver starts: install chromium and chromium-driver");
        let output = BufReader::new(driver.stdout.take().expect("its output is a pipe"));
        let port = output.lines().map_while(Result::ok).find_map(|line| {
            line.strip_prefix("ChromeDriver was started successfully on port ")?
                .trim_end_matches('.')
                .parse::<u16>()
                .ok()
        });
        let port = port.expect("chromedriver says its port");
        let folder = tempfile::tempdir().expect("there is room for a profile");
        let mut browser = Self { driver, session: format!("http://127.0.0.1:{port}/session"), folder };
        let mut arguments: Vec<String> = ARGUMENTS.iter().map(|argument| (*argument).to_owned()).collect();
        arguments.push(format!("--user-data-dir={}", browser.folder.path().join("profile").display()));
        let options = json!({
            "args": arguments,
            "prefs": { "download.default_directory": browser.downloads(), "download.prompt_for_download": false },
        });
        let always = json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } });
        let started = browser.send("POST", "", &json!({ "capabilities": { "alwaysMatch": always } }));
        browser.session += &format!("/{}", started["sessionId"].as_str().expect("a session has an id"));
        browser
    }

    /// The folder that files are saved to.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// Opens a page from the disk.
    pub fn open(&self, page: &Path) {
        self.open_at(page, "");
    }

    /// Opens a page from the disk at a place in it: `#c1-9`.
    pub fn open_at(&self, page: &Path, place: &str) {
        let page = page.canonicalize().expect("the page exists");
        self.send("POST", "/url", &json!({ "url": format!("file://{}{place}", page.display()) }));
        self.wait_for("return document.readyState === 'complete'");
    }

    /// Loads the page anew.
    pub fn reload(&self) {
        self.script("window.isOld = true");
        self.send("POST", "/refresh", &json!({}));
        // The driver may come back while the old page is still there, or the new one is read.
        self.wait_for("return !window.isOld && document.readyState === 'complete'");
    }

    /// What a script in the page returns.
    pub fn script(&self, script: &str) -> Value {
        self.send("POST", "/execute/sync", &json!({ "script": script, "args": [] }))
    }

    /// Waits until a script returns true.
    ///
    /// # Panics
    /// When it does not for a long time.
    pub fn wait_for(&self, script: &str) {
        let begin = Instant::now();
        while self.script(script) != true {
            assert!(begin.elapsed() < PATIENCE, "waiting for: {script}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses keys one after another.
    pub fn keys(&self, keys: &str) {
        let press = |key: char| {
            [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
        };
        let actions: Vec<Value> = keys.chars().flat_map(press).collect();
        self.send(
            "POST",
            "/actions",
            &json!({ "actions": [{ "type": "key", "id": "keys", "actions": actions }] }),
        );
    }

    /// Clicks in the middle of the first line of an element.
    pub fn click(&self, selector: &str) {
        self.send("POST", &format!("/element/{}/click", self.element(selector)), &json!({}));
    }

    /// Types into a field, or chooses a file for it.
    pub fn type_into(&self, selector: &str, text: &str) {
        self.send("POST", &format!("/element/{}/value", self.element(selector)), &json!({ "text": text }));
    }

    fn element(&self, selector: &str) -> String {
        let found = self.send("POST", "/element", &json!({ "using": "css selector", "value": selector }));
        let id = found.as_object().and_then(|found| found.values().next()).and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("no element {selector}")).to_owned()
    }

    /// A command of the DevTools protocol.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        self.send("POST", "/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }))
    }

    /// What stands in the console: errors, also of the content security policy.
    #[must_use]
    pub fn console(&self) -> Vec<String> {
        let log = self.send("POST", "/se/log", &json!({ "type": "browser" }));
        let messages = log.as_array().cloned().unwrap_or_default();
        messages.iter().map(|entry| entry["message"].to_string()).collect()
    }

    /// A picture of the page, WebP in base 64.
    #[must_use]
    pub fn picture(&self) -> String {
        let picture = self.devtools("Page.captureScreenshot", &json!({ "format": "webp", "quality": 90 }));
        picture["data"].as_str().unwrap_or_default().to_owned()
    }

    /// The page on paper, PDF in base 64.
    #[must_use]
    pub fn print(&self) -> String {
        self.send("POST", "/print", &json!({})).as_str().unwrap_or_default().to_owned()
    }

    fn send(&self, method: &str, path: &str, body: &Value) -> Value {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let url = format!("{}{path}", self.session);
        let response = match method {
            "GET" => agent.get(&url).call(),
            "DELETE" => agent.delete(&url).call(),
            _ => agent.post(&url).content_type("application/json").send(body.to_string()),
        };
        let mut response = response.unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        // Pictures and PDFs are larger than the bodies that are read by default.
        let read = response.body_mut().with_config().limit(1 << 28).read_to_string();
        let read = read.unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        let mut answer: Value = serde_json::from_str(&read).expect("the driver answers in JSON");
        assert!(response.status().is_success(), "{method} {path} {body}: {}", answer["value"]["message"]);
        answer["value"].take()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // The driver ends the browser when its session ends; a test that fails must not fail again here.
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let _ = agent.delete(&self.session).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}
