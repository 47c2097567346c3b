"""Inputs that nobody should type: made at random from the library's own texts, and mangled; the same of a seed."""

from __future__ import annotations

import json
import random
from functools import cache

import yaml
from houseplants import PLANTS
from shared import KNOWLEDGE, LIBRARY, ROOT

#: What breaks readers: the signs of the formats, numbers that are none, characters that act.
SCRAPS = (
    "---\n", "...\n", "&a ", "*a", "!!int ", "!!python/object:os.system ", "? ", "{", "}", "[", "]", ":", ": ", "\t",
    '"', "'", '""', ",", ";", "\n", "\r", "\r\n", "NaN", "Infinity", "-1", "1e999", "1e9999999999999999999", "-0",
    "9" * 5000,
    "1:30", "0x10", "١٢", "²", "½", "null", "~", "yes", "no", "[]", "{}", "unknown", "\\ud800", "\ud800", "\x85",
    "\u2028", "\ufeff", "\x1b[2J", "\x1b]0;owned\x07", "\x9b31m", "\u202e", "\u2066", "\u200b", "\x7f", "\x01",
    "|\n", ">", "%", "#", "<<: ", "@", "`", "😀", "\u0301" * 40, "=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "]]>", "-->", "&amp;", "&#0;", "${x}", "%s", "{0}",
    "((((((((((", "a" * 300, " " * 300, "not " * 60, "no no no ", "3 mi", "8km", "5 10", "1-3", "1,250", "1.5e3",
    "2026-02-30", "31/12/2026", "../../x", "sep=;", "expect.top", "id", "units: km", "u", "?", "back", "change 1",
)  # fmt: skip

#: As people tell it, the danger and the nonsense of it.
STORIES = (
    "My left heel has hurt for three weeks, worst with the first steps in the morning. Ice helped a bit.",
    "Rolled my ankle inwards on a trail yesterday, heard a pop, swollen and blue, can't put weight on it at all.",
    "I'm 44, run 30ish mpw, went up to 50 for a marathon block. Now my forefoot aches, no swelling, no bruising.",
    "my brother had gout. I don't. Both big toes throb at night since March, red and hot, and I have a fever.",
    "Achilles stiff every morning, eases when I warm up, Cipro for a UTI last month; tried rest and heel lifts, no use",
    "Itching between the toes, soggy white skin, cotton socks, I run in the rain a lot",
    "nothing hurts really, but my shoes have 900 miles on them",
    "Diabetic, numb toes, an open sore under the ball of the foot that weeps. It doesn't hurt.",
    "Since I doubled my mileage (10 to 20 miles) one spot on the outer midfoot hurts when pressed; hopping is agony.",
    "Is it a stress fracture? Or plantar fasciitis? Can I run? How long will it take? Why not a nerve?",
)

EXPECT = ("top", "includes", "excludes", "at_least", "at_most", "none_likely", "urgency", "urgency_at_least",
          "urgency_at_most", "recommends", "later", "not_recommends")  # fmt: skip

#: What is typed at a question besides answers.
COMMANDS = (
    "", "?", "? 2", "why", "why more", "back", "answers", "change 1", "change 2.1", "change 0.1", "change 99", "so far",
    "save x.yaml", "save", "report x.html", "how 1", "how 99", "how", "why not bunions", "why not", "why not 2",
    "what if 1 = yes", "what if 2.1 = no", "what if pain.weeks = 1e99", "compare 1 2", "compare", "restart", "yes",
    "no", "done", "more", "quit", "help", "map", "skip", "u", "u 1", "0", "1", "1 2 3", "1-3", "9999", "-1", "2 no",
    "2 right", "not 2", "none", "y", "n", "can I run on it?", "how long?", "should I see a doctor?", "is it gout?",
    "my foot is numb now", "it is better", "the same", "worse", "12, u, 5", "3 weeks", "since March", "both heels",
    "5 mi", "I'm 51", "also I'm 61 and my calf hurts",
)  # fmt: skip


def mangled(rng: random.Random, text: str, others: tuple[str, ...] = ()) -> str:
    """A text with one to four things wrong: something put in, left out, doubled, or taken from another."""
    for _ in range(rng.randint(1, 4)):
        at = rng.randrange(len(text) + 1)
        end = min(len(text), at + rng.choice((0, 0, 1, 2, 5, 30)))
        way = rng.randrange(6)
        if way == 0:
            text = text[:at] + text[end:]
        elif way == 1:
            text = text[:end] + text[at:]
        elif way == 2 and others:
            other = rng.choice(others)
            start = rng.randrange(len(other) + 1)
            text = text[:at] + other[start : start + rng.randint(1, 60)] + text[end:]
        elif way == 3:
            text = text[:at] + chr(rng.choice((rng.randrange(1, 128), rng.randrange(1, 0x3000)))) + text[end:]
        else:
            text = text[:at] + rng.choice(SCRAPS) + text[end:]
    return text


