//! Where events begin and end among short names in brackets, days, introductions and appositions, in sentences of our own.

use super::check;

#[test]
fn short_names_in_brackets() {
    check(&[
        (
            "Acme signed a deal with Vale (VAL) covering 300 planes.",
            &["Acme signed a deal with Vale (VAL) covering 300 planes"],
        ),
        ("Roe met the Workers' Union (WU) leaders.", &["Roe met the Workers' Union (WU) leaders"]),
        ("Roe joined the Workers' Union (WU) in May.", &["Roe joined the Workers' Union"]),
        ("Roe left the Workers' Union (WU).", &["Roe left the Workers' Union"]),
    ]);
}

#[test]
fn introductions_without_a_comma() {
    check(&[
        ("On the eve of the Second Border War he joined the navy.", &["he joined the navy"]),
        (
            "His wife Ann died in 2009 and in 2011 he married Jane Roe.",
            &["His wife Ann died in 2009", "he married Jane Roe"],
        ),
        ("Rents rose - over the past four years, wages have fallen.", &["Rents rose", "wages have fallen"]),
        ("Thanks in part to the new rules, wages have grown.", &["wages have grown"]),
        ("In a statement she signed, Roe sold the farm.", &["Roe sold the farm"]),
        (
            "While costs rose, May, a former player, has kept her seat.",
            &["costs rose", "May, a former player, has kept her seat"],
        ),
        ("Accordingly both appeared before the court.", &["both appeared before the court"]),
    ]);
}

#[test]
fn ends() {
    check(&[
        (
            "The judge suspended the final three years due to her age.",
            &["The judge suspended the final three years"],
        ),
        ("She asked Al to be chair and later, as a minister, left.", &[]),
        ("She invited Al to be chair and later, as a minister, left.", &["She invited Al to be chair"]),
        ("It has agreed to a review of data starting January 2014.", &["It has agreed to a review of data"]),
        (
            "The index closed 0.6 per cent lower to trade at 7,678 while gold fell 0.3 per cent.",
            &["The index closed 0.6 per cent lower to trade at 7,678", "gold fell 0.3 per cent"],
        ),
        ("The move comes after the mill closed.", &["the mill closed"]),
        ("The mayor came after the mill closed.", &["The mayor came", "the mill closed"]),
        ("Roe came as the mill burned.", &["Roe came"]),
        (
            "The blast left two dead and several others badly hurt.",
            &["The blast left two dead and several others badly hurt"],
        ),
    ]);
}

#[test]
fn what_narrows_down_is_no_event() {
    check(&[
        ("It sold the ship - a tanker built in Oslo.", &["It sold the ship"]),
        ("They visited the mayor, a man elected in May, on Friday.", &["They visited the mayor"]),
        ("She called Al Roe, the guard killed in the raid, a hero.", &["She called Al Roe"]),
        (
            "The findings, based on 40 scans, suggest a link with smoking.",
            &["The findings, based on 40 scans, suggest a link with smoking"],
        ),
        (
            "New figures from the trust, published on Monday, show a rise in rents.",
            &["New figures from the trust, published on Monday, show a rise in rents"],
        ),
    ]);
}

#[test]
fn what_can_be_looked_up() {
    check(&[
        ("She represents Malton North.", &["She represents Malton North"]),
        ("The plan represents a change.", &[]),
        ("Roe appeared in court on Monday.", &["Roe appeared in court"]),
        ("Roe appeared calm.", &[]),
        (
            "This leaves her with less than half of the vote.",
            &["This leaves her with less than half of the vote"],
        ),
        ("Roe sold it; this leaves her with half of it.", &["Roe sold it"]),
        ("This leaves her with no choice.", &[]),
        ("His resignation was accepted.", &["His resignation was accepted"]),
    ]);
}

#[test]
fn beside_quotations() {
    check(&[
        ("Roe said \"crimes will end\" and that the state \"reveres those who serve it every day\".", &[]),
        ("He recalled that \"it took years\", when his show ended.", &[]),
    ]);
}

#[test]
fn appositions_with_clauses() {
    check(&[
        (
            "The Vale Family, the show she co-wrote with Al Poe, was sold.",
            &["The Vale Family, the show she co-wrote with Al Poe, was sold"],
        ),
        ("He played and, after his first paid job at a fete, left the mill.", &["He played"]),
    ]);
}

