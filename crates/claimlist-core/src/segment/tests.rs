//! Whole texts cut into sentences, rule by rule. `|` stands for each end.

use super::segment;
use crate::Document;

fn cut(text: &str) -> String {
    let document = Document::plain(text).unwrap();
    let sentences: Vec<_> =
        segment(&document).iter().map(|sentence| sentence.span.of(text).to_owned()).collect();
    sentences.join(" | ")
}

/// Each text has ` | ` where it is to be cut.
fn table(rows: &[&str]) {
    for row in rows {
        assert_eq!(cut(&row.replace(" | ", " ")), *row);
    }
}

#[test]
fn periods_end_sentences() {
    table(&[
        "The vote was close. | It was held in May.",
        "Rain fell. | 3 roads were closed. | £2m was spent. | #bridge was trending.",
        "It cost 3.5 million in 1998. | The rest came later.",
        "Prices rose by 4.25. | Wages fell.",
        "The council agreed. | “We are glad,” said Ada Roe.",
    ]);
}

#[test]
fn titles_do_not() {
    table(&[
        "Dr. Roe met Mrs. Poe and Prof. Ames. | They agreed.",
        "Gen. Ada Roe, Lt. Col. Bo Ames and Sen. Poe met St. Peter's choir.",
        "It is at 5 Elm St. | The shop is shut.",
        "My right hon. Friend the Member for Leeds and the hon. Lady met. | They agreed.",
        "Brown v. Ames and Leeds vs. York were heard.",
        "Rain v. Mr Poe was heard, and the Rev. Mr Roe left.",
        "She works for Acme Inc. | Mr Roe left the U.S. | Mrs Poe stayed.",
        "Fruit, e.g. Bramley apples, i.e. Cox and others, sold well.",
        "U.S. Dist. Judge Ada Roe and Spc. Bo Poe met Cllr. Ames at Pt. Fell.",
        "Wm. Ames and Geo. Poe built Ft. Roe.",
        "The U.N. Under-Secretary-General spoke. | So did U.S. Under Secretary Bo Poe.",
        "He left the Marine Corps. | Roe stayed.",
        "“Come in, hon. | Sit down,” she said.",
        "She has an M.Div. (1978) and an M.Ed. from Leeds.",
    ]);
}

#[test]
fn numbers_follow_some_abbreviations() {
    table(&[
        "See No. 12, p. 7 and vol. 3 of fig. 2. | It is clear.",
        "Was it wrong? | No. | He said so.",
        "She wrote Op. 40 in c. 1820.",
        "On Feb. 3 and Sept. 14 they met. | On Oct. 9 they did not.",
        "They met in Dec. | The talks failed.",
        "The shop on Rte. 9, near Hwy. 20, shut.",
        "Voters passed Prop. 4 and H. Res. 31. | Few had read Art. XIV or vol. II.",
        "Easthaven, pop. 3,000, was founded in A.D. 61. | It burned down in 300 A.D. | It was rebuilt.",
    ]);
}

#[test]
fn the_next_word_decides_after_what_may_end() {
    table(&[
        "She flew to the U.S. | The trip was long.",
        "The U.S. Navy sent ships. | They came from the U.K. | Nobody knew.",
        "She has a Ph.D. | He has an M.Sc. in physics.",
        "She works for Roe Inc. | They sell glue.",
        "Shares of Roe Corp. Chief Executive Ada Poe rose.",
        "Profits fell at Roe Inc. | Analysts were surprised.",
        "Bring pens, paper, etc. | Ada will be there.",
        "Bo Ames Jr. and Bo Ames Sr. left. | His son is Bo Ames Jr. | He is two.",
        "It stood 6 ft. | The wall fell.",
        "They came in. | They sat.",
        "In Palo Alto, Calif. a storm broke.",
        "Sgt. 1st Class Ada Roe won. | So say Poe et al. (2001) and Ames et al. (2004).",
        "He works for Roe Inc. | “Global demand is strong,” he said.",
        "She lives in Bell, Calif. | “Rents,” she said, “are high.”",
        "The U.S. “Clean Rivers” plan and Bo Ames Jr. “Bob” of Roe Inc. “Glue” are known.",
        "He was the Ice Man. | Roe was not.",
        "Before that, U.S. Airways was in trouble.",
        "The temp. was high at Roe Elem. School. | Nobody minded.",
    ]);
}

#[test]
fn names_that_look_like_short_forms_end_sentences() {
    table(&["Roe bought the Pro Max. | Acme will make more.", "It holds max. 20 people."]);
}

#[test]
fn subjects_begin_sentences_after_addresses_places_and_units() {
    table(&[
        "The sale is at 30 N. Mill Ave. | Tickets are free. | Another is at 5 Oak Dr. | Doors open at noon.",
        "He was seen at 12 Elm St. | Roe said so. | He was seen at 4 Fell Rd. Easthaven in the spring.",
        "The bank at 4 Main St. Suite 2 was robbed.",
        "Work on the Elm St. Bridge is done.",
        "It happened in Bell, Calif. | Officials said so. | It happened in Albany, N.Y. | Residents were shocked.",
        "The U.S. Marines have left.",
        "The fish weighed 40 lbs. | Anglers cheered.",
        "It fell by 40 pts. | Gold rose. | Mix 3 oz. Fell cheese with it. | On May 12 M. Roe said so.",
    ]);
}

