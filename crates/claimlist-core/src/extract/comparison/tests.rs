//! Comparisons in sentences of our own: the claims with their degree.

use crate::extract::tests::claims;
use crate::{ClaimKind, Slot};

fn check(cases: &[(&str, &[(&str, &str)])]) {
    crate::extract::tests::check(ClaimKind::Comparison, Slot::Degree, cases);
}

#[test]
fn superlatives_with_their_scope() {
    check(&[
        ("It was the largest strike since 1984.", &[("the largest strike since 1984", "superlative")]),
        (
            "Lund is one of the driest towns in Europe.",
            &[("one of the driest towns in Europe", "superlative")],
        ),
        (
            "It was the largest survey of bees ever carried out.",
            &[("the largest survey of bees ever carried out", "superlative")],
        ),
        ("She was only the sixth woman to be so honoured.", &[("the sixth woman to be so honoured", "rank")]),
        (
            "Roe was the first person without a degree to lead it.",
            &[("the first person without a degree to lead it", "first")],
        ),
        ("Attendance was 511,230, a record.", &[("a record", "record")]),
        (
            "It is the only bird known to sleep on the wing.",
            &[("the only bird known to sleep on the wing", "superlative")],
        ),
        ("A first attempt to reach them was called off.", &[]),
        ("It was open for less than a minute before rain fell.", &[]),
        ("It is older than the Marling boat.", &[("older than the Marling boat", "comparative")]),
        ("The lake is Norway's deepest.", &[("Norway's deepest", "superlative")]),
        (
            "They found the oldest boat ever seen in the Alps.",
            &[("the oldest boat ever seen in the Alps", "superlative")],
        ),
        (
            "The city's most expensive bridge was closed.",
            &[("The city's most expensive bridge", "superlative")],
        ),
        (
            "It was the lowest reading since records began in 1955.",
            &[("the lowest reading since records began in 1955", "superlative")],
        ),
        ("Lowest turnout since 1945 shocks parties", &[("Lowest turnout since 1945", "superlative")]),
        ("She scored the most goals of any player.", &[("the most goals of any player", "superlative")]),
        (
            "The five largest banks in the country refused.",
            &[("The five largest banks in the country", "superlative")],
        ),
    ]);
}

#[test]
fn no_superlatives() {
    check(&[
        ("At least nine people died, most of them miners.", &[]),
        ("Most voters stayed at home last week.", &[]),
        ("With best wishes from your best friend.", &[]),
        ("He did his best, at most.", &[]),
        ("It is the most important thing, she felt.", &[]),
        (
            "The latest report was published by the most senior judge.",
            &[("the most senior judge", "superlative")],
        ),
    ]);
}

#[test]
fn firsts_but_not_the_first_of_a_row() {
    check(&[
        ("She is the first woman to lead the bank.", &[("the first woman to lead the bank", "first")]),
        (
            "For the first time in sixty years, the fleet shrank.",
            &[("For the first time in sixty years", "first")],
        ),
        (
            "It was the first time a jury had acquitted him.",
            &[("the first time a jury had acquitted him", "first")],
        ),
        ("The club won its first title since 1987.", &[("its first title since 1987", "first")]),
        (
            "The visit is the first by a German chancellor since 2009.",
            &[("the first by a German chancellor since 2009", "first")],
        ),
        ("The first ship is expected in May.", &[]),
        ("At first nobody answered in the first half.", &[]),
        ("Malta is the only country to ban it.", &[("the only country to ban it", "superlative")]),
        ("He was the only child at home.", &[]),
    ]);
}

#[test]
fn records_that_were_set() {
    check(&[
        ("A record 5,000 people came.", &[("A record 5,000 people", "record")]),
        ("Prices hit an all-time high.", &[("an all-time high", "record")]),
        ("The firm made record profits.", &[("record profits", "record")]),
        ("She broke the national record.", &[("the national record", "record")]),
        ("The fee was a record for the league.", &[("a record for the league", "record")]),
        ("He has a criminal record and keeps medical records.", &[]),
        ("They record songs for a record label.", &[]),
        ("Turnout hit a 20-year high in May.", &[("a 20-year high in May", "record")]),
        ("Prices are at a five-month low.", &[("a five-month low", "record")]),
        ("It is the first-in-the-nation vote.", &[]),
        ("It was their first-ever win.", &[("their first-ever win", "first")]),
        ("Oil is at a 5-1/2 year low.", &[("a 5-1/2 year low", "record")]),
        ("It made record profits of \u{a3}310m.", &[("record profits", "record")]),
    ]);
}

