"""The questions until it is enough: the story first, dangers before all else, and no single surprise left."""

from __future__ import annotations

import random

import pytest
from shared import CONSULTANT, LONG, library_cases, part_of

from expert.asking.asking import Asking
from expert.asking.dialogue import Dialogue, Offer
from expert.asking.ending import Ending
from expert.asking.screens import Planner, lines_of
from expert.asking.session import Session
from expert.asking.turn import Page, Say
from expert.enough import Enough
from expert.fields import Many, Number
from expert.outlook import Outlook
from kb.book import KNOWLEDGE
from kb.gates import ALARMING

ASKED = KNOWLEDGE.vocabulary.asked
PLANNER = Planner(KNOWLEDGE)
PLACE = KNOWLEDGE.place
CASES = part_of(library_cases("article", "clinic", "open"), 24)

STORIES = [
    "My left heel has hurt for three weeks, worst with the first steps in the morning. No swelling, no numbness.",
    "I rolled my right ankle inward yesterday on a trail, it swelled at once and I can hardly put weight on it.",
    "Ran 30 miles last week instead of 15, and now the top of my foot is sore. Ice helped a bit. I am 41.",
    "Itching between my toes for two months, the skin peels, cream did nothing.",
    "Both Achilles tendons are stiff in the morning, it eases as I run. Had it last year, too.",
]


def driven(case, closed_share=0.0, dice=None):
    """What the planner's questions, answered by a case, come to once it is enough: the session and its last look."""
    session, asked = Session(KNOWLEDGE), []
    while True:
        enough = Enough(Outlook(KNOWLEDGE, session.answers, session.closed))
        screen = PLANNER.next_needed(enough)
        if screen is None:
            return session, enough, asked
        asked += screen.keys
        given = {key: case[key] for key in screen.keys if key in case and not (dice and dice.random() < closed_share)}
        session.add(screen, given)


def first_and_urgency(answers):
    found = CONSULTANT.consult(answers)
    return next((one.cause.id for one in found.conclusions), None), found.urgency


def single_answers(key):
    """Every answer with one value that a field takes."""
    field = ASKED[key]
    if isinstance(field, Many):
        return [(value,) for value in field.values]
    return list(field.values)


def fits(places, known):
    return not places or not known or not set(places).isdisjoint(known)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_enough_hides_no_red_flag_that_the_place_makes_relevant(case):
    dice = random.Random(case.id)
    session, enough, _ = driven(case.answers, 0.3, dice)
    outlook, places = enough.outlook, session.answers.get(PLACE, ())
    for flag in KNOWLEDGE.red_flags:
        if outlook.open(flag.field) and fits(flag.places, places):
            assert not any(flag.field in outlook.open_fields(rule) for rule in outlook.graver()), flag.id


@pytest.mark.parametrize("case", CASES if LONG else CASES[::3], ids=lambda case: case.id)
def test_no_single_surprise_changes_what_is_enough(case):
    """Whatever one open question is answered, but for those that are named as not worth asking."""
    session, enough, _ = driven(case.answers)
    now, places = first_and_urgency(session.answers), session.answers.get(PLACE, ())
    flags = {(flag.field, value): flag.places for flag in KNOWLEDGE.red_flags for value in flag.values}
    trials = {key for trial in KNOWLEDGE.trials for key in trial}
    for key in ASKED:
        if not enough.outlook.open(key) or key in KNOWLEDGE.seldom or key in trials or isinstance(ASKED[key], Number):
            continue
        for answer in single_answers(key):
            word = answer[0] if isinstance(answer, tuple) else answer
            if not fits(flags.get((key, word), ()), places):
                continue
            more = Session(KNOWLEDGE, {**session.answers, key: answer, **dict.fromkeys(session.closed)}).answers
            if set(more) != {*session.answers, key} or KNOWLEDGE.contradiction(more) is not None:
                continue  # what implies more than itself is more than one answer
            then = first_and_urgency(more)
            elsewhere = then[0] and not fits(KNOWLEDGE.places_of[then[0]], places)
            assert then == now or (elsewhere and then[1] == now[1]), (key, answer)


@pytest.mark.parametrize(
    ("place", "never"),
    [("ankle_outer", ("tried.bunion_pads", "signs.itching_toes", "tried.antifungal", "signs.toe_joint_bump")),
     ("heel", ("signs.itching_toes", "signs.toe_joint_bump", "tried.wide_shoes")),
     ("between_toes", ("signs.cannot_rise_on_toes", "tried.heel_wedges", "signs.calf_swelling"))],
)  # fmt: skip
def test_what_cannot_concern_this_place_is_not_asked(place, never):
    _, _, asked = driven({PLACE: (place,)})
    assert not set(asked).intersection(never)


