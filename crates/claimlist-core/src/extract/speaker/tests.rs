//! Speakers in sentences of our own. A bar stands between paragraphs.

use crate::{Block, BlockKind, Checker, ClaimKind, Document, Span};

/// The speakers of the claims of a kind, empty where none is settled.
fn speakers(text: &str, kind: BlockKind, claims: ClaimKind) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('|') {
        blocks.push(Block { kind, span: Span::new(start, start + line.len()) });
        start += line.len() + 1;
    }
    let document = Document::new(text.to_owned(), blocks).unwrap();
    let checked = Checker::without_rules().check(&document);
    let quotes = checked.claims.iter().filter(|claim| claim.kind == claims);
    quotes.map(|claim| claim.speaker.as_ref().map_or(String::new(), |speaker| speaker.text.clone())).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    check_kind(ClaimKind::Quote, cases);
}

fn check_kind(kind: ClaimKind, cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let got = speakers(text, BlockKind::Paragraph, kind);
        if got != *wanted {
            wrong.push(format!("{text}: {got:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn tags_before_the_quotation() {
    check(&[
        ("Arden said, \"The bridge is safe.\"", &["Arden"]),
        ("The mayor of Brackwell warned: \"We are out of money.\"", &["The mayor of Brackwell"]),
        (
            "Fire Chief Dana Cole, in a call to reporters, said \"everyone got out\".",
            &["Fire Chief Dana Cole"],
        ),
        ("Arden has repeatedly said that the deal is \"a disgrace\".", &["Arden"]),
        ("The Brackwell Post's editorial concluded, \"This cannot go on.\"", &["The Brackwell Post"]),
        ("A spokesman for the port told reporters, \"We were not warned.\"", &["A spokesman for the port"]),
        ("The builder Arden, told us that the pier was \"rotten\".", &["The builder Arden"]),
        ("The bridge was described by the coroner as \"a trap\".", &["the coroner"]),
        ("Councillor Lena Dahl (Green, Leeds East) said: \"It is over.\"", &["Councillor Lena Dahl"]),
        ("Arden shook his head, adding: \"Nobody asked us.\"", &["Arden"]),
        (
            "Keeper Lena Dahl, who has lost her deputy, Ann Day, to illness, called it \"a blow\".",
            &["Keeper Lena Dahl"],
        ),
        ("Resident Tom Ames said he was upset. \"It is gone,\" he told the crowd.", &["Resident Tom Ames"]),
    ]);
}

#[test]
fn verbs_that_report_quotations_alone() {
    check(&[
        ("\"The levy was lawful,\" Judge Ada Arden ruled on Monday.", &["Judge Ada Arden"]),
        ("\"It is late,\" continued Lena Dahl.", &["Lena Dahl"]),
        ("\"It is late,\" Dahl went on, \"and it rains.\"", &["Dahl", "Dahl"]),
        ("Dahl hit back: \"It is late, and it rains.\"", &["Dahl"]),
        ("\"Too late,\" the crowd chanted as it left.", &["the crowd"]),
        ("The rally continued, \"driven by hope\", Dahl said.", &["Dahl"]),
        ("The talks went on, \"in good faith\", until May.", &[""]),
        // Here the verb does something else.
        ("The band began. \"It is late,\" Dahl began to sing.", &[""]),
        ("The form asked for \"a name,\" and the clerk ordered in lunch.", &["The form"]),
    ]);
}

#[test]
fn tags_behind_the_quotation() {
    check(&[
        ("\"The bridge is safe,\" Arden said.", &["Arden"]),
        ("\"It was a let,\" recalls Mrs Arden.", &["Mrs Arden"]),
        ("\"The bridge is safe,\" said Clara Novak, a spokeswoman for the port.", &["Clara Novak"]),
        ("\"The bridge is safe,\" said a spokeswoman for the port.", &["a spokeswoman for the port"]),
        ("\"It fell,\" Clara Novak, editor of the Gazette, said.", &["Clara Novak"]),
        ("\"Who pays?\" Arden asked.", &["Arden"]),
        ("‘The bridge is safe’, the ministry has said.", &["the ministry"]),
        ("The fire was \"no accident\", according to the coroner.", &["the coroner"]),
        ("\"The bridge,\" Arden said, \"is safe.\"", &["Arden", "Arden"]),
        ("The pass, dubbed \"a bargain\", has had 900 buyers, Clara Novak said.", &["Clara Novak"]),
        ("It is a \"crisis\" for 300 people, and the council said it would act.", &[""]),
        ("The firm is \"in talks\" with Acme, whose head said a deal was near.", &[""]),
        ("\"Never\" was his answer to the union.", &[""]),
        ("It was \"a lost year\" except for a few growing firms, Clara Novak said.", &["Clara Novak"]),
        ("It will \"get worse\", according to a Lloyd's Data report.", &["a Lloyd's Data report"]),
        ("It will \"get worse\", according to the firms' report.", &["the firms"]),
    ]);
}

#[test]
fn a_speaker_goes_on() {
    check(&[
        ("\"It fell,\" said Clara Novak. \"Nobody was hurt.\"", &["Clara Novak", "Clara Novak"]),
        ("Arden said: \"It was dark.|\"Then it fell.\"", &["Arden", "Arden"]),
        ("In a letter, the port denied this:|\"No ship was there.\"", &["the port"]),
        ("Clara Novak wrote,|\"No ship was there.\"", &["Clara Novak"]),
        ("\"It fell,\" said Clara Novak. The hall is a \"white whale\" in slang.", &["Clara Novak", ""]),
    ]);
}

#[test]
fn pronouns_stand_for_whom_the_text_settles() {
    check(&[
        ("Keith Arden met Clara Novak. She said: \"We agreed.\"", &["Clara Novak"]),
        ("Keith Arden met Clara Novak. \"We agreed,\" he said.", &["Keith Arden"]),
        ("Keith Arden met Paul Ames in Oslo. He said: \"We agreed.\"", &["Keith Arden"]),
        ("The ministry closed the port. \"We had to,\" it said.", &["The ministry"]),
        ("It rained. \"We agreed,\" he said.", &[""]),
        (
            "Keith Arden left. He did not think Paul Ames was to blame. \"We agreed,\" he said.",
            &["Keith Arden"],
        ),
        ("In May a letter reached Paul Ames and Keith Arden. \"We agreed,\" he said.", &[""]),
    ]);
}

#[test]
fn pronouns_of_somebody_whom_no_list_of_names_knows() {
    check(&[
        ("Arvo Lillak from the Coast Service says crews are ready. \"We wait,\" he said.", &["Arvo Lillak"]),
        ("Vell-Orr says she is glad to be home. \"It is over,\" she said.", &["Vell-Orr"]),
        ("Vell-Orr says her aim is to win. \"It is over,\" she said.", &["Vell-Orr"]),
        ("A lawyer for Deltrun said she was glad. \"It is over,\" she said.", &["A lawyer"]),
        ("Ames died at home, said Kenneth Poe. \"He was kind,\" he said.", &["Kenneth Poe"]),
        ("Ames died at home, Kenneth Poe added. \"He was kind,\" he said.", &["Kenneth Poe"]),
        ("Kenneth Poe says he hopes Peter Ames will play. \"He is fit,\" he said.", &["Kenneth Poe"]),
        ("Embassy staff met Kenneth Poe. \"We agree,\" he said.", &["Kenneth Poe"]),
        ("President Lillak met Peter Ames. \"We agree,\" he said.", &["President Lillak"]),
        ("President Lillak met Anna Ames. \"We agree,\" she said.", &["Anna Ames"]),
    ]);
}

#[test]
fn signatures_behind_a_quotation() {
    check(&[
        ("\"The bridge is safe\" - Anna Arden", &["Anna Arden"]),
        ("\u{201c}The bridge is safe\u{201d} \u{2014} Anna Arden, mayor of Leeds", &["Anna Arden"]),
        ("'It rained, and nobody told us,' Anna Arden said. 'It must end.'", &["Anna Arden", "Anna Arden"]),
        ("\"It is safe!\" Anna Arden, 42, told reporters after the vote.", &["Anna Arden"]),
        ("\"The bridge is safe\" - Anna Arden was the first to laugh.", &[""]),
        ("\"The bridge is safe\" - a joke.", &[""]),
    ]);
}

#[test]
fn no_speaker_where_none_is_named() {
    check(&[
        ("The bridge was \"safe\".", &[""]),
        ("The back of his shirt read \"Never again\".", &[""]),
        ("He saw himself write \"the end\".", &[""]),
        ("Roe's style has been described as \"a mix of rock and polka that nobody needs\".", &[""]),
        ("They have to \"act according to the rules\" from May.", &[""]),
        ("They drove over a \"bridge to nowhere\" at dawn.", &[""]),
    ]);
}

#[test]
fn names_of_works_and_nicknames_are_no_quotations() {
    check(&[
        ("Dwight \"The Hammer\" Cole won.", &[]),
        ("The film \"Winter in Oslo\" opened in May.", &[]),
        ("\"Winter in Oslo\" opened in May.", &[]),
        ("\"Never Again\" said the badge.", &["the badge"]),
        ("\"It is late,\" giggled an insider last night.", &["an insider"]),
        ("\"It is late,\" said a fan of Last Night.", &["a fan of Last Night"]),
        ("In her memoir, \"The Salt Road\", Novak thanks nobody.", &[]),
        ("Arden answered, \"Never Again!\"", &["Arden"]),
        ("\"Bridge was closed too late, say voters\" - Leeds Courier, 4 May 2011", &[]),
        ("\"Bridge was closed too late\" \u{2014} Courier.example, May 4, 2011.", &[]),
    ]);
}

#[test]
fn titles_and_appositions_of_the_speaker() {
    check(&[
        ("\"It fell,\" said Clara Novak of the Port Office.", &["Clara Novak"]),
        ("\"It fell,\" her lawyer, Clara Novak, said.", &["Clara Novak"]),
        ("Clara Novak, head of the trust, who was in Oslo, called the deal \"a gift\".", &["Clara Novak"]),
        ("Clara Novak told the board that the firm expected \"a good year\".", &["Clara Novak"]),
        (
            "The security firm Example.com said the hole was \"wide open\".",
            &["The security firm Example.com"],
        ),
        ("The sign on the door said: \"We are closed.\"", &["The sign on the door"]),
        ("The chief of staff to the mayor said: \"We are closed.\"", &["The chief of staff to the mayor"]),
        ("A woman with two children said: \"We are closed.\"", &["A woman with two children"]),
    ]);
}

#[test]
fn a_quotation_goes_on_with_a_report() {
    check(&[
        ("Clara Novak warned, however, that the wall might fall. \"It is old.\"", &["Clara Novak"]),
        ("Clara Novak went home. \"It is old.\"", &[""]),
    ]);
}

#[test]
fn one_word_in_single_marks_is_no_quotation() {
    check(&[
        ("She was not \u{2018}free\u{2019} to go.", &[]),
        ("Arden called the deal \u{2018}treason\u{2019}.", &["Arden"]),
    ]);
}

#[test]
fn names_of_works_are_no_quotations() {
    check(&[
        ("She won a prize for her part in \"Long Winter Road.\"", &[]),
        ("\"A Quiet Harbour\" hits the stage in May.", &[]),
        ("\"Never\" was the answer.", &[""]),
        ("He held a sign that read \"Save Our Mill.\"", &[""]),
        ("They chanted the words \"Never Give Up.\"", &[""]),
        ("He used the term \"Total Chaos.\"", &[""]),
    ]);
}

#[test]
fn subjects_of_reports() {
    check_kind(
        ClaimKind::Reported,
        &[
            (
                "Keith Arden said the bridge was safe. He denied that it had moved.",
                &["Keith Arden", "Keith Arden"],
            ),
            ("Her lawyer, Clara Novak, said the case was weak.", &["Clara Novak"]),
            ("In a letter to the board Novak said the mill would close.", &["Novak"]),
            ("One of the drivers, Paul Ames, said the road had been icy.", &["Paul Ames"]),
            ("Clara Novak of Oxfam warned that food was short.", &["Clara Novak"]),
            ("Critics say the plan is too dear.", &["Critics"]),
            ("Some said the mayor had lied.", &["Some"]),
            ("Guests were told by the hotel that the pool was closed.", &["the hotel"]),
            ("The court heard that the van had been stolen.", &[""]),
            (
                "According to a study by the Marine Institute in 2021, the reef is shrinking.",
                &["a study by the Marine Institute"],
            ),
            ("Nora Keane left. Ms Keane said the road was shut.", &["Ms Keane"]),
        ],
    );
}

#[test]
fn pronouns_as_subjects_of_reports() {
    check_kind(
        ClaimKind::Reported,
        &[
            (
                "In a letter to the Port Authority, the ministry denied the charge. It said the ship had left.",
                &["the ministry", "the ministry"],
            ),
            (
                "The energy company Volta closed a plant. It said demand had fallen.",
                &["The energy company Volta"],
            ),
            ("The bank's forecast was bleak. It said demand had fallen.", &["The bank"]),
            ("Jane Paris left the ship in May. Paris was ill. She said the captain had lied.", &["Paris"]),
            ("Six members left the club, which they said was corrupt.", &["Six members"]),
            ("Campaigners marched to the hall. It said the roof was leaking.", &[""]),
            ("Campaigners marched to the hall. They said the roof was leaking.", &["Campaigners"]),
            ("\"It is a gamble,\" said Omar Tal, adding that the bank could fail.", &["Omar Tal"]),
            ("It rained in May. He said the roof was leaking.", &[""]),
        ],
    );
}

#[test]
fn two_who_speak() {
    check(&[
        ("\"It is late,\" said Ann Roe and Bo Lory, nurses at Hale.", &["Ann Roe and Bo Lory"]),
        ("Ann Roe and Bo Lory said: \"It is late.\"", &["Ann Roe and Bo Lory"]),
        (
            "\"It is late,\" said founder and chief executive Ann Roe.",
            &["founder and chief executive Ann Roe"],
        ),
        ("The firm and its owner said: \"It is late.\"", &["The firm and its owner"]),
        ("One of the owners said: \"It is late.\"", &["One of the owners"]),
        ("\"It is late,\" said two of the owners.", &["two of the owners"]),
        // The first of them is met.
        ("They met Ann Roe, and Bo Lory said: \"It is late.\"", &["Bo Lory"]),
    ]);
    check_kind(
        ClaimKind::Reported,
        &[
            ("Ann Roe and Bo Lory, both 42, said rents would rise.", &["Ann Roe and Bo Lory"]),
            ("According to the firm and its owner, rents will rise.", &["the firm and its owner"]),
            ("Rents will rise, said one of the owners.", &["one of the owners"]),
            ("According to the firm and the bank will close.", &["the firm"]),
        ],
    );
}

#[test]
fn a_name_inside_the_subject_is_not_who_speaks() {
    check_kind(
        ClaimKind::Reported,
        &[(
            "A panel appointed by President Jo Roe concluded that the plan was not viable.",
            &["A panel appointed by President Jo Roe"],
        )],
    );
    check_kind(
        ClaimKind::Quote,
        &[(
            "Ann Lory, a physicist at the University of Leeds, Bradford, who was not involved, called it \"exciting\".",
            &["Ann Lory"],
        )],
    );
}

#[test]
fn who_says_more_than_one_thing() {
    check(&[
        ("Hale said that all gifts had been declared, adding: \"I have nothing to hide.\"", &["Hale"]),
        ("Hale faced the council, with one member calling the deal \"a joke\".", &["one member"]),
        ("\"It is safe,\" Arden, who had been there for a week, told the board.", &["Arden"]),
        ("Judge Ann Day told Arden that she had shown \"rare cruelty\".", &["Judge Ann Day"]),
        (
            "Voters from the Council for Trade and Co-operation were calm, and they called it \"odd\".",
            &["Voters"],
        ),
        ("A fan wrote it.|Tressick, 58, taught at a school.|\"I am glad,\" she said.", &["Tressick"]),
        ("Arden was, in the words of one critic, \"a marvel\".", &["one critic"]),
        ("Ann Roe said mails between them showed otherwise: \"It reads badly.\"", &["Ann Roe"]),
        ("The head of the board, Sir Alan Day, said it was \"late\".", &["Sir Alan Day"]),
    ]);
    check_kind(
        ClaimKind::Reported,
        &[
            (
                "The scans showed that one box held six pots, suggesting that it was full.",
                &["The scans", "The scans"],
            ),
            ("The mill is owned by Tressick, a British firm, which said it was safe.", &["Tressick"]),
            ("John Arden wrote it.|Tressick, he recalled, had taught him to wait.", &["John Arden"]),
            ("Members met, and the leader of the Tressick Party, Ann Roe, called for calm.", &["Ann Roe"]),
            ("A boat sank off the isle of Anholt, the coast guard said.", &["the coast guard"]),
        ],
    );
}

#[test]
fn without_the_day() {
    check_kind(
        ClaimKind::Reported,
        &[
            ("The High Court Friday asked the police to act.", &["The High Court"]),
            ("Police Thursday warned of more floods.", &["Police"]),
            ("State police on Tuesday night said it was old.", &["State police"]),
            ("Al Roe was jailed for six years and told he must serve half.", &[""]),
        ],
    );
    check(&[("Al Arden on Monday called it \"a trap\".", &["Al Arden"])]);
}

#[test]
fn with_particles_and_fields() {
    check(&[
        ("\"It is a plastic soup,\" said van Hoek.", &["van Hoek"]),
        (
            "Judge Al Arden left. He said two of ten had their claims accepted under the \"unfair\" rules.",
            &["Judge Al Arden"],
        ),
    ]);
    check_kind(
        ClaimKind::Reported,
        &[
            (
                "The Department for Culture, Media and Sport said it was old.",
                &["The Department for Culture, Media and Sport"],
            ),
            ("The office of Jane Roe, Al Poe and Jo Fry said it was old.", &["The office of Jane Roe"]),
            (
                "Judge Al Arden left. He imposed a long term on Roe, which he said he would review.",
                &["Judge Al Arden"],
            ),
        ],
    );
}

#[test]
fn who_says_behind_an_apposition() {
    check_kind(
        ClaimKind::Reported,
        &[
            ("Jane Roe, chair of the panel, said the ruling by the board was wrong.", &["Jane Roe"]),
            ("The next day the council said the road was safe.", &["the council"]),
            ("It threw out a traders' suit that accused the bank of fraud.", &["a traders' suit"]),
            ("She runs an ad against Al Roe that accuses him of theft.", &["an ad"]),
            ("Republican Jane Roe of the trade panel says the tape is old.", &["Republican Jane Roe"]),
        ],
    );
}

#[test]
fn who_adds_something_behind_a_report() {
    check(&[("Jane Roe said it was late, but added: \"It will come.\"", &["Jane Roe"])]);
}

#[test]
fn names_that_are_months_and_objects_of_quoted_verbs() {
    check_kind(
        ClaimKind::Reported,
        &[
            ("Theresa May said she would resign.", &["Theresa May"]),
            ("Mrs May said she would resign.", &["Mrs May"]),
            ("Governor of Lorne, Al Reed told a paper that work went on.", &["Al Reed"]),
        ],
    );
    check(&[(
        "Forces \"neutralised\" five gunmen in the hills, the Interior Ministry said on Monday.",
        &["the Interior Ministry"],
    )]);
}

#[test]
fn bodies_that_look_like_pronouns() {
    check_kind(
        ClaimKind::Reported,
        &[
            ("The WHO says that rates fell.", &["The WHO"]),
            ("The doctor who left says that rates fell.", &["The doctor"]),
        ],
    );
}

#[test]
fn several_who_spoke_before() {
    check_kind(
        ClaimKind::Reported,
        &[
            ("Two boys fled, police said. The boys were hurt, they said.", &["police", "police"]),
            (
                "Hale officials say rents fell. They say rents will rise.",
                &["Hale officials", "Hale officials"],
            ),
            ("Two ministers left. They said it was late.", &["Two ministers"]),
        ],
    );
}