#[test]
fn ranks() {
    check(&[
        ("Kano is the country's second-largest city.", &[("the country's second-largest city", "rank")]),
        ("Finland ranked fifth in the survey.", &[("ranked fifth in the survey", "rank")]),
        ("It is the world's No. 2 chipmaker.", &[("the world's No. 2 chipmaker", "rank")]),
        ("They finished in third place.", &[("third place", "rank")]),
        ("It was a third straight loss.", &[("a third straight loss", "rank")]),
        ("Prices rose, the fifth monthly rise in a row.", &[("the fifth monthly rise in a row", "rank")]),
        ("He scored his 20th goal of the season.", &[("his 20th goal of the season", "rank")]),
        ("It was the bank's 12th cut since 2021.", &[("the bank's 12th cut since 2021", "rank")]),
        ("She won the race for a 13th time.", &[("for a 13th time", "rank")]),
        ("It failed for the second time this season.", &[("for the second time this season", "rank")]),
        ("They met for a second time slot.", &[]),
        ("British number two Jane Roe lost.", &[("British number two Jane Roe", "rank")]),
        ("The school is ranked number four.", &[("ranked number four", "rank")]),
        ("Sales fell for the third month in a row.", &[]),
        ("She read the third chapter of the book.", &[]),
        (
            "He is the second minister to resign over it.",
            &[("the second minister to resign over it", "rank")],
        ),
        ("It is the fifth country in Asia to ban it.", &[("the fifth country in Asia to ban it", "rank")]),
        ("No one knew, and her second goal came late.", &[]),
        ("The second half of the year was dry.", &[]),
    ]);
}

#[test]
fn comparatives_with_a_reference() {
    check(&[
        ("Rents are higher than in Germany.", &[("higher than in Germany", "comparative")]),
        (
            "It cost more than the army's entire budget.",
            &[("more than the army's entire budget", "comparative")],
        ),
        (
            "The fund closed twice as many branches as its rival.",
            &[("twice as many branches as its rival", "comparative")],
        ),
        (
            "More people live in the suburb than in the town.",
            &[("More people live in the suburb than in the town", "comparative")],
        ),
        (
            "The city spends more on roads than on schools.",
            &[("more on roads than on schools", "comparative")],
        ),
        ("Fewer people work there than in 2010.", &[("Fewer people work there than in 2010", "comparative")]),
        ("He spent more when he was ill than on Monday.", &[]),
        ("The party won 15 seats, two fewer than in 2014.", &[("two fewer than in 2014", "comparative")]),
        ("It will open on Monday at the earliest.", &[]),
        (
            "It was the second fatal attack in the region in less than two years.",
            &[("the second fatal attack in the region in less than two years", "rank")],
        ),
        (
            "He is the seventh member to be jailed over it.",
            &[("the seventh member to be jailed over it", "rank")],
        ),
        ("England, ranked 11th in the world, lost.", &[("ranked 11th in the world", "rank")]),
        (
            "It is the smallest nation ever to qualify for the finals.",
            &[("the smallest nation ever to qualify for the finals", "superlative")],
        ),
        ("It was a record low for the pound.", &[("a record low for the pound", "record")]),
        (
            "Leeds fared worse than York, Hull and Ripon.",
            &[("worse than York, Hull and Ripon", "comparative")],
        ),
        ("He beat Ortega in the seventh round of their bout at the arena to keep his belts.", &[]),
        ("It paid a record $170 million fine.", &[("a record $170 million fine", "record")]),
        ("Bills were lower than expected.", &[("lower than expected", "comparative")]),
        (
            "Lakeside have lost more finals than any other club.",
            &[("more finals than any other club", "comparative")],
        ),
        ("The lake is as large as Belgium.", &[("as large as Belgium", "comparative")]),
        ("Wages are lower than the average.", &[("lower than the average", "comparative")]),
        ("More than 20 people and fewer than half of the staff came.", &[]),
        ("He paid more than a third, rather than nothing.", &[]),
        ("It took as long as it takes, as well as money.", &[]),
        (
            "Prices are higher and growth is more important than ever before.",
            &[("more important than ever before", "comparative")],
        ),
        (
            "It lost more than any club outside the top six.",
            &[("more than any club outside the top six", "comparative")],
        ),
    ]);
}