@pytest.mark.parametrize("key", [key for key, held in KNOWLEDGE.vocabulary.asked.items() if held.numeric])
def test_a_number_alone_leaves_questions_that_there_are(key):
    """What is worked out from one number could be worked out from others, too: that number is no question again."""
    held = KNOWLEDGE.vocabulary.asked[key]
    answers = {key: held.read("3 km" if held.is_length else "3")}
    enough = Enough(Outlook(KNOWLEDGE, answers, frozenset()))
    assert {*enough.dangers, *enough.deciding, *enough.advising} <= KNOWLEDGE.vocabulary.asked.keys() - {key}


def test_what_would_change_the_advice_is_asked_before_it_is_enough():
    """Tight laces over a sore top of the foot: what to do about them is advice of what comes first."""
    case = {PLACE: ("top_of_foot",), "training.lots_of_running": "yes"}
    session, enough, asked = driven(case)
    assert enough.first.id == "extensor_tendonitis" and "shoes.tight_on_top" in asked


def test_dangers_are_asked_first_and_a_few_lines_at_a_time():
    flags = {flag.field for flag in KNOWLEDGE.red_flags}
    for place in ASKED[PLACE].values:
        session = Session(KNOWLEDGE, {PLACE: (place,)})
        screen = PLANNER.next_needed(Enough(Outlook(KNOWLEDGE, session.answers, session.closed)))
        lines = lines_of(KNOWLEDGE, screen)
        assert len(lines) <= 12
        assert all(flags.intersection(f.key for f in line.fields) or line.fields[0].key in ALARMING for line in lines)
        drawn = [one.text for one in Dialogue(CONSULTANT).ask(screen).shown if isinstance(one, Say) and one.text]
        assert len(drawn) <= 9 and max(map(len, drawn)) <= 80


@pytest.mark.parametrize("place", ["heel", "arch", "toes", "top_of_foot"])
def test_signs_that_no_place_makes_likely_are_asked_in_a_line_with_others(place):
    """A thorn in the heel, frost, a lump on the toes, and a swelling that is one only beside other answers."""
    session = Session(KNOWLEDGE, {PLACE: (place,)})
    screen = PLANNER.next_needed(Enough(Outlook(KNOWLEDGE, session.answers, session.closed)))
    assert {"signs.puncture", "signs.frozen", "signs.lump", "signs.swelling"} <= set(screen.keys)


def test_a_list_is_the_same_in_every_run():
    """What it has no room for hangs on the order of the questions, and on nothing else."""
    keys = [field.key for field in ASKED.values() if field.line]
    enough = Enough(Outlook(KNOWLEDGE, {PLACE: ("whole_foot",)}, frozenset()))
    enough.__dict__["dangers"] = tuple(reversed(keys))
    assert PLANNER.next_needed(enough).keys == PLANNER.one_list(keys).keys


# -- the story -------------------------------------------------------------------------------------------------------


def said(turn):
    return "\n".join(one.text for one in turn.shown if isinstance(one, Say))


@pytest.mark.parametrize("story", STORIES)
def test_every_answer_that_is_heard_is_shown_and_stands(story):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    heard = dialogue.talk.hear_story(story).answers
    shown = said(dialogue.reply(story))
    assert len(heard) >= 3 and shown.count("\n") >= 3
    dialogue.reply("")
    assert {key: dialogue.session.answers[key] for key in heard} == heard
    asked_next = dialogue.stage.screen.keys if isinstance(dialogue.stage, Asking) else ()
    assert not set(asked_next) & set(heard)


@pytest.mark.parametrize(
    ("correction", "side", "weeks"),
    [("", "left", "3"), ("2 right", "right", "3"), ("it is the right one", "right", "3"), ("not 2", None, "3"),
     ("2 no", None, "3"), ("3 is wrong", "left", None), ("3: 5 weeks", "left", "5"),
     ("it has been 5 weeks", "left", "5")],
)  # fmt: skip
def test_what_was_heard_is_corrected_by_number_or_in_words(correction, side, weeks):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    for reply in ("My left heel has hurt for 3 weeks.", correction, *([""] if correction else [])):
        dialogue.reply(reply)
    answers = dialogue.session.answers
    assert answers.get("pain.side") == side and answers[PLACE] == ("heel",)
    assert (answers["pain.weeks"].text if "pain.weeks" in answers else None) == weeks
    outlook = dialogue.talk.outlook()
    assert all(outlook.open(key) for key in ("pain.side", "pain.weeks") if key not in answers), "it can still be asked"


