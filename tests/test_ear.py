"""The parts of the ear, each by itself: what English means by yes, no, a number, a time, and whose words these are."""

from __future__ import annotations

from datetime import date

import pytest
from shared import for_each

from expert.hearing import numbers, polarity, times
from expert.hearing.denial import denials
from expert.hearing.numbers import distance, ends, loose, number
from expert.hearing.speakers import by_proxy, clauses
from expert.hearing.spelling import Spelling
from expert.hearing.statements import ASKED, BARE, DOUBTED, SAID, kind_of, said_of
from expert.hearing.text import sentences

#: A Saturday.
TODAY = date(2026, 11, 28)


def plain(text):
    """A reply as the ear reads it."""
    return " ".join(one.plain.strip() for one in sentences(text))


# -- yes, no, not known ----------------------------------------------------------------------------------------------

REPLIES = {
    # what it begins with, what it ends with, whether it says no more than how much
    "yes": ("yes", "", False), "yeah it does": ("yes", "", False), "Unfortunately, yes": ("yes", "yes", False),
    "no": ("no", "", False), "nope, never": ("no", "", False), "not really": ("no", "", False),
    "hardly ever": ("no", "", False), "it hurts, no": ("", "no", False), "I looked, so yes": ("", "yes", False),
    "I looked at it, so no": ("", "no", False), "a bit": ("", "", True), "a tiny bit lol": ("", "", True),
    "most days": ("", "", True), "sometimes": ("", "", True), "in the garden": ("", "", False),
    "very much so": ("yes", "", False), "nothing": ("no", "", False), "a bit of everything": ("", "", False),
    "it was dark yes": ("", "yes", False), "nobody": ("", "", False), "": ("", "", False),
}  # fmt: skip


@for_each(["reply", "wanted"], REPLIES.items())
def test_a_reply_begins_and_ends_with_yes_or_no(reply, wanted):
    said = plain(reply)
    assert (polarity.lead(said), polarity.tail(said), polarity.degree(said)) == wanted


UNKNOWN = {
    # whether it begins with that it is not known, ends with it, and what stands behind it
    "I don't know": (True, False, ""), "no idea": (True, False, ""), "not sure, but maybe ten": (True, False,
    "maybe ten"),
    "dunno, maybe five?": (True, False, "five ?"), "no idea, it is dark": (True, False, ""),
    "it was dark, so no idea": (False, True, ""),
    "five, but not sure": (False, True, ""), "five": (False, False, ""), "I know it well": (False, False, ""),
    "not in the garden": (False, False, ""), "never checked": (True, False, ""), "who knows": (True, False, ""),
}  # fmt: skip


@for_each(["reply", "wanted"], UNKNOWN.items())
def test_what_is_not_known_is_told_from_what_is(reply, wanted):
    said = plain(reply)
    found = polarity.unknown(said), polarity.unknown_at_end(said), polarity.behind_unknown(said) if wanted[0] else ""
    assert found == wanted


