"""The doors of the program, each with inputs that nobody should give it.

A `Kind` makes steps: what is given, and a call that takes it. The call says whether it was taken (True) or refused with
a sentence (False); whatever it raises is a finding, and so is what it asserts about the outcome.
"""

from __future__ import annotations

import io
import json
import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from mangling import (
    COMMANDS,
    SCRAPS,
    STORIES,
    anything,
    case,
    cases_in,
    exports,
    mangled,
    mangled_bytes,
    replies,
    words,
)
from shared import KNOWLEDGE, READER, footwise_bytes

from expert.asking.dialogue import Dialogue
from expert.asking.keeping import Keeper, as_text, from_text
from expert.asking.turn import File, Page, Prompt, Say
from expert.cases.baseline import Baseline
from expert.cases.case import Case, Item
from expert.cases.changes import read_changes
from expert.cases.durable import Results, Terms
from expert.cases.forms.reading import Reading
from expert.cases.pieces import Mark
from expert.cases.reader import CaseReader
from expert.cases.results import evaluate, json_line
from expert.cases.tally import Tally
from expert.cases.writers import FORMATS, About
from expert.characters import cleaned, harmless
from expert.consultation import Consultant
from expert.errors import ExpertError
from expert.hearing.reply import read_reply
from expert.hearing.story import read_story
from expert.loading import KnowledgeName
from expert.training.activities import read_activities
from expert.training.weeks import worked_out
from expert.webpage.face import WebFace

#: One that keeps no more than the program does; the tests' own keeps all.
CONSULTANT = Consultant(KNOWLEDGE)
TODAY = date(2026, 11, 28)
FIELDS = KNOWLEDGE.vocabulary.asked


@dataclass(frozen=True)
class Step:
    """One input, as it is shown where it is a finding, and what takes it."""

    given: object
    take: Callable[[], bool]


@dataclass(frozen=True)
class Kind:
    """Inputs of one door.

    Attributes:
        share: how many of a thousand inputs are of it.
        steps: the inputs of one sitting, in their order.
    """

    share: int
    steps: Callable[[random.Random, Path], Iterator[Step]]


# -- cases -----------------------------------------------------------------------------------------------------------


def sound(item: Item) -> bool:
    """Whether a case was read; what was not says so in a message that can be written anywhere."""
    if isinstance(item, Case):
        return True
    error = item.error
    assert error.message and harmless(error.message) == error.message, error.message
    for text in (item.id, item.source, error.message, error.field or ""):
        text.encode()
    return False


def read_all(items: Iterator[Item] | list[Item]) -> bool:
    """Whether all were read, and there was something to say of each."""
    outcomes = [sound(item) for item in items]
    return bool(outcomes) and all(outcomes)


def texts_of(form: str) -> Callable[[random.Random, Path], Iterator[Step]]:
    """Texts of cases in a format, told or to be guessed."""

    def steps(rng: random.Random, _: Path) -> Iterator[Step]:
        texts = cases_in(form)
        text = mangled(rng, rng.choice(texts), texts)
        told = rng.choice((form, None))
        yield Step(text, lambda: read_all(READER.read_text(text, "f", told)))

    return steps


def _values(rng: random.Random, _: Path) -> Iterator[Step]:
    """Cases as plain data, as a program has them."""
    made = case(rng)

    def take() -> bool:
        try:
            return sound(READER.read_mapping(made, "f#1", "f"))
        except ExpertError as error:
            assert str(error)
            return False

    yield Step(made, take)


def _single_values(rng: random.Random, _: Path) -> Iterator[Step]:
    """One field and one value that it will hardly take."""
    group, name = rng.choice(list(FIELDS)).split(".")
    made = {group: {name: anything(rng)}}

    def take() -> bool:
        try:
            return sound(READER.read_mapping(made, "f#1", "f"))
        except ExpertError as error:
            assert harmless(str(error)) == str(error)
            return False

    yield Step(made, take)