def test_what_was_taken_back_can_be_said_anew():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    for reply in ("My left heel has hurt for 3 weeks.", "not 2", "it is the right one", ""):
        dialogue.reply(reply)
    assert dialogue.session.answers["pain.side"] == "right"


@pytest.mark.parametrize("reply", ["", "skip", "no", "u"])
def test_who_would_rather_be_asked_is_asked(reply):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    assert "Where does it hurt?" in said(dialogue.reply(reply))
    assert dialogue.session.answers == {} and not dialogue.session.steps


def test_a_word_is_a_story_too_and_figures_are_none():
    dialogue = Dialogue(CONSULTANT)
    first = dialogue.open()
    assert dialogue.reply("1 2").prompt.question == first.prompt.question
    dialogue.reply("heel")
    dialogue.reply("")
    assert dialogue.session.answers == {PLACE: ("heel",)}


def test_a_danger_in_a_story_is_said_at_once_and_its_page_comes_before_any_question():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    turn = dialogue.reply("My calf hurts since yesterday, it is swollen on one side and I am short of breath.")
    assert "Important:" in said(turn)
    turn = dialogue.reply("")
    assert any(isinstance(one, Page) for one in turn.shown) and isinstance(dialogue.stage, Ending)
    assert "type more to go on" in said(turn)
    dialogue.reply("more")
    assert isinstance(dialogue.stage, (Asking, Offer))


def test_the_story_goes_into_a_saved_case_only_if_it_is_wanted_there():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    for reply in (STORIES[0], ""):
        dialogue.reply(reply)
    plain, *_ = dialogue.reply("save my.yaml").shown
    told, *_ = dialogue.reply("save my.yaml with my words").shown
    assert "first steps" not in plain.text and STORIES[0] in " ".join(told.text.split())
    assert (plain.path, told.path) == ("my.yaml", "my.yaml")


def test_back_takes_the_story_back_and_its_answers_are_changed_like_others():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    for reply in (STORIES[0], "", "change 1.2", "right"):
        dialogue.reply(reply)
    assert dialogue.session.answers["pain.side"] == "right"
    turn = dialogue.reply("back")
    assert "What happened" in said(turn) and dialogue.session.answers == {}


def test_the_same_replies_give_the_same_consultation():
    replies = (STORIES[1], "not 1", "", "0", "u", "1", "u", "0", "u", "more", "u")
    first, second = Dialogue(CONSULTANT), Dialogue(CONSULTANT)
    for dialogue in (first, second):
        dialogue.open()
        for reply in replies:
            dialogue.reply(reply)
    assert first.session == second.session
    replayed = CONSULTANT.consult(dict(first.session.answers))
    assert replayed.result() == first.talk.result().result()


# -- what was not told yet -------------------------------------------------------------------------------------------


def begun(*replies):
    """A consultation after these replies, and its last turn."""
    dialogue = Dialogue(CONSULTANT)
    turn = dialogue.open()
    for reply in replies:
        turn = dialogue.reply(reply)
    return dialogue, turn


def asked_on(dialogue):
    """All that is still asked where nothing more is known: the fields of each screen."""
    found = []
    while isinstance(dialogue.stage, Asking):
        found += dialogue.stage.screen.keys
        dialogue.reply("0" if dialogue.stage.screen.kind == "ticks" else "u")
    return found


HEEL = "My left heel has hurt for 3 weeks."
KNOWN = {key for topic in KNOWLEDGE.topics for key in topic.fields}


@pytest.mark.parametrize("replies", [(HEEL,), ("", "heel"), ("", "the top of my foot"), (STORIES[3],)])
def test_what_would_be_asked_else_is_named_and_no_warning_sign_of_a_yes_or_no_is(replies):
    dialogue, turn = begun(*replies)
    topics = dialogue.stage.part.topics
    assert 1 <= len(topics) <= 9 and all(topic.text in " ".join(said(turn).split()) for topic in topics)
    for key in (key for topic in topics for key in topic.fields):
        assert dialogue.talk.outlook().open(key) and not ASKED[key].yes_or_no and not ASKED[key].untried


@pytest.mark.parametrize("replies", [(HEEL,), ("", "heel")])
def test_what_is_told_of_it_is_said_back_and_not_asked_again(replies):
    dialogue, turn = begun(*replies)
    told = "when it is worst and if moving helps: a run, gets worse; how it bears your weight: hurts a little"
    shown = said(dialogue.reply(told))
    assert "worst during a run" in shown and "your weight on it hurts a little" in shown
    answers = dialogue.session.answers
    assert (answers["pain.worst"], answers["pain.with_activity"]) == (("during_run",), "worsens")
    assert answers["pain.weight_bearing"] == "slight" and answers[PLACE] == ("heel",)
    assert not {"pain.worst", "pain.with_activity", "pain.weight_bearing"}.intersection(asked_on(dialogue))


