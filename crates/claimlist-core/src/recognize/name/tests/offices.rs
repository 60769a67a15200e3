//! Offices of several words: with a hyphen, with a field, with an owner.

use super::*;

/// Each sentence with the title and organisation of the person that it names; "" for none.
fn check_titles(cases: &[(&str, &str, &str)]) {
    let mut wrong = Vec::new();
    for (text, title, organisation) in cases {
        let found = names(text);
        if !found.iter().any(|row| row[2] == *title && row[3] == *organisation) {
            wrong.push(format!("{text}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn with_a_hyphen() {
    check_titles(&[
        ("They dropped Norway fly-half Peter Roe.", "fly-half", "Norway"),
        ("It hurt full-back Peter Roe.", "full-back", ""),
        ("It was said to his Hull team-mate Peter Roe.", "team-mate", "Hull"),
        ("She beat former triple jumper Jane Roe.", "former triple jumper", ""),
    ]);
}

#[test]
fn with_a_field() {
    check_titles(&[
        ("Norway's minister of sport Peter Roe left.", "minister of sport", "Norway"),
        ("The firm's head of sales and marketing, Peter Roe, left.", "head of sales and marketing", "firm"),
        ("It hired director of marketing Jane Roe.", "director of marketing", ""),
        ("Jane Roe, head of policy at Oxfam, left.", "head of policy", "Oxfam"),
        ("Jane Roe, head of policy of Oxfam, left.", "head of policy", "Oxfam"),
        ("The chief of staff of the navy, Al Roe, left.", "chief of staff", "navy"),
        ("The navy's chief of staff Al Roe left.", "chief of staff", "The navy"),
        ("Al Roe, a spokesman for police, left.", "spokesman", "police"),
        ("The minister for ports, Al Roe, left.", "minister for ports", ""),
        ("The Minister of Fisheries of Norway, Al Roe, left.", "Minister of Fisheries", "Norway"),
        ("Al Roe, general secretary of Unite, left.", "general secretary", "Unite"),
        ("It hired professor of physics J. R. Hale.", "professor of physics", ""),
        ("It hired head of sales Jean-Luc Roe.", "head of sales", ""),
        ("The chief constable of Kent, Al Roe, left.", "chief constable", "Kent"),
        ("The Bank of Norway's governor, Al Roe, left.", "governor", "Bank of Norway"),
        ("Al Roe, the Bank of Norway's governor, left.", "governor", "Bank of Norway"),
        ("Former Acme plc finance director Al Roe left.", "Former finance director", "Acme plc"),
        ("Dr Jane Roe, Acme's chief chemist, left.", "chief chemist", "Acme"),
        ("The widow of Al Hale, Jane Roe, left.", "widow of Al Hale", ""),
        ("Oxfam facilities manager Jane Roe left.", "facilities manager", "Oxfam"),
        ("Its lawyer, Jane Roe of Hale and Vale, left.", "lawyer", ""),
    ]);
    check_titles(&[
        ("Culture, Media and Sport Secretary Jane Roe left.", "Culture, Media and Sport Secretary", ""),
        ("My friend, Senator Jane Roe of Michigan, left.", "Senator", ""),
    ]);
    check_roles(&[("It was Jane Roe - a nurse was there - who left.", &[])]);
    check_roles(&[("It told of the death of Peter Roe.", &[])]);
}

#[test]
fn with_an_owner_behind_the_name() {
    check_titles(&[
        ("Jane Roe, Norway's oil minister, left.", "oil minister", "Norway"),
        ("Jane Roe, the bank's chief economist, left.", "chief economist", "bank"),
        ("Dr Jane Roe, senior adviser at Oxfam, left.", "senior adviser", "Oxfam"),
        ("It hit Norway foreign affairs spokesman Peter Roe.", "foreign affairs spokesman", "Norway"),
        ("Jane Roe - Norway's oil minister - left.", "oil minister", "Norway"),
    ]);
}

#[test]
fn firms_are_no_persons() {
    check_roles(&[
        ("Casino operators Crown Leisure and Vale Group fell.", &[]),
        ("Shares in airport operators Northgate Holdings fell.", &[]),
        ("Crown Prince Peter left.", &["Crown Prince Peter"]),
    ]);
}

#[test]
fn with_what_was_and_where() {
    check_titles(&[
        ("Former Rovers and Norway defender Peter Roe left.", "Former Rovers and Norway defender", ""),
        ("It was said to Rovers sporting director Peter Roe.", "sporting director", "Rovers"),
        ("She beat three-time champion Jane Roe.", "three-time champion", ""),
        ("Jane Roe, a journalist based in Oslo, left.", "journalist", ""),
        ("Jane Roe, a nurse working for Oxfam, left.", "nurse", "Oxfam"),
    ]);
    check_roles(&[("He sent Mr. uh - Hale and Admiral Roe.", &["Admiral Roe"])]);
}

#[test]
fn offices_in_capitals_are_no_names() {
    check_roles(&[
        ("He became an Executive Director in 1994.", &[]),
        ("The Deputy National Publicity Secretary left.", &[]),
        ("The Deputy Secretary-General left.", &[]),
        ("The Officer Commanding the base left.", &[]),
        (
            "They met the Senate Minority Leader, Senator Peter Roe.",
            &["the Senate Minority Leader, Senator Peter Roe"],
        ),
        ("Senator King left.", &["Senator King"]),
        ("President Jane Speaker left.", &["President Jane Speaker"]),
        ("Councillor Tiana Shah left.", &["Councillor Tiana Shah"]),
        ("Tiana Sheikh, a baker, left.", &["Tiana Sheikh, a baker"]),
    ]);
}

#[test]
fn sides_are_no_persons() {
    check_roles(&[
        ("League leaders Chelsea beat county rivals Malton.", &[]),
        ("The brothers Peter and Paul Roe left.", &[]),
        ("She met ministers Peter Roe and Jane Doe.", &["ministers Peter Roe"]),
        ("She met pilots Peter Roe, 34, and Jane Doe, 39.", &["pilots Peter Roe"]),
    ]);
}

#[test]
fn surnames_behind_chief_and_host() {
    check_roles(&[
        ("Fire Chief Dean left.", &["Fire Chief Dean"]),
        ("Police chief King left.", &["Police chief King"]),
        ("The Deputy Chief Constable left.", &[]),
        ("Talk show host Varley left.", &["Talk show host Varley"]),
        ("TV host Varley left.", &["TV host Varley"]),
        ("Rovers host Vale on Sunday.", &[]),
    ]);
}

#[test]
fn with_what_became_of_somebody() {
    check_titles(&[
        ("Peter Roe, the guard killed in the raid, was a hero.", "guard", ""),
        ("They met Senator Peter ole Roe.", "Senator", ""),
        ("It was said by DGP Peter Roe.", "DGP", ""),
    ]);
}

#[test]
fn with_a_body_before_or_behind() {
    check_titles(&[
        ("Prof. Jane Roe, of the University of Hale, left.", "Prof.", "University of Hale"),
        ("Chief Inspector Jane Roe of Hale Police left.", "Chief Inspector", "Hale Police"),
        ("Acme Corp. Chief Executive Jane Roe left.", "Chief Executive", "Acme Corp"),
        ("Sgt. Jane Roe, a spokeswoman for Hale Police, left.", "spokeswoman", "Hale Police"),
        ("Sgt. Jane Roe, a mother of two, left.", "Sgt.", ""),
        ("Co-founder and chief executive Jane Roe left.", "Co-founder and chief executive", ""),
        ("TV presenter Jane Roe left.", "TV presenter", ""),
        ("BA pilot Jane Roe left.", "pilot", "BA"),
        ("Police and Crime Commissioner Jane Roe left.", "Police and Crime Commissioner", ""),
    ]);
}

#[test]
fn a_firm_or_a_side_holds_no_office() {
    let texts = ["It was sold by estate agents James Pendle.", "The Reds host Vale."];
    for text in texts {
        assert!(names(text).iter().all(|row| row[2].is_empty()), "{text}: {:?}", names(text));
    }
}

#[test]
fn acronyms_that_are_no_bodies() {
    for text in ["GDP fell.", "It makes 15MW.", "The COVID-19 ward shut.", "It was on TV."] {
        assert!(names(text).is_empty(), "{text}: {:?}", names(text));
    }
    assert_eq!(names("NATO met.").len(), 1);
}

#[test]
fn parties_in_brackets() {
    check_titles(&[
        ("Cllr Jane Roe (Lab, Hale East) left.", "Cllr", "Lab"),
        ("Jane Roe (Labour) left.", "", "Labour"),
        ("Jane Roe (Lib Dem, Hale) left.", "", "Lib Dem"),
        ("Sen. Jane Roe (D-Ohio) left.", "Sen.", "D"),
    ]);
    for text in [
        "Jane Roe (R) left.",
        "The Tenants (Reform) Bill passed.",
        "Ten-man Rovers drew.",
        "10-man Rovers drew.",
    ] {
        assert!(
            names(text).iter().all(|row| row[2].is_empty() && row[3].is_empty()),
            "{text}: {:?}",
            names(text)
        );
    }
}

#[test]
fn bodies_with_their_short_name() {
    check_titles(&[("Hale Trade Bank (HTB) president Jane Roe left.", "president", "Hale Trade Bank (HTB)")]);
}

#[test]
fn members_of_parties() {
    check_titles(&[
        ("Republican Jane Roe leads in Hale.", "Republican", ""),
        ("She beat Democrat Mary Poe.", "Democrat", ""),
    ]);
    for text in [
        "Republican Hale voted.",
        "A man called Dean Robert left.",
        "The cost of Major Projects rose.",
        "Jury convicts Al Roe of murder.",
        "The Green James Bay dam was built.",
        "Wife of the president, Ann Roe said no.",
    ] {
        assert!(names(text).iter().all(|row| row[2].is_empty()), "{text}: {:?}", names(text));
    }
}

#[test]
fn owners_offices_and_forms_of_address() {
    check_titles(&[
        ("The Herald-Mail's editor, Paula Marsh, left.", "editor", "Herald-Mail"),
        ("Ann Roe, who now serves as finance minister, left.", "finance minister", ""),
        ("Labour leader Sir Ken Roe left.", "leader", "Labour"),
        ("Governor of Lorne, Al Reed told them.", "Governor", "Lorne"),
        ("He heard reports that Roe's envoy for trade, Jane Poe, was ill.", "envoy for trade", "Roe"),
    ]);
    for text in ["It won the Champion Hurdle.", "The General Staff met.", "They ran the Champion Stakes."] {
        assert!(names(text).iter().all(|row| row[2].is_empty()), "{text}: {:?}", names(text));
    }
}

#[test]
fn of_a_field_before_a_name_of_no_list() {
    check_titles(&[
        ("Superintendent of Police Kavitha Roe left.", "Superintendent of Police", ""),
        ("Chief Justice of India B.N. Roe left.", "Chief Justice of India", ""),
        ("Minister of State for Steel Devraj Roe left.", "Minister of State for Steel", ""),
        ("Secretary for Housing Wai-man Roe left.", "Secretary for Housing", ""),
        ("Leader of the Opposition Anwaar Roe, 48, left.", "Leader of the Opposition", ""),
        (
            "Minister for Women and Child Development Devraj Roe left.",
            "Minister for Women and Child Development",
            "",
        ),
        ("Electricity and Energy Minister Thabiso Roe left.", "Electricity and Energy Minister", ""),
    ]);
    check_roles(&[
        ("Director of Police Training Schemes left.", &[]),
        ("Director of Public Health Norway left.", &[]),
        ("Minister of Defence Orders were signed.", &[]),
        ("Professor of Marine Sciences left.", &[]),
        ("Press Secretary for President Peter Roe left.", &["President Peter Roe"]),
    ]);
}

#[test]
fn of_a_field_with_a_comma_before_the_name() {
    check_titles(&[
        ("The Minister for Justice, Jane Roe, left.", "Minister for Justice", ""),
        ("The Minister of Finance, Mr. Peter Roe, left.", "Minister of Finance", ""),
        ("The Commissioner for Information, Hon. Thabiso Roe, left.", "Commissioner for Information", ""),
        ("A special adviser to the governor, Jane Roe, left.", "special adviser", "governor"),
        ("The special adviser to the governor on health, Jane Roe, left.", "special adviser", "governor"),
    ]);
    check_roles(&[
        ("She gave it to the owner of the mill, Jane Roe, in May.", &["the owner of the mill, Jane Roe"]),
        ("They sent it to the wife of the mayor, Jane Roe, in May.", &["the mayor, Jane Roe"]),
    ]);
}

#[test]
fn chosen_and_retired() {
    check_titles(&[
        ("Governor-elect Jane Roe left.", "Governor-elect", ""),
        ("Mayor-elect Thabiso Roe, 45, is a nurse.", "Mayor-elect", ""),
        ("Justice (Retd) P. K. Roe left.", "Justice (Retd)", ""),
        ("Commissioner of Police (South East) Kavitha Roe left.", "Commissioner of Police (South East)", ""),
        ("Rivers chieftain Thabiso Roe left.", "chieftain", "Rivers"),
        ("Advocate Thabiso Roe left.", "Advocate", ""),
        ("Labour's housing spokesperson Ciara Roe TD left.", "housing spokesperson", "Labour"),
    ]);
    check_roles(&[
        ("Former coach Thabiso \"Cat\" Roe left.", &["Former coach Thabiso \"Cat\" Roe"]),
        ("The members elect Jane Roe.", &[]),
        ("A guide (Retd) Vale left.", &[]),
        ("The party (Labour) Jane Roe left has won.", &[]),
        ("They advocate Jane Roe for it.", &[]),
    ]);
}

#[test]
fn letters_and_other_names_behind_the_name() {
    check_titles(&[
        ("P.K. Roe, MP, led the rally.", "MP", ""),
        ("Ciara Roe, TD, left.", "TD", ""),
        ("Const. Jane Roe left.", "Const.", ""),
    ]);
    check_roles(&[
        ("The base at Vale, Captain Thabiso Roe, left.", &["Captain Thabiso Roe"]),
        ("Jane Roe, NATO, left.", &[]),
        ("He was Labour MP for Hull North in 2001.", &[]),
    ]);
}
