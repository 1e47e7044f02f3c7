"""What is looked for quickly first must leave what is read as it is: ``We ask for 500 rifles`` is found either way."""

from __future__ import annotations

import re

import pytest

from cablegraph import dates
from cablegraph.dates import grammar, patterns
from cablegraph.dates.making import values_of
from cablegraph.dates.values import Context
from cablegraph.dates.words import MONTHS
from cablegraph.extraction import (
    announcing,
    citing_formal,
    citing_heads,
    citing_numbered,
    claim_families,
    measures,
    mentions,
    name_lists,
    papers_to_come,
    promise_cues,
    quantities,
    sentences,
    talks,
    vessels,
    wired_promises,
)
from cablegraph.readers import sheet
from cablegraph.shipped import shipped

LETTERS = tuple(
    path.read_text(encoding="utf-8")
    for folder in ("frus", "wilson", "composed")
    for path in sorted(shipped("examples", folder).rglob("*.txt"))
)
WHOLE = patterns._compile(patterns._PATTERNS)
ANNOUNCED = patterns._compile({**patterns._PATTERNS, **patterns._ANNOUNCED})
SENTENCES = tuple(text[start:end] for text in LETTERS for start, end in sentences.split(text, 0, len(text)))


def test_there_are_letters_to_look_at() -> None:
    assert len(SENTENCES) > 500


@pytest.mark.parametrize("family", claim_families.families(), ids=lambda family: family.name)
def test_a_family_is_found_wherever_its_pattern_matches(family: claim_families.Family) -> None:
    for sentence in SENTENCES:
        whole = [match.span() for match in family.pattern.finditer(sentence)]
        if family.opens:
            whole = [span for span in whole if span[0] == 0]
        places = claim_families.Places(sentence)
        quick = [match.span() for match in family.matches(sentence, places)]
        assert quick == whole
        assert not whole or family in claim_families.hinted(places)


def test_what_a_family_says_behind_its_subject_is_known_without_regard_to_case() -> None:
    places = claim_families.Places("THE MINISTER ASKS FOR 500 RIFLES")
    odd = claim_families.Places("the mini\u017fter a\u017fks for 500 rifles")
    assert places.hold(" asks? for", 0)
    assert not places.hold(" asks? for", 20)
    assert odd.hold(" asks? for", 0)


def test_what_must_not_stand_there_with_a_capital_may_stand_there_in_small_letters() -> None:
    places = claim_families.Places("The Secretary requests to be informed")
    assert places.hold(" requests (?!(?-i:To|[A-Z]))(?-i:[^A-Z])o be", 0)


def test_a_sentence_with_an_amount_may_count() -> None:
    for sentence in SENTENCES:
        if any(item.unit == "division" for item in quantities.find(sentence)):
            assert measures.figures_in(sentence, 0, len(sentence))


def test_what_a_sentence_opens_with_is_found_in_each_of_its_clauses() -> None:
    assert measures.opened("He said that of the 26 provinces only 9 are safe") == "province"
    for sentence in SENTENCES:
        begins = (0, *(mark.end() for mark in measures._CLAUSES.finditer(sentence)))
        whole = [match["noun"].lower() for place in begins if (match := measures._OPENED.match(sentence, place))]
        assert measures.opened(sentence) == (quantities.singular(whole[0]) if whole else "")


@pytest.mark.parametrize(
    "words",
    ["28th", "twelfth", "twenty-first", "July", "midsummer 1951", "c. 24 June 1951", "night of 24–25 June 1951"],
)
def test_an_announced_date_is_read_by_whatever_word_it_begins_with(words: str) -> None:
    match = ANNOUNCED.match(words)
    found = dates.at(words, 0, context="1951-06-30")
    assert match is not None
    assert found is not None
    assert found.end == match.end()


def test_a_date_begins_wherever_the_whole_pattern_finds_one() -> None:
    for sentence in SENTENCES:
        for place in [0, *(place + 1 for place, char in enumerate(sentence) if char == " ")]:
            match = ANNOUNCED.match(sentence, place)
            whole = values_of(match, Context(None, None)) if match else ()
            found = dates.at(sentence, place)
            assert (found.values if found else ()) == whole


def test_a_name_of_the_tables_is_found_wherever_it_stands_alone() -> None:
    table = name_lists._table()
    names = {form for forms in table.by_word.values() for form, _ in forms} | {form for form, _ in table.small}
    for text in LETTERS[:20]:
        found = name_lists.known(text, 0, len(text))
        covered = {place for hit in found for place in range(hit.start, hit.end)}
        for form in names:
            place = text.find(form)
            while place >= 0:
                alone = name_lists._stands_alone(text, place, place + len(form))
                assert not alone or place in covered, form
                place = text.find(form, place + 1)