#[test]
fn subjects_with_compounds() {
    check(&[
        ("Off-duty guards were hurt in the raid.", &["Off-duty guards were hurt in the raid"]),
        ("Like-for-like sales fell 3%.", &["Like-for-like sales fell 3%"]),
    ]);
}

#[test]
fn subjects_behind_a_day() {
    check(&[
        ("On Monday Ann Roe, 42, a nurse, closed the road.", &["Ann Roe, 42, a nurse, closed the road"]),
        ("A senior official closed the road.", &["A senior official closed the road"]),
        ("On 3rd July 1997 she was granted a licence.", &["she was granted a licence"]),
        ("By a letter dated 3 July 1997 the board moved the fair.", &["the board moved the fair"]),
        ("The next day the council closed the road.", &["the council closed the road"]),
        ("The previous month she had left the firm.", &["she had left the firm"]),
        ("The plan was refused by notice dated 3 July 1997.", &["The plan was refused by notice"]),
        ("The next round of cuts closed two wards.", &["The next round of cuts closed two wards"]),
        (
            "Sales for the year ended June 30, 2001 were $48 million.",
            &["Sales for the year ended June 30, 2001 were $48 million"],
        ),
        ("On the 4th General Roe took the fort.", &["General Roe took the fort"]),
    ]);
}

#[test]
fn clocks_and_dates_stay_whole() {
    check(&[
        ("6 p.m. \u{2013} Deputies were called to a barn.", &["Deputies were called to a barn"]),
        ("The train left at around 09:40 for Oslo.", &["The train left at around 09:40 for Oslo"]),
        ("The fire began at about 3 p.m. there.", &["The fire began at about 3 p.m. there"]),
        ("The last win was June 4, 2011, in Oslo.", &["The last win was June 4, 2011"]),
        ("They were made on Aug. 23, 2011 and sold.", &["They were made on Aug. 23, 2011"]),
        (
            "They were taken from May 6, 2020, to May 9, 2020.",
            &["They were taken from May 6, 2020, to May 9, 2020"],
        ),
        (
            "On May 2, 2009, about 0830 local time, a plane ran off the runway.",
            &["a plane ran off the runway"],
        ),
        ("Police shut the road two hours before it rained.", &["Police shut the road", "it rained"]),
        ("Elsewhere in Hale, three men were killed.", &["three men were killed"]),
        (
            "Roe was arrested less than 24 hours after the fire began.",
            &["Roe was arrested", "the fire began"],
        ),
        ("Oil cost 39 per cent more than a year before.", &["Oil cost 39 per cent more"]),
        ("At 10.15pm last night police were called to Mill Road.", &["police were called to Mill Road"]),
        ("Bermuda is highly sought-after.", &["Bermuda is highly sought-after"]),
        ("As of May 2, 2020, ten people were ill.", &["ten people were ill"]),
        (
            "The siren began roughly 12 seconds before the end of it.",
            &["The siren began roughly 12 seconds before the end of it"],
        ),
        ("It moved its office to Belmont, Ohio on May 1.", &["It moved its office to Belmont, Ohio"]),
    ]);
}

#[test]
fn subjects_and_objects_with_brackets() {
    check(&[
        (
            "The panel (Roe, Poe and Fry) threw out the claim.",
            &["The panel (Roe, Poe and Fry) threw out the claim"],
        ),
        (
            "Hale (the host) abstained, and two (Vale, and Old Ford) voted no.",
            &["Hale (the host) abstained", "two (Vale, and Old Ford) voted no"],
        ),
        ("(Laughter, and applause) The mayor left the hall.", &["The mayor left the hall"]),
        (
            "Roe was fined under section 14(1)(a) of the Mills Act.",
            &["Roe was fined under section 14(1)(a) of the Mills Act"],
        ),
        ("Roe broke the Mills (Noise) Act in May.", &["Roe broke the Mills (Noise) Act"]),
    ]);
}

#[test]
fn offices_and_brackets_stay_whole() {
    check(&[
        ("He paid tribute to the mayor, Ann Roe.", &["He paid tribute to the mayor, Ann Roe"]),
        (
            "She met the mayor, Ann Roe, and the trade minister, Lars Holm, in May.",
            &["She met the mayor, Ann Roe, and the trade minister, Lars Holm"],
        ),
        ("He met Ann Roe, a former mayor, in May.", &["He met Ann Roe"]),
        ("It sold two million barrels (bpd), which is little.", &["It sold two million barrels"]),
    ]);
}