def mangled_bytes(rng: random.Random, data: bytes) -> bytes:
    """The same of bytes: also cut short, and of any value."""
    held = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(held) + 1)
        way = rng.randrange(4)
        if way == 0:
            held.insert(at, rng.randrange(256))
        elif way == 1:
            del held[at : at + rng.randint(1, 8)]
        elif way == 2:
            held[at:at] = rng.choice(SCRAPS).encode("utf-8", "surrogatepass")
        elif rng.random() < 0.2:
            del held[at:]
    return bytes(held)


def anything(rng: random.Random, depth: int = 0) -> object:
    """A value as JSON can have one."""
    way = rng.randrange(11 if depth < 3 else 8)
    if way < 3:
        return rng.choice(SCRAPS)
    if way == 3:
        return rng.choice((0, 1, -1, 3, 44, 10**30, -(10**400), 2**63))
    if way == 4:
        return rng.choice((0.0, -0.0, 1.5, 1e308, 5e-324, float("inf"), float("nan")))
    if way == 5:
        return rng.choice((None, True, False))
    if way == 6:
        return rng.choice(words())
    if way == 7:
        return rng.choice(STORIES)
    if way < 10:
        return [anything(rng, depth + 1) for _ in range(rng.randrange(4))]
    return {str(anything(rng, 4)): anything(rng, depth + 1) for _ in range(rng.randrange(4))}


@cache
def words() -> tuple[str, ...]:
    """Everything that a field may be called or answered with."""
    found = ["id", "note", "units", "expect", "mi", "km", "unknown", "yes", "no", "top", "urgency", "includes"]
    for key, field in KNOWLEDGE.vocabulary.asked.items():
        found += [key, *key.split("."), *field.values, *field.values.values()]
    return tuple(dict.fromkeys(found + [cause.id for cause in KNOWLEDGE.causes]))


def answer(rng: random.Random, key: str) -> object:
    """A raw value for a field: mostly one that it takes."""
    field = KNOWLEDGE.vocabulary.asked[key]
    if rng.random() < 0.1:
        return anything(rng)
    if field.several:
        return [value for value in field.values if rng.random() < 0.3]
    if field.values:
        return rng.choice(list(field.values))
    if field.is_length:
        return f"{rng.choice((0, 3, 10.5, 40, 900))} {rng.choice(('mi', 'km'))}"
    if field.numeric:
        return rng.choice((0, 1, 3, 10, 44, 60.5))
    return rng.choice(("yes", "no", True, False))


def case(rng: random.Random) -> dict[str, object]:
    """A case as plain data, of which something may be wrong."""
    asked = list(KNOWLEDGE.vocabulary.asked)
    made: dict[str, object] = {}
    for key in rng.sample(asked, rng.choice((1, 2, 4, 8, 20))):
        group, name = key.split(".")
        made.setdefault(group, {})[name] = answer(rng, key)  # type: ignore[index]
    for name in ("id", "note", "units", "expect", rng.choice(words())):
        if rng.random() < 0.08:
            made[name] = anything(rng)
    if rng.random() < 0.1:
        made["expect"] = {rng.choice(EXPECT): rng.choice((anything(rng), rng.choice(words()))) for _ in range(2)}
    return made


@cache
def cases_in(form: str) -> tuple[str, ...]:
    """Texts of a format that hold one to three cases, from the library."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(LIBRARY.glob("*.yaml"))]
    documents = [part for text in texts for part in text.split("\n---\n")][:400]
    if form == "yaml":
        return (*documents, "\n---\n".join(documents[:3]))
    loaded = [one for text in documents for one in yaml.load_all(text, yaml.BaseLoader) if isinstance(one, dict)]
    if form == "json":
        return (*map(json.dumps, loaded), json.dumps(loaded[:3], indent=1))
    if form == "jsonl":
        lines = [json.dumps(one) for one in loaded]
        return tuple("\n".join(lines[at : at + 2]) for at in range(0, len(lines), 2))
    return tuple(_table(loaded[at : at + 2]) for at in range(0, len(loaded) - 1, 2))


def _table(cases: list[dict[str, object]]) -> str:
    import csv
    import io

    rows = [
        {
            f"{group}.{name}": ";".join(value) if isinstance(value, list) else value
            for group, held in one.items()
            if isinstance(held, dict) and group != "expect"
            for name, value in held.items()
        }
        for one in cases
    ]
    out = io.StringIO()
    table = csv.DictWriter(out, list(dict.fromkeys(key for row in rows for key in row)) or ["id"], restval="")
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


@cache
def exports() -> tuple[tuple[str, bytes], ...]:
    """Files of other programs, with their names."""
    return tuple((path.name, path.read_bytes()) for path in sorted((ROOT / "tests" / "forms").iterdir()))


@cache
def replies() -> tuple[str, ...]:
    """What people have replied."""
    lines = (ROOT / "tests" / "replies.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line)["reply"] for line in lines)


#: Bases that inputs go to.
BASES = {"feet": KNOWLEDGE, "plants": PLANTS}
