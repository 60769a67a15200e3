//! `claimlist stream`: one line out for each line in, in order, whatever is wrong with a line.

#![allow(clippy::unwrap_used, reason = "what a test needs and does not find fails the test")]

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::Stdio;

use claimlist_tests::{claimlist, run_with};
use serde_json::{Value, json};

fn answers(input: &[u8], args: &[&str]) -> (i32, Vec<Value>) {
    let run = run_with(input, &[&["stream"], args].concat());
    assert_eq!(run.stderr, "");
    (run.status, run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

#[test]
fn answers_come_in_the_order_of_the_lines() {
    let line = |number: u32| {
        let text = "Sales rose by 12% in 2024. ".repeat(if number.is_multiple_of(7) { 200 } else { 1 });
        format!("{}\n", json!({"id": number, "text": text}))
    };
    let input: String = (0..1000).map(line).collect();
    let (status, answers) = answers(input.as_bytes(), &["--jobs", "4"]);
    assert_eq!(status, 0);
    let ids: Vec<_> = answers.iter().map(|answer| answer["id"].as_u64().unwrap()).collect();
    assert_eq!(ids, (0..1000).collect::<Vec<_>>());
}

#[test]
fn the_answer_does_not_depend_on_the_number_of_threads() {
    let input: String = (0..50)
        .map(|number| {
            format!("{}\n", json!({"id": number, "text": format!("It sold {number} cars in 2024.")}))
        })
        .collect();
    let one = answers(input.as_bytes(), &["--jobs", "1", "--mentions"]);
    assert_eq!(one, answers(input.as_bytes(), &["--jobs", "3", "--mentions"]));
}

#[test]
fn an_answer_has_the_keys_of_the_format_and_mentions_only_if_asked_for() {
    let input = br#"{"id": "a", "text": "It cost 3m pounds.", "date": "2024-05-08"}"#;
    let keys = |args: &[&str]| {
        let (_, answers) = answers(input, args);
        answers[0].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(keys(&[]), ["claims", "id", "sentences"]);
    assert_eq!(keys(&["--mentions"]), ["claims", "id", "mentions", "sentences"]);
}

#[test]
fn a_bad_line_gets_an_error_in_its_place_and_the_run_goes_on() {
    let lines: [(&[u8], Value, &str); 10] = [
        (b"not json", Value::Null, "not a JSON object"),
        (b"[1]", Value::Null, "send an object with a \"text\""),
        (br#"["h", "text", null, "x"]"#, Value::Null, "send an object with a \"text\""),
        (br#"{"id": "b"}"#, json!("b"), "no \"text\""),
        (br#"{"id": 7, "text": 5}"#, json!(7), "expected a string"),
        (b"{\"id\": \"c\", \"text\": \"caf\xe9\"}", json!("c"), "not UTF-8 from byte 25"),
        (br#"{"id": "d", "text": "x", "date": "May"}"#, json!("d"), "not \"May\""),
        (br#"{"id": "e", "text": "x", "format": "docx"}"#, json!("e"), "format \"docx\" is not supported"),
        (br#"{"id": ["f"], "text": "x"}"#, json!(["f"]), "has to be a string or a number"),
        (br#"{"id": "g", "text": "cut"#, Value::Null, "not a JSON object"),
    ];
    let mut input = b"{\"id\": \"first\", \"text\": \"One.\"}\n\n".to_vec();
    for (line, _, _) in &lines {
        input.extend([line, b"\n".as_slice()].concat());
    }
    input.extend(b"{\"text\": \"No id, no line break.\"}");
    let (status, answers) = answers(&input, &[]);
    assert_eq!(status, 3);
    assert_eq!(answers.len(), lines.len() + 2);
    assert_eq!(answers[0]["id"], "first");
    for (index, (_, id, message)) in lines.iter().enumerate() {
        let answer = &answers[index + 1];
        assert_eq!(answer["id"], *id, "{answer}");
        // After the first line and the blank one.
        assert_eq!(answer["error"]["line"], index + 3, "{answer}");
        assert!(answer["error"]["message"].as_str().unwrap().contains(message), "{answer}");
    }
    assert_eq!(answers.last().unwrap()["id"], Value::Null);
    assert!(answers.last().unwrap()["sentences"].is_array());
}

#[test]
fn who_sends_a_line_and_waits_gets_its_answer() {
    let mut program = claimlist().arg("stream").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = program.stdin.take().unwrap();
    let mut stdout = BufReader::new(program.stdout.take().unwrap());
    for id in ["a", "b"] {
        writeln!(stdin, "{}", json!({"id": id, "text": "It rained."})).unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["id"], id);
    }
    drop(stdin);
    assert!(program.wait().unwrap().success());
}

#[test]
fn no_lines_no_answers() {
    assert_eq!(answers(b"", &[]), (0, vec![]));
}