def test_names_in_chinese_letters_need_no_gap_and_small_ones_are_found() -> None:
    words = "他到莫斯科去了 and to the Hague"
    assert [words[hit.start : hit.end] for hit in name_lists.known(words, 0, len(words))] == ["莫斯科", "the Hague"]


def test_a_month_begins_the_date_that_the_whole_pattern_finds_there() -> None:
    for sentence in SENTENCES:
        for word in patterns.WORDS.finditer(sentence):
            if word[0].lower() in MONTHS:
                whole = WHOLE.match(sentence, word.start())
                quick = patterns.month_finder().match(sentence, word.start())
                assert (whole and whole.span()) == (quick and quick.span())


@pytest.mark.parametrize(
    "words",
    """S.S. U.S.S. H.M.S. steamship steamships steamer steamers vessel vessels ship ships cruiser cruisers destroyer
    destroyers USS HMS bark barque brig schooner schooners sloop frigate gunboat gunboats tug trawler tanker freighter
    liner yacht submarine corvette battleship minesweeper icebreaker transport motor-vessel aboard-the""".split(),  # noqa: SIM905
)
def test_every_word_for_a_ship_makes_the_name_behind_it_a_ships(words: str) -> None:
    text = f"The {words.replace('-', ' ')} Stockholm"
    assert vessels.VESSEL_BEFORE.search(text[:-9])
    assert vessels.vessel_before(text, 0, len(text) - 9)


def test_a_pointer_to_a_paper_is_found_wherever_its_pattern_matches() -> None:
    found = 0
    for letter in LETTERS:
        whole = [match.span() for match in citing_heads._POINTER.finditer(letter)]
        assert [match.span() for match in citing_heads._pointers(letter, 0, len(letter))] == whole
        found += len(whole)
    assert found > 100


FORMAL = (
    "In reply to the note of May 27", "Answering the telegram of May 27", "in response to the letter of May 27",
    "acknowledges the receipt of the note of May 27", "has received the despatch dated May 27",
    "the receipt of the note of May 27",
    "the note of Your Excellency of May 27", "The letter of your lordship, No. 4",
    "the note of your Majesty dated May 27",
    "the note which you addressed to me on", "the letter that your excellency did me the honor to address me on",
)  # fmt: skip


def test_a_formal_way_of_naming_a_paper_is_tried_wherever_its_pattern_matches() -> None:
    found = set()
    for words in (*FORMAL, *LETTERS):
        for pattern, hints, _ in citing_formal._WAYS:
            if pattern.search(words):
                assert any(hint in words for hint in hints)
                assert any(paper in words for paper in citing_formal._PAPERS)
                found.add(pattern)
    assert len(found) == len(citing_formal._WAYS)


@pytest.mark.parametrize("words", ["Tokyo's 55, May 2", "Rome’s No. 55, May 2", "Peking's telegram No.55, May 2"])
def test_a_paper_named_by_its_post_is_seen_at_once(words: str) -> None:
    assert citing_formal._BY_POST.search(words)
    assert citing_formal._OF_A_POST.search(words)


def test_the_commonest_words_show_at_once_what_counting_all_words_shows() -> None:
    for letter in LETTERS:
        words = mentions._WORDS.findall(letter[:3000])
        common = sum(word.lower() in mentions._ENGLISH for word in words)
        english = len(words) < mentions._FEW or common > len(words) * mentions._ENOUGH
        assert mentions.reads_as_english(letter, [(0, len(letter))]) == english


def test_a_promise_is_looked_for_in_every_sentence_that_has_its_trigger() -> None:
    for letter in LETTERS:
        quick = list(promise_cues.likely_sentences(letter, 0, len(letter)))
        lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", letter)]
        whole = [stretch for line in lines for stretch in sentences.split(letter, *line)]
        assert quick == [stretch for stretch in whole if promise_cues.TRIGGER.search(letter, *stretch)]


BEHIND = (
    " first half of 1954", " early spring of 1951", " 24 June", " later than 24 June 1951", " be 24 June",
    " to 24 June 1951", "-1950s", " of May 1951", "-06-24", " JUN 51", ". 1951 June 3", ".VI.51",
)  # fmt: skip


@pytest.mark.parametrize(
    "begin", ["the", "from", "c.", "not", "up", "mid", "in", "may", "end", "1951", "24", "241200Z"]
)
def test_the_ways_of_writing_tried_at_a_word_are_those_that_match(begin: str) -> None:
    for behind in BEHIND:
        words = begin + behind
        word = grammar._STARTS.match(words)
        assert word is not None
        pattern = grammar._pattern_at(words, word, len(words))
        whole = WHOLE.match(words)
        quick = pattern.match(words) if pattern is not None else None
        assert (quick and quick.span()) == (whole and whole.span())