#[test]
fn times_of_day_end_before_capitals_but_not_before_time_zones_and_days() {
    table(&[
        "They met at 5 p.m. | Travellers were late.",
        "It starts at 5 p.m. GMT and ends at 11 p.m. Friday.",
        "It was robbed at 3 p.m. Dec. 22 when few were in. | It shut at 3 p.m. May was quiet.",
        "It ran from 9 a.m. to 5 p.m. each day.",
        "At 5 a.m. Mr. Ames rose. | Shortly before 11.30 p.m. Guards heard a noise. | It was 7 a.m. | Ada slept.",
        "It starts at 5 p.m. E.T. and ends at 11 p.m. G.M.T. on Sunday.",
        "It starts at 7 p.m. EST. | Roe will speak. | The bar, EST. 1888, is shut.",
    ]);
}

#[test]
fn initials_do_not_end() {
    table(&[
        "J. R. Ames wrote to Ada L. Poe and to C.S. Roe.",
        "It is between you and I. | Did they know?",
        "Take vitamin C. | Scientists disagree.",
        "The lawyers (among them George W. Poe) left.",
        "He weighs 12st. 4lb. | She is 5 ft. 11 in. tall.",
        "Roe came 21st. | 12 in the team fell.",
        "Prices rose 6 . 2 % in May . | Wages rose 3 . 4 per cent .",
        "It fell to 14 F. | Pipes froze. | Steel breaks at −20° C. | Ships sank.",
        "In 1931 F. Roe wrote it.",
        "“So have I. | See you,” he said. | She is older than I. | Ames is younger.",
        "“No-o-o. | Come back!” | It is a grade-B. | Mr. Poe agreed.",
        "It is a point of the space V. | We have seen that.",
        "The lawyers are Ada R. Connolly, Bo P. Reilly and Ada J. Kimberly.",
        "He fell in World War I. | Roe did not. | It plays in Division I. | Leeds does not.",
        "“Nor can I. | Ames can,” she said.",
    ]);
}

#[test]
fn question_and_exclamation_marks() {
    table(&[
        "Why now? | Nobody knows! | It is late.",
        "“Why now?” asked Ada Roe. | “Stop!” he cried.",
        "“Why now?” | She did not know.",
        "She works at Yahoo! in Leeds. | He joined Yahoo! Finance. | She left Yahoo! | They wept.",
        "Really?! | Yes.",
        "Go!, he said.",
        "“Who will pay?” | Nobody answered. | “When?” | And Ada said no more.",
        "“Who will pay?” I asked. | “When?” Ada Roe said.",
    ]);
}

#[test]
fn quotation_marks_and_brackets_close_with_their_sentence() {
    table(&[
        "He said: \"We won. | We are glad.\" | She left.",
        "He said 'It is over.' and went.",
        "“It is over.” | Ada wept.",
        "The mayor (he was in Rome at the time.) did not reply.",
        "It failed. | (Nobody was told.) | It was hushed up.",
        "It failed (see p. 4). | It was hushed up.",
        "He said \"it is late. \" | Nobody heard.",
        "“We are one.” | — Ada Roe",
        "“He said, ‘Take them all.’ ” | The crowd left. | “It is late. ” | They went.",
        "A book to keep. | -- Ada Roe, Easthaven Herald",
        "Are you well, sir? | -- Quite well. | -- Good.",
        "The council was busy. | It built a bridge. | -The harbour was cleared. | -Two schools were opened.",
        "She spoke in Bell, Calif. -- Ames did not.",
    ]);
}

#[test]
fn dots_that_stand_for_missing_words() {
    table(&[
        "It was late ... but Ada came.",
        "It was late... | She came.",
        "It was … I do not know.",
        "It was over.... | She left.",
        "It was over . . . . | She left.",
        "It was over. | . . . She left.",
        "“The law [...] holds,” she said. | It does.",
        "... and so the bridge was built. | It stood.",
        "… £4 million was spent.",
        "It was late.. but she came.",
    ]);
}

#[test]
fn notes_belong_to_the_sentence_before() {
    table(&[
        "She was born in Leeds.[3] | She died in York. [4] [5] | He lived. [citation needed] | They left.",
        "He ruled well. 8 | Yet he was hated.",
        "He ruled well (for a time).9 | The people wept.",
        "The law was new.10 | It failed.",
        "It has 12 seats. | 8 seats are free.",
    ]);
}

#[test]
fn addresses_hold_together() {
    table(&[
        "Write to ada.roe@example.org or see www.example.org/a.b.html. | She will reply.",
        "The file is at https://example.org/?q=1.The&b=2 today.",
        "Booking.Com and node.Js are names.",
        "It is told on a page of its own. | https://example.org/a has more.",
    ]);
}