def _files(rng: random.Random, folder: Path) -> Iterator[Step]:
    """Files of other programs, byte by byte."""
    name, data = rng.choice(exports())
    way = rng.random()
    if way < 0.15:
        data = data.decode("utf-8", "replace").encode("utf-16")
    data = mangled_bytes(rng, data)
    ending = rng.choice((Path(name).suffix, Path(name).suffix, "", ".json", ".csv", ".yaml", ".gz"))
    how = Reading(
        rng.choice(("", "", "cp1252", "utf-16", "latin-1")), rng.choice((None, "km", "mi")), rng.random() < 0.5
    )
    path = folder / f"export{ending}"

    def take() -> bool:
        path.write_bytes(data)
        try:
            return read_all(CaseReader(KNOWLEDGE, how).read_paths([str(path)], None))
        except ExpertError as error:
            assert str(error)
            return False

    yield Step((path.name, how, data), take)


def _training(rng: random.Random, _: Path) -> Iterator[Step]:
    """Exports of activities."""
    texts = tuple(
        data.decode("utf-8", "replace") for name, data in exports() if name.startswith(("strava", "garmin", "kobo"))
    )
    text = mangled(rng, rng.choice(texts), texts)
    unit, day_first = rng.choice((None, "km", "mi")), rng.choice((None, True, False))
    training = KNOWLEDGE.training
    assert training is not None

    def take() -> bool:
        try:
            read = read_activities(io.StringIO(text, newline=""), unit, day_first, training.kinds)
            worked_out(read.all, TODAY, training)
        except ExpertError as error:
            assert str(error)
            return False
        return True

    yield Step((unit, day_first, text), take)


def _results(rng: random.Random, _: Path) -> Iterator[Step]:
    """Cases with whatever id and note, reasoned through and written."""
    made = case(rng)
    made |= {"id": rng.choice(SCRAPS), "note": rng.choice(SCRAPS)}
    form = rng.choice(list(FORMATS.values()) if rng.random() < 0.1 else [FORMATS["jsonl"], FORMATS["csv"]])

    def take() -> bool:
        try:
            item: Item = READER.read_mapping(made, "f#1", "f")
        except ExpertError:
            return False
        result = evaluate(item, CONSULTANT)
        assert result["status"] == "ok", result["error"]
        json.loads(json_line(result), parse_constant=_no_number)
        out = io.StringIO()
        writer = form.writer(out, About(KNOWLEDGE))
        writer.begin()
        if form.of_lines:
            writer.add_lines(json_line(result))  # type: ignore[attr-defined]
        else:
            writer.add(result)
        writer.end()
        out.getvalue().encode()
        return True

    yield Step((form.name, made), take)


def _no_number(name: str) -> Any:
    raise AssertionError(f"{name} is no JSON")


def _changes(rng: random.Random, _: Path) -> Iterator[Step]:
    """What-ifs."""
    typed = [f"{rng.choice(list(FIELDS))}={rng.choice((*SCRAPS, *words()))}" for _ in range(rng.choice((1, 1, 2)))]
    if rng.random() < 0.3:
        typed = [mangled(rng, one) for one in typed]

    def take() -> bool:
        try:
            read_changes(typed, KNOWLEDGE, rng.choice(("mi", "km")))
        except ExpertError as error:
            assert harmless(str(error)) == str(error)
            return False
        return True

    yield Step(typed, take)


# -- words -----------------------------------------------------------------------------------------------------------


def _stories(rng: random.Random, _: Path) -> Iterator[Step]:
    text = mangled(rng, rng.choice(STORIES), (*STORIES, *replies()))

    def take() -> bool:
        heard = read_story(KNOWLEDGE, KNOWLEDGE.words, text, TODAY)
        for each in heard.heard:
            assert text[each.start : each.end], (each, "rests on no words")
        for key, value in heard.answers.items():
            FIELDS[key].read(FIELDS[key].plain(value), "km")
        return bool(heard.answers)

    yield Step(text, take)


def _replies(rng: random.Random, _: Path) -> Iterator[Step]:
    said = mangled(rng, rng.choice((*replies(), *COMMANDS)), replies())
    keys = rng.sample(list(FIELDS), rng.randint(2, 8)) if rng.random() < 0.25 else [rng.choice(list(FIELDS))]
    lines = [FIELDS[key] for key in keys if FIELDS[key].line]
    target = lines if len(keys) > 1 and lines else FIELDS[keys[0]]

    def take() -> bool:
        found = read_reply(KNOWLEDGE, KNOWLEDGE.words, target, said, TODAY)
        for key, value in found.answers.items():
            FIELDS[key].read(FIELDS[key].plain(value), "km")
        return not found.ask

    yield Step((keys, said), take)