@pytest.mark.parametrize(
    ("phrase", "parties"),
    [
        ("Ambassador Puzanov, 24 June 1951", "Ambassador Puzanov"),
        ("the Minister in Sweden, telegram No. 318", "the Minister in Sweden"),
        ("Comrade Razuvaev, ciphered telegram", "Comrade Razuvaev"),
        ("the Ambassador in Russia (Francis)", "the Ambassador in Russia (Francis)"),
    ],
)
def test_day_number_and_form_behind_the_parties_are_no_part_of_their_names(phrase: str, parties: str) -> None:
    assert phrase[: talks.undated(phrase, 0, len(phrase))] == parties


def test_lines_kept_for_the_next_reader_are_those_of_the_text() -> None:
    for letter in LETTERS:
        found = list(sheet.rows(letter))
        assert found == list(sheet.rows(letter))
        assert [row.text for row in found] == [line.strip() for line in letter.split("\n") if line.strip()]
        assert all(letter[row.start : row.end] == row.text for row in found)


def test_words_as_a_whole_are_a_date_by_what_they_begin_with() -> None:
    written = {match[0] for letter in LETTERS for match in WHOLE.finditer(letter)}
    starts = ("the", "from", "c.", "by the", "24", "1951", "'51")
    written |= {f"{begin}{behind}" for begin in starts for behind in BEHIND}
    befores = ("from ", "circa ", "the night of ", "in ", "between ")
    written |= {f"{before}{words}" for before in befores for words in written}
    written |= {"1953-04-xx", "1950-52", "from 1950 to 1952", "late 1950", "'51", "民国四十年六月三日", "1951年", "3"}
    assert len(written) > 500
    for words in written:
        whole, quick = patterns.reader().fullmatch(words), grammar._reader_of(words).fullmatch(words)
        assert (whole and whole.span()) == (quick and quick.span())
        assert whole is None or quick is None or whole.lastgroup == quick.lastgroup


@pytest.mark.parametrize(
    ("whole", "quick", "words"),
    [
        (papers_to_come._WILL_BE, papers_to_come._TO_BE_GIVEN, "The notes will also be carried by Comrade Lim."),
        (papers_to_come._BY_MEANS, papers_to_come._TO_SEND, "I shall report on the parade with the next courier."),
        (announcing._SENT_YOU, announcing._BE_SENT, "A further telegram will be sent to you."),
        (
            wired_promises._REPEATED,
            wired_promises._TO_BE_SENT,
            "His report will be repeated to you as soon as received",
        ),
        (citing_numbered._LED, citing_numbered._FIGURE_BEHIND, "reported in Memorandum No. 41/81, as given"),
        (citing_formal._BY_LETTER, citing_formal._IN_A_PAPER, "Mr. Lowther informed him in a note of May 27"),
        (measures._BARE, measures._BARE_NUMBER, "We accept 9."),
    ],
)
def test_words_are_seen_wherever_the_whole_pattern_matches(
    whole: re.Pattern[str], quick: re.Pattern[str], words: str
) -> None:
    assert whole.search(words)
    for sentence in (words, *SENTENCES):
        assert not whole.search(sentence) or quick.search(sentence)


def test_the_first_words_of_names_in_plain_letters_are_those_of_all_letters() -> None:
    for sentence in SENTENCES:
        if sentence.isascii():
            assert name_lists._FIRST_ASCII_WORD.findall(sentence) == name_lists._FIRST_WORD.findall(sentence)


@pytest.mark.parametrize(
    "words", ["in Memorandum No. 41/81,", "by telegrams 12 and 14", "of Tel. 917.", "see Despatches N° 3"]
)
def test_a_form_with_its_number_is_seen(words: str) -> None:
    assert citing_numbered._has_numbered_form(words)
    assert not citing_numbered._has_numbered_form("on May 27, 1917, at 6 p.m.")


def test_a_numbered_form_is_seen_wherever_one_is_led_in() -> None:
    for sentence in SENTENCES:
        assert not citing_numbered._LED.search(sentence) or citing_numbered._has_numbered_form(sentence)


@pytest.mark.parametrize(
    ("words", "english"),
    [
        ("Eintreffe Montag und bitte um Abschrift.", False), ("Keller wird in drei Tagen nach Wien reisen.", False),
        ("Arrivons lundi avec copie pour Dupont.", False), ("Telegram to Von der Decken, Berlin", True),
        ("Reply received. Mao informed.", True), ("Arrive Monday with copy for Dupont.", True),
    ],
)  # fmt: skip
def test_a_few_words_are_another_languages_where_its_small_words_say_so(words: str, english: bool) -> None:
    assert mentions.reads_as_english(words, [(0, len(words))]) == english
