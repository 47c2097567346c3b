"""The plain dialogue: every command, forgiving reading, and what is written at the end."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest
import shared
from shared import CONSULTANT, READER, for_each, one_by_one

from expert.asking.asking import Asking
from expert.asking.commands import as_case_file
from expert.asking.dialogue import Dialogue
from expert.asking.faces import Face
from expert.asking.keeping import Keeper
from expert.asking.offers import chosen
from expert.asking.ports import PlainPort, wrapped
from expert.asking.screens import Planner, Screen, lines_of
from expert.asking.story import Adding
from expert.asking.turn import Say
from expert.cases.results import case_result, consult
from expert.characters import cleaned
from expert.hearing.picking import Misread, Option, is_none, is_unknown, pick_one, pick_several, read_value
from expert.outlook import Outlook
from kb.book import KNOWLEDGE

FIELDS = KNOWLEDGE.vocabulary.asked
PLANNER = Planner(KNOWLEDGE)
HEEL = "id: heel\nnote: as told\npain: {location: [arch, heel], quality: [stabbing], worst: [morning]}\n"
RESULT = "What it probably is"


def ask(screen, *lines, loaded=None):
    """Ask one screen and type these lines; gives the dialogue and what it said. No face and no port is needed."""
    dialogue = Dialogue(CONSULTANT)
    dialogue.session.loaded.update(loaded or {})
    turn = dialogue.ask(screen)
    first, said = dialogue.stage, []
    for line in lines:
        said += [one.text for one in turn.shown if isinstance(one, Say)] + [f"{turn.prompt.text}{line}"]
        turn = dialogue.reply(line)
        if dialogue.stage is not first:
            break
    last = [one.text for one in turn.shown if isinstance(one, Say)]
    said += last if dialogue.stage is first else last[: last.index("")]  # without the question that comes next
    return dialogue, "\n".join(said)


def ticking(screen, key):
    """The replies that tick one field of a list: its line and, where others share that, its place among them."""
    lines = lines_of(KNOWLEDGE, screen)
    number, line = next((n, line) for n, line in enumerate(lines, 1) if FIELDS[key] in line.fields)
    return [str(number), *([str(line.fields.index(FIELDS[key]) + 1)] if len(line.fields) > 1 else [])]


class OneByOne(io.StringIO):
    """These lines, for a dialogue; where it names what was not told yet, an empty one, so that it asks one by one."""

    def __init__(self, dialogue, lines):
        super().__init__("".join(line + "\n" for line in lines))
        self.dialogue, self.last = dialogue, ""

    def readline(self, *size):
        passes = isinstance(self.dialogue.stage, Adding) and self.last not in ("", "back\n", "\n")
        self.last = "\n" if passes else super().readline(*size)
        return self.last


@pytest.fixture
def talk(tmp_path):
    """Holds a consultation over these lines; gives the dialogue and its transcript."""

    def hold(*lines, case=None, keeper=None, follow_up=False):
        loaded = None
        if case is not None:
            file = tmp_path / "loaded.yaml"
            file.write_text(case, encoding="utf-8")
            (loaded,) = READER.read_paths([str(file)], None)
        out = io.StringIO()
        kept = keeper.find(KNOWLEDGE) if keeper and not follow_up else None
        if loaded is None and kept is None:
            lines = ("skip", *lines)  # no story: the questions one by one
        dialogue = Dialogue(CONSULTANT, loaded, kept, follow_up)
        port = PlainPort(OneByOne(dialogue, lines), out)
        Face(dialogue, port, keeper).hold()
        if keeper:
            keeper.release()
        return dialogue, out.getvalue()

    return hold


def lines_to(key, *lines, case=None, follow_up=False, otherwise="u"):
    """The replies that lead to the screen with a field: these, then as many of another; and the field's line there.

    Without a case they come after the story, which is left out.
    """
    loaded = None if case is None else next(iter(READER.read_text(case, "loaded.yaml")))
    dialogue, given = Dialogue(CONSULTANT, loaded, None, follow_up), list(lines)
    dialogue.open()
    for line in (["skip"] if loaded is None else []) + given:
        one_by_one(dialogue, dialogue.reply(line))
    while not isinstance(dialogue.stage, Asking) or key not in dialogue.stage.screen.keys:
        assert len(given) < 60, "never asked"
        line = otherwise if isinstance(dialogue.stage, Asking) else "more"
        one_by_one(dialogue, dialogue.reply(line))
        given.append(line)
    lines = lines_of(KNOWLEDGE, dialogue.stage.screen)
    return given, next(number for number, line in enumerate(lines, 1) if FIELDS[key] in line.fields)


def words(transcript):
    return " ".join(transcript.split())


def after(transcript, line):
    """What the transcript says after a line was typed."""
    _, found, rest = transcript.partition(f"> {line}\n")
    assert found, transcript
    return words(rest)


def footwise(*arguments, stdin="", home=None, expected=0):
    places = {} if home is None else {"HOME": str(home), "XDG_STATE_HOME": str(home / "state")}
    run = shared.footwise(*arguments, stdin=stdin, **places)
    assert run.returncode == expected, run.stderr
    return run


# -- commands at a question ------------------------------------------------------------------------------------------


def test_a_question_mark_explains_the_question_or_one_line(talk):
    (first,), line = lines_to("signs.numbness", "1 2")
    _, said = talk("?", first, f"? {line}", "?")
    assert words(FIELDS["pain.location"].help) in after(said, "?")
    shown = after(said, f"? {line}")
    assert words(FIELDS["signs.numbness"].help) in shown
    assert words(FIELDS["signs.pop"].help) not in shown.partition("> ?")[0]
    assert words(FIELDS["signs.pop"].help) in shown.partition("> ?")[2]


def test_why_shows_a_waiting_rule_with_what_is_known_and_what_is_missing(talk):
    _, said = talk("1 2", "why", "why more")
    short = after(said, "why").partition("> why more")[0]
    assert short.startswith("The answer can show whether this is an emergency, and whether it looks like")
    assert 'So far it looks most like "Plantar fasciitis" (possible).' in short and "rules wait" not in short
    shown = after(said, "why more")
    assert "rules wait for it, for example:" in shown
    assert "Missing: a sudden injury began it or the foot rolled or twisted; the foot or ankle looks bent" in shown
    assert "Then: this is an alert, emergency (" in shown
    assert "Known: the pain is in the arch (inner hollow of the sole) and the heel Missing: you heard or felt" in shown
    assert '"Plantar fasciitis" becomes less likely, because something popped' in shown


@pytest.mark.parametrize("word", ["u", "U", "unknown", "don't know", "don’t know", "I don't know", "not sure"])
def test_unknown(talk, word):
    dialogue, said = talk(word)
    assert dialogue.session.answers == {}
    assert "pain.location" in dialogue.session.closed
    assert "2. " in after(said, word)


def test_back_takes_the_last_answer_back(talk):
    dialogue, said = talk("1", "back", "back", "back", "back", "", "2")
    assert "Back one question. 2. In your own words:" in after(said, "back")
    assert "Back one question. 1. Where does it hurt?" in after(said, "back")
    assert "1. What happened, since when, and where does it hurt?" in after(said, "back").partition("Back one")[2]
    assert "This is the first question." in said
    assert dialogue.session.answers == {"pain.location": ("heel",)}


def test_back_in_the_middle_of_a_screen_begins_that_screen_again(talk):
    screen = Screen("ticks", (FIELDS["signs.skin"], FIELDS["signs.pop"]))
    dialogue, said = ask(screen, "1 2", "back", "0")
    assert "1. Is any of this so?" in after(said, "back")
    assert dialogue.session.answers == {"signs.skin": (), "signs.pop": "no"}


def test_answers_and_change_keep_all_other_answers(talk):
    _, line = lines_to("signs.swelling", "1 2")
    lines, _ = lines_to("pain.weight_bearing", "1 2", "0")
    last = f"change {len(lines) + 1}"
    dialogue, said = talk(*lines, "2", "answers", last, "hurts badly", "change 1", "toes", "answers", "done")
    assert "1 The pain is in the arch (inner hollow of the sole) and the heel" in after(said, "answers")
    silent = after(said, "answers").partition("You did not name, so these count as no:")[2].partition(". ")[0]
    assert f"2.{line} the foot or ankle is swollen;" in after(said, "answers") and silent
    assert f"{len(lines) + 1} Putting weight on the foot hurts a little" in after(said, "answers")
    assert f"{len(lines) + 1}. How does it feel to put your weight on the foot?" in after(said, last)
    assert "Before: Plantar fasciitis" in after(said, "toes")
    assert "1 The pain is in the toes" in after(said, "toes")  # a change moves no number
    assert dialogue.session.answers["pain.weight_bearing"] == "severe"
    assert dialogue.session.answers["signs.swelling"] == "no"


def test_change_without_a_number_lists_the_answers(talk):
    _, said = talk("1", "change", "change 7")
    for line in "change", "change 7":
        assert "Type change and a number, for example change 2; these are your answers: 1 The" in after(said, line)


def test_a_change_of_what_was_never_asked_says_so(talk):
    dialogue, said = talk("1", "change 77")
    assert "There is no answer 77 to change." in words(said) and len(list(dialogue.session.questions())) == 1


def test_a_report_at_a_question_says_when_it_can_be_had(talk):
    dialogue, said = talk("1", "report", "report page.html")
    assert said.count("report is for the result: type done first, then ask it there.") == 2
    assert list(dialogue.session.answers) == ["pain.location"]


@pytest.mark.parametrize("words_", [("yes", "no"), ("more", "done")])
@pytest.mark.parametrize(
    ("typed", "place"),
    [("y" , 0), ("Yes", 0), ("yeah, sure", 0), ("nope", 1), ("not now", 1), ("no thanks", 1), ("yesterday", None),
     ("november", None), ("yellow", None)],
)  # fmt: skip
def test_an_offer_is_taken_or_refused_by_whole_words(words_, typed, place):
    assert chosen(typed, words_) == (None if place is None else words_[place])


def test_a_change_can_be_left_for_another_or_taken_back(talk):
    _, line = lines_to("signs.swelling", "1")
    dialogue, said = talk("1", "0", "change 1", f"change 2.{line}", "yes", "change 1", "back", "done")
    assert f"2.{line}. Is the foot or ankle swollen?" in after(said, f"change 2.{line}")
    assert dialogue.session.answers["signs.swelling"] == "yes"
    assert dialogue.session.answers["pain.location"] == ("arch",)
    assert RESULT in said


def test_done_in_a_change_shows_the_result(talk):
    _, said = talk("1", "change 1", "done")
    assert RESULT in after(said, "done")


def test_an_alert_that_cannot_wait_is_said_at_once(talk):
    _, said = talk("3", "pop")
    assert after(said, "pop").startswith("= A pop as it began Important: The Achilles tendon may have torn.")


def test_of_two_alerts_that_cannot_wait_the_sooner_is_said(talk):
    _, said = talk("calf", case="id: c\nsigns: {calf_swelling: yes, breathless: yes}\n")
    assert "Important: A sore or swollen leg and trouble breathing" in words(said)
    assert "Important: This can be a blood clot in the leg." not in words(said)


def test_so_far_help_and_quit(talk):
    dialogue, said = talk("so far", "1 2", "so far", "help", "quit", "1")
    assert "Nothing stands out yet." in after(said, "so far")
    assert "1 Plantar fasciitis (sore tissue under the foot): " in words(said)
    assert "back to the question before" in after(said, "help")
    assert after(said, "quit") == "Take care."
    assert not dialogue.finished


def test_after_a_command_the_question_is_there_again(talk):
    _, said = talk("answers", "", "1")
    assert "1. Where does it hurt? (Enter shows the list again.)" in after(said, "answers")
    assert "1. Where does it hurt? 1 arch" in after(said, "")


def test_done_shows_the_result_at_once(talk):
    dialogue, said = talk("1 2", "done", "quit")
    assert RESULT in after(said, "done")
    assert list(dialogue.session.answers) == ["pain.location"]
    assert dialogue.finished


def test_save_writes_what_is_known_and_says_so(talk, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    _, said = talk("1", f"save {tmp_path}/a.yaml", "save ~/b.yaml", "save", f"save {tmp_path}/no/c.yaml", "done")
    assert (tmp_path / "a.yaml").read_text() == (tmp_path / "b.yaml").read_text() == "pain:\n  location: [arch]\n"
    assert f"my-foot-{date.today().isoformat()}.yaml" in after(said, "save")
    assert "could not be written: No such file or directory. Nothing was saved" in words(said)


# -- questions of each kind ------------------------------------------------------------------------------------------


def test_a_tick_of_something_to_tell_asks_for_it(talk):
    screen = Screen("ticks", (FIELDS["signs.numbness"], FIELDS["signs.pop"], FIELDS["signs.skin"]))
    dialogue, said = ask(screen, "3, numbness", "peeling, 3")
    assert dialogue.session.answers["signs.skin"] == ("peeling", "blister")
    assert dialogue.session.answers["signs.numbness"] == "yes"
    assert dialogue.session.answers["signs.pop"] == "no"


UNTRIED = [field for field in FIELDS.values() if field.untried]
UNTRIED_IDS = [field.key for field in UNTRIED]


@pytest.mark.parametrize("field", UNTRIED, ids=UNTRIED_IDS)
@pytest.mark.parametrize(
    "typed",
    [
        "u",
        "not tried",
        "haven't tried",
        "I haven’t tried it yet",
        "I have not tried",
        "Not tested.",
        "not yet",
        "untried",
    ],
)
def test_who_has_not_tried_has_not_said_no(field, typed):
    dialogue, said = ask(PLANNER.screen_of(field, {}), typed)
    assert dialogue.session.answers == {} and field.key in dialogue.session.closed, said
    assert "u I have not tried" in said and "don't know" not in said


@pytest.mark.parametrize("typed", ["no", "0", "not", "yes", "1"])
def test_who_has_tried_is_taken_at_his_word(typed):
    dialogue, _ = ask(Screen("choice", (FIELDS["pain.one_spot"],)), typed)
    assert dialogue.session.answers.get("pain.one_spot") == {"no": "no", "yes": "yes", "1": "yes"}.get(typed)


def test_what_only_trying_can_tell_is_no_line_of_any_list():
    """Whatever is asked beside it: who does not tick a line has said no."""
    assert UNTRIED_IDS == ["pain.one_spot", "pain.on_movement", "signs.tender_bone", "signs.cannot_rise_on_toes"]
    for field in UNTRIED:
        screen = PLANNER.screen_of(field, dict.fromkeys(FIELDS, (1.0, 1.0)))
        assert screen.fields == (field,) and not field.line
    side, said = ask(Screen("choice", (FIELDS["pain.side"],)), "not tried")
    assert "pain.side" not in side.session.closed and "Which is it, then? Type a number from 1 to 3" in said


def test_remedies_are_asked_for_one_by_one_once_named(talk):
    lines, _ = lines_to("tried.ice", "0", case=HEEL, follow_up=True)
    dialogue, said = talk(*lines, "ice, calves", "same", "u", "done", case=HEEL, follow_up=True)
    assert "How did it go? (icing)" in said and "How did it go? (stretching the calves)" in said
    assert dialogue.session.answers["tried.ice"] == "same"
    assert "tried.calf_stretching" not in dialogue.session.answers
    assert dialogue.session.answers["tried.rest"] == "not_tried"


def test_a_line_of_a_list_can_be_left_unknown(talk):
    (_, swollen), (_, taken) = lines_to("signs.swelling", "1"), lines_to("runner.quinolone", "1")
    dialogue, said = talk("1", f"{swollen}, u {taken}", "done")
    given = dialogue.session.answers
    assert given["signs.swelling"] == "yes" and given["signs.fever"] == "no"
    assert "runner.quinolone" not in given and "runner.quinolone" in dialogue.session.closed
    assert "not known: Cipro or Levaquin lately" in words(said)
    assert "an antibiotic such as" in words(said).lower().partition("urgent")[2], "what was not known was not ruled out"


def test_a_line_ticked_and_not_known_at_once_is_asked_again(talk):
    _, pop = lines_to("signs.pop", "1")
    dialogue, said = talk("1", f"{pop}, u {pop}")
    assert "You named 'A pop as it began" in words(said) and "twice" in words(said)
    assert "signs.pop" not in dialogue.session.answers


def test_another_file_is_not_replaced_unasked(talk, tmp_path):
    mine, other = tmp_path / "mine.yaml", tmp_path / "other.yaml"
    other.write_text("precious", encoding="utf-8")
    _, said = talk("1", f"save {other}", "no", f"save {mine}", f"save {mine}", "done", f"save {other}", "yes", "quit")
    assert words(said).count("is there already. Replace it?") == 2
    assert "Nothing was saved; it is as it was." in after(said, "no").partition("Replace")[0]
    assert "arch" in mine.read_text(encoding="utf-8") and "arch" in other.read_text(encoding="utf-8")


def test_a_file_is_not_replaced_where_the_input_ends(talk, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text("precious", encoding="utf-8")
    talk("1", f"save {other}")
    assert other.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("value", sorted(FIELDS["pain.location"].also))
def test_other_words_for_a_place_are_understood(talk, value):
    also = FIELDS["pain.location"].also
    for name in also[value]:
        dialogue, said = talk(name)
        if sum(name in names for names in also.values()) > 1:
            asked = ("Which part of the", f"'{name}' could be several")
            assert any(one in said for one in asked) and not dialogue.session.answers
        else:
            assert dialogue.session.answers["pain.location"] == (value,), said


def test_numbers_of_questions_are_those_that_change_takes(talk):
    """A number at a question, in the list of answers and behind change is one and the same, with a loaded case too."""
    case = HEEL + "runner: {age: 30}\n"
    _, line = lines_to("signs.swelling", case=case)
    _, said = talk(f"{line}", "answers", f"change 1.{line}", "no", "change 1", case=case)
    assert "1. Is any of this so?" in said.partition(f"> {line}\n")[0]
    assert f"1.{line} The foot or ankle is swollen" in after(said, "answers")
    assert f"1.{line}. Is the foot or ankle swollen?" in after(said, f"change 1.{line}")
    assert "1. Is any of this so?" in after(said, "change 1")


def test_what_stands_behind_one_line_goes_by_its_number_and_a_letter(talk):
    screen = Screen("ticks", tuple(FIELDS[f"body.{name}"] for name in ("weak_hips", "weak_core", "weak_legs")))
    dialogue = Dialogue(CONSULTANT)
    dialogue.ask(Screen("ticks", (*screen.fields, FIELDS["signs.lump"])))
    said = [one.text for line in ("1", "2", "answers", "change 1.1b", "no", "change 1.1", "what if 1.1 = yes")
            for one in dialogue.reply(line).shown if isinstance(one, Say)]  # fmt: skip
    told = words(" ".join(said))
    assert "1.1. Which of it is so?" in told and "1.1b Your core (belly and lower back) is weak" in told
    assert "1.1b. Is your core weak" in told and "1.1 stands for several answers: 1.1a, 1.1b" in told


def test_a_loaded_answer_can_be_changed_and_then_another(talk):
    dialogue, said = talk("change 0.1", "change 0.3", "2", "done", case=HEEL)
    assert "0.1. Where does it hurt?" in said and "0.3. When is it worst?" in after(said, "change 0.3")
    assert "(before: the first steps in the morning; Enter keeps it)" in words(after(said, "change 0.3"))
    assert dialogue.session.answers["pain.worst"] != ("morning",)
    assert dialogue.session.answers["pain.location"] == ("arch", "heel")


NUMBERS = tuple(FIELDS[f"training.{name}"] for name in
                ("weekly_before", "weekly_now", "longest_before", "longest_now", "mileage_change"))  # fmt: skip


def fill_in(*lines, fields=NUMBERS):
    """Fill in a form with these lines; gives what was answered and the transcript."""
    dialogue, said = ask(Screen("numbers", fields), *lines)
    told = {key.partition(".")[2]: answer.text for key, answer in dialogue.session.answers.items()}
    return told, words(said)


def test_numbers_are_asked_on_one_screen_one_after_another():
    told, said = fill_in("20 mi", "30", "u", "12 km")
    assert told == {"weekly_before": "20 mi", "weekly_now": "30 mi"}
    assert said.startswith("1. Some numbers, as near as you know them.")
    assert "2 How far did you run in the week when the pain came?" in said
    for prompt in ("1 (miles)> 20 mi", "2 (miles)> 30", "3 (miles)> u"):
        assert prompt in said, said
    assert "percent" not in said, "the two weeks say how much it changed"
    assert "4 (miles)>" not in said, "of no use without the longest run before"


def test_numbers_can_be_typed_all_at_once():
    told, said = fill_in("20 km, 30, 5 mi; 8")
    assert told == {"weekly_before": "20 km", "weekly_now": "30 km", "longest_before": "5 mi", "longest_now": "8 mi"}
    assert "= you ran 20 km in a usual week before the pain; you ran 30 km in the week" in said


def test_a_line_of_numbers_that_does_not_fit_takes_none_of_them():
    told, said = fill_in("20, many, 5", "20, 30, 5, 8, 9")
    assert told == {}
    assert "How far did you run in the week when the pain came? 'many' does not fit" in said
    assert "That is 5 numbers, and 4 can follow here: one for each line." in said


def test_of_numbers_only_those_are_asked_that_can_still_serve():
    told, said = fill_in("u", "25", "u", "30 %")
    assert told == {"weekly_now": "25 mi", "mileage_change": "30"}  # the week serves a rule by itself
    assert "By how many percent did your weekly distance change before the pain came? (percent)> 30 %" in said
    assert "4 (miles)>" not in said


@pytest.mark.parametrize("typed", ["12,5 km", "20 mi, 12,5 km", "1,000 km", "30,5"])
def test_a_comma_in_a_number_is_no_parting(typed):
    told, said = fill_in(typed)
    assert told == {} and "write 12.5 for twelve and a half" in said


def test_one_number_a_line_from_the_line_that_is_due():
    assert fill_in("20, u, 5, 8")[0] == {"weekly_before": "20 mi", "longest_before": "5 mi", "longest_now": "8 mi"}
    assert fill_in("20", "u, u, 5")[0] == {"weekly_before": "20 mi", "longest_now": "5 mi"}
    assert fill_in("20, 30 km")[0] == {"weekly_before": "20 km", "weekly_now": "30 km"}


@pytest.mark.parametrize(
    ("key", "typed", "meant"),
    [
        ("runner.age", "44 years old", "44"),
        ("pain.weeks", "about 3 weeks", "3"),
        ("pain.severity", "7/10", "7"),
        ("pain.severity", "about 7.5 out of 10", "7.5"),
        ("pain.severity", "6 points", "6"),
        ("training.mileage_change", "50 percent", "50"),
        ("training.weekly_now", "around 32 kms a week", "32 km"),
        ("training.weekly_now", "50 k", "50 km"),
    ],
)
def test_what_people_put_around_a_number_is_understood(key, typed, meant):
    assert read_value(FIELDS[key], typed).text == meant


def test_numbers_that_contradict_what_was_said_are_refused_at_once():
    loaded = {"training.more_than_usual": "yes"}
    dialogue, said = ask(Screen("numbers", NUMBERS), "30 mi", "20", "40", "none", loaded=loaded)
    assert "That does not go together: you said that you ran 30 mi in a usual week" in words(said)
    assert dialogue.session.answers["training.weekly_before"].text == "30 mi"
    assert dialogue.session.answers["training.weekly_now"].text == "40 mi"


def test_none_is_an_answer_to_the_number_that_is_asked():
    """A beginner ran nothing before; what is asked behind it is still asked."""
    told, said = fill_in("none", "10", "no more")
    assert told == {"weekly_before": "0 mi", "weekly_now": "10 mi"} and said.endswith("no more")


def test_a_bare_distance_is_in_the_unit_of_the_one_before():
    told, said = fill_in("40 furlongs", "40 km", "50")
    assert "'40 furlongs' does not fit: please type a distance such as 5 mi or 8 km" in said
    assert "A distance without a unit is in miles; write 8 km for the other." in said and "2 (km)> 50" in said
    assert told == {"weekly_before": "40 km", "weekly_now": "50 km"}


def test_numbers_given_are_kept_when_one_leaves_in_the_middle():
    assert fill_in("20 mi", "30 mi")[0] == {"weekly_before": "20 mi", "weekly_now": "30 mi"}


def test_a_number_alone_is_asked_by_itself(talk):
    case = HEEL + "training: {weekly_before: 20 mi, weekly_now: 30 mi}\n"
    dialogue, said = talk("change 0.1", "25 mi", "done", case=case)
    assert "How far did you run in a usual week before the pain?" in after(said, "change 0.1")
    assert dialogue.session.answers["training.weekly_before"].text == "25 mi"
    assert dialogue.session.answers["training.weekly_now"].text == "30 mi"


def test_help_in_a_form_is_about_the_number_that_is_asked():
    _, said = fill_in("20", "?", "? 3")
    assert words(FIELDS["training.weekly_now"].help) in said.partition("> ?")[2].partition("> ? 3")[0]
    assert words(FIELDS["training.longest_before"].help) in said.partition("> ? 3")[2]


def test_a_contradiction_is_refused_with_a_message_and_asked_again(talk):
    case = HEEL + "runner: {age: 20}\ntraining: {years: 5}\n"
    dialogue, said = talk("change 0.2", "30", "6", "done", case=case)
    assert after(said, "30").startswith(
        "That does not go together: you said that you are 20 years old and that you have been running for 30 years."
    )
    assert "For how many years have you been running?" in after(said, "30")
    assert dialogue.session.answers["training.years"].text == "6"


INJURY = Screen("ticks", tuple(FIELDS[f"signs.{name}"] for name in ("rolled_ankle", "injury", "swelling")))
ROLLED = ticking(INJURY, "signs.rolled_ankle")


def test_a_rolled_ankle_without_a_tick_at_injury_is_no_contradiction():
    dialogue, said = ask(INJURY, *ROLLED, "inward")
    assert "does not go together" not in said
    assert dialogue.session.answers["signs.rolled_ankle"] == "inward"
    assert dialogue.session.answers.get("signs.injury") != "no"


@pytest.mark.parametrize("then", [("u",), ("done",), ("change 1",), ("back", "1 2", "1", "u"), ()])
def test_a_tick_is_never_turned_into_a_no(then):
    """Whatever is said, or not said, to "which way?", the foot did roll."""
    dialogue, _ = ask(INJURY, "1 2", *ROLLED[1:], *then)
    assert dialogue.session.answers.get("signs.rolled_ankle") != "no"
    assert dialogue.session.answers.get("signs.injury") != "no"


@pytest.mark.parametrize(
    "field", [f for f in KNOWLEDGE.vocabulary.asked.values() if f.line and f.asks_on], ids=lambda f: f.key
)
@pytest.mark.parametrize("then", ["u", "done", "change 1", "back", None])
def test_a_ticked_line_that_asks_on_is_not_denied(field, then):
    """Every line with a follow-up question: leaving that question any way leaves no denial behind."""
    group = field.key.split(".")[0]
    others = [f for f in KNOWLEDGE.vocabulary.asked.values() if f.line and f.key.split(".")[0] == group]
    screen = Screen("ticks", tuple(others))
    dialogue, said = ask(screen, *ticking(screen, field.key), *([then] if then else []))
    assert dialogue.session.answers.get(field.key) not in ("no", ())
    assert bool(dialogue.session.steps) == (then not in ("back", "change 1")), said


@pytest.mark.parametrize(
    "typed",
    ["no diabetes", "no fever", "fever: no", "no pop, no fever", "no numbness", "never", "without", "no one", "no more",
     "none, fever", "fever, none", "none, cold", "none of these, but it is cold", "frost",
     "calf", "rise on the toes", "u 3", "not breathless"],
)  # fmt: skip
def test_no_word_at_the_warning_signs_ticks_what_was_not_meant(talk, typed):
    """Each of these was once taken for a sign that the person had just denied, or had not spoken of."""
    dialogue, said = talk("1", typed)
    assert list(dialogue.session.answers) == ["pain.location"], said


@pytest.mark.parametrize("typed", ["n", "no", "nope", "none of them", "0", "None."])
def test_none_of_the_warning_signs(talk, typed):
    dialogue, said = talk("1", typed)
    assert dialogue.session.answers["signs.fever"] == "no" and "= none of these" in said


@pytest.mark.parametrize(
    ("screen", "typed"),
    [("pain.weight_bearing", "pain"), ("pain.weight_bearing", "does hurt"), ("pain.weight_bearing", "not impossible"),
     ("pain.quality", "no burning"), ("signs.skin", "no rash"), ("pain.onset", "no sudden"), ("tried.ice", "no worse"),
     ("pain.location", "heel, u"), ("pain.location", "big toe"), ("pain.location", "back of my heel")],
)  # fmt: skip
def test_no_word_is_taken_for_its_opposite(screen, typed):
    kind = "many" if screen in ("pain.quality", "signs.skin", "pain.location") else "choice"
    dialogue, said = ask(Screen(kind, (FIELDS[screen],)), typed)
    assert dialogue.session.answers == {}, said


def test_a_rolled_ankle_did_not_come_on_gradually():
    dialogue, _ = ask(INJURY, *ROLLED, "yes")
    assert dialogue.session.answers["pain.onset"] == "sudden"


def test_what_is_not_known_is_implied_by_nothing():
    dialogue, _ = ask(INJURY, "1", "0, u 1")
    given = dialogue.session.answers
    assert given["signs.injury"] == "no" and "signs.rolled_ankle" not in given


def test_back_goes_through_the_questions_and_undoes_no_change(talk):
    lines, _ = lines_to("pain.weight_bearing", "1 2 3 18", "0")
    dialogue, said = talk(*lines, "2", "change 1", "1 2 18", "back", "hurts badly", "done")
    assert dialogue.session.answers["pain.location"] == ("arch", "heel", "whole_foot")
    assert f"{len(lines) + 1}. How does it feel" in after(said, "back")
    assert dialogue.session.answers["pain.weight_bearing"] == "severe"


def test_a_change_of_the_urgency_alone_is_said_in_words(talk):
    _, said = talk("1 2", "0", "change 2.1", "yes", "done")
    shown = after(said, "yes")
    assert "How soon to be seen, before: nobody has to look at it for now. Now: book an appointment." in shown
    assert "stays the same" not in shown.partition("How soon")[0]


def test_a_warning_sign_can_be_changed_to_not_known(talk):
    dialogue, said = talk("1", "0", "change 2.2", "u", "done")
    assert "signs.tender_bone" not in dialogue.session.answers and "You said that this is so" not in said


def test_a_change_inside_a_list_of_remedies_loses_none_of_them(talk):
    lines, _ = lines_to("tried.ice", "0", case=HEEL, follow_up=True)
    lines += ["running less, ice", "same", "change 0.1", "heel", "worse"]
    dialogue, said = talk(*lines, "done", case=HEEL, follow_up=True)
    given = dialogue.session.answers
    assert (given["tried.run_less"], given["tried.ice"], given["tried.rest"]) == ("same", "worse", "not_tried")
    assert given["pain.location"] == ("heel",)


def test_lines_keep_their_numbers_while_a_list_is_being_asked(talk):
    screen = Screen("ticks", tuple(FIELDS[f"signs.{name}"] for name in ("skin", "pop", "fever")))
    _, said = ask(screen, "1 2 3", "answers")
    assert "1.2 You heard or felt a pop" in after(said, "answers")
    assert "1.3 You have a fever" in after(said, "answers")


# -- forgiving reading -----------------------------------------------------------------------------------------------

PLACES = [Option(value, label) for value, label in FIELDS["pain.location"].values.items()]
WEIGHT = [Option(value, label) for value, label in FIELDS["pain.weight_bearing"].values.items()]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1", "arch"),
        ("arch", "arch"),
        ("  HEEL ", "heel"),
        ("the heel", "heel"),
        ("achiles", "achilles"),
        ("Achilles tendon", "achilles"),
        ("big_toe_joint", "big_toe_joint"),
        ("midfot", "midfoot"),
        ("toenial", "toenail"),
        ("whole", "whole_foot"),
    ],
)
def test_one_of_a_list_is_understood(typed, meant):
    assert pick_one(typed, PLACES) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1 2", ("arch", "heel")),
        ("2,1", ("arch", "heel")),
        ("2;1 , 3", ("arch", "heel", "achilles")),
        ("heel and arch", ("arch", "heel")),
        ("heel, achiles and the calf", ("heel", "achilles", "calf")),
        ("the skin between the toes", ("between_toes",)),
    ],
)
def test_several_of_a_list_are_understood(typed, meant):
    assert pick_several(typed, PLACES) == meant


@for_each("key", [key for key, field in FIELDS.items() if field.values])
def test_every_label_and_value_is_understood_as_itself(key):
    options = [Option(value, label) for value, label in FIELDS[key].values.items()]
    for option in options:
        for typed in option.value, option.label, option.label.upper(), option.value.replace("_", " "):
            if not (is_none(typed) or is_unknown(typed)):
                assert pick_one(typed, options) == option.value
                assert pick_several(typed, options) == (option.value,)


def test_every_line_of_a_tick_list_is_understood_as_itself():
    options = [Option(key, field.line) for key, field in FIELDS.items() if field.line]
    for option in options:
        assert pick_several(option.label, options) == (option.value,)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0", "There is no number 0 here; the list goes from 1 to 18."),
        ("19", "There is no number 19 here; the list goes from 1 to 18."),
        ("xylophone", "'xylophone' is not in the list. Type a number from 1 to 18, or u."),
        ("outer", "'outer' could be several: 13 the outer edge of the foot, 15 the outer side"),
        ("x" * 3000, f"'{'x' * 27}...' is not in the list."),
        ("-1", "'-1' is not in the list."),
    ],
)
def test_what_is_not_understood_is_said(typed, said):
    with pytest.raises(Misread) as caught:
        pick_one(typed, PLACES)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize("typed", ["", ",", " , ;", "and"])
def test_nothing_is_no_choice_of_several(typed):
    with pytest.raises(Misread):
        pick_several(typed, PLACES)


@pytest.mark.parametrize("typed", ["²", "①", "1e3", "nan", "inf", "-3", "5 parsecs", "9" * 400])
def test_odd_numbers_are_refused_in_words(typed):
    with pytest.raises(Misread, match="does not fit|no more than 30 digits"):
        read_value(FIELDS["shoes.age"], typed)
    with pytest.raises(Misread):
        pick_one(typed, WEIGHT)


def test_what_does_not_print_is_taken_out():
    assert cleaned("he\x1b[31mel\x9b\u202e\u2066\u200b\x07") == "he[31mel"
    assert wrapped("  a\x1b[2Jb\x85c\u202ed", 40) == "  a\\x1b[2Jb\nc\\u202ed"
    assert cleaned("heel\r\narch\there") == "heel  arch here"


def test_lines_wrap_under_their_text():
    text = "   1  " + "word " * 30 + "\n  save FILE  " + "word " * 20
    lines = wrapped(text, 40).splitlines()
    assert max(map(len, lines)) <= 40
    assert all(line.startswith(("   1  word", "      word", "  save FILE  word", " " * 13 + "word")) for line in lines)


# -- the end ---------------------------------------------------------------------------------------------------------


def test_the_questions_about_a_result(talk):
    lines = ("how 1", "more", "how achiles", "how 9", "why not bunions", "more", "why not plutonium",
             "what if shoes.worn=yes", "what if shoes.worm=yes", "what if shoes.worn=maybe", "what if", "nonsense", "",
             "help")  # fmt: skip
    dialogue, said = talk("1 2", "done", *lines, "quit", "how 1")
    short = after(said, "how 1").partition("> more")[0]
    assert "PF1" not in short and "For it: the arch hurts." in short
    assert "PF1" in after(said, "more")
    assert "There is no number 9; the result has 1 cause." in after(said, "how 9")
    assert "nothing that you told speaks for it" in after(said, "why not bunions")
    assert "High heels are a likely culprit." in words(said)
    assert "'plutonium' is none of the causes that are known here." in after(said, "why not plutonium")
    assert "your shoes look or feel worn out" in after(said, "what if shoes.worn=yes")
    assert "did you mean shoes.worn?" in after(said, "what if shoes.worm=yes")
    assert "'maybe' is not in the list" in after(said, "what if shoes.worn=maybe")
    assert "'nonsense' is not understood here. You can ask, for example: May I run on it?" in after(said, "nonsense")
    assert dialogue.finished


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("what if 1 = toes", "the pain is in the toes"),
        ("what if 2.1 = yes", "you have diabetes"),
        ("what if 1 = bottom of foot, signs.fever=yes and 2.1 = yes", "you have a fever or feel very unwell"),
        ("what if shoes.worn=yes", "your shoes look or feel worn out"),
        ("what if how old = 41", "you are 41 years old"),
        ("what if weekly_now = 30 km", "you ran 30 km in the week when the pain came"),
        ("what if 2.1 = u", "not known"),
        ("what if 9 = yes", "There is no answer 9."),
        ("what if it rains = yes", "you run in the rain or wet"),
        ("what if moonlight = yes", "'moonlight' is no answer"),
        ("what if shoes are old", "Type what if, the number of an answer, ="),
        ("why", "Type how 1 for the reasons for number 1"),
        ("back", "Back one question."),
        ("so far", RESULT),
        ("compair 1 2", "'compair 1 2' is not understood here, did you mean compare?"),
        ("why not", "Name a cause."),
        ("how", "Type more for all of it"),
    ],
)
def test_the_end_understands_what_a_person_would_type(talk, typed, shown):
    _, said = talk("1 2", "0", "done", typed, "quit")
    assert shown.lower() in after(said, typed).lower()


def test_two_causes_are_compared_at_the_end(talk):
    _, said = talk("done", "compare 1 sprain", "compare 1", case=HEEL)
    told = words(said).partition(RESULT)[2]
    assert told.index("Number 1 of") < told.index("not concluded The bands")
    assert "certainty" not in told
    assert "Name two causes" in told


@pytest.mark.parametrize("name", ["foot.html", "foot.md"])
def test_a_report_is_a_private_page(talk, tmp_path, name):
    _, said = talk("done", f"report {tmp_path / name}", "report foot.txt", case=HEEL)
    assert "Plantar fasciitis" in (tmp_path / name).read_text(encoding="utf-8")
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    assert "ends in .html or .md" in words(said)


def test_a_word_that_is_merely_alike_is_not_taken_for_another(talk):
    """A "stabbing" at "When is it worst?" is no "standing"."""
    options = [Option("standing", "long spells of standing"), Option("morning", "the first steps in the morning")]
    with pytest.raises(Misread):
        pick_one("stabbing", options)
    assert pick_one("mornig", options) == "morning"


def test_change_at_the_end_shows_the_new_result(talk):
    _, said = talk("1 2", "done", "answers", "change 1", "between the toes", "quit")
    shown = after(said, "between the toes")
    assert "Before: Plantar fasciitis" in shown and RESULT in shown


def test_more_asks_on_until_nothing_is_left(talk):
    dialogue, said = talk("1 2", "done", "more", *["u"] * 40)
    assert said.count(RESULT) == 2
    outlook = Outlook(KNOWLEDGE, dialogue.session.answers, dialogue.session.closed)
    assert outlook.exhausted()
    _, said = talk("1 2", *["more" if n == 30 else "u" for n in range(60)], "more")
    assert "No further answer could change anything here." in said


TOLD = {"pain.location": "1 2", "pain.weight_bearing": "hurts a little", "pain.worst": "morning",
        "pain.quality": "stabbing"}  # fmt: skip
PRESSED = "pain: {one_spot: no}\nsigns: {tender_bone: [], cannot_rise_on_toes: no}\n"


def settle(talk, *then):
    """A consultation that comes to the offer of more, and these lines at it."""
    (loaded,), lines = READER.read_text(PRESSED, "pressed.yaml"), []
    dialogue = Dialogue(CONSULTANT, loaded)
    dialogue.open()
    while isinstance(dialogue.stage, Asking):
        assert len(lines) < 60, "never settled"
        screen = dialogue.stage.screen
        lines.append(TOLD.get(screen.keys[0], "0" if screen.kind == "ticks" else "u"))
        dialogue.reply(lines[-1])
    return talk(*lines, *then, case=PRESSED)


def test_once_settled_it_says_so_and_offers_more(talk):
    _, said = settle(talk, "perhaps", "done", "quit")
    assert "This is enough. It would take at least two more surprising answers, all one way, to change" in words(said)
    assert "Further questions could refine the rest. Type more to go on, or done for the result." in words(said)
    assert "more or done> perhaps\nType more or done." in said
    assert said.index("more or done> done") < said.index(RESULT)


# -- the input ends --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lines", [(), ("1 2",), ("1 2", "2"), ("1 2", "change 1"), ("1 2", "0", "?")])
def test_an_input_that_ends_shows_what_is_known(talk, lines):
    dialogue, said = talk(*lines)
    assert RESULT in said or "Nothing" in said
    assert dialogue.finished


def test_an_input_without_a_last_line_break_counts(talk):
    dialogue = Dialogue(CONSULTANT)
    Face(dialogue, PlainPort(io.StringIO("skip\n1 2"), io.StringIO())).hold()
    assert dialogue.session.answers["pain.location"] == ("arch", "heel")


def test_an_empty_input_gives_a_page_and_exit_0(tmp_path):
    run = footwise("consult", home=tmp_path)
    assert "1. What happened, since when, and where does it hurt?" in run.stdout
    assert run.stderr == ""
    assert list(tmp_path.iterdir()) == []


# -- files -----------------------------------------------------------------------------------------------------------

SESSIONS = [
    ("1 2", "0", "2", "0", "morning", "stabbing", "ice, massage", "same", "better", "u", "30", "u", "20 mi", "45 km"),
    ("3", "pop", "more", "impossible", "0", "u", "u"),
    ("outer side of the ankle", "pop", "more", "slight", "rolled, swollen", "inward", "u", "u"),
    ("0", "u", "u", "u"),
    ("between the toes", "0", "1", "itches", "u", "itching", "0", "0"),
]


def result_part(result):
    return json.dumps({name: part for name, part in result.items() if name not in ("id", "source")}, ensure_ascii=False)


@pytest.mark.parametrize("lines", SESSIONS)
def test_a_saved_case_gives_batch_the_same_result_byte_for_byte(talk, tmp_path, lines):
    file = tmp_path / "saved.yaml"
    dialogue, _ = talk(*lines, "done", f"save {file}")
    told = CONSULTANT.consult(dialogue.session.answers).result()
    (case,) = READER.read_paths([str(file)], None)
    assert case.answers == dialogue.session.answers
    assert result_part(case_result(case, consult(case, CONSULTANT))) == result_part(told)


def test_save_on_the_command_line_gives_a_case_that_batch_and_load_take(tmp_path):
    file = tmp_path / "saved.yaml"
    run = footwise("consult", "--save", file, stdin="\n".join(("skip", *SESSIONS[0])), home=tmp_path)
    assert f"Savedto{file}." in "".join(run.stdout.split())
    assert file.stat().st_mode & 0o777 == 0o600
    (line,) = footwise("batch", file).stdout.splitlines()
    result = json.loads(line)
    assert result["id"] == "saved.yaml#1"
    assert result["conclusions"][0]["cause"] == "plantar_fasciitis"
    again = tmp_path / "again.yaml"
    footwise("consult", "--load", file, "--save", again, stdin="done\n", home=tmp_path)
    (same,) = footwise("batch", again).stdout.splitlines()
    assert result_part(json.loads(same)) == result_part(result)


def test_a_folder_that_cannot_be_written_to_is_said_before_the_first_question(tmp_path):
    run = footwise("consult", "--save", tmp_path / "none" / "x.yaml", stdin="1\n", home=tmp_path, expected=2)
    assert run.stdout == ""
    assert "is no folder that can be written to" in run.stderr


def test_load_asks_only_what_is_open(talk):
    whole = HEEL + "runner: {diabetes: no, age: 30}\n"
    dialogue, said = talk("0", case=whole)
    assert "Where does it hurt?" not in said and "When is it worst?" not in said
    assert "diabetes" not in said.split("> 0")[0]
    assert dialogue.session.answers["pain.location"] == ("arch", "heel")


def test_a_loaded_case_keeps_its_id_and_note(talk, tmp_path):
    file = tmp_path / "saved.yaml"
    talk("done", f"save {file}", case=HEEL)
    (case,) = READER.read_paths([str(file)], None)
    assert (case.id, case.note) == ("heel", "as told")


def test_load_of_nonsense_is_an_error_of_usage(tmp_path):
    file = tmp_path / "bad.yaml"
    file.write_text("shoes: {toebox: wide}\n")
    assert "toebox" in footwise("consult", "--load", file, home=tmp_path, expected=2).stderr
    assert "--load" in footwise("consult", "--follow-up", home=tmp_path, expected=2).stderr


# -- follow-up -------------------------------------------------------------------------------------------------------


def test_follow_up_asks_what_was_tried_and_gives_the_next_step(talk):
    lines, _ = lines_to("tried.ball_rolling", "0", case=HEEL, follow_up=True)
    lines += ["stretching the calves, rolling the foot over a ball", "same", "same"]
    dialogue, said = talk(*lines, case=HEEL, follow_up=True)
    assert "Where does it hurt?" not in said
    changed = words(said).partition("What has changed since")[2].partition(RESULT)[0]
    assert "Next step: Consider arch supports or orthotics" in changed
    assert [found.remark.id for found in CONSULTANT.consult(dialogue.session.answers).recommendations][0]


def test_follow_up_says_what_has_become_grave(talk):
    case = HEEL.replace("arch, heel", "achilles")
    lines, _ = lines_to("signs.pop", case=case, follow_up=True)
    _, said = talk(*lines, "pop", "u", "u", case=case, follow_up=True)
    changed = words(said).partition("What has changed since")[2].partition(RESULT)[0]
    assert "Important: " in changed


def test_follow_up_with_nothing_new_says_so(talk):
    _, said = talk("same", "0", "u", "u", case=HEEL, follow_up=True)
    assert "What it looks like is the same: Plantar fasciitis" in words(said)
    assert "No new step is due; the advice of last time still holds." in said


GRAVE = HEEL + "signs: {pop: yes}\ntried: {calf_stretching: same, ball_rolling: same}\n"


@pytest.mark.parametrize("lines", [("u", "u", "u", "u"), ("quit",), ("done", "quit"), ()])
def test_a_follow_up_that_learns_nothing_loses_nothing(talk, lines, tmp_path):
    dialogue, said = talk(*lines, case=GRAVE, follow_up=True)
    given = dialogue.session.answers
    assert (given["signs.pop"], given["tried.calf_stretching"]) == ("yes", "same")
    file = tmp_path / "again.yaml"
    file.write_text(as_case_file(dialogue.talk))
    (again,) = READER.read_paths([str(file)], None)
    assert again.answers == given
    assert "quit" in lines or "Urgent: have it seen within a day or two" in said


def test_follow_up_without_an_answer_says_so(talk):
    _, said = talk("u", "u", "u", "u", case=HEEL, follow_up=True)
    assert "You told nothing new, so the result is that of last time." in words(said)
    assert "No new step" not in said


def test_advice_that_was_tried_says_what_came_of_it(talk):
    case = HEEL + "tried: {calf_stretching: partly, ball_rolling: better, frozen_bottle: not_tried}\n"
    _, said = talk("done", case=case)
    advice = words(said).partition("What to do now")[2]
    assert "standing on one leg. Hold each" in advice and "3 times a day. You said: stretching the calves " in advice
    assert "loosens a tight arch. You said: rolling the foot over a ball helped." in advice
    assert "massage and cooling in one. You said" not in advice


# -- keeping ---------------------------------------------------------------------------------------------------------


def test_every_answer_is_kept_as_it_is_given(talk, tmp_path):
    keeper = Keeper(tmp_path / "state" / "consultation.json")
    told, _ = talk("1 2", "pop, numbness", "more", "hurts badly", "quit", keeper=keeper)
    other = Keeper(tmp_path / "state" / "consultation.json")
    kept = other.find(KNOWLEDGE)
    other.release()
    assert kept.answers == told.session.answers
    assert kept.closed == told.session.closed
    again, said = talk("yes", "done", keeper=keeper)
    assert again.session.answers == told.session.answers
    assert "Your last consultation is still here: 3 questions are answered. Go on with it?" in words(said)


def test_an_unreadable_file_is_set_aside_and_stops_nothing(talk, tmp_path):
    path = tmp_path / "consultation.json"
    for text in "{", "[]", '{"version": 1}', '{"version": 1, "loaded": {"no.field": 1}, "steps": []}':
        path.write_text(text)
        _, said = talk("1", "done", keeper=Keeper(path))
        assert "1. Where does it hurt?" in said
        assert path.with_suffix(".unreadable").read_text() == text


@pytest.mark.parametrize(
    "text",
    [
        '{"version":2,"loaded":[],"earlier":{},"steps":[]}',
        '{"version":2,"loaded":{},"earlier":{},"steps":[["many",["pain.location"],[1],[]]]}',
        '{"version":2}',
        "[" * 100_000,
        "7",
    ],
)
def test_a_state_file_of_any_shape_stops_nothing(talk, tmp_path, text):
    file = tmp_path / "consultation.json"
    file.write_text(text, encoding="utf-8")
    dialogue, _ = talk("1", "quit", keeper=Keeper(file))
    assert dialogue.session.answers["pain.location"] == ("arch",)


@pytest.mark.parametrize("name", ["~nosuchuser/x.yaml", "x" * 300 + ".yaml", "no/such/folder.yaml", "page.html"])
def test_a_name_that_cannot_be_written_to_is_said(talk, name):
    _, said = talk("1", f"save {name}", "quit")
    assert "Saved" not in said and "Take care." in said


def test_a_thousand_changes_in_a_row_are_one(talk):
    dialogue, _ = talk("1", *["change 1"] * 1200, "heel", "done")
    assert dialogue.session.answers["pain.location"] == ("heel",)


def test_a_loaded_case_leaves_the_unfinished_consultation_alone(tmp_path):
    from expert.asking.keeping import state_file

    assert state_file("footwise").name == "consultation.json"
    one, other = state_file("footwise", {"signs.pop": "yes"}), state_file("footwise", {"signs.pop": "no"})
    assert len({one, other, state_file("footwise")}) == 3 and "pop" not in one.name


def test_a_disk_that_cannot_be_written_to_is_said_once(talk, tmp_path):
    (tmp_path / "file").write_text("")
    _, said = talk("1", "0", "done", keeper=Keeper(tmp_path / "file" / "consultation.json"))
    assert said.count("Your answers are not being kept") == 1
    assert RESULT in said


# -- at every prompt -------------------------------------------------------------------------------------------------

COMMANDS = ("?", "why", "answers", "change 77", "so far", "save", "help", "how 1", "why not bunions",
            "what if shoes.worn=yes", "report")  # fmt: skip


def at_each_prompt():
    """One dialogue for each kind of prompt: a question, a line of numbers, each offer, and the end."""
    kept = Dialogue(CONSULTANT)
    kept.open()
    kept.reply("1 2")
    yield "question", Dialogue(CONSULTANT), ("1 2",)
    yield "change", Dialogue(CONSULTANT), ("1 2", "change 1")
    yield "restart", Dialogue(CONSULTANT), ("1 2", "restart")
    yield "go on", Dialogue(CONSULTANT, kept=kept.session), ()
    yield "end", Dialogue(CONSULTANT), ("1 2", "done")


@pytest.mark.parametrize("place", range(5), ids=["question", "change", "restart", "go on", "end"])
def test_every_command_is_understood_at_every_prompt(place):
    _, dialogue, lines = list(at_each_prompt())[place]
    turn = dialogue.open()
    for line in lines:
        turn = dialogue.reply(line)
    stage, before = dialogue.stage, dict(dialogue.session.answers)
    for command in COMMANDS:
        turn = dialogue.reply(command)
        said = " ".join(one.text for one in turn.shown if isinstance(one, Say))
        assert dialogue.stage is stage and dialogue.session.answers == before, command
        assert "not understood" not in said and "Type yes or no" not in said and "not in the list" not in said, command
        assert turn.shown, command
    assert "There is no answer 77 to change." in " ".join(
        one.text for one in dialogue.reply("change 77").shown if isinstance(one, Say)
    )
    turn = dialogue.reply("back")
    assert turn.prompt is not None
    while turn.prompt is not None:
        turn = dialogue.reply("quit")


def test_what_is_asked_of_the_result_is_answered_by_what_is_known_so_far(talk):
    dialogue, said = talk("1 2", "why not bunions", "how 1", "quit")
    short = after(said, "why not bunions").partition("> how 1")[0]
    assert "nothing that you told speaks for it" in short and "Type more" not in short
    assert "For it: the arch hurts." in after(said, "how 1") and list(dialogue.session.answers) == ["pain.location"]


@pytest.mark.parametrize("word", ["restart", "start over"])
def test_restart_asks_once_and_begins_again(talk, word):
    dialogue, said = talk("1 2", word, "no", word, "yes", "skip", "3", "quit")
    assert words(said).count("Begin again from the first question? 1 answer is dropped then.") == 2
    assert "2. Is any of this so?" in after(said, "no").partition(f"> {word}")[0]
    assert "From the beginning. 1. What happened" in words(after(said, "yes"))
    assert dialogue.session.answers == {"pain.location": ("achilles",)}


def test_at_the_question_whether_to_replace_a_file_everything_can_be_asked(talk, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text("precious", encoding="utf-8")
    _, said = talk("1", f"save {other}", "?", "answers", "so far", "maybe", "back", "2", "quit")
    assert "yes writes over what is in it" in after(said, "?")
    assert "1 The pain is in the arch" in after(said, "answers")
    assert "Type yes or no." in after(said, "maybe")
    assert other.read_text(encoding="utf-8") == "precious" and "Nothing was saved" in after(said, "back")


def test_about_how_many_questions_are_left_stands_at_each(talk):
    _, said = talk("1 2", "0", "done")
    left = [int(line.split()[1]) for line in said.splitlines() if line.startswith("about ")]
    assert len(left) == 5 and left[0] > 0  # the story is one, and what was not told yet


@pytest.mark.parametrize(("reply", "onset"), [("none", "gradual"), ("it began suddenly", "sudden")])
def test_none_at_a_list_is_said_back_as_none_also_where_a_line_is_one_of_two_words(reply, onset):
    dialogue, fields = Dialogue(CONSULTANT), CONSULTANT.knowledge.vocabulary.asked
    dialogue.open()
    dialogue.ask(Screen("ticks", tuple(fields[key] for key in ("pain.onset", "pain.limp", "signs.swelling"))))
    told = dialogue.reply(reply).shown[0].text
    assert (told == "  = none of these") is (onset == "gradual")
    assert dialogue.session.answers["pain.onset"] == onset


def test_how_it_began_is_not_taken_for_sudden_because_it_was_told():
    dialogue, fields = Dialogue(CONSULTANT), CONSULTANT.knowledge.vocabulary.asked
    dialogue.open()
    dialogue.ask(Screen("ticks", tuple(fields[key] for key in ("pain.onset", "pain.limp", "signs.swelling"))))
    dialogue.reply("it came on slowly")
    assert dialogue.session.answers.get("pain.onset") != "sudden"