def _typed(rng: random.Random, prompt: Prompt) -> str:
    """What somebody could type here: sense in the most, since nonsense never gets anywhere."""
    way = rng.random()
    if way < 0.45 and prompt.choice is not None:
        picks = [one.reply for one in prompt.choice.options]
        chosen = (
            rng.sample(picks, min(len(picks), rng.choice((1, 1, 2, 3))))
            if prompt.choice.several
            else rng.sample(picks, 1)
        )
        return " ".join(chosen)
    if way < 0.6:
        return rng.choice(COMMANDS)
    if way < 0.7:
        return rng.choice(("u", "0", "1", "yes", "no", "done", "more"))
    if way < 0.8:
        return rng.choice((*replies(), *STORIES))
    if way < 0.85 and prompt.words:
        return rng.choice(prompt.words)
    return mangled(rng, rng.choice((*replies(), *COMMANDS, *STORIES)))


_QUIET = io.StringIO


def draw(shown: Any) -> None:
    """Draw what is to be shown, as a face does."""
    from rich.console import Console

    for one in shown:
        if isinstance(one, Page):
            one.draw(Console(file=_QUIET(), width=80, height=25, highlight=False, color_system=None))
        else:
            assert isinstance(one, (Say, File)) and one.text is not None


def _begun(rng: random.Random) -> Dialogue:
    """A consultation, from nothing or from a case."""
    if rng.random() < 0.6:
        return Dialogue(CONSULTANT)
    while True:
        try:
            loaded = READER.read_mapping(case(rng), "f#1", "f")
        except ExpertError:
            continue
        return Dialogue(CONSULTANT, loaded, follow_up=rng.random() < 0.5)


def _consultations(rng: random.Random, _: Path) -> Iterator[Step]:
    """A sitting: some replies, each of which is an input; what is kept reads back as what was said."""
    dialogue = _begun(rng)
    turn = dialogue.open()
    for _ in range(rng.choice((3, 8, 20, 40))):
        if turn.prompt is None:
            return
        text = cleaned(_typed(rng, turn.prompt)).strip()

        def take(text: str = text) -> bool:
            nonlocal turn
            prompt, steps = turn.prompt, len(dialogue.session.steps)
            if prompt is not None and prompt.wrong is not None:
                prompt.wrong(text)
            turn = dialogue.reply(text)
            draw(turn.shown)
            said = as_text(dialogue.session)
            again, lost = from_text(said, KNOWLEDGE)
            assert not lost and (again is None or again.answers == dialogue.session.answers), said
            return len(dialogue.session.steps) != steps

        yield Step(text, take)


def _pages(rng: random.Random, _: Path) -> Iterator[Step]:
    """Forms that a page sends, or somebody in its place."""
    face = WebFace(KNOWLEDGE)
    face.open(rng.choice(("", "", mangled(rng, _some_state()))))
    for _ in range(rng.choice((3, 8, 20))):
        prompt = face.dialogue.stage.prompt() if face.dialogue.stage is not None else Prompt()
        pairs = [("text", _typed(rng, prompt))]
        if prompt.choice is not None and rng.random() < 0.6:
            ways = [("pick", one.reply) for one in prompt.choice.options]
            ways += [("unsure", one.reply) for one in prompt.choice.options]
            pairs = rng.sample(ways, min(len(ways), rng.randint(1, 3)))
        if rng.random() < 0.1:
            pairs.append((rng.choice(("reply", "from", "text", "pick", "unsure", "x")), rng.choice(SCRAPS)))

        def take(pairs: list[tuple[str, str]] = pairs) -> bool:
            told = face.reply(pairs)
            json.dumps(told, allow_nan=False).encode()
            return bool(told["anew"])

        yield Step(pairs, take)


# -- files of the program's own --------------------------------------------------------------------------------------


@cache
def _some_state() -> str:
    """What is kept of a consultation."""
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    for reply in (STORIES[1], "", "0", "1", "u", "2 3"):
        if dialogue.stage is not None:
            dialogue.reply(reply)
    return as_text(dialogue.session)


def _states(rng: random.Random, folder: Path) -> Iterator[Step]:
    text = mangled(rng, _some_state())
    if rng.random() < 0.2:
        held = json.loads(_some_state())
        held[rng.choice(list(held))] = anything(rng)
        text = json.dumps(held)
    file = folder / "consultation.json"

    def take() -> bool:
        file.write_text(text, encoding="utf-8", errors="surrogatepass")
        keeper = Keeper(file)
        found = keeper.find(KNOWLEDGE)
        assert found is not None or keeper.notices or not text
        keeper.forget()
        if found is not None:
            Dialogue(CONSULTANT, kept=found).open()
        return found is not None

    yield Step(text, take)