@pytest.mark.parametrize(
    ("what", "yes", "no"),
    [
        (polarity.seldom, ["sometimes", "only now and then", "from time to time."], ["often", "sometimes it blooms"]),
        (polarity.nothing_to_see, ["all looks normal", "it is fine", "looks the same as ever"], ["it is red",
        "normally"]),
        (polarity.not_done, ["I haven't tried it", "never did", "not yet tried", "no, I did not do that"],
        ["I have tried it", "it did"]),
        (polarity.untried, ["haven't tried", "not tested", "untried", "did not try"], ["tried it", "it was not so"]),
        (polarity.second_thoughts, ["6, no wait, none", "two - hang on, three", "no wait, yes"], ["wait and see",
        "no, none"]),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)  # fmt: skip
def test_other_things_that_a_reply_says(what, yes, no):
    assert [text for text in yes if not what(plain(text))] == [] == [text for text in no if what(plain(text))]


@for_each(
    ["behind", "wanted"],
    {
        " really , well maybe a little": True, " , or maybe a few": True, " but some": True, " a little": False,
        " , actually yes": True, " maybe a few flies": False, "": False, " but in the garden": False,
    }.items(),
)  # fmt: skip
def test_a_denial_is_taken_back_only_by_who_turns_round(behind, wanted):
    assert polarity.some_after_all(behind) is wanted


QUESTION = "Does it bloom when you water it?"


@for_each(
    ["reply", "turned_down", "behind"],
    [
        ("it doesn't bloom", True, ""), ("no, it does not bloom at all", True, ""), ("none bloom", True, None),
        ("it doesn't bloom when I water it, only in spring", False, "in spring"),
        ("it does not fade", False, None), ("it blooms", False, None), ("they don't really bloom but wilt", False,
        "wilt"),
        ("is not it", False, None),
    ],
)  # fmt: skip
def test_what_is_denied_in_the_verb_of_the_question(reply, turned_down, behind):
    said = plain(reply)
    assert polarity.turned_down(said, QUESTION) is turned_down
    assert polarity.behind_denied(said, QUESTION) == behind


# -- how far a no reaches --------------------------------------------------------------------------------------------


def denied(text):
    """The words of a sentence that it denies."""
    (sentence,) = sentences(text)
    return [token.form for token, by in zip(sentence.tokens, denials(sentence), strict=True) if by >= 0]


@for_each(
    ["text", "wanted"],
    {
        "no spots": "spots", "No spots, mould or slugs.": "spots , mould or slugs", "It has spots": "",
        "no spots but mould": "spots", "spots, no mould, it is dry": "mould", "not only spots": "",
        "I do not water it and it is dry": "water it", "nothing on the leaves or roots": "on the leaves or roots",
        "without spots": "spots", "not without spots": "", "if I do not water it": "",
        "rather than spots": "than spots",
        "rather dry": "", "hardly any spots": "any spots", "it hardly grows": "", "zero spots": "spots",
        "zero point five": "", "never until today": "", "never in spring": "in spring", "no spots; mould": "spots",
        "it is not when I water it that it wilts": "when i water it that it wilts", "no spots when I water it": "spots",
        "spots, none on leaves": "on leaves", "not the old one it is the new one": "the old one",
        "not the old one it's the new one": "the old one", "not the old one, it is the new one": "the old one",
        "it is not dry it is the soil": "dry",
        "no one of all that I saw in our long last walk": "one of all that i saw in our long last",
    }.items(),
)  # fmt: skip
def test_a_no_reaches_as_far_as_its_list_and_no_farther(text, wanted):
    assert " ".join(denied(text)) == wanted


def test_each_word_knows_which_word_denies_it():
    (sentence,) = sentences("no spots but never mould")
    assert denials(sentence) == [-1, 0, -1, -1, 3]


# -- numbers and times -----------------------------------------------------------------------------------------------


@for_each(
    ["text", "wanted"],
    {
        "3": 3, "3.5": 3.5, "three": 3, "twenty five": 25, "3-5": 4, "3 to 5": 4, "three or four": 3.5, "5 to 3": 5,
        "three and a half": 3.5, "2 thousand": 2000, "none": None, "": None, "fourty": 40, "7ish": 7, "nineteen": 19,
        "a dozen": None, "eighty nine": 89, "10 - 12": 11,
    }.items(),
)  # fmt: skip
def test_a_number(text, wanted):
    assert number(plain(text) if text else text) == wanted


@for_each(
    ["text", "wanted"],
    {
        "a couple of": 2, "a few": 3.5, "several": 4, "half a": 0.5, "a": 1, "an": 1, "the best part of a": 0.9,
        "3": 3, "words": None, "3 and a half": 3.5, "half of 8": 8, "the better part of a": 0.9,
    }.items(),
)  # fmt: skip
def test_a_loose_number(text, wanted):
    assert loose(text) == wanted


@for_each(
    ["text", "wanted"],
    {
        "10 km": "10 km", "10 k": "10 km", "10": "10 km", "10 miles": "10 mi", "a marathon": "26.2 mi",
        "the half marathon": "13.1 mi", "ten miles": "10 mi", "a 10 miler": "10 mi", "far": None,
        "3 to 5 miles": "4 mi",
        "2.5 kilometers": "2.5 km",
    }.items(),
)  # fmt: skip
def test_a_length(text, wanted):
    assert distance(text) == wanted


@for_each(
    ["text", "wanted"],
    {
        "20 to 35 miles": ("20 mi", "35 mi"), "20 miles up to 30 miles": ("20 mi", "30 mi"),
        "20 km to 35 miles": ("20 km", "35 mi"), "few to 35 miles": None, "20 to many": None, "20 miles": None,
    }.items(),
)  # fmt: skip
def test_from_a_length_to_another(text, wanted):
    assert ends(text) == wanted


@for_each(
    ["text", "wanted"],
    {
        "3 weeks": 3, "three weeks": 3, "a week": 1, "10 days": 1.4, "a fortnight": 2, "2 months": 8.7, "a year": 52,
        "3 weeks and a half": 3.5, "a year and a half": 78, "a couple of weeks": 2, "half a year": 26, "weeks": 1,
        "soon": None,
    }.items(),
)  # fmt: skip
def test_how_many_weeks(text, wanted):
    assert times.weeks(text) == wanted


@for_each(
    ["text", "wanted"],
    {
        "monday": 0.7, "saturday": 1.0, "friday": 0.1, "october": 6.3, "october 10th": 7.0, "early october": 8.0,
        "late october": 4.6, "the end of october": 4.6, "december": round(348 / 7, 1), "christmas": round(338 / 7, 1),
        "november": 1.9, "the start of november": 3.6, "sept": 10.6, "words": None, "november 30": round(363 / 7, 1),
        "february 30": round((TODAY - date(2026, 2, 28)).days / 7, 1), "november 28": 0.0,
    }.items(),
)  # fmt: skip
def test_how_many_weeks_ago(text, wanted):
    assert times.weeks_since(text, TODAY) == wanted


def test_lately_is_a_word_for_a_day():
    assert (times.lately("yesterday"), times.lately("today"), times.lately("soon")) == (0.1, 0.0, None)
    assert set(numbers.PATTERNS) < set(times.SLOTS)


# -- whose words -----------------------------------------------------------------------------------------------------


def marks(text):
    """The clauses of a text, each with what it is besides plainly told."""
    names = ("other", "past", "asked", "unsure")
    every = [one for some in clauses(sentences(text)) for one in some]
    return [(one.plain.strip(), *(name for name in names if getattr(one, name))) for one in every]


@for_each(
    ["text", "wanted"],
    {
        "It hurts.": [("it hurts .",)],
        "My brother has spots.": [("my brother has spots .", "other")],
        "My brother has spots. He is 40. It hurts.": [("my brother has spots .", "other"), ("he is 40 .", "other"),
                                                      ("it hurts .",)],
        "My brother has spots. I have none.": [("my brother has spots .", "other"), ("i have none .",)],
        "I had spots years ago, now it is dry.": [("i had spots years ago", "past"), ("now it is dry .",)],
        "Is it mould?": [("is it mould ?", "asked")],
        "It is dry, is it mould?": [("it is dry",), ("is it mould ?", "asked")],
        "It is dry because I might have slept.": [("it is dry",), ("because i might have slept .", "unsure")],
        "It lasts maybe 3 days": [("it lasts maybe 3 days",)], "maybe it lasts": [("maybe it lasts", "unsure")],
        "dry?": [("dry ?", "asked")], "It is dry and it hurts": [("it is dry",), ("and it hurts",)],
        "dry and old": [("dry and old",)], "It has been so since years ago": [("it has been so since years ago",)],
        "the leaves of the old tree beside are dry ?": [("the leaves of the old tree beside are dry ?",)],
    }.items(),
)  # fmt: skip
def test_whose_words_a_clause_is_and_of_when(text, wanted):
    assert marks(text) == wanted


@for_each(
    ["text", "wanted"],
    {
        "My son is 9. He limps. His leaf hurts.": "son", "My leaf hurts. My son is 9.": "",
        "My husband limps. He is tall. His leaf hurts, he says.": "husband",
        "My husband limps. I limp, my leaf hurts.": "",
        "My daughter has spots.": "daughter", "My daughter has spots and I feel sick.": "", "It hurts.": "",
    }.items(),
)  # fmt: skip
def test_for_whom_somebody_writes(text, wanted):
    assert by_proxy(sentences(text)) == wanted


# -- what a line is --------------------------------------------------------------------------------------------------


@for_each(
    ["line", "wanted"],
    {
        "is it mould?": ASKED, "what is it": ASKED, "numb": BARE, "numb?": ASKED, "my leaf is numb now": SAID,
        "maybe it is numb": DOUBTED, "I think it is numb": DOUBTED, "red old leaves": BARE, "tell me more": ASKED,
        "it is numb, is that bad?": SAID, "can it be mould": ASKED, "can any of it": ASKED, "ok, so why": ASKED,
        "numb leaves?": ASKED, "I water it": SAID, "if it is numb": ASKED, "I need water": DOUBTED,
    }.items(),
)  # fmt: skip
def test_what_a_line_is(line, wanted):
    assert kind_of(line) == wanted


def test_of_a_line_what_is_no_question_is_said():
    assert said_of("It is numb now. Is that bad? It hurts!") == "It is numb now. It hurts!"
    assert said_of("Is that bad?") == "Is that bad?"


# -- words and slips -------------------------------------------------------------------------------------------------


def test_sentences_and_their_words_stand_where_they_stood():
    text = "I can't water-it 1,200 times. \u2018Yes\u2019!\n\nIt's 3 - 5 wks, w/o leaves' edge\u2026 ..."
    found = sentences(text)
    assert [one.plain for one in found] == [" i can not water it 1200 times . ", " ' yes ' ! ",
                                            " it is 3-5 weeks , without leaves ' edge \u2026 "]  # fmt: skip
    for one in found:
        assert text[one.start : one.end] == text[one.tokens[0].start : one.tokens[-1].end]
        first, last = one.place(1, len(one.plain) - 1)
        assert (first, last) == (0, len(one.tokens)) and one.span(first, last) == (one.start, one.end)
    assert [one.asks for one in sentences("Dry? It is. Is it?")] == [True, False, True]
    assert sentences("...") == []


def test_fillers_are_passed_over_and_the_rest_keeps_its_place():
    (sentence,) = sentences("it really is dry")
    lean, places = sentence.lean
    assert lean.plain == " it is dry " and places == (0, 2, 3)
    assert sentences("it is dry")[0].lean is None
    assert {"it", "rea", "is", "dry"} == sentence.beginnings and "really" in sentence.words


def test_a_slip_is_mended_and_a_word_of_its_own_is_not():
    mend = Spelling(["yellow", "orchid", "petals", "watering", "greenhouses"], ["orchard"])
    typed = ("yelow", "orhcid", "yellow", "orchard", "petal", "waterin", "pet", "grenhouzes")
    assert [mend(word) for word in typed] == [
        "yellow", "orchid", "yellow", "orchard", "petal", "watering", "pet", "greenhouses",
    ]  # fmt: skip
    assert mend("bellow") == "bellow", "the first letter is seldom wrong"
    assert Spelling(["stain", "stair"])("staix") == "staix", "of two that are as near it is neither"
    assert mend("yel1ow") == "yel1ow"