#[test]
fn subjects_that_open_with_a_participle() {
    check(&[
        ("Adjusted EBITDA was $4 million.", &["Adjusted EBITDA was $4 million"]),
        (
            "Sales were $9 million and diluted earnings per share were $0.32.",
            &["Sales were $9 million", "diluted earnings per share were $0.32"],
        ),
        ("The ban failed and meant prices were high.", &["The ban failed"]),
        ("Exports represent 19% of sales.", &["Exports represent 19% of sales"]),
        ("The vote represents a victory for all.", &[]),
    ]);
}

#[test]
fn introductions_that_say_nothing() {
    check(&[
        ("The fact is, the state lent $3 billion.", &["the state lent $3 billion"]),
        (
            "They backed claims by the mayor, Al Roe, that rents were low.",
            &["They backed claims by the mayor, Al Roe"],
        ),
        ("In May, that hope faded.", &["that hope faded"]),
        ("In 2010, that Swiss bank lost $2bn.", &["that Swiss bank lost $2bn"]),
        (
            "The bank reported operating profits of \u{a3}2m.",
            &["The bank reported operating profits of \u{a3}2m"],
        ),
        (
            "She was jailed for five years after the fire began.",
            &["She was jailed for five years", "the fire began"],
        ),
        ("The oil tanks fire burned for days.", &["The oil tanks fire burned for days"]),
        ("Just after 5am, Hale won the vote.", &["Hale won the vote"]),
        ("As of 7.30 this morning, Hale has 40 seats.", &["Hale has 40 seats"]),
        (
            "Federal, state and local parties aired 60 ads.",
            &["Federal, state and local parties aired 60 ads"],
        ),
    ]);
}

#[test]
fn what_somebody_asks_for_is_no_event() {
    check(&[
        ("Each week, let's write a letter to the mayor.", &[]),
        ("Please remember that we vote in spring.", &[]),
        ("Let us ensure that it stays.", &[]),
        ("Rents rose 4%, up from 2% compared with last year.", &["Rents rose 4%"]),
        (
            "The bank saw a 4% rise in rents compared to the year before.",
            &["The bank saw a 4% rise in rents"],
        ),
        ("The club welcomed back striker Jan Roe on Friday.", &["The club welcomed back striker Jan Roe"]),
        ("May has met the unions.", &["May has met the unions"]),
    ]);
}

#[test]
fn places_in_front_are_no_subjects() {
    check(&[
        ("In Lyon, France, a court jailed two men.", &["a court jailed two men"]),
        ("In a hall in Selma, Alabama, a choir sang a hymn.", &["a choir sang a hymn"]),
        ("In Lyon, Roe, a nurse, won the vote.", &["Roe, a nurse, won the vote"]),
    ]);
}

#[test]
fn clauses_in_front_without_a_comma() {
    check(&[
        (
            "When Roe built the wall in the 1860s it cost £4 million.",
            &["Roe built the wall", "it cost £4 million"],
        ),
        ("When he left the club the fans cheered him.", &["he left the club", "the fans cheered him"]),
        ("When Roe saw the rise in the rents he left.", &["Roe saw the rise in the rents", "he left"]),
    ]);
}

#[test]
fn measures_and_times_are_not_cut_in_two() {
    check(&[
        (
            "The Roe is a 140-mile (230 km) tributary of the Vale.",
            &["The Roe is a 140-mile (230 km) tributary of the Vale"],
        ),
        ("It covers 140 miles (230 km) of coast.", &["It covers 140 miles"]),
        ("It stood from 1920 until 1935.", &["It stood from 1920 until 1935"]),
        ("A van crashed shortly after the start.", &["A van crashed"]),
        ("He was banned from driving for five years after his trial.", &["He was banned from driving"]),
    ]);
}