#[test]
fn forgotten_spaces() {
    for (text, sentences) in [
        ("The war ended.The peace began.", "The war ended. | The peace began."),
        ("It cost 1,000.That is much.", "It cost 1,000. | That is much."),
        ("He came on Monday.Mrs. Roe did not.", "He came on Monday. | Mrs. Roe did not."),
        ("“It is over.”The crowd left.", "“It is over.” | The crowd left."),
    ] {
        assert_eq!(cut(text), sentences);
    }
}

#[test]
fn lists_in_one_line() {
    table(&[
        "1. Buy bread | 2. Bake a cake | 3. Eat it",
        "1) bread | 2) cake | 3) tea",
        "(a) Bread is good. | (b) Cake is better.",
        "a. bread | b. cake",
        "i) bread | ii) cake | iii) tea",
        "• bread | • cake",
        "1. It is 2.5 kg. | 2. It is red.",
        "2.1. Results of the vote",
        "IV. The vote",
        "A. Roe and B. Ames wrote it.",
        "Q. Was it late? | A. It was.",
        "1. The first page | 2. The second page | 3. The last point",
        "1. The vote is on May 2. | It is open. | 2. Read on in paragraph 3. | It is long. | 3. Add 2 to 2. | It makes 4. | 4. Go home.",
    ]);
}

#[test]
fn credits_datelines_and_dates() {
    table(&[
        "The old bridge at dawn | Photo: Ada Roe",
        "He took one photo: It was blurred.",
        "LEEDS, England, March 3 (AP) — | The bridge fell.",
        "LEEDS — | The bridge fell.",
        "The Times — The paper — was sold.",
        "Bridge closed for repairs | Friday, May 2, 2014",
        "Letter to the Easthaven Sun, May 2, 2014",
        "Ada Roe (May 1, 1929 – May 3, 2014) was a judge.",
        "I -- I will not go.",
        "Well, I -- I will not go.",
        "OK - She will go.",
        "LEEDS, England – May 2, 2014 – | The bridge fell.",
        "LEEDS — | May was warm.",
    ]);
}

#[test]
fn sentences_that_run_together() {
    table(&[
        "Ames, famous for the Carry On films, will speak at the town hall next week.",
        "Mayor Ada Roe | In the east of the county, two more roads were closed.",
        "The harbour at dawn, seen from Fell Head | On Monday, the council met for six hours.",
        "He was right about the sea wall | They've been a trouble to everybody since then.",
        "She sang in the musical On the shore and in three films more.",
        "The festival showed Lost At Sea In The Rain and two more films.",
        "They met at In the Mood, a bar that opened in the old mill.",
        "The Stay At home Mothers of Roe asked for a crossing.",
        "Roe's On the road again tour came to Leeds in the spring.",
        "He (Bo Ames In the minutes of the meeting) said that it was so.",
        "Children's book of the year In the attic.",
    ]);
}

#[test]
fn wide_marks_need_no_space() {
    assert_eq!(cut("これは本です。あれも本です。"), "これは本です。 | あれも本です。");
}

#[test]
fn all_text_is_covered_and_stray_marks_stand_with_their_sentence() {
    assert_eq!(cut("It is over. * * *"), "It is over. * * *");
    assert_eq!(cut(" ... "), "...");
    assert_eq!(cut(" \n "), "");
    assert_eq!(cut("It was a long\n  way. She\nleft."), "It was a long\n  way. | She\nleft.");
}

#[test]
fn what_runs_on_for_pages_is_cut() {
    let long = "and the sea, ".repeat(2_000);
    let document = Document::plain(&long).unwrap();
    let sentences = segment(&document);
    assert!(sentences.iter().all(|sentence| sentence.span.len() <= 4096), "{sentences:?}");
    assert!(
        sentences.iter().all(|sentence| sentence.span.of(&long).ends_with([',', 'd', 'e'])),
        "no word is cut"
    );
    assert!(segment(&Document::plain(&"é".repeat(9_000)).unwrap()).len() > 3);
}

#[test]
fn time_is_linear() {
    for text in [
        ".",
        ". ",
        "a",
        "A. ",
        "(",
        "(a. ",
        "\"",
        "? ",
        "1. ",
        "[",
        ".[",
        ". \"",
        "…",
        ". A",
        " ",
        ".)",
        "Image:",
        "• ",
        "• 1. ",
        "5 A St. ",
        ". -A",
        "Inc. “A",
        "p.m. A.",
        "A, D.C. ",
        "1. A 2. A ",
    ] {
        let long = text.repeat((1 << 18) / text.len());
        let started = std::time::Instant::now();
        cut(&long);
        assert!(started.elapsed().as_secs() < 5, "{text:?}");
    }
}

#[test]
fn a_label_behind_a_date_stands_alone() {
    table(&[
        "12 MAY 2020 | MEDIA STATEMENT",
        "April 9, 2019 | FOR IMMEDIATE RELEASE",
        "MARCH 2020 REPORT",
        "12 May 2020 UK",
        "12 May 2020 Media statement",
        "12 MAY 2020 REPORT OF A MEETING THAT WENT ON FOR FAR TOO LONG",
    ]);
}
