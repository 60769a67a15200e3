//! Hard decisions, in sentences of our own: the word in question stands in brackets.

use super::*;
use crate::lex::Lexed;
use crate::lexicon::Lexicon;
use crate::{Document, Sentence};

/// The part of speech of the bracketed word.
fn pos(sentence: &str) -> Pos {
    let start = sentence.find('[').unwrap();
    let text = sentence.replace(['[', ']'], "");
    let document = Document::plain(&text).unwrap();
    let sentences = [Sentence { span: document.blocks[0].span, block: 0 }];
    let lexed = Lexed::new(&document, &sentences, Lexicon::english());
    let words = lexed.sentence(&document, 0);
    words.pos(words.at(start as u32))
}

fn check(cases: &[(&str, Pos)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(sentence, wanted)| pos(sentence) != *wanted)
        .map(|(sentence, wanted)| format!("{sentence}: {:?}, not {wanted:?}", pos(sentence)))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn finite_verbs_and_nouns() {
    check(&[
        ("They had 700 calls [there].", Pos::Adverb),
        ("It was the most [popular] park.", Pos::Adjective),
        ("They lost a [fiscal] row.", Pos::Adjective),
        ("It is the most [holy] site.", Pos::Adjective),
        ("Prices rose [somewhat] in May.", Pos::Adverb),
        ("They met in the [assembly].", Pos::Noun),
        ("He read the [obituary].", Pos::Noun),
        ("The firm opened a mill [there] in May.", Pos::Adverb),
        ("He walked from [there].", Pos::Pronoun),
        ("Last year [there] were 700 calls.", Pos::Pronoun),
        ("The minister [plans] to resign.", Pos::VerbPresent),
        ("The minister's [plans] were leaked.", Pos::PluralNoun),
        ("The [talks] ended without a deal.", Pos::PluralNoun),
        ("Prices [rise] every spring.", Pos::VerbBase),
        ("The [rise] surprised the bank.", Pos::Noun),
        ("Court [rules] the ban is legal", Pos::VerbPresent),
        ("They [visit] the town on Monday.", Pos::VerbBase),
        ("It has [had] no cases.", Pos::VerbParticiple),
        ("Ada Roe was [born] at Bude, Cornwall, on September 19.", Pos::VerbParticiple),
        ("[Dries] Maes scored twice.", Pos::ProperNoun),
        ("Yau Wai-[ching] defeated her rival.", Pos::ProperNoun),
        ("The second [half] ended without a goal.", Pos::Noun),
        ("They paid [half] the price.", Pos::Determiner),
        ("It opens at 10[am] on Monday.", Pos::Noun),
        ("I [am] late.", Pos::VerbPresent),
        ("They met because [that] was the rule.", Pos::Pronoun),
        ("They met because [that] rule was old.", Pos::Determiner),
        ("The [visit] lasted two days.", Pos::Noun),
    ]);
}

#[test]
fn past_tense_participle_and_adjective() {
    check(&[
        ("The storm [killed] nine people.", Pos::VerbPast),
        ("The men [killed] in the storm were miners.", Pos::VerbParticiple),
        ("Nine miners were [killed] by the storm.", Pos::VerbParticiple),
        ("The review, [led] by a judge, took a year.", Pos::VerbParticiple),
        ("The bank had [raised] its rate.", Pos::VerbParticiple),
        ("The bank [raised] its rate.", Pos::VerbPast),
        ("The [increased] threat worried them.", Pos::Adjective),
        ("At least nine [killed] in a storm", Pos::VerbParticiple),
        ("A quake of magnitude 6.1 [shook] the valley.", Pos::VerbPast),
        ("A baker [accused] of arson fled the town.", Pos::VerbParticiple),
        ("The vote came after [heated] meetings.", Pos::Adjective),
        ("They won one of their [past] nine games.", Pos::Adjective),
    ]);
}

#[test]
fn to_that_and_s() {
    check(&[
        ("She wants [to] leave.", Pos::To),
        ("She went [to] Paris.", Pos::Preposition),
        ("She said [that] he left.", Pos::Subordinator),
        ("[That] ship sank.", Pos::Determiner),
        ("The mayor['s] car burned.", Pos::Possessive),
        ("It['s] a long road.", Pos::VerbPresent),
    ]);
}

#[test]
fn names_and_closed_classes() {
    check(&[
        ("In [London] it rained.", Pos::ProperNoun),
        ("[Starmer] arrived on Tuesday.", Pos::ProperNoun),
        ("[Doctors] warned of a shortage.", Pos::PluralNoun),
        ("He [will] open the bridge.", Pos::Modal),
        ("She left [quickly].", Pos::Adverb),
        ("The defence [secretary] left.", Pos::Noun),
        ("The [clinic] lacked a permit.", Pos::Noun),
        ("[About] 300 people came.", Pos::Preposition),
    ]);
}

#[test]
fn adjectives_and_nouns_that_look_like_them() {
    check(&[
        ("The [executive] resigned.", Pos::Noun),
        ("She beat her [rival].", Pos::Noun),
        ("The [young] of Leeds left.", Pos::Noun),
        ("The [young] mayor left.", Pos::Adjective),
        ("The [clinic] closed.", Pos::Noun),
        ("The region [lacks] clinics.", Pos::VerbPresent),
        ("They [tackled] the fire.", Pos::VerbPast),
    ]);
}

#[test]
fn words_of_news_that_may_be_verbs() {
    check(&[
        ("The promoter [said] talks would start soon.", Pos::VerbPast),
        ("House [prices] in Leeds, however, have soared.", Pos::PluralNoun),
        ("The clerk had [earlier] claimed it.", Pos::Adverb),
        ("The banks, which together [control] most loans, have shut.", Pos::VerbBase),
        ("A crowd of 14,000 [watched] the fight.", Pos::VerbPast),
        ("The race was shown [live] in Peru.", Pos::Adjective),
        ("It failed because of storms, badly [maintained] boats and bad luck.", Pos::Adjective),
        ("[Ruling] party wins vote.", Pos::Adjective),
        ("The firm [neither] admitted nor denied it.", Pos::Adverb),
        ("Footage [released] last month appears to show him.", Pos::VerbParticiple),
        ("The lake, which is deep, [covers] an area of 5 km.", Pos::VerbPresent),
        ("The telescope, launched in 1990, [uses] mirrors.", Pos::VerbPresent),
        ("Cars [built] between 2008 and 2012 are affected.", Pos::VerbParticiple),
        ("The mill [built] in 1900 closed.", Pos::VerbParticiple),
        ("The mill built in 1900 [closed].", Pos::VerbPast),
        ("Most of the homes built [since] 2014 sold within a week.", Pos::Preposition),
        ("Trees planted in March 2014 [died].", Pos::VerbPast),
        ("Dale [advocates] have left.", Pos::PluralNoun),
        ("The boat [later] sank.", Pos::Adverb),
        ("Roe, speaking in Oslo, [further] defended it.", Pos::Adverb),
        ("The boat later [left].", Pos::VerbPast),
        ("What he [says] is true.", Pos::VerbPresent),
        ("Two of those [flared] overnight.", Pos::VerbPast),
        ("Two of those [injured] were flown out.", Pos::VerbParticiple),
        ("Two of the firms [set] up in May 2014 failed.", Pos::VerbParticiple),
        ("The mill [closed] in 1900 after a fire.", Pos::VerbPast),
        ("He [arrived] on Monday dressed as a nurse.", Pos::VerbPast),
        ("The song [written] in 1900 by Roe was lost.", Pos::VerbParticiple),
        ("Rhinos once [roamed] the plain.", Pos::VerbPast),
        ("They have each [spent] a year there.", Pos::VerbParticiple),
        ("It landed, six hours [after] it undocked from the ship.", Pos::Subordinator),
        ("Poaching [cut] their number.", Pos::VerbPast),
        ("Three have [since] broken down.", Pos::Adverb),
        ("It fell [after] one of its parts failed.", Pos::Subordinator),
        ("He left [after] a committee of members met.", Pos::Subordinator),
        ("[Since] the start of the war he has slept.", Pos::Preposition),
        ("The firm, a maker of pumps, [employs] 300 people.", Pos::VerbPresent),
    ]);
}

#[test]
fn nouns_and_verbs_beside_clauses() {
    check(&[
        ("The firm, whose [ships] carry grain, sank.", Pos::PluralNoun),
        ("Visitor [numbers] at the zoo fell.", Pos::PluralNoun),
        ("The firm [shares] its data.", Pos::VerbPresent),
        (
            "Iceland, which has 30 ports, more than any of its rivals, [exports] a lot of fish.",
            Pos::VerbPresent,
        ),
        ("Tressick, who have won twice, [host] United.", Pos::VerbBase),
        ("The group [said] voting had been calm.", Pos::VerbPast),
        ("He said nobody on the ferry [accepted] blame for items found on deck.", Pos::VerbPast),
        ("He said in a letter [seen] by the paper that it was late.", Pos::VerbParticiple),
        ("The fee, which unions [said] was unfair, was cut.", Pos::VerbPast),
        ("It is poor, with greed and lax rules [blamed] for it.", Pos::VerbParticiple),
        ("Sales rose, [helped] by lower costs.", Pos::VerbParticiple),
        ("She denied [that], saying it was a lie.", Pos::Pronoun),
        ("[Before] the war she had never left.", Pos::Preposition),
        ("It fell, killing two men, a local [official] said.", Pos::Noun),
        ("An [official] report said so.", Pos::Adjective),
        ("It is a critically [endangered] species.", Pos::Adjective),
        ("Men who searched the ship last year [found] 20kg of tea.", Pos::VerbPast),
        ("It was [last] seen in May.", Pos::Adverb),
        ("[Women] were not let in.", Pos::PluralNoun),
    ]);
}

#[test]
fn modals_behind_that_and_verbs_behind_to() {
    check(&[
        ("It is a plan that [will] work.", Pos::Modal),
        ("Some [may] not know it.", Pos::Modal),
        ("This [might] have helped.", Pos::Modal),
        ("He changed his [will] in May.", Pos::Noun),
        ("The [might] of the state grew.", Pos::Noun),
        ("They agreed to fully [repay] it.", Pos::VerbBase),
        ("They agreed [to] fully repay it.", Pos::To),
        ("It led [to] early elections.", Pos::Preposition),
        ("He would later [claim] it back.", Pos::VerbBase),
        ("Let's [balance] the books.", Pos::VerbBase),
        ("They want to [minimize] it.", Pos::VerbBase),
    ]);
}

#[test]
fn this_and_that_as_subjects() {
    check(&[
        ("[This] means that trains are late.", Pos::Pronoun),
        ("This [means] that trains are late.", Pos::VerbPresent),
        ("[This] means of transport is old.", Pos::Determiner),
        ("[That] happened on Monday.", Pos::Pronoun),
        ("That [happened] on Monday.", Pos::VerbPast),
        ("Smoking [causes] one in five fires.", Pos::VerbPresent),
        ("Drinking [led] to the crash.", Pos::VerbPast),
        ("Having [led] for an hour, she fell.", Pos::VerbParticiple),
        ("Building [costs] there have doubled.", Pos::PluralNoun),
        ("This [failed] harvest was the third.", Pos::Adjective),
        ("This needs [assessment] found nothing.", Pos::Noun),
        ("This [will] has been contested.", Pos::Noun),
        ("He asked what [plans] they had.", Pos::PluralNoun),
        ("This also [caused] a delay.", Pos::VerbPast),
        ("He said: \"[That] markets have moved is plain.\"", Pos::Determiner),
        ("They know what [happened].", Pos::VerbPast),
        ("That it stays low [suggests] that more is to come.", Pos::VerbPresent),
    ]);
}

#[test]
fn last_words_of_clauses_and_nouns_in_ing() {
    check(&[
        ("It is one of the threats that the town [faces].", Pos::VerbPresent),
        ("They asked how the system [works].", Pos::VerbPresent),
        ("It is not clear and [needs] to be shut.", Pos::VerbPresent),
        ("They cut [spending] on roads.", Pos::Noun),
        ("They are [spending] on roads.", Pos::VerbIng),
        ("They saw people [smoking] outside.", Pos::VerbIng),
        ("While [housing] costs rose, wages fell.", Pos::Adjective),
        ("Prices were up, Trade Board data [show].", Pos::VerbBase),
        ("It would [contravene] the treaty.", Pos::VerbBase),
        ("It was 100 knots too [slow].", Pos::Adjective),
        ("US [demand] for oil fell.", Pos::Noun),
        ("Roe [helped] cut the ribbon.", Pos::VerbPast),
        ("They met in [what] is now Ghana.", Pos::Subordinator),
        ("Video [games] on consoles and phones sold better than ever.", Pos::PluralNoun),
        ("Peace [talks] with rebels were over.", Pos::PluralNoun),
        ("Poverty [falls] in most towns.", Pos::VerbPresent),
        ("If [found] guilty Roe could lose his job.", Pos::VerbParticiple),
        ("[Increased] take-up of loans boosted profits.", Pos::Adjective),
        ("[Asked] questions about it, he left.", Pos::VerbPast),
        ("Plans [announced] last week would fail.", Pos::VerbParticiple),
        ("\"It is late,\" said the Rovers [sporting] director.", Pos::Adjective),
        ("The trust self-[financed] the work.", Pos::VerbPast),
        ("A self-[financed] project began.", Pos::Adjective),
        ("They fled [because] of the rain.", Pos::Preposition),
        ("He used a mop to [daub] him.", Pos::VerbBase),
        ("The 24-year-old [scored] on Sunday.", Pos::VerbPast),
        ("A 24-year-old [accused] man left.", Pos::Adjective),
        ("They were not \"well [informed]\".", Pos::VerbParticiple),
        ("It stays low long after the bank [ends] its work.", Pos::VerbPresent),
        ("The [co]-host left.", Pos::Adjective),
    ]);
}

#[test]
fn of_reports_and_asides() {
    check(&[
        ("Roads are worse, [claims] a report by Acme.", Pos::VerbPresent),
        ("He made two [claims] a week.", Pos::PluralNoun),
        ("The figures, released by the council, [show] roads are old.", Pos::VerbBase),
        ("Their findings, [published] in May, show a rise.", Pos::VerbParticiple),
        ("It fell [as] figures show that rents rose.", Pos::Subordinator),
        ("He lost because of [her] past record.", Pos::Determiner),
        ("He lost due to [past] mistakes.", Pos::Adjective),
        ("He walked [past] the gate.", Pos::Preposition),
        ("He walked down [past] the gate.", Pos::Preposition),
        ("Roe left the club and the bank quickly [closed].", Pos::VerbPast),
        ("It sold a ship - a tanker [built] in Oslo.", Pos::VerbParticiple),
        ("It left a nurse and two others badly [hurt].", Pos::VerbParticiple),
    ]);
}

#[test]
fn verbs_behind_asides_without_a_verb() {
    check(&[
        ("The bill, now law, [bans] smoking in parks.", Pos::VerbPresent),
        ("The update, version 18.2, [fixes] the fault.", Pos::VerbPresent),
        ("The firm, Acme, [reports] losses today.", Pos::VerbPresent),
        ("Leeds [host] Hull on Friday.", Pos::VerbBase),
        ("Acme [host] Jane Roe spoke.", Pos::Noun),
        ("It was the third [cut] since May.", Pos::Noun),
        ("The bill, bus [fares] and rents have gone up.", Pos::PluralNoun),
        ("They left a church - a chapel [built] in May that nobody used.", Pos::VerbParticiple),
        ("It ran the 9.15 - a train [used] by 300 people.", Pos::VerbParticiple),
        ("The mayor of Leeds [hopes] she will win.", Pos::VerbPresent),
        ("Doctors say smoking [causes] cancer.", Pos::VerbPresent),
        ("Mining [causes] were looked into.", Pos::PluralNoun),
        ("CNN [host] Zakaria in May said no.", Pos::Noun),
        ("The junior [doctors] committee said it would strike.", Pos::PluralNoun),
    ]);
}

#[test]
fn participles_that_open_a_sentence_and_adjectives_for_somebody() {
    check(&[
        ("[Founded] in 1990 by Ann Roe, the firm, a maker of cars, has closed.", Pos::VerbParticiple),
        ("[Asked] whether it was safe, Roe said it was.", Pos::VerbParticiple),
        ("[Sold] on Monday.", Pos::VerbPast),
        ("A senior [official] insisted the bridge was safe.", Pos::Noun),
        ("It will close, said a senior [official].", Pos::Noun),
        ("A senior [official] statement insisted it was.", Pos::Adjective),
    ]);
}

#[test]
fn nouns_in_ing_inside_compounds() {
    check(&[
        ("A third of home [shopping] sales came late.", Pos::Noun),
        ("Most of air [conditioning] units failed.", Pos::Noun),
        ("Think of a customer [shopping] goods online.", Pos::VerbIng),
    ]);
}

#[test]
fn groups_that_act() {
    check(&[
        ("The [military] killed ten men.", Pos::Noun),
        ("The military [killed] ten men.", Pos::VerbPast),
        ("Norway's military [struck] northern Oslo.", Pos::VerbPast),
        ("The [public] used cars.", Pos::Adjective),
        ("Roe said the dead [include] 15 children.", Pos::VerbBase),
        ("Police said [as] many as 40 people drowned.", Pos::Adverb),
        ("[May] said she would resign.", Pos::ProperNoun),
        ("[May] the best side win.", Pos::Modal),
        ("The Zenfone 3 [comes] with a case.", Pos::VerbPresent),
        ("It shut because fewer [than] ten came.", Pos::Preposition),
    ]);
}

#[test]
fn prepositions_in_compounds() {
    check(&[
        ("[Off]-duty guards were hurt.", Pos::Adjective),
        ("They hired [in]-house lawyers.", Pos::Adjective),
        ("They were [off] - and cold.", Pos::Preposition),
        ("Those who ate less [lived] longer.", Pos::VerbPast),
        ("It is thought the fire [started] in a mill.", Pos::VerbPast),
    ]);
}

#[test]
fn verbs_behind_a_time_and_their_auxiliary() {
    check(&[
        ("The court has on Tuesday [ordered] a halt.", Pos::VerbParticiple),
        ("The board had earlier in the day [met] Roe.", Pos::VerbParticiple),
        ("The state had last month [banned] it.", Pos::VerbParticiple),
        ("The firm will on Monday [open] a mill.", Pos::VerbBase),
        ("Those who had left on Friday [banned] it.", Pos::VerbPast),
    ]);
}

#[test]
fn somebody_by_what_became_of_him() {
    check(&[
        ("The [accused] fled the town.", Pos::Noun),
        ("The deceased [left] for Hull.", Pos::VerbPast),
        ("The [injured] left winger rested.", Pos::Adjective),
        ("A nurse [died] by drowning.", Pos::VerbPast),
        ("Jo Lee Wai-[see] said so.", Pos::ProperNoun),
        ("The Tony Blair-[led] party won.", Pos::Adjective),
    ]);
}

#[test]
fn levels_units_and_what_once_was() {
    check(&[
        ("Takings in Leeds [stand] at $5m.", Pos::VerbBase),
        ("The taxi [stand] at 40 Mill Road shut.", Pos::Noun),
        ("Pay rose by 3%, up 0.6 percentage [points] on May.", Pos::PluralNoun),
        ("The lamps, model [numbers] B12 and B14, were sold in May.", Pos::PluralNoun),
        ("The choir [numbers] 40 singers.", Pos::VerbPresent),
        ("The gap, [once] 15 miles wide, has closed.", Pos::Adverb),
        ("The town, [once] home to 900 miners, has shrunk.", Pos::Adverb),
        ("He left, [once] the song was over, by bus.", Pos::Subordinator),
        ("Pupils with an A[*] in maths were few.", Pos::ProperNoun),
        ("They sold 40 kits[*] in May.", Pos::Punct),
        ("Good evening and [welcome] to the count.", Pos::Adjective),
        ("They [welcome] to this day whoever comes.", Pos::VerbBase),
        ("It matched the median [forecast] in a poll.", Pos::Noun),
        ("\"Ash Road\" [opens] with a fire.", Pos::VerbPresent),
        ("The \"Ash Road\" [stars] from Leeds met in May.", Pos::PluralNoun),
    ]);
}

#[test]
fn words_of_tabloids_and_inquests() {
    check(&[
        ("A test [carried] out in Leeds on Monday proved unsafe.", Pos::VerbParticiple),
        ("A test carried out in Leeds on Monday [proved] unsafe.", Pos::VerbPast),
        ("She carried out a test that [proved] unsafe.", Pos::VerbPast),
        ("It has a bar and a pool [shaped] like a heart.", Pos::VerbParticiple),
        ("They have nine [away] wins.", Pos::Adjective),
        ("They gave [away] 40 games.", Pos::Adverb),
        ("The cook — who had left — [first] wrote it down.", Pos::Adverb),
        ("The cook — his [first] wrote it down.", Pos::Adjective),
        ("When it rained, a man [named] Joe Roe left.", Pos::VerbParticiple),
        ("The man [named] Joe Roe as the thief.", Pos::VerbPast),
    ]);
}

#[test]
fn words_of_obituaries_recalls_and_statistics() {
    check(&[
        ("Their last single [went] to May.", Pos::VerbPast),
        ("Their last [cut] was in May.", Pos::Noun),
        ("Roe, the baker who in 1974 [restored] power, has died.", Pos::VerbPast),
        ("Roe, in 1974 [restored] to power, has died.", Pos::VerbParticiple),
        ("In May, seasonally [adjusted] output rose by 2%.", Pos::Adjective),
        ("They quickly [adjusted] output in May.", Pos::VerbPast),
        ("The lamps, made in Peru and [sold] in shops for $40, can break.", Pos::VerbParticiple),
        ("The firm made lamps, and [sold] them in shops.", Pos::VerbPast),
        ("Three times [bankrupt], he left.", Pos::Adjective),
        ("It rose to 94%, a figure [bettered] in Leeds only by Roe.", Pos::VerbParticiple),
        ("It rose to 94%, a figure [rattled] in Leeds.", Pos::VerbPast),
    ]);
}

#[test]
fn subjects_and_asides_of_longer_sentences() {
    check(&[
        ("[Ofsted] has closed the school.", Pos::ProperNoun),
        ("[Untested] lamps have been sold.", Pos::Adjective),
        ("Neither [receives] money from Roe.", Pos::VerbPresent),
        ("Neither [side] has money.", Pos::Noun),
        ("It felled so many trees that [trains] between Leeds and Hull were late.", Pos::PluralNoun),
        ("The ring, valued at £3 and last [worn] in May, is gone.", Pos::VerbParticiple),
        ("It closed at 90, a whisker above its low of 88.8 [touched] on Monday.", Pos::VerbParticiple),
        ("A quake of magnitude 6.1 [hit] on Monday.", Pos::VerbPast),
        ("Of her books, three [won] prizes.", Pos::VerbPast),
        ("The firm, the town's oldest, with 900 staff, [faces] a loss.", Pos::VerbPresent),
        ("The firm, the town's oldest, has new [faces] in May.", Pos::PluralNoun),
    ]);
}

#[test]
fn verbs_of_prices_and_numbers() {
    check(&[
        ("The whole workforce [numbers] 7,600.", Pos::VerbPresent),
        ("The phone [numbers] 40 and 41 were called.", Pos::PluralNoun),
        ("The inn's rooms, all named after trees, [start] at £95.", Pos::VerbBase),
        ("The [start] at 9am was late.", Pos::Noun),
        ("Its dish, a lamb [cooked] for hours, feeds three.", Pos::VerbParticiple),
        ("On Monday, a chef [cooked] for hours, as it was late.", Pos::VerbPast),
    ]);
}

#[test]
fn asides_of_matches_and_prices() {
    check(&[
        ("Wales, who [last] beat Ireland in May, lost.", Pos::Adverb),
        ("Stocks that [last] all May are rare.", Pos::VerbBase),
        ("Nominations [close] on Friday.", Pos::VerbBase),
        ("Shops [close] to the mill were shut.", Pos::Adjective),
        ("The café, which opened in May, still [charges] less than £2.", Pos::VerbPresent),
        ("The café has, in May, still [charges] to pay.", Pos::PluralNoun),
        ("It sold more than Hull and Leeds [put] together.", Pos::VerbParticiple),
        ("More than 40 men [put] together a plan.", Pos::VerbPast),
    ]);
}