@cache
def _earlier() -> str:
    """Results of an earlier run."""
    items = READER.read_text(cases_in("yaml")[-1], "f", "yaml")
    return "".join(json_line(evaluate(item, CONSULTANT)) for item in items)


def _baselines(rng: random.Random, folder: Path) -> Iterator[Step]:
    text = mangled(rng, _earlier())
    if rng.random() < 0.5:
        lines = [json.loads(line) for line in _earlier().splitlines()]
        one = rng.choice(lines)
        one[rng.choice(list(one))] = anything(rng)
        text = "".join(json.dumps(line) + "\n" for line in lines)
    file = folder / "old.jsonl"
    now = [json.loads(line) for line in _earlier().splitlines()]

    def take() -> bool:
        file.write_text(text, encoding="utf-8", errors="surrogatepass")
        baseline = Baseline(str(file), lambda name, source: True)
        try:
            for result in now:
                for told in baseline.compare(result):
                    told.encode("utf-8", "surrogatepass")
            list(baseline.end())
        except ExpertError as error:
            assert str(error)
            return False
        finally:
            baseline.close()
        return True

    yield Step(text, take)


def _bases(rng: random.Random, _: Path) -> Iterator[Step]:
    """Names of bases."""
    name = rng.choice(("kb.book:KNOWLEDGE", "houseplants:PLANTS", "houseplants", "kb.book", "json", "kb", "os.path"))
    if rng.random() < 0.8:
        name = mangled(rng, name)
    name = "".join(c for c in name if c not in "/\\~")

    def take() -> bool:
        try:
            KnowledgeName(name).load()
        except ExpertError as error:
            assert str(error)
            return False
        return True

    yield Step(name, take)


def _notes(rng: random.Random, folder: Path) -> Iterator[Step]:
    """What a run that was cut short has noted of itself."""
    terms = Terms("kb.book:KNOWLEDGE", lambda: "digest", {"--format": "jsonl"})
    results = Results(str(folder / "out.jsonl"), terms, False)
    results.write("{}\n", Tally(1), Mark((), "in.jsonl", 3, "0", 1))
    results.stop()
    notes = Path(f"{folder}/out.jsonl.resume")
    text = mangled(rng, notes.read_text(encoding="utf-8"))
    if rng.random() < 0.5:
        lines = [json.loads(line) for line in notes.read_text(encoding="utf-8").splitlines()]
        one = rng.choice(lines)
        one[rng.choice(list(one))] = anything(rng)
        text = "".join(json.dumps(line) + "\n" for line in lines)
    resume = rng.random() < 0.7

    def take() -> bool:
        notes.write_text(text, encoding="utf-8", errors="surrogatepass")
        try:
            Results(str(folder / "out.jsonl"), terms, resume).stop()
        except ExpertError as error:
            assert str(error)
            return False
        finally:
            for file in folder.glob("out.jsonl*"):
                file.unlink()
        return True

    yield Step((resume, text), take)


def _lines(rng: random.Random, folder: Path) -> Iterator[Step]:
    """Lines for `read`: stories, or replies."""
    told = [{"id": anything(rng), "story": rng.choice((anything(rng), *STORIES))}]
    told.append({"field": rng.choice((anything(rng), *FIELDS)), "reply": rng.choice((anything(rng), *replies()))})
    told.append({"lines": anything(rng), "reply": rng.choice(replies()), "today": anything(rng)})
    text = "".join(json.dumps(one, ensure_ascii=rng.random() < 0.5) + "\n" for one in rng.sample(told, 2))
    text = mangled(rng, text) if rng.random() < 0.5 else text
    line = ["read", *rng.choice((("--format", "jsonl"), ("--replies",))), "in.jsonl"]

    def take() -> bool:
        (folder / "in.jsonl").write_text(text, encoding="utf-8", errors="surrogatepass")
        run = footwise_bytes(*line, cwd=folder)
        assert run.returncode in (0, 2, 3), (run.returncode, run.stderr)
        for answered in run.stdout.splitlines():
            json.loads(answered, parse_constant=_no_number)
        return run.returncode == 0

    yield Step((line, text), take)