#[test]
fn openings_that_are_no_clauses() {
    check(&[
        ("As a child she lived in Oslo.", &["she lived in Oslo"]),
        ("As chief executive he cut 400 jobs.", &["he cut 400 jobs"]),
        ("As the mayor left he laughed.", &["he laughed"]),
        ("While studying there he met Jane Roe.", &["he met Jane Roe"]),
        ("Since 1990 he has written six books.", &["he has written six books"]),
        ("Since retiring she has taught in Hull.", &["she has taught in Hull"]),
        ("Since then two mills have shut.", &["two mills have shut"]),
        ("Since then president Roe left, two mills have shut.", &["two mills have shut"]),
        (
            "The firm, which once made hats, today employs 400 people.",
            &["The firm, which once made hats, today employs 400 people"],
        ),
        ("The firm, once a maker of hats, has 40 shops.", &["The firm, once a maker of hats, has 40 shops"]),
        ("He wrote a book called Rain.", &["He wrote a book called Rain"]),
        (
            "The court ruled 11 to 6 on Friday that Roe had lied.",
            &["The court ruled 11 to 6 on Friday that Roe had lied"],
        ),
    ]);
}

#[test]
fn entries_of_live_pages() {
    check(&[
        ("09:42 Police have closed the bridge.", &["Police have closed the bridge"]),
        ("10.15am: Polls have closed in the town.", &["Polls have closed in the town"]),
        ("11:07 ET The board has voted to sell the mill.", &["The board has voted to sell the mill"]),
        ("10.15am: Good morning and welcome to the count.", &[]),
        ("300 Leeds nurses have left the town.", &["300 Leeds nurses have left the town"]),
    ]);
}

#[test]
fn titles_and_ends_of_press_releases() {
    check(&[
        ("Abroad, \"Ash Road\" added $9m.", &["\"Ash Road\" added $9m"]),
        ("It earned $4m as recently as Friday.", &["It earned $4m"]),
        (
            "The lamp, sold at Roe's and Mill House shops between 3 March and 19 May, carries a red label.",
            &["The lamp, sold at Roe's and Mill House shops between 3 March and 19 May, carries a red label"],
        ),
    ]);
}

#[test]
fn what_is_put_forward_and_what_is_denied_in_headlines() {
    check(&[
        ("It was in Leeds that the firm opened its first mill.", &["the firm opened its first mill"]),
        ("It was on 3 May 1941 that the hall was gutted by fire.", &["the hall was gutted by fire"]),
        ("It was on the grounds that the mill was old.", &[]),
        ("No injuries reported", &[]),
        ("Two injuries reported", &["Two injuries reported"]),
        ("Mill crews in Leeds walk out after a row.", &["Mill crews in Leeds walk out"]),
        ("Crews on the walk out to Leeds sang.", &["Crews on the walk out to Leeds sang"]),
    ]);
}

#[test]
fn subjects_with_names_lists_and_dashes() {
    check(&[
        (
            "When it rained, a tall man named Joe Roe was hired.",
            &["it rained", "a tall man named Joe Roe was hired"],
        ),
        (
            "With 900 miners, two roads and no shop, Leaton is a village in Kent.",
            &["Leaton is a village in Kent"],
        ),
        (
            "The cook — who won £9k in 2017 — first sang at 19.",
            &["The cook — who won £9k in 2017 — first sang at 19"],
        ),
        ("Anyone who saw the van is asked to call the police.", &[]),
        ("Roe was asked to leave the hall.", &["Roe was asked to leave the hall"]),
    ]);
}

#[test]
fn when_something_was_last_is_no_event() {
    check(&[
        ("The last time a mayor cut it, trams ran in Leeds.", &["trams ran in Leeds"]),
        ("The last time trial took place in Leeds.", &["The last time trial took place in Leeds"]),
        ("Days after leaving Acme, Roe joined Poe and Co.", &["Roe joined Poe and Co"]),
        ("The lamps, made in Peru and sold in shops for $40, can break.", &[]),
    ]);
}

#[test]
fn verbs_that_say_nothing_alone() {
    check(&[
        ("He is, however, 40 minutes late.", &[]),
        ("The move comes a day after the mill was shut.", &["the mill was shut"]),
        ("Roe comes a day after his wife had left.", &["Roe comes a day", "his wife had left"]),
        ("Not one but two mayors came to Leeds.", &["Not one but two mayors came to Leeds"]),
    ]);
    assert_eq!(super::when("Profit was £3m (2023: £2m)."), None);
}
