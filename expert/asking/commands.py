"""What can be typed at a question or an offer besides its answer: ``?``, why, back, answers, change and the rest."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from string import ascii_lowercase
from typing import Any

from expert.asking.parts import IN_FULL
from expert.asking.screens import STORY, WORDS, Screen, lines_of
from expert.asking.stage import Question
from expert.asking.talk import Talk, capital
from expert.asking.turn import Pick, Script
from expert.cases.yaml_cases import dump_case
from expert.errors import shown
from expert.examining.first_reading import patterns, told_of
from expert.fields import Field
from expert.hearing.picking import Misread, Option, line_number, options_of, pick_one
from expert.hearing.questions import is_puzzled
from expert.knowledge import KnowledgeBase
from expert.wording.english import answer_clause
from expert.wording.examples import file
from expert.wording.phrases import opening

HELP = """\
Answer with the numbers of the list (1 3), with words, or with u if you do not know (u 2: not line 2).
  ?          what the question means and how to find out; ? 2 for line 2
  Enter      the question and its list again; what you answered before is kept, where it says so
  why        why this is asked; why more shows what waits for it
  back       to the question before; what you answered is kept there for Enter
  map        where the places are
  answers    all your answers; change 2 asks question 2 again, change 2.3 only its line 3
  so far     what it looks like by now
  save FILE  write your answers to a file
  how, why not, what if, compare
             ask what it looks like by now, for example: how 1
  restart    begin again (it asks once)
  done       stop here and see the result
  quit       stop without a result; go on next time"""

#: Carries a command out at a question.
Command = Callable[[Question, Script], None]


def find(text: str, knowledge: KnowledgeBase) -> Command | None:
    """The command that a line is, or None for an answer.

    Args:
        knowledge: the base, whose words say how somebody does not understand a question.
    """
    line = " ".join(text.split())
    lower = line.lower()
    if len(line) > 2 and is_puzzled(knowledge, line):
        return partial(_carry_out, _COMMANDS["?"], "")
    if lower == "so far":
        return lambda asking, script: so_far(asking.talk, script)
    name, _, rest = lower.partition(" ")
    if name in _OF_THE_RESULT or lower.startswith(("why not ", "what if ")) or lower in ("why not", "what if"):
        return partial(_carry_out, _ask_of_the_result, line)
    name = "quit" if name in ("q", "exit") else "?" if name.startswith("?") else _ALSO.get(lower, name)
    argument = line[1:].strip() if name == "?" else "" if lower in _ALSO else line[len(name) :].strip()
    if name == "why" and argument not in ("", "more"):
        return None
    if name not in _COMMANDS or (argument and name not in ("?", "change", "save", "report", "why")):
        return None
    return partial(_carry_out, _COMMANDS[name], argument)


def _carry_out(what: Callable[[Question, str, Script], None], argument: str, asking: Question, script: Script) -> None:
    what(asking, argument, script)


# -- at a question ---------------------------------------------------------------------------------------------------


def _explain(asking: Question, argument: str, script: Script) -> None:
    if asking.screen is None:
        script.say(asking.about)
        return
    due, fields = asking.due, asking.screen.fields
    lines = lines_of(asking.talk.knowledge, asking.screen)
    line = line_number(argument, len(lines))
    if not fields:
        script.say(
            "Tell it as you would tell somebody who knows about it: what is understood is shown, and the rest is asked."
        )
    elif line is not None:
        script.say("\n".join(field.help for field in lines[line - 1].fields))
    elif len(fields) == 1 or (due is not None and not argument):
        script.say((due or fields[0]).help)
        _say_labels(due or fields[0], script)
    else:
        for number, each in enumerate(lines, 1):
            script.say("\n".join(f"  {number:>2}  {field.help}" for field in each.fields), about=each.text)
    if asking.talk.knowledge.map is not None and asking.talk.knowledge.place in asking.screen.keys:
        script.hint("map shows where each of them is.", Pick("map", "Where each of them is"))


def _say_labels(field: Field, script: Script) -> None:
    """The labels whole that a list of many shows in brief."""
    for number, option in enumerate(options_of(field), 1):
        if len(field.values) > IN_FULL and not option.label.endswith(option.brief):
            script.say(f"  {number:>2}  {option.label}", about=option.brief or option.label)


def _why(asking: Question, argument: str, script: Script) -> None:
    from expert.asking.reasons import what_waits, why_asked, why_is_known

    talk, screen = asking.talk, asking.screen
    if screen is None:
        script.say(asking.about)
        return
    told = what_waits(talk.outlook(), screen) if argument else why_asked(talk.outlook(), screen, talk.result())
    for text, style in told:
        script.say(text, style)
    if not argument and why_is_known(talk.outlook(), screen):
        more = Pick("why more", "The rules that wait for it")
        script.hint("(why more shows what waits for it.)", more, style="dim")


def _answers(asking: Question, argument: str, script: Script) -> None:
    show_answers(asking.talk, script)


def _change(asking: Question, argument: str, script: Script) -> None:
    wish = wished(asking.talk, argument)
    if wish is None:
        ask_which(asking.talk, script, argument)
    else:
        asking.change(*wish, script)


def _save(asking: Question, argument: str, script: Script) -> None:
    save(asking.talk, argument, script)


def _report(asking: Question, argument: str, script: Script) -> None:
    script.say("report is for the result: type done first, then ask it there.")


def _ask_of_the_result(asking: Question, line: str, script: Script) -> None:
    """What is asked about a result, answered by what is known so far."""
    from expert.asking.ending import Ending

    script.say("By what you have told so far:", "dim")
    Ending(asking.dialogue).take(line, script)


_COMMANDS: dict[str, Callable[[Question, str, Script], None]] = {
    "?": _explain,
    "why": _why,
    "back": lambda asking, argument, script: asking.back(script),
    "answers": _answers,
    "change": _change,
    "save": _save,
    "report": _report,
    "restart": lambda asking, argument, script: asking.restart(script),
    "done": lambda asking, argument, script: asking.done(script),
    "quit": lambda asking, argument, script: asking.leave(script),
    "map": lambda asking, argument, script: _map(asking.talk, script),
    "help": lambda asking, argument, script: script.hint(HELP),
}
#: Other words for them.
_ALSO = {"start over": "restart", "start again": "restart", "begin again": "restart"}
#: What is asked of a result, and so far of what is known.
_OF_THE_RESULT = frozenset({"how", "compare"})
#: For completion.
COMMAND_WORDS = (*(name for name in _COMMANDS if name != "report"), "so far")


def _map(talk: Talk, script: Script) -> None:
    if talk.knowledge.map is None:
        script.say("There is no map here.")
    show_map(talk, script)


def show_map(talk: Talk, script: Script) -> None:
    """All places on the map of the base, if it has one: to look one up."""
    knowledge = talk.knowledge
    if knowledge.map is None:
        return

    def draw(console: Any) -> None:
        from expert.explaining.place_map import write_place_map

        write_place_map(console, knowledge, {}, everything=True)

    script.page(draw)


# -- at any prompt ---------------------------------------------------------------------------------------------------


def show_answers(talk: Talk, script: Script, brief: bool = False) -> None:
    """All answers by the numbers of their questions; what is not known, too, since it can be changed.

    Args:
        brief: of what was left out only say how much it is.
    """
    session, fields = talk.session, talk.knowledge.vocabulary.fields
    answers, labels = session.answers, session.labels()
    if not labels:
        script.say("No answers yet.")
    left_out = session.left_out
    for key in labels:
        if key in answers and key not in left_out:
            script.say(f"  {labels[key]:<5} {capital(answer_clause(fields[key], answers[key]))}")
    silent = [f"{labels[key]} {_short(fields[key])}" for key in labels if key in answers and key in left_out]
    if silent and brief:
        others = "1 line" if len(silent) == 1 else f"{len(silent)} lines"
        script.say(f"  You did not name {others} of lists, which count as no. Type answers to see them.")
    elif silent:
        script.say("  You did not name, so these count as no: " + "; ".join(silent))
    unknown = list(_unknown(talk, labels))
    if unknown:
        script.say("  Not known: " + "; ".join(unknown))
    for key in answers:
        if key not in labels:
            why = "from last time" if key in session.earlier else "it follows"
            script.say(f"        {capital(answer_clause(fields[key], answers[key]))} ({why})")


def _unknown(talk: Talk, labels: Mapping[str, str]) -> Iterator[str]:
    """What was asked and is not known, by number; a list of which nothing is known in one."""
    session, fields = talk.session, talk.knowledge.vocabulary.fields
    answers, asked = session.answers, session.asked()
    for number, step in enumerate(session.questions(), 1):
        open_ones = [key for key in step.screen.keys if key not in answers and key in asked]
        if len(open_ones) == len(step.screen.keys) > 1:
            yield f"{number} (all {len(open_ones)} lines)"
        else:
            yield from (f"{labels[key]} {_short(fields[key])}" for key in open_ones)


def wished(talk: Talk, argument: str) -> tuple[Screen, str] | None:
    """The screen, or the field, that goes by a number or by words of its answer, with its number; None for none."""
    labels, fields = talk.session.labels(), talk.knowledge.vocabulary.fields
    whole = talk.session.asked_as(line_number(argument, len(labels)) or 0)
    if whole is not None and whole.kind not in (STORY, WORDS):
        return whole, argument
    line = [fields[key] for key, label in labels.items() if argument and label.rstrip(ascii_lowercase) == argument]
    if len(line) > 1:
        return Screen("ticks", tuple(line)), argument
    for key, label in labels.items():
        if label == argument:
            return talk.planner.screen_of(fields[key], {}), label
    if argument and not argument.replace(".", "").isdecimal():
        answers = talk.session.answers
        options = [Option(key, answer_clause(fields[key], answer)) for key, answer in answers.items()]
        try:
            key = pick_one(argument, options)
        except Misread:
            return None
        return talk.planner.screen_of(fields[key], {}), labels.get(key, "")
    return None


def ask_which(talk: Talk, script: Script, argument: str = "") -> None:
    """What can be changed, where that was not said, or named what is not there."""
    if argument:
        script.say(f"There is no answer {shown(argument)} to change.")
    script.say("Type change and a number, for example change 2; these are your answers:")
    show_answers(talk, script)


def save(talk: Talk, path: str, script: Script) -> None:
    """Hand over the answers as a case file that `batch` reads."""
    from expert.asking.again import how_to_load

    example = file(talk.knowledge, ".yaml")
    if not path:
        path = f"{talk.program or talk.knowledge.naming.file}-{date.today().isoformat()}.yaml"
    if path.endswith((".html", ".md")):
        script.say(f"save writes your answers as a case, such as {example}; report at the end writes a page.")
    else:
        path, with_story = (path.removesuffix(_STORY_TOO), True) if path.endswith(_STORY_TOO) else (path, False)
        script.file(path, as_case_file(talk, with_story, path), "case")
        script.hint(f"Some weeks later this asks what has changed since: {how_to_load(talk, path)}", style="dim")
        if talk.session.story and not with_story:
            script.say(f"Your own words are not in it; save {path}{_STORY_TOO} puts them there as its note.")


#: Behind a file's name: the story goes into it as well.
_STORY_TOO = " with my words"


def as_case_file(talk: Talk, with_story: bool = False, path: str = "") -> str:
    """The answers so far as a case file, with the id and the note of the case that was loaded.

    Args:
        with_story: whether what was told in one's own words is to be its note.
        path: of the file; a name that ends in ``.json`` or ``.jsonl`` gets JSON, any other YAML.
    """
    case = talk.case
    name = case.id if case and case.id and "#" not in case.id else None
    note = talk.session.story if with_story and talk.session.story else case.note if case else None
    ending = path.lower().rpartition(".")[2]
    if ending in ("json", "jsonl"):
        return _as_json(talk, {"id": name, "note": note}, 2 if ending == "json" else None)
    return dump_case(talk.session.answers, talk.knowledge.vocabulary, id=name, note=note)


def _as_json(talk: Talk, top: Mapping[str, str | None], indent: int | None) -> str:
    """The answers so far as a JSON object, groups in it."""
    found: dict[str, Any] = {name: text for name, text in top.items() if text is not None}
    for key, field in talk.knowledge.vocabulary.asked.items():
        if key in talk.session.answers:
            group, name = key.split(".")
            found.setdefault(group, {})[name] = field.plain(talk.session.answers[key])
    return json.dumps(found, indent=indent) + "\n"


def so_far(talk: Talk, script: Script) -> None:
    """The ranking by now, and the gravest alert."""
    found = talk.result()
    elsewhere = [] if any(one.cause.kind == "specific" for one in found.conclusions) else patterns(found)
    for pattern in elsewhere:
        script.say(f"      {opening(told_of(pattern))}")
    if not found.conclusions and not elsewhere:
        script.say("  Nothing stands out yet.")
    for number, conclusion in enumerate(found.conclusions, 1):
        script.say(f"  {number:>2}  {conclusion.cause.title}: {conclusion.level}")
    for alert in found.alerts[:1]:
        script.say(f"  Important: {alert.remark.text}", "alert")


def _short(field: Field) -> str:
    """A field in few words: its line in a list, or its question."""
    return field.line or field.question.rstrip("?").lower()