# -- command lines ---------------------------------------------------------------------------------------------------

_LINES = (
    "batch {case}", "batch - --format {form}", "batch {case} --score --format json", "batch {case} -o out{n}.jsonl",
    "batch {case} -o out.csv --only-failed", "batch {case} -k {word} --format {form}", "batch . --units km",
    "batch {case} --baseline {case}", "batch {case} -o out.jsonl --resume", "batch - --encoding {word}",
    "explain {case}", "explain {case} --cause {word}", "explain - --why-not bunions", "explain {case} --format {page}",
    "explain {case} --what-if {change}", "explain {case} --against {case}", "read {case}", "read --format json",
    "read --format jsonl {case}", "read --replies {case}", "read --today {word}", "consult --no-save",
    "consult --no-save --load {case}", "consult --no-save --load {case} --follow-up", "schema --format csv",
    "schema --format {word}",
    "training {case} --pain-began 2026-11-01", "training {case} --pain-began {word}", "kb list --cause {word}",
    "kb show {word}", "kb list --field {word}", "--kb {word} kb list", "forget", "{word}", "", "batch", "--version",
    "batch {case} --article-only --matcher rete", "explain {case} --what-would-change",
)  # fmt: skip
_PAGES = ("text", "json", "markdown", "html", "mermaid", "dot", "svg", "x")


def _commands(rng: random.Random, folder: Path) -> Iterator[Step]:
    """Command lines with files and input; none that goes to another folder, runs another program or never ends."""
    form = rng.choice(("yaml", "json", "jsonl", "csv"))
    text = rng.choice(cases_in(form))
    if rng.random() < 0.6:
        text = mangled(rng, text, cases_in(form))
    told = "\n".join(rng.choice((*COMMANDS, *replies(), text)) for _ in range(6))
    known = (*words()[:60], *(rule.name for rule in KNOWLEDGE.rules[:40]), *SCRAPS)
    line = []
    for part in rng.choice(_LINES).split():
        line.append(
            part.format(
                case=f"in.{form}", form=rng.choice(list(FORMATS)), page=rng.choice(_PAGES), n=rng.randrange(3),
                word=rng.choice(known), change=f"{rng.choice(list(FIELDS))}={rng.choice(known)}",
            )
        )  # fmt: skip
    if rng.random() < 0.3 and line:
        at = rng.randrange(len(line))
        if line[at] != "-o" and not line[at].startswith("out"):
            line[at] = mangled(rng, line[at])
    line = [part.replace("/", "_").replace("\0", "_").replace("~", "_") for part in line]
    stdin = rng.choice((told, text, "")).replace("/", "_").replace("~", "_").encode("utf-8", "surrogatepass")

    def take() -> bool:
        place = folder / "here"
        place.mkdir(exist_ok=True)
        (place / f"in.{form}").write_text(text, encoding="utf-8", errors="surrogatepass")
        run = footwise_bytes(*line, stdin=stdin, cwd=place, XDG_STATE_HOME=str(folder / "state"), COLUMNS="80")
        assert run.returncode in (0, 1, 2, 3), (run.returncode, run.stderr)
        for file in place.iterdir():
            file.unlink()
        return run.returncode in (0, 1)

    yield Step((line, stdin, text), take)


KINDS = {
    "single values": Kind(345, _single_values),
    "what-ifs": Kind(190, _changes),
    "JSON": Kind(30, texts_of("json")),
    "JSON Lines": Kind(20, texts_of("jsonl")),
    "CSV": Kind(15, texts_of("csv")),
    "YAML": Kind(60, texts_of("yaml")),
    "plain data": Kind(190, _values),
    "results": Kind(10, _results),
    "replies": Kind(10, _replies),
    "stories": Kind(4, _stories),
    "consultations": Kind(5, _consultations),
    "pages": Kind(1, _pages),
    "files of others": Kind(10, _files),
    "training": Kind(80, _training),
    "kept answers": Kind(10, _states),
    "earlier results": Kind(4, _baselines),
    "notes of a run": Kind(6, _notes),
    "lines to read": Kind(2, _lines),
    "bases": Kind(7, _bases),
    "command lines": Kind(1, _commands),
}
assert sum(kind.share for kind in KINDS.values()) == 1000
assert os.sep == "/" or os.name == "nt"
