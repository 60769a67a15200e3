//! The page of `--format html` in a real browser: marks, filters, files, keys, paper, and what must not happen.
//!
//! `cargo test -p claimlist-tests --features browser --test page`; needs chromium and chromedriver.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

use claimlist_tests::browser::{Browser, ENTER, ESCAPE};
use claimlist_tests::{articles, claimlist};
use serde_json::{Value, json};
use tempfile::TempDir;

/// Makes the page of an article of the tests, or of a text, in a folder of its own.
fn page(folder: &Path, article: &Path) -> PathBuf {
    check(folder, &[article], "page.html");
    folder.join("page.html")
}

fn check(folder: &Path, articles: &[&Path], output: &str) {
    let output = claimlist()
        .current_dir(folder)
        .arg("check")
        .args(articles)
        .args(["--date", "2026-01-15", "--force", "-o", output])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// An article with its page, open.
fn open(article: &str) -> (TempDir, Browser) {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(articles().join(article), folder.path().join(article)).unwrap();
    let page = page(folder.path(), Path::new(article));
    let browser = Browser::start();
    browser.open(&page);
    (folder, browser)
}

fn status(browser: &Browser, number: usize) -> Value {
    browser.script(&format!("return document.getElementById('c1-{number}').dataset.s"))
}

fn count(browser: &Browser, selector: &str) -> u64 {
    browser.script(&format!("return document.querySelectorAll(`{selector}`).length")).as_u64().unwrap()
}

/// The numbers of the claims that the list shows.
fn shown(browser: &Browser) -> u64 {
    count(browser, ".claim:not([hidden])")
}

#[test]
fn keys_mark_claims_and_marks_survive_a_reload_and_reach_the_checklist() {
    let (folder, browser) = open("defence.txt");
    browser.keys("jrjwnIt was 2.6%.");
    browser.keys(&format!("{ESCAPE}aAnnual report https://example.org/report{ENTER}{ESCAPE}ju"));
    let check_state = || {
        assert_eq!(
            [1, 2, 3, 4].map(|number| status(&browser, number)),
            ["right", "wrong", "unclear", "open"]
        );
        let note = browser.script("return document.querySelector('#c1-2 > .note').textContent");
        assert_eq!(note, "It was 2.6%.");
        let link = browser.script("const a = document.querySelector('#c1-2 > .evidence a'); return [a.href, a.textContent, a.rel, a.target]");
        assert_eq!(
            link,
            json!(["https://example.org/report", "Annual report", "noreferrer noopener", "_blank"])
        );
        let track = browser.script("const t = document.getElementById('track'); return [t.ariaValueNow, t.ariaValueText, t.ariaValueMax]");
        assert_eq!(track[0], "3");
        assert!(track[1].as_str().unwrap().contains("1 right, 1 wrong, 1 unclear"), "{track}");
    };
    check_state();
    let said = browser.script("return document.getElementById('say').textContent");
    assert!(said.as_str().unwrap().starts_with("Claim 3 marked unclear. 3 of"), "{said}");
    browser.reload();
    check_state();

    browser.keys("s");
    let saved = browser.downloads().join("defence.marks.json");
    let begin = std::time::Instant::now();
    while !saved.exists() && begin.elapsed().as_secs() < 20 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let marks: Value = serde_json::from_slice(&fs::read(&saved).unwrap()).unwrap();
    assert_eq!(
        (&marks["schema"], marks["marks"].as_array().unwrap().len()),
        (&json!("claimlist-marks/1"), 3)
    );

    check(folder.path(), &[Path::new("defence.txt")], "list.json");
    let review = claimlist()
        .current_dir(folder.path())
        .args(["review", "list.json", "--marks"])
        .arg(&saved)
        .output()
        .unwrap();
    let shown = String::from_utf8(review.stdout).unwrap();
    assert!(review.status.success() && shown.contains("1 right, 1 wrong, 1 unclear"), "{shown}");
    assert!(
        shown.contains("It was 2.6%.") && shown.contains("Annual report <https://example.org/report>"),
        "{shown}"
    );
    assert_eq!(browser.console(), [""; 0]);
}

#[test]
fn undo_takes_back_the_last_mark() {
    let (_folder, browser) = open("sport.txt");
    browser.keys("jrwz");
    assert_eq!(status(&browser, 1), "right");
    browser.keys("z");
    assert_eq!(status(&browser, 1), "open");
}

#[test]
fn a_click_in_the_text_opens_the_claim_and_a_further_click_the_one_around_it() {
    let (_folder, browser) = open("defence.txt");
    let nested = browser.script(
        "const a = document.querySelector('a.m[data-c*=\" \"]'); a.id = 'nested'; return a.dataset.c.split(' ')",
    );
    let around = |index: usize| nested[index].as_str().unwrap().to_owned();
    let chosen = || browser.script("return document.querySelector('.claim.on')?.dataset.n");
    for expected in [around(0), around(1)] {
        browser.click("#nested");
        assert_eq!(chosen(), expected.as_str());
        let lit = browser.script(&format!("return [...document.querySelectorAll('a.m.on')].every(a => a.dataset.c.split(' ').includes('{expected}'))"));
        assert_eq!(lit, true);
    }
    // And from the list into the text, far down, with all of its entry in sight.
    browser.script("document.querySelector('.claims > :last-child > :last-child').scrollIntoView()");
    browser.click(".claims > :last-child > :last-child .head");
    let sight = "const r = document.querySelector('a.m.on').getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight";
    browser.wait_for(sight);
    assert_eq!(browser.script("return document.activeElement.getAttribute('aria-current')"), "true");
}

#[test]
fn filters_show_what_they_say() {
    let (_folder, browser) = open("defence.txt");
    let all = shown(&browser);
    browser.keys("jrjrjw");
    let choose = |id: &str, value: &str| {
        browser.script(&format!(
            "const s = document.getElementById('{id}'); s.value = '{value}'; s.dispatchEvent(new Event('input', {{ bubbles: true }}))"
        ));
    };
    browser.click("[data-status=right]");
    assert_eq!(shown(&browser), 2);
    browser.click("[data-status=open]");
    // The claim that is chosen stays in sight until another one is.
    assert!(shown(&browser) >= all - 3);
    browser.click("[data-status='']");
    choose("kind", "quantity");
    assert_eq!(shown(&browser), count(&browser, ".claim[data-kind=quantity]"));
    choose("kind", "");
    choose("urgency", "high");
    assert_eq!(shown(&browser), count(&browser, ".claim[data-p=high]"));
    choose("urgency", "");
    choose("worth", "top");
    assert_eq!(shown(&browser), count(&browser, ".claim[data-top]"));
    choose("worth", "");
    browser.keys("/frigate");
    let words = browser.script(
        "return [...document.querySelectorAll('.claim:not([hidden])')].map(c => c.textContent.toLowerCase())",
    );
    let words = words.as_array().unwrap();
    assert!(!words.is_empty() && words.iter().all(|words| words.as_str().unwrap().contains("frigate")));
    assert!(count(&browser, "a.m.out") > 0);
    browser.keys(&format!("{ESCAPE}{ESCAPE}"));
    choose("order", "worth");
    let worth =
        browser.script("return [...document.querySelectorAll('.claim')].map(c => Number(c.dataset.w))");
    let worth: Vec<f64> = worth.as_array().unwrap().iter().map(|worth| worth.as_f64().unwrap()).collect();
    assert!(worth.is_sorted_by(|a, b| a >= b), "{worth:?}");
}

#[test]
fn marks_are_loaded_from_files_and_newer_ones_stay() {
    let (folder, browser) = open("health.txt");
    let id =
        |number: usize| browser.script(&format!("return document.getElementById('c1-{number}').dataset.id"));
    browser.keys("jr");
    let marks = json!({ "schema": "claimlist-marks/1", "marks": [
        { "document": "elsewhere.txt", "id": id(1), "status": "wrong", "at": "2001-01-01T00:00:00Z" },
        { "document": "elsewhere.txt", "id": id(2), "status": "wrong", "note": "No.", "at": "2001-01-01T00:00:00Z" },
        { "document": "elsewhere.txt", "id": "00000000", "status": "wrong" },
        { "id": id(3), "status": "perhaps" },
    ]});
    let file = folder.path().join("marks.json");
    fs::write(&file, marks.to_string()).unwrap();
    let load = |file: &Path| {
        browser.script("document.querySelector('#notice span').textContent = ''");
        browser.type_into("#file", file.to_str().unwrap());
        browser.wait_for("return document.querySelector('#notice span').textContent !== ''");
        browser
            .script("return document.querySelector('#notice span').textContent")
            .as_str()
            .unwrap()
            .to_owned()
    };
    let told = load(&file);
    assert_eq!([1, 2, 3].map(|number| status(&browser, number)), ["right", "wrong", "open"]);
    assert!(
        told.starts_with(
            "1 mark loaded. 1 left out, since what you marked here is newer. 1 left out, since their claims"
        ),
        "{told}"
    );
    for bad in [
        "It rained.",
        "{}",
        "[]",
        "{\"schema\": \"claimlist-marks/1\"}",
        "{\"schema\": \"claimlist/1\", \"documents\": [{}]}",
    ] {
        fs::write(&file, bad).unwrap();
        let told = load(&file);
        assert!(told.contains("holds no marks"), "{bad}: {told}");
    }
    assert_eq!(status(&browser, 2), "wrong");
}

#[test]
fn marks_of_an_earlier_version_are_offered() {
    let (folder, browser) = open("health.txt");
    browser.keys("jrjw");
    let article = folder.path().join("health.txt");
    let text = fs::read_to_string(&article).unwrap();
    fs::write(&article, format!("{text}\nNine people spoke on Monday.\n")).unwrap();
    browser.open(&page(folder.path(), Path::new("health.txt")));
    assert_eq!(status(&browser, 1), "open");
    assert_eq!(
        browser.script("return document.querySelector('#notice span').textContent"),
        "You marked 2 claims of this page on another version of it."
    );
    browser.click("#notice [data-answer=yes]");
    browser.reload();
    assert_eq!([1, 2].map(|number| status(&browser, number)), ["right", "wrong"]);
    assert_eq!(browser.script("return document.getElementById('notice').hidden"), true);
}

#[test]
fn an_article_that_attacks_the_page_is_harmless() {
    let folder = tempfile::tempdir().unwrap();
    let text = "The <script>window.hacked = 1</script> cost £3m in 2024 \u{202e}of</p></article>.\n\n\
        </script><img src=x onerror=\"hacked=2\"> sold 12 cars on 3 May 2024, <!-- she said.\n\n\
        وقال الوزير إن الميزانية بلغت 12 مليار في 2024. 👩‍👩‍👧 The family of 3 won £5m in 2023.\n";
    let name = "a'\"><script>hacked=3<.txt";
    fs::write(folder.path().join(name.replace('/', "-")), text).unwrap();
    let page = page(folder.path(), Path::new(name));
    let browser = Browser::start();
    browser.open(&page);
    assert_eq!(browser.script("return window.hacked ?? null"), Value::Null);
    assert_eq!(count(&browser, "img, article script, iframe"), 0);
    let shown = browser.script("return document.querySelector('.text').textContent");
    let shown = shown.as_str().unwrap();
    for line in text.lines().filter(|line| !line.is_empty()) {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
    browser.keys("jjn</textarea><script>hacked=4</script>");
    browser.keys(&format!("{ESCAPE}a<b>x</b> javascript:hacked=5{ENTER}"));
    assert_eq!(count(&browser, "a[href^='javascript' i]"), 0);
    assert_eq!(browser.script("return window.hacked ?? null"), Value::Null);
    assert_eq!(browser.console(), [""; 0]);
    // The policy holds: a script that got in after all would not run, and nothing is fetched.
    browser.script("const s = document.createElement('script'); s.textContent = 'window.hacked = 6'; document.body.append(s); new Image().src = 'https://example.org/x.png'");
    assert_eq!(browser.script("return window.hacked ?? null"), Value::Null);
    assert!(browser.console().iter().any(|message| message.contains("Content Security Policy")));
}

#[test]
fn several_articles_share_a_page() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["courts.txt", "sport.txt"] {
        fs::copy(articles().join(name), folder.path().join(name)).unwrap();
    }
    check(folder.path(), &[Path::new("courts.txt"), Path::new("sport.txt")], "page.html");
    let browser = Browser::start();
    browser.open(&folder.path().join("page.html"));
    browser.keys("jr");
    let change = "const s = document.getElementById('articles'); s.selectedIndex = 1; s.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.script(change);
    browser.keys("jw");
    assert_eq!(browser.script("return [d1.hidden, d2.hidden]"), json!([true, false]));
    assert_eq!(browser.script("return document.getElementById('c2-1').dataset.s"), "wrong");
    browser.reload();
    assert_eq!(
        browser.script(
            "return [document.getElementById('c1-1'), document.getElementById('c2-1')].map(c => c.dataset.s)"
        ),
        json!(["right", "wrong"])
    );
    let name = browser.script("return document.getElementById('articles').options[0].textContent");
    assert!(name.as_str().unwrap().contains("(1/"), "{name}");
}

#[test]
fn paper_shows_the_article_and_every_claim_without_the_controls() {
    let (_folder, browser) = open("economy.txt");
    browser.keys("jrnSeen.");
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let seen = |selector: &str| {
        browser.script(&format!(
            "return [...document.querySelectorAll(`{selector}`)].every(e => e.getClientRects().length > 0)"
        )) == true
    };
    assert!(seen(".article, .text > *, .claim, .how, .claim > .note"));
    for control in ["#filters", ".bar", ".marks", ".editor"] {
        assert!(!seen(control), "{control}");
    }
    browser.devtools("Emulation.setEmulatedMedia", &json!({ "media": "" }));
    let pdf = browser.print();
    // "%PDF-" in base 64.
    assert!(pdf.starts_with("JVBERi0") && pdf.len() > 20_000, "{}", pdf.len());
}

#[test]
fn every_control_has_a_name_and_text_has_contrast_in_light_and_dark() {
    let (_folder, browser) = open("defence.txt");
    browser.keys("jjrjwju");
    let tree = browser.devtools("Accessibility.getFullAXTree", &json!({}));
    let controls = ["button", "link", "textbox", "searchbox", "combobox", "progressbar", "image", "dialog"];
    let mut named = 0;
    for node in tree["nodes"].as_array().unwrap() {
        if node["ignored"] == false && controls.iter().any(|role| node["role"]["value"] == *role) {
            assert!(node["name"]["value"].as_str().is_some_and(|name| !name.trim().is_empty()), "{node}");
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
    for theme in ["light", "dark"] {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
        browser.devtools("Emulation.setEmulatedMedia", &features);
        let faint = browser.script(CONTRAST);
        assert_eq!(faint, json!([]), "{theme}");
    }
}

/// The texts whose contrast is below 4.5, by the formula of WCAG 2.2 (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
const CONTRAST: &str = r"
const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
function over(colours) {
  context.clearRect(0, 0, 1, 1);
  for (const colour of colours) { context.fillStyle = colour; context.fillRect(0, 0, 1, 1); }
  return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}
const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const faint = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const seen = new Set();
while (walk.nextNode()) {
  const element = walk.currentNode.parentElement;
  if (seen.has(element) || !walk.currentNode.textContent.trim() || element.closest('script, template, dialog, option, .vh')) continue;
  seen.add(element);
  if (element.getClientRects().length === 0) continue;
  const grounds = [];
  for (let at = element; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
  const [a, b] = [luminance(over(grounds)), luminance(over([...grounds, getComputedStyle(element).color]))];
  const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (contrast < 4.5) faint.push(`${contrast.toFixed(2)} ${element.className} ${element.textContent.slice(0, 30)}`);
}
return faint.slice(0, 10);
";

#[test]
fn without_scripts_the_page_is_whole_and_its_links_lead_to_and_fro() {
    let folder = tempfile::tempdir().unwrap();
    let page = page(folder.path(), &articles().join("science.txt"));
    let browser = Browser::start();
    browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    browser.open(&page);
    let leads = "return [...document.querySelectorAll('a.m, a.head')].every(a => document.getElementById(a.hash.slice(1)))";
    assert_eq!(browser.script(leads), true);
    let seen = "return [...document.querySelectorAll('.text > *, .claim, .hints li, .source')].every(e => e.getClientRects().length > 0)";
    assert_eq!(browser.script(seen), true);
    assert_eq!(browser.script("return document.querySelector('.tool').getClientRects().length"), 0);
}

/// About so many claims, in an article of many paragraphs.
fn long_article(claims: usize) -> String {
    let streets = ["Mill Lane", "Station Road", "Castle Street", "North Quay", "Park Row"];
    let paragraph = |at: usize| {
        format!(
            "In {}, the council spent £{}m on {}, {} per cent more than planned, Mayor Ann Lee said on Tuesday. \
             About {} people signed a letter against it.\n\n",
            1990 + at % 35,
            at % 90 + 2,
            streets[at % streets.len()],
            at % 40 + 3,
            at * 7 + 100
        )
    };
    format!("What the streets cost\n\n{}", (0..claims / 8).map(paragraph).collect::<String>())
}

#[test]
fn five_thousand_claims_are_all_there_and_work() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("long.txt"), long_article(5600)).unwrap();
    let browser = Browser::start();
    browser.open(&page(folder.path(), Path::new("long.txt")));
    let claims = count(&browser, ".claim");
    assert!(claims >= 5000, "{claims}");
    browser.script("document.querySelector('.claims > :last-child > :last-child .head').click()");
    browser.keys("rk");
    assert_eq!(
        browser.script("return document.querySelector('.claims > :last-child > :last-child').dataset.s"),
        "right"
    );
    browser.wait_for("const r = document.querySelector('a.m.on').getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight");
    browser.wait_for("const r = document.querySelector('.claim.on').getBoundingClientRect(); return r.top > 0 && r.top < innerHeight");
    browser.keys("/£17m");
    assert!(shown(&browser) < claims / 10 && shown(&browser) > 0);
}

/// `cargo test --profile quick -p claimlist-tests --features browser --test page -- --ignored --nocapture`
#[test]
#[ignore = "measures, and renews docs/review.webp"]
fn figures_and_picture() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("long.txt"), long_article(5600)).unwrap();
    let browser = Browser::start();
    browser.open(&page(folder.path(), Path::new("long.txt")));
    let figures = browser.script(MEASURE);
    println!(
        "{} claims, {} bytes: {figures:#}",
        count(&browser, ".claim"),
        fs::metadata(folder.path().join("page.html")).unwrap().len()
    );

    let (_folder, browser) = open("defence.txt");
    let size = json!({ "width": 1180, "height": 700, "deviceScaleFactor": 1, "mobile": false });
    browser.devtools("Emulation.setDeviceMetricsOverride", &size);
    browser.keys("jrjrjwnThe ministry's list of 12 January names her Minister of State.");
    browser.keys(&format!("{ESCAPE}jujrjjwjjjjjjj"));
    browser.script("document.activeElement.blur()");
    let picture = browser.picture();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/review.webp");
    fs::write(path, data_encoding::BASE64.decode(picture.as_bytes()).unwrap()).unwrap();
}

/// Times in milliseconds, of many tries the middle one, each up to the layout behind what was done.
const MEASURE: &str = r"
const timed = (work) => { const begin = performance.now(); work(); document.body.offsetHeight; document.querySelector('.claims').offsetHeight; return Math.round((performance.now() - begin) * 10) / 10; };
const middle = (works) => works.map(timed).sort((a, b) => a - b)[works.length >> 1];
const heads = [...document.querySelectorAll('.head')];
const links = [...document.querySelectorAll('.m')];
const some = (list) => Array.from({ length: 40 }, (_, index) => list[(index * 7919) % list.length]);
const find = (text) => { const field = document.getElementById('find'); field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); };
const key = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
const [navigation] = performance.getEntriesByType('navigation');
return {
  load: Math.round(navigation.loadEventEnd),
  click_in_list: middle(some(heads).map((head) => () => head.click())),
  click_in_text: middle(some(links).map((link) => () => link.click())),
  next_claim: middle(Array.from({ length: 40 }, () => () => key('j'))),
  mark: middle(Array.from({ length: 40 }, () => () => key('r'))),
  first_filter: timed(() => find('mill')),
  filter: timed(() => find('castle')),
  unfilter: timed(() => find('')),
};
";