#[test]
fn facts_of_a_comparison() {
    let claims = claims("It is the third-largest port in Asia.", ClaimKind::Comparison);
    assert_eq!(claims[0].1.number(Slot::Rank), Some(3.0));
    assert_eq!(claims[0].1.text(Slot::Reference), Some("in Asia"));
}

#[test]
fn who_is_first_or_last_to_do_something() {
    check(&[
        ("Lund is the third largest port behind Oslo.", &[("the third largest port behind Oslo", "rank")]),
        ("It is Norway's largest port after Oslo.", &[("Norway's largest port after Oslo", "superlative")]),
        ("It was the worst storm after the war.", &[]),
        ("The second largest port after dark is empty.", &[("The second largest port", "rank")]),
        ("It is Norway's most holy site.", &[("Norway's most holy site", "superlative")]),
        ("Lund is second only to Oslo.", &[("second only to Oslo", "rank")]),
        ("He gave the second only to his son.", &[]),
        ("Lund came third out of 40 towns.", &[("came third out of 40 towns", "rank")]),
        ("It was the cheapest of the 12 tested.", &[("the cheapest of the 12 tested", "superlative")]),
        ("Lund is larger by area than Oslo.", &[("larger by area than Oslo", "comparative")]),
        ("It costs more per head than Oslo.", &[("more per head than Oslo", "comparative")]),
        (
            "It has more ships than Oslo and Bergen combined.",
            &[("more ships than Oslo and Bergen combined", "comparative")],
        ),
        (
            "She is the youngest person to win the prize.",
            &[("the youngest person to win the prize", "superlative")],
        ),
        (
            "It was the largest fine to be imposed by the court.",
            &[("the largest fine to be imposed by the court", "superlative")],
        ),
        ("It is the easiest way to learn.", &[("the easiest way", "superlative")]),
    ]);
}

#[test]
fn clauses_without_a_pronoun_narrow_a_superlative_down() {
    check(&[
        (
            "It was one of the hardest cases she had seen in 20 years.",
            &[("one of the hardest cases she had seen in 20 years", "superlative")],
        ),
        (
            "It was the dullest plan this council has made.",
            &[("the dullest plan this council has made", "superlative")],
        ),
        ("He was little more than a driver.", &[]),
        ("They named their first child in a bid to end it.", &[]),
        ("On its busiest day it sold 300 loaves.", &[("its busiest day", "superlative")]),
        (
            "It is the first evidence of bees on the island.",
            &[("the first evidence of bees on the island", "first")],
        ),
    ]);
}

#[test]
fn what_has_been_since() {
    check(&[
        (
            "It was one of the most famous and costly wars in history.",
            &[("one of the most famous and costly wars in history", "superlative")],
        ),
        ("The first woman to lead the bank has left it.", &[("The first woman to lead the bank", "first")]),
        ("He was the first to say that she was ill.", &[("the first to say that she was ill", "first")]),
        ("It is the lowest it has been since May.", &[("the lowest it has been since May", "superlative")]),
        (
            "It was the worst he had seen in 20 years.",
            &[("the worst he had seen in 20 years", "superlative")],
        ),
    ]);
}

#[test]
fn figures_and_names_behind_a_comparison_are_no_scope() {
    check(&[
        ("Rents are the lowest since at least 2013.", &[("the lowest since at least 2013", "superlative")]),
        ("The krone hit a one-year low of 1.37 per cent.", &[("a one-year low", "record")]),
        ("World No 1 Jane Roe lost in three sets.", &[("World No 1 Jane Roe", "rank")]),
        ("World number 43 Jane Roe lost.", &[("World number 43 Jane Roe", "rank")]),
        ("They had to wait until the 82nd minute to score.", &[]),
    ]);
}

