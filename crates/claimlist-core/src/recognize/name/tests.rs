//! Names and roles in sentences of our own.

mod offices;

use super::*;
use crate::segment;

/// The names of a text with spans, names, titles and organisations.
fn names(text: &str) -> Vec<[String; 4]> {
    let document = Document::plain(text).unwrap();
    let sentences = segment::segment(&document);
    let lexicon = Lexicon::english();
    let lexed = Lexed::new(&document, &sentences, lexicon);
    let mut mentions = Vec::new();
    recognize(&document, &sentences, &lexed, lexicon, &mut mentions);
    let fact = |mention: &Mention, slot| mention.facts.text(slot).unwrap_or_default().to_owned();
    let row = |mention: &Mention| {
        let facts = [Slot::Name, Slot::Title, Slot::Organisation].map(|slot| fact(mention, slot));
        let [name, title, organisation] = facts;
        [mention.span.of(text).to_owned(), name, title, organisation]
    };
    mentions.iter().map(row).collect()
}

/// Each sentence with the spans of the persons that it names with an office.
fn check_roles(cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, wanted) in cases {
        let roles: Vec<String> = names(text)
            .into_iter()
            .filter(|[_, name, title, organisation]| {
                !(name.is_empty() || title.is_empty() && organisation.is_empty())
            })
            .map(|[span, ..]| span)
            .collect();
        if roles != *wanted {
            wrong.push(format!("{text}: {roles:?}, not {wanted:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn titles_before_the_name() {
    check_roles(&[
        (
            "He met the leader of the Blue rebels, Rodrigo Roe, on Sunday.",
            &["the leader of the Blue rebels, Rodrigo Roe"],
        ),
        ("The head of the judicial police, Alma Roe, left.", &["The head of the judicial police, Alma Roe"]),
        ("Jim Vale, one of the founders of the site, left.", &["Jim Vale, one of the founders of the site"]),
        ("But Labour's leader, Wes Roe, left.", &["Labour's leader, Wes Roe"]),
        (
            "Republican Jane Roe and Liberal Democrat Al Lind met.",
            &["Republican Jane Roe", "Liberal Democrat Al Lind"],
        ),
        ("Conservative estimates say so.", &[]),
        ("On Monday Ann Roe, the mill's owner, left.", &["Ann Roe, the mill's owner"]),
        (
            "Labour peer Jane Roe spoke to her instructor, Al Lind.",
            &["Labour peer Jane Roe", "her instructor, Al Lind"],
        ),
        ("They used Pear, Quince and peer-to-peer networks.", &[]),
        ("Jo Lind, a Booker Prize-winner, spoke.", &["Jo Lind, a Booker Prize-winner"]),
        (
            "Al Roe, once the closest adviser to the king, left.",
            &["Al Roe, once the closest adviser to the king"],
        ),
        ("His ruling in Adeyemi v Crown Estates is taught.", &[]),
        ("Alder's chairman, Sir Colin Marr, left.", &["Alder's chairman, Sir Colin Marr"]),
        ("Julia Brandt of the brokerage Kelso Group left.", &["Julia Brandt of the brokerage Kelso Group"]),
        ("Ferry operator Sound Lines closed.", &[]),
        (
            "Its member for education, Cllr Roy Dack (Con), left.",
            &["Its member for education, Cllr Roy Dack (Con)"],
        ),
        ("Her brother-in-law, Tom Roe, left.", &["Her brother-in-law, Tom Roe"]),
        ("One of the survivors, Marta Roe, spoke.", &["One of the survivors, Marta Roe"]),
        ("One of the men, Al Roe, spoke.", &[]),
        ("The mill was bought by market leader Vale.", &[]),
        ("The Lord Chief Justice, sitting at Kingsport, agreed.", &[]),
        ("Mr Chief Justice, the mill is shut.", &[]),
        ("Governor Justice signed the bill.", &["Governor Justice"]),
        ("General Electric built the turbines.", &[]),
        ("The store sold General Purpose as well as guided bombs.", &[]),
        ("General Varley led them.", &["General Varley"]),
        ("Harlow Coach Action runs the buses.", &[]),
        ("Commission for Fair Trade chairman Al Roe left.", &["Commission for Fair Trade chairman Al Roe"]),
        ("Bank of England governor Al Roe left.", &["Bank of England governor Al Roe"]),
        ("The firm was founded by brothers Piet and Daan Roe.", &[]),
        ("Minister for Trade Conor Daly spoke.", &["Minister for Trade Conor Daly"]),
        (
            "It failed, said Dr Tim Cooke, president of the Society for Medicine.",
            &["Dr Tim Cooke, president of the Society for Medicine"],
        ),
        (
            "\"It tilted,\" said Maria Delos Reyes, 34, a schoolteacher who saw it.",
            &["Maria Delos Reyes, 34, a schoolteacher"],
        ),
        (
            "The prefect of the Rh\u{f4}ne department, Michel Delpuech, left.",
            &["The prefect of the Rh\u{f4}ne department, Michel Delpuech"],
        ),
        ("Yesterday Transport Secretary Martha Hale resigned.", &["Transport Secretary Martha Hale"]),
        ("The talks with French President Jules Morel failed.", &["French President Jules Morel"]),
        ("It was signed by former Prime Minister Anna Lindqvist.", &["former Prime Minister Anna Lindqvist"]),
        ("They met then-president Carlos Ibarra in May.", &["then-president Carlos Ibarra"]),
        ("Rail operator Northline said so.", &[]),
        ("They met crane operator Bill Stokes in May.", &["crane operator Bill Stokes"]),
        ("Acme chief executive Tom Barker sold his shares.", &["Acme chief executive Tom Barker"]),
        (
            "Harbour Trust director general Rashid al-Hadi agreed.",
            &["Harbour Trust director general Rashid al-Hadi"],
        ),
        ("A letter from police chief Ruth O'Neill arrived.", &["police chief Ruth O'Neill"]),
        ("Secretary of State Helen Marsh flew to Oslo.", &["Secretary of State Helen Marsh"]),
        ("Chancellor of the Exchequer Peter Wynn cut taxes.", &["Chancellor of the Exchequer Peter Wynn"]),
        ("He called Sen. Mark Tully a liar.", &["Sen. Mark Tully"]),
        ("The bill of Gen. J. R. Foster Jr. was rejected.", &["Gen. J. R. Foster Jr."]),
        ("President Morel spoke first.", &["President Morel"]),
        ("Norway's foreign minister Lars Eide left early.", &["Norway's foreign minister Lars Eide"]),
        ("The prize went to climate activist Nadia Rahman.", &["climate activist Nadia Rahman"]),
        ("Ursula von der Heyden met EU Commissioner Jean-Luc Petit.", &["EU Commissioner Jean-Luc Petit"]),
        ("They met envoy Kim Yong-nam on Friday.", &["envoy Kim Yong-nam"]),
        ("They met councillors Cho Min-led and Ann Roe.", &["councillors Cho Min-led"]),
        ("The MPs, public servants all, left.", &[]),
        ("According to Roe, a guard at the gate was hurt.", &[]),
        ("It was former Rovers and Wales captain Al Roe.", &["former Rovers and Wales captain Al Roe"]),
        ("It's Senator Al Roe who leads.", &["Senator Al Roe"]),
        (
            "Al Roe, managing director of the Credit Division of Jane James Services, Inc., left.",
            &["Al Roe, managing director of the Credit Division of Jane James Services"],
        ),
        ("Business and Trade Secretary Ian Frost denied it.", &["Business and Trade Secretary Ian Frost"]),
        ("Author and baker Ian Frost has moved.", &["Author and baker Ian Frost"]),
        (
            "Deputy Mayor and Port Secretary Ian Frost met her.",
            &["Deputy Mayor and Port Secretary Ian Frost"],
        ),
        (
            "It was sung by Rovers coach and former miner Ian Frost.",
            &["Rovers coach and former miner Ian Frost"],
        ),
        ("They saw the author and baker Ian Frost.", &["baker Ian Frost"]),
        ("A row between tenant and landlord Ian Frost ended.", &["landlord Ian Frost"]),
        ("Potters and baker Ian Frost have moved.", &["baker Ian Frost"]),
        ("England captain Jack Oldroyd scored.", &["England captain Jack Oldroyd"]),
        (
            "Professor Ida Berg of the University of Tromsø led the study.",
            &["Professor Ida Berg of the University of Tromsø"],
        ),
        ("Rear Admiral Luis Ferro was promoted.", &["Rear Admiral Luis Ferro"]),
        ("Resident Tom Ames lost his shop.", &["Resident Tom Ames"]),
    ]);
}

#[test]
fn persons_of_bodies_and_lands() {
    check_roles(&[
        ("Labour's Anna Lind said the plan was late.", &["Labour's Anna Lind"]),
        ("The BBC's Tom Barker was there.", &["BBC's Tom Barker"]),
        ("The race went to Norway's Ida Berg.", &["Norway's Ida Berg"]),
        ("The North Sea Party's Lars Eide lost.", &["North Sea Party's Lars Eide"]),
        ("Britain's Labour Party and the BBC's World Service agreed.", &[]),
        ("Anna's Tom Barker is a play.", &[]),
        ("Tom Barker of the New Liberals lost his seat.", &["Tom Barker of the New Liberals"]),
        ("Tom Barker of Civic Renewal came second.", &["Tom Barker of Civic Renewal"]),
        ("Tom Barker of the United States and Ida Berg of Bergen met.", &[]),
        ("Tom Barker of the Social Affairs committee left.", &[]),
        ("Lam Wai-ting of the Harbour Party won.", &["Lam Wai-ting of the Harbour Party"]),
        ("Hong Kong-born players left, and the Paris Orly-bound flight too.", &[]),
    ]);
}

#[test]
fn lists_of_persons() {
    check_roles(&[
        (
            "The guests include Home Secretary Ruth Pell and National Police Adviser John Varga.",
            &["Home Secretary Ruth Pell", "National Police Adviser John Varga"],
        ),
        (
            "Mayor Ed Brandt, Governor Lucy Stone and actor Neil Cross came.",
            &["Mayor Ed Brandt", "Governor Lucy Stone", "actor Neil Cross"],
        ),
    ]);
}

#[test]
fn appositions_behind_the_name() {
    check_roles(&[
        (
            "Clara Novak, a spokeswoman for the ministry, denied it.",
            &["Clara Novak, a spokeswoman for the ministry"],
        ),
        ("John Roe, chief executive of Acme, resigned.", &["John Roe, chief executive of Acme"]),
        ("Peter Lang, 42, a nurse from Leeds, was hurt.", &["Peter Lang, 42, a nurse from Leeds"]),
        ("Lars Eide, who leads the squadron, was absent.", &["Lars Eide, who leads the squadron"]),
        (
            "It was painted by Ines Duarte, head of design at the Lisbon Museum.",
            &["Ines Duarte, head of design at the Lisbon Museum"],
        ),
        ("Al Roe, owner of Taylor Holdings Inc., left.", &["Al Roe, owner of Taylor Holdings Inc"]),
        (
            "Sara Khan of Human Rights Observatory warned of famine.",
            &["Sara Khan of Human Rights Observatory"],
        ),
    ]);
}

#[test]
fn appositions_before_the_name() {
    check_roles(&[
        ("The ministry's spokesman, Joe Bloggs, resigned.", &["The ministry's spokesman, Joe Bloggs"]),
        ("The head of the agency, Maria Costa, was dismissed.", &["The head of the agency, Maria Costa"]),
        ("She lives with her husband, Paul Ames.", &["her husband, Paul Ames"]),
        ("The town's chief engineer, Dr Lena Osei, resigned.", &["The town's chief engineer, Dr Lena Osei"]),
    ]);
}

#[test]
fn no_roles() {
    check_roles(&[
        ("Keith Arden went home.", &[]),
        ("The prime minister went home.", &[]),
        ("Mr Arden and Mrs Keane went home.", &[]),
        ("The Ministry of Defence bought Harbour Nine, its old partner.", &[]),
        ("Presidents come and go in Paris.", &[]),
        ("The court in London heard that the driver had fled.", &[]),
        ("On Tuesday the president of Chile arrived in Santiago.", &[]),
        ("He studied at King Edward School and at Queen Mary University.", &[]),
        ("He is Professor of Marine Sciences in Oslo.", &[]),
        ("She was Queen of the Southern Isles.", &[]),
        ("The Friends of Parliament met.", &[]),
        ("Governor Stone Bridge was closed.", &[]),
        ("A major Novak exhibition opened.", &[]),
        ("Holm, after he left the editor, went home.", &[]),
        ("Holm, her mother and her sister moved to Oslo.", &[]),
        ("The message reached people Holm had met.", &[]),
        ("Their report, Prison Conditions, was ignored.", &[]),
    ]);
}

#[test]
fn facts_of_a_role() {
    for (text, name, title, organisation) in [
        ("It was US President Alan Reyes.", "Alan Reyes", "President", "US"),
        ("Clara Novak, a spokeswoman for the ministry, left.", "Clara Novak", "spokeswoman", "ministry"),
        ("Acme's chief executive Tom Barker left.", "Tom Barker", "chief executive", "Acme"),
        ("John Roe, chief executive of Acme, left.", "John Roe", "chief executive", "Acme"),
        ("Foreign Secretary Ida Holm left.", "Ida Holm", "Foreign Secretary", ""),
        ("Ana Ruiz, head of design at the Museum, left.", "Ana Ruiz", "head of design", "Museum"),
        ("It was Rear Admiral Luis Ferro.", "Luis Ferro", "Rear Admiral", ""),
        ("Susan Pike, a mother of two, died.", "Susan Pike", "mother of two", ""),
        ("He met the Israeli trade minister, Al Roe, in May.", "Al Roe", "trade minister", "Israeli"),
        ("Frank Poe, from the Coast Service, says so.", "Frank Poe", "", "Coast Service"),
        ("Frank Poe, an actor best known for his part in a BBC show, died.", "Frank Poe", "actor", ""),
        ("He met the Minister for the Environment, Al Roe.", "Al Roe", "Minister for the Environment", ""),
        ("The chief of the army, Lieutenant-General Frank Poe, left.", "Frank Poe", "chief", "army"),
        ("The mayor is defending Dr Frank Poe.", "Frank Poe", "Dr", ""),
        ("He is acting director Frank Poe.", "Frank Poe", "acting director", ""),
        (
            "Frank Poe, trade minister in the cabinet to be sworn in on Monday, left.",
            "Frank Poe",
            "trade minister",
            "cabinet",
        ),
        ("The council's Frank Poe says so.", "Frank Poe", "", "council"),
        ("He met King of the Hill director Al Poe.", "Al Poe", "director", "King of the Hill"),
        (
            "He met Chairman of the Joint Chiefs General Al Poe.",
            "Al Poe",
            "Chairman of the Joint Chiefs General",
            "",
        ),
        ("Al Roe, a fellow at the Crane Institute in Dover, left.", "Al Roe", "fellow", "Crane Institute"),
        ("Al Roe, a clerk at the council and a former miner, left.", "Al Roe", "clerk", "council"),
        ("Al Roe, a Dover University chemist in New Haven, left.", "Al Roe", "chemist", "Dover University"),
        ("Dover sporting director Al Roe left.", "Al Roe", "sporting director", "Dover"),
        ("Islamic State leader Al Roe left.", "Al Roe", "leader", "Islamic State"),
        ("Al Roe, a girl's teacher, left.", "Al Roe", "girl's teacher", ""),
        ("Al Roe, last year's winner, left.", "Al Roe", "last year's winner", ""),
        ("Al Roe, the bank's chief economist, left.", "Al Roe", "chief economist", "bank"),
        ("Al Roe, a Catholic priest, left.", "Al Roe", "Catholic priest", ""),
        ("Al Roe, a driver from Unilever, left.", "Al Roe", "driver", "Unilever"),
        ("Al Roe, a nurse serving in the army, left.", "Al Roe", "nurse", "army"),
        ("State Senator Al Roe left.", "Al Roe", "State Senator", ""),
        ("They want to re-appoint former Judge Al Roe.", "Al Roe", "former Judge", ""),
        ("Al Roe, a chemist at the University of Dover told us.", "Al Roe", "chemist", "University of Dover"),
        ("Al Roe, a nurse from London, left.", "Al Roe", "nurse from London", ""),
        ("Al Roe, a baker in a small town, left.", "Al Roe", "baker", ""),
        ("Al Roe, a lawyer in the Justice Ministry, left.", "Al Roe", "lawyer", "Justice Ministry"),
    ] {
        let found = names(text);
        let [_, a, b, c] = found.iter().find(|row| !row[1].is_empty()).expect(text);
        assert_eq!((a.as_str(), b.as_str(), c.as_str()), (name, title, organisation), "{text}");
    }
}

#[test]
fn bodies() {
    for (text, body) in [
        ("The Ministry of Defence bought ships.", "Ministry of Defence"),
        ("He sued the Bank of Norway.", "Bank of Norway"),
        ("The ships of NATO left.", "NATO"),
        ("The University of Leeds closed.", "University of Leeds"),
        ("The Danish Health Ministry counted them.", "Danish Health Ministry"),
    ] {
        let found = names(text);
        assert!(found.iter().any(|row| row[3] == body && row[1].is_empty()), "{text}: {found:?}");
    }
}

#[test]
fn forms_of_one_name_are_tied_together() {
    let text = "Arden left early. Prime Minister Keith Arden flew home. Mr Arden slept. Jane Roe met John Roe. Roe wept.";
    let document = Document::plain(text).unwrap();
    let sentences = segment::segment(&document);
    let lexed = Lexed::new(&document, &sentences, Lexicon::english());
    let mut mentions = Vec::new();
    recognize(&document, &sentences, &lexed, Lexicon::english(), &mut mentions);
    let persons: Vec<_> = mentions.iter().map(|m| m.facts.text(Slot::Person)).collect();
    let arden = Some("Keith Arden");
    assert_eq!(persons, [arden, arden, arden, Some("Jane Roe"), Some("John Roe"), None]);
}

#[test]
fn titles_have_no_article_and_bodies_may_be_common_words() {
    for (text, title, organisation) in [
        ("Coast guard spokesman Armando Balilo spoke.", "spokesman", "Coast guard"),
        ("His predecessor, Ian Hale, had left.", "predecessor", ""),
        ("The prefect of the Rhine department, Michel Roe, left.", "prefect", "Rhine department"),
    ] {
        let found = names(text);
        assert!(found.iter().any(|row| row[2] == title && row[3] == organisation), "{text}: {found:?}");
    }
    let found = names("The Committee to Protect Journalists, a watchdog, welcomed it.");
    assert!(found.iter().any(|row| row[3] == "Committee to Protect Journalists"), "{found:?}");
}

#[test]
fn what_only_looks_like_a_role() {
    check_roles(&[
        ("A boat sank off Anholt, the coast guard said.", &[]),
        ("She swam in the Blue Lake, a popular tourist spot.", &[]),
        ("He was born in Tressick, the son of a baker.", &[]),
        ("She asked Sen. Jane Doe, D-N.M., who chairs the panel.", &["Sen. Jane Doe"]),
        ("It hit Mrs Doe, 31, a teacher from Leeds.", &["Mrs Doe, 31, a teacher from Leeds"]),
        ("PC Jane Doe came.", &["PC Jane Doe"]),
        ("Det Con Jane Doe came.", &["Det Con Jane Doe"]),
        (
            "She thanked Senator Jane Doe, Speaker John Roe and others.",
            &["Senator Jane Doe", "Speaker John Roe"],
        ),
        ("The board's head, Cllr Jane Doe, came.", &["The board's head, Cllr Jane Doe"]),
        ("The head of the board, Jane Fullman Five, came.", &["The head of the board, Jane Fullman Five"]),
    ]);
}

#[test]
fn whom_a_letter_is_written_to() {
    check_roles(&[
        ("Sir, Your writer on trains (May 12) is wrong.", &[]),
        ("She is now a dentist in Perth, Western Australia.", &[]),
        ("Ada Roe, your writer on trains, is wrong.", &["Ada Roe, your writer on trains"]),
    ]);
}