@pytest.mark.parametrize("replies", [(HEEL,), ("", "heel")])
def test_what_is_told_of_it_is_heard_in_any_words(replies):
    dialogue, _ = begun(*replies, "It burns, worst with the first steps in the morning. Ice did nothing.")
    answers = dialogue.session.answers
    assert answers["pain.quality"] == ("burning",) and answers["pain.worst"] == ("morning",)
    assert answers["tried.ice"] == "same"


@pytest.mark.parametrize("replies", [(HEEL,), ("", "heel")])
@pytest.mark.parametrize(
    "words",
    ["don't know how it bears your weight", "how it bears your weight: don't know", "how it bears your weight: u"],
)
def test_what_is_said_not_to_be_known_is_closed(replies, words):
    dialogue, _ = begun(*replies, words)
    assert "pain.weight_bearing" in dialogue.session.closed and "pain.weight_bearing" not in asked_on(dialogue)


@pytest.mark.parametrize("replies", [(HEEL,), ("", "heel")])
def test_who_adds_nothing_is_asked_one_by_one(replies):
    """Nothing that was named is closed by an empty reply, nor by one that tells of something else."""
    dialogue, _ = begun(*replies)
    named = {key for topic in dialogue.stage.part.topics for key in topic.fields}
    dialogue.reply("")
    assert all(dialogue.talk.outlook().open(key) for key in named) and not dialogue.session.passed_over
    assert "pain.weight_bearing" in asked_on(dialogue)
    dialogue, _ = begun(*replies, "how it bears your weight: hurts a little")
    assert all(dialogue.talk.outlook().open(key) for key in named - {"pain.weight_bearing"})
    assert dialogue.session.passed_over == named - {"pain.weight_bearing"}


def test_a_warning_that_was_left_out_is_still_asked():
    dialogue, _ = begun("", "heel", "when it is worst and if moving helps: a run, gets worse")
    assert "pain.weight_bearing" in asked_on(dialogue)


def test_what_is_not_understood_of_it_is_said_and_asked():
    told = "when it is worst and if moving helps: a run; how it bears your weight: like a purple sock"
    dialogue, turn = begun("", "heel", told)
    assert 'not understood: "how it bears your weight: like ..."' in said(turn)
    assert "pain.weight_bearing" not in dialogue.session.passed_over
    assert "pain.weight_bearing" in asked_on(dialogue)


def test_corrections_and_more_are_taken_in_one_reply():
    dialogue, _ = begun(HEEL, "2 right; 3 5 weeks; how it bears your weight: hurts a little", "")
    answers = dialogue.session.answers
    assert (answers["pain.side"], answers["pain.weeks"].text) == ("right", "5")
    assert answers["pain.weight_bearing"] == "slight"


def test_every_field_that_is_named_has_a_plain_phrase():
    for key, held in ASKED.items():
        if not held.yes_or_no and not held.untried and not held.line:
            assert key in KNOWN, f"{key} would go by its question"


@pytest.mark.parametrize("place", ["calf", "heel", "between_toes"])
def test_a_red_flag_decides_where_the_place_makes_it_relevant_and_nowhere_else(place):
    """What one answer would make more urgent is to be asked; unless nobody with this place would be asked it."""
    outlook = Outlook(KNOWLEDGE, {PLACE: (place,)})
    deciding, evidence = Enough(outlook, free=True).deciding, set()
    for rule in (rule for rules in KNOWLEDGE.evidence.values() for rule in rules):
        evidence.update(outlook.open_fields(rule))
    graver, asked, passed = KNOWLEDGE.urgencies.graver, 0, 0
    for flag in KNOWLEDGE.red_flags:
        found = [CONSULTANT.consult({PLACE: (place,), flag.field: (v,) if isinstance(ASKED[flag.field], Many) else v})
                 for v in flag.values if flag.field != PLACE]  # fmt: skip
        if any(graver(one.urgency, outlook.urgency) for one in found):
            if fits(flag.places, (place,)):
                asked += 1
                assert flag.field in deciding, flag.id
            elif not any(other.field == flag.field and fits(other.places, (place,)) for other in KNOWLEDGE.red_flags):
                passed += flag.field not in evidence
                assert flag.field in evidence or flag.field not in deciding, flag.id
    assert asked > 3 and (passed or place == "calf")