#[test]
fn what_was_thought_before() {
    check(&[(
        "The bill was higher than previously predicted.",
        &[("higher than previously predicted", "comparative")],
    )]);
}

#[test]
fn what_figures_and_owners_compare() {
    check(&[
        (
            "It would be $38 million less than last year's budget.",
            &[("$38 million less than last year's budget", "comparative")],
        ),
        (
            "It was lower than any of the other towns.",
            &[("lower than any of the other towns", "comparative")],
        ),
        ("It is more than any of us knew.", &[]),
        ("The firm makes more cars than any other.", &[("more cars than any other", "comparative")]),
    ]);
}

#[test]
fn marks_of_a_career_and_periods_of_play() {
    check(&[
        (
            "Lind had a career-high 41 points and a season-best nine assists.",
            &[("a career-high 41 points", "record"), ("a season-best nine assists", "record")],
        ),
        ("She ran a personal best on Friday.", &[("a personal best", "record")]),
        ("He taught at a career high school.", &[]),
        ("This was Lind's 120th career game.", &[("Lind's 120th career game", "rank")]),
        ("Roe won her fourth Bergen Open title.", &[("her fourth Bergen Open title", "rank")]),
        ("It was their first home loss of the season.", &[("their first home loss of the season", "rank")]),
        ("She fought back in the third set to win.", &[]),
        (
            "It was the highest figure officially recorded in the country.",
            &[("the highest figure officially recorded in the country", "superlative")],
        ),
        (
            "It was lower than the first quarter of this year.",
            &[("lower than the first quarter of this year", "comparative")],
        ),
        (
            "Oslo won for the third time in five games to move up.",
            &[("for the third time in five games", "rank")],
        ),
        (
            "It is $400 more expensive than the old one.",
            &[("$400 more expensive than the old one", "comparative")],
        ),
        (
            "It was the most important part of Friday's meeting.",
            &[("the most important part of Friday's meeting", "superlative")],
        ),
    ]);
}

#[test]
fn where_figures_and_times_end_a_comparison() {
    check(&[
        ("It fell from a record 40,000 three months earlier.", &[("a record 40,000", "record")]),
        (
            "It rose to 3%, higher than May's 2.5 per cent.",
            &[("higher than May's 2.5 per cent", "comparative")],
        ),
        ("It was higher than the 40 cases of May.", &[("higher than the 40 cases of May", "comparative")]),
        ("It was more than the 40 men wanted.", &[]),
        (
            "It was Hull's first win over Hale since 1934.",
            &[("Hull's first win over Hale since 1934", "first")],
        ),
        ("It drove its oldest members over the edge.", &[("its oldest members", "superlative")]),
    ]);
}

#[test]
fn comparatives_and_ranks_of_campaigns() {
    check(&[
        (
            "More council homes have been built in this town under Roe in two years than under Doe in ten.",
            &[(
                "More council homes have been built in this town under Roe in two years than under Doe in ten",
                "comparative",
            )],
        ),
        ("The party came a distant third.", &[("came a distant third", "rank")]),
        ("It came with a small third wheel.", &[]),
        (
            "Roe sold more than in Hull, Leeds and York put together.",
            &[("more than in Hull, Leeds and York put together", "comparative")],
        ),
        (
            "Acme made its third round of cuts in as many months.",
            &[("its third round of cuts in as many months", "rank")],
        ),
        ("Acme made its third round of cuts in Leeds.", &[]),
        (
            "It was one more than Roe and Poe managed.",
            &[("one more than Roe and Poe managed", "comparative")],
        ),
        ("He is older than Roe and it shows.", &[("older than Roe", "comparative")]),
        (
            "He is the sixth housing minister in as many years.",
            &[("the sixth housing minister in as many years", "rank")],
        ),
        (
            "It was the last and heaviest raid of the war.",
            &[("the last and heaviest raid of the war", "superlative")],
        ),
        ("It was the last and heavy raid of the war.", &[]),
    ]);
}
