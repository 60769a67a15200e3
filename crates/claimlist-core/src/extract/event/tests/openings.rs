//! Where the subject of an event begins behind what opens a sentence.

use super::check;

#[test]
fn a_subject_behind_a_place_without_a_comma() {
    check(&[
        ("In Hull heavy rain flooded 40 homes.", &["heavy rain flooded 40 homes"]),
        ("In Hull two men were shot.", &["two men were shot"]),
        ("In Kent 40 homes were flooded.", &["40 homes were flooded"]),
        (
            "In north-western Leeds only local residents may park, and near Hull strong winds shut the bridge.",
            &["strong winds shut the bridge"],
        ),
        ("In north Leeds angry residents blocked the road.", &["angry residents blocked the road"]),
        ("At Leeds Crown Court two men were jailed.", &["two men were jailed"]),
        ("In Boeing 737 planes the doors are small.", &["the doors are small"]),
        ("In breach of its Leeds rules, the firm closed the road.", &["the firm closed the road"]),
    ]);
}

#[test]
fn clauses_without_a_verb_of_their_own_inside_the_subject() {
    check(&[
        (
            "His plan to cross the sea while carrying a dog has failed.",
            &["His plan to cross the sea while carrying a dog has failed"],
        ),
        ("While carrying a dog he has fallen.", &["he has fallen"]),
        (
            "The cars built before 1986, which use old fuel, were banned.",
            &["The cars built before 1986, which use old fuel, were banned"],
        ),
        (
            "Shops sell roses, lilies, and garden tools across Kent.",
            &["Shops sell roses, lilies, and garden tools across Kent"],
        ),
    ]);
}

#[test]
fn subjects_with_and_inside_and_between_figures() {
    check(&[
        (
            "Police held a guard, but two others with knives and clubs fled.",
            &["Police held a guard", "two others with knives and clubs fled"],
        ),
        ("Police held a guard, but Roe and Poe fled.", &["Police held a guard", "Roe and Poe fled"]),
        (
            "Police held a guard, but the owner and his wife fled.",
            &["Police held a guard", "the owner and his wife fled"],
        ),
        ("They sold cars, and vans and the firm shut.", &["They sold cars", "the firm shut"]),
        (
            "Heavily armed police under a new law are trying to stop it.",
            &["Heavily armed police under a new law are trying to stop it"],
        ),
        ("Between 4,000 and 5,000 old homes burned.", &["Between 4,000 and 5,000 old homes burned"]),
        ("Between 2010 and 2015 prices rose.", &["prices rose"]),
        (
            "The club lost after day one was spoiled by rain.",
            &["The club lost", "day one was spoiled by rain"],
        ),
        ("The win put them in front going into day three.", &["The win put them in front"]),
        (
            "He ran home and, after resting there, he warned his staff.",
            &["He ran home", "he warned his staff"],
        ),
    ]);
}

#[test]
fn times_end_an_event_and_names_in_marks_begin_one() {
    check(&[
        ("A short time later police closed the road.", &["police closed the road"]),
        ("The boat hit a rock yesterday 46 miles from Hull.", &["The boat hit a rock"]),
        (
            "He was recalled earlier this month after he failed.",
            &["He was recalled earlier this month", "he failed"],
        ),
        ("\"Sea Star\", owned by Al Roe, sank.", &["\"Sea Star\", owned by Al Roe, sank"]),
        ("\"Red Moon\" also is a film by Roe.", &["\"Red Moon\" also is a film by Roe"]),
        ("\"Never Again\", said Al Roe, who was hurt.", &[]),
    ]);
}

#[test]
fn what_is_told_of_a_place_behind_its_name() {
    check(&[
        ("The ship took 180 crew to Malta where they will stay.", &["The ship took 180 crew to Malta"]),
        (
            "A wall fell across the car trapping them inside.",
            &["A wall fell across the car trapping them inside"],
        ),
    ]);
}

#[test]
fn what_came_as_something_else_happened() {
    check(&[
        ("The arrests came as port police seized 40 boats.", &["port police seized 40 boats"]),
        ("His letter comes as miners in Kent buried six friends.", &["miners in Kent buried six friends"]),
        ("He left as the guard opened the gate.", &["He left"]),
    ]);
}
