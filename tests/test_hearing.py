"""What is heard in free text: that nothing is turned round or taken from others, and the kinds of things people say."""

from __future__ import annotations

import itertools
import json
import re
import sys
from datetime import date

import pytest
from shared import ROOT, for_each

from expert.hearing.lexicon import Found, default_lexicon, phrase
from expert.hearing.reply import read_reply
from expert.hearing.story import read_story
from expert.hearing.text import sentences
from kb.book import KNOWLEDGE

sys.path.insert(0, str(ROOT / "tests" / "examples" / "houseplants"))
from houseplants import PLANTS  # noqa: E402

TODAY = date(2026, 7, 15)
RECENT = date(2026, 11, 28)
FIELDS = KNOWLEDGE.vocabulary.asked


def hear(text, knowledge=KNOWLEDGE):
    return read_story(knowledge, knowledge.words, text, TODAY)


def heard(text):
    """The answers as a case writes them."""
    return {key: FIELDS[key].plain(answer) for key, answer in hear(text).answers.items()}


STORIES = (
    "I'm 44 and run about 30 km a week. For six weeks the underside of my left heel has hurt, worst with the first "
    "steps in the morning. Ice helped a bit, new shoes made no difference. No swelling, no numbness. I never twisted "
    "it.",
    "Yesterday I rolled my right ankle on a trail and heard a pop. It is swollen and black and blue, and I can't put "
    "any weight on it. My doctor took an x-ray: no fracture.",
    "Aching in both calves for a month. I stand all day at work. It comes after the same distance every time and is "
    "gone a minute after I stop.",
    "right big toe joint, hot and red, it woke me in the night. the lightest touch of the sheet is torture",
    "Hello there. What a summer! Can anybody recommend a film?",
    "",
    "..., !?",
)


# -- what must hold ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("story", STORIES)
def test_what_is_shown_stands_in_the_story(story):
    for each in hear(story).heard:
        assert story[each.start : each.end] == each.words != ""
        assert each.field in FIELDS and 0 < each.sure <= 1


@pytest.mark.parametrize("story", STORIES)
def test_every_sentence_is_heard_or_not(story):
    reading = hear(story)
    for sentence in sentences(story):
        whole = story[sentence.start : sentence.end]
        some = any(sentence.start <= each.start < sentence.end for each in reading.heard)
        assert some != (whole in reading.unheard)


@pytest.mark.parametrize("story", STORIES)
def test_answers_are_those_that_something_rests_on(story):
    reading = hear(story)
    assert set(reading.answers) == {each.field for each in reading.heard}
    assert KNOWLEDGE.contradiction(reading.answers) is None


@pytest.mark.parametrize("story", STORIES)
def test_the_same_story_is_heard_the_same(story):
    assert hear(story) == hear(story)


OTHERS = (
    "My brother had gout, a swollen toe and a fever.",
    "A friend of mine had a stress fracture in her heel, it was numb for months.",
    "My dad is diabetic and takes Cipro.",
    "My sister's calf was swollen, red and hot.",
    "Some people say that it is a blood clot.",
)


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("story", STORIES[:4])
def test_what_others_have_changes_nothing(story, other):
    own = hear(story).answers
    end = "" if story.endswith(".") else "."
    assert hear(f"{story}{end} {other}").answers == own
    assert hear(f"{other} {story}").answers == own


#: A yes, as a story says it, with the field.
SIGNS = {
    "swelling": "signs.swelling", "a bruise": "signs.bruising", "numbness": "signs.numbness", "a fever": "signs.fever",
    "a lump": "signs.lump", "pus": "signs.pus", "a limp": "pain.limp", "an open wound": "signs.open_wound",
}  # fmt: skip
DENIALS = (
    "There is no {0}.", "I have not noticed any {0}.", "No pain at night, {0} or itching.", "I never had {0} with it.",
    "It came without {0}.", "My heel hurts but there is no {0} at all.", "Neither itching nor {0}.",
)  # fmt: skip


@pytest.mark.parametrize("denial", DENIALS)
@for_each("sign", SIGNS)
def test_a_denial_never_becomes_a_yes(sign, denial):
    bare = sign.removeprefix("a ").removeprefix("an ")
    assert heard(denial.format(bare)).get(SIGNS[sign]) in ("no", None)


@pytest.mark.parametrize("sign", SIGNS)
def test_what_is_so_is_a_yes(sign):
    assert heard(f"My left foot hurts and I have {sign}.")[SIGNS[sign]] == "yes"
    assert heard(f"My left foot hurts, no itching, but I do have {sign}.")[SIGNS[sign]] == "yes"


def test_most_denials_are_heard_as_no():
    found = [heard(denial.format(sign.split()[-1])).get(SIGNS[sign]) for denial in DENIALS for sign in SIGNS]
    assert found.count("no") >= 0.8 * len(found)


@pytest.mark.parametrize(
    "text",
    [
        "Is it swollen because of the heat?", "Should I ice it?", "I am worried it might be a stress fracture.",
        "If it is swollen tomorrow I will see a doctor.", "Could my toe be numb from tight shoes?",
        "I was going to try insoles, would they help?",
    ],
)  # fmt: skip
def test_what_is_asked_or_feared_is_no_answer(text):
    assert heard(text) == {}


def test_who_writes_for_a_child_writes_about_it():
    found = heard("My daughter is 12. Her left heel hurts when she runs, and she limps. My son had warts.")
    assert (found["runner.age"], found["pain.side"], found["pain.limp"]) == (12, "left", "yes")
    assert "signs.skin" not in found


@pytest.mark.parametrize(
    "text",
    [
        "my son is 10, his heel hurts after football", "my kid is 9 and her heel hurts", "My boy, 12, has a sore heel",
        "My 11 year old daughter has heel pain. I took her to a doctor.", "My son's heel hurts. His brother had gout.",
    ],
)  # fmt: skip
def test_one_sentence_is_enough_for_a_child(text):
    found = heard(text)
    assert found["pain.location"] == ["heel"] and found.get("runner.age", 12) <= 12
    assert "runner.joint_disease" not in found


@pytest.mark.parametrize(
    "text",
    [
        "my brother is 40, he had a swollen heel.", "My wife is 40 and her heel hurts too.",
        "My son is 10, his heel hurts, I am fine.",
    ],
)  # fmt: skip
def test_others_are_left_alone_where_nobody_writes_for_them(text):
    assert heard(text) == {}


# -- kinds of things that people say ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("My right arch hurts.", "pain.location", ["arch"]),
        ("Pain on the outside of my left foot.", "pain.location", ["outer_edge"]),
        ("The ball of both feet is sore.", "pain.location", ["ball_of_foot"]),
        ("It hurts at the back of my ankle.", "pain.location", ["achilles"]),
        ("My ankle hurts, mostly on the inside.", "pain.location", ["ankle_inner"]),
        ("My heal, I mean my heel, hurts.", "pain.location", ["heel"]),
        ("Achillies pain for a week.", "pain.location", ["achilles"]),
        ("I roll my foot on a tennis ball and stretch my calves. My heel hurts.", "pain.location", ["heel"]),
        ("My laces are tight on top. My heel hurts.", "pain.location", ["heel"]),
        ("My right heel hurts.", "pain.side", "right"),
        ("Both heels hurt.", "pain.side", "both"),
        ("My heel hurts right where the shoe ends.", "pain.side", None),
        ("It came on gradually, a burning pain.", "pain.onset", "gradual"),
        ("All of a sudden there was a sharp pain.", "pain.onset", "sudden"),
        ("My heel has hurt for three months.", "pain.weeks", 13),
        ("It started two weeks ago with an ache.", "pain.weeks", 2),
        ("Heel pain for a week and a half.", "pain.weeks", 1.5),
        ("Heel pain for 2-3 weeks.", "pain.weeks", 2.5),
        ("My foot has been sore since 1 June.", "pain.weeks", None),
        ("My foot has been sore since mid june.", "pain.weeks", 4.3),
        ("I have been running for ten years. My heel hurts.", "pain.weeks", None),
        ("My heel hurts. Saw my GP. Been 4 months.", "pain.weeks", 17.3),
        ("My foot hurts. Lost my period since summer.", "pain.weeks", None),
        ("My foot hurts. I lost my period.", "runner.low_energy", "yes"),
        # What warms up, or is only less once it stops, is no pain of a certain distance.
        ("My foot is stiff, it goes away after ten minutes of running.", "pain.with_distance", None),
        ("My foot hurts, it eases when I stop.", "pain.with_distance", None),
        ("My calf hurts and it is gone within two minutes of stopping.", "pain.with_distance", "yes"),
        # Who cannot stand on the toes may well stand on the foot.
        ("My foot hurts, I can't stand on my toes.", "pain.weight_bearing", None),
        ("My foot hurts, I can't stand on my bad foot.", "pain.weight_bearing", "impossible"),
        ("It hurts when I stand on my toes.", "pain.on_movement", ["heel_rise"]),
        ("I dropped a 10kg plate on my toes.", "signs.injury", "yes"),
        ("I dropped a 10kg plate on my toes.", "pain.location", ["toes"]),
        ("My foot hurts, I can run but on my toes.", "pain.location", None),
        ("My heel: no pain when running, only the next morning when I get out of bed.", "pain.worst", ["morning"]),
        ("I got chilblains, my toes are itchy.", "signs.frozen", None),
        # And what is none.
        ("Diabetes runs in my family but I'm fine. Heel pain.", "runner.diabetes", None),
        ("A sharp pain like a nail in my heel.", "signs.puncture", None),
        ("A sharp pain like a nail in my heel.", "pain.location", ["heel"]),
        ("My toenail fell off after the ultra, it hurts.", "signs.injury", None),
        ("My toenail fell off after the ultra, it hurts.", "pain.location", ["toenail"]),
        ("A slight bruise feeling under the heel, not actually bruised.", "signs.bruising", "no"),
        # Dangers in everyday words.
        ("My toes have gone a dusky colour and they're freezing.", "signs.pale_cold_foot", "yes"),
        ("My foot is hanging funny to one side.", "signs.looks_deformed", "yes"),
        ("A sudden snap behind the ankle, I'm walking flat footed now.", "signs.pop", "yes"),
        ("A sudden snap behind the ankle, I'm walking flat footed now.", "foot.arch", None),
        ("I cut my foot on a rusty fence.", "signs.open_wound", "yes"),
        ("My heel has a split in the skin that keeps opening up.", "signs.open_wound", "yes"),
        ("The pain wakes me every night and nothing touches it.", "pain.worst", ["night"]),
        ("I can't lift my toes.", "signs.foot_drop", "yes"),
        ("I can't lift my toes.", "signs.cannot_rise_on_toes", None),
        ("My foot hurts in the morning until it has warmed up.", "pain.worst", ["morning"]),
        ("My foot hurts. My brother said I have gout.", "runner.joint_disease", None),
        ("My heel hurts. I have a marathon in 7 weeks.", "pain.weeks", None),
        ("I have been running for ten years. My heel hurts.", "training.years", 10),
        ("I'm 37 and my heel hurts.", "runner.age", 37),
        ("34yo, sore heel.", "runner.age", 34),
        ("52. My heel hurts.", "runner.age", 52),
        ("My kid (12) has sore heels.", "runner.age", 12),
        ("I'm 30 weeks pregnant and my calf aches.", "runner.age", None),
        # Since when something else is new is no time of pain, but where the pain is told to be since then.
        ("My achilles hurts, hill repeats added six weeks ago.", "pain.weeks", None),
        ("My heel has hurt since I changed my shoes 2 months ago.", "pain.weeks", 8.7),
        ("A blister on my heel burst and I feel rubbish.", "signs.fever", "yes"),
        ("My foot hurts and I feel awful about missing the race.", "signs.fever", None),
        ("I stubbed my little toe and it points a bit outwards.", "signs.looks_deformed", "yes"),
        ("My heel is sore after the Berlin marathon.", "training.big_effort", "yes"),
        ("My heel is sore since the start of marathon training.", "training.big_effort", None),
        ("Bought new Hokas, since then my heel hurts.", "shoes.recent_change", "yes"),
        ("My achilles is stiff but warms up as I run.", "pain.worst", None),
        ("I'm 30 weeks pregnant and my calf aches.", "runner.pregnant", "yes"),
        ("The pain is 7 out of 10.", "pain.severity", 7),
        ("I run 30-40 miles a week.", "training.weekly_before", "35 mi"),
        ("The pain is worst in the morning and when I stand for long.", "pain.worst", ["morning", "standing"]),
        ("It is fine while running.", "pain.worst", None),
        ("A dull ache, sharp at times.", "pain.quality", ["aching", "dull", "sharp"]),
        ("A burning pain rather than a stabbing one.", "pain.quality", ["burning"]),
        ("It is getting worse.", "pain.trend", "worse"),
        ("My heel hurts; it is getting a bit better.", "pain.trend", "better"),
        ("The pain has been getting worse over the last month.", "pain.trend", "worse"),
        # What changes within a day, or with what is done or worn, is no course.
        ("My heel hurts and gets better after a few steps.", "pain.trend", None),
        ("My heel hurts and gets better in the afternoon.", "pain.trend", None),
        ("The pain gets worse when I climb stairs.", "pain.trend", None),
        ("The pain is worse again at night.", "pain.trend", None),
        ("The pain is worse by the hour.", "pain.trend", "worse_fast"),
        ("The pain comes and goes.", "pain.trend", "up_and_down"),
        ("I can't walk without a limp, it hurts.", "pain.limp", "yes"),
        ("I never rolled my ankle before, until today. It hurts.", "signs.injury", "yes"),
        ("I took Levaquin last month.", "runner.quinolone", "yes"),
        ("My big toe is numb all the time.", "signs.numbness_stays", "yes"),
        ("I can't lift the front of my foot.", "signs.foot_drop", "yes"),
        ("My foot is red and hot to the touch.", "signs.hot_red_skin", "yes"),
        ("I stepped on a rusty nail, it hurts.", "signs.puncture", "yes"),
        ("It is like stepping on a nail.", "signs.puncture", None),
        ("I broke this ankle ten years ago.", "foot.earlier_injury", "yes"),
        ("My podiatrist had a look and the x-ray was clear.", "seen.xray", "clear"),
        ("Had an MRI, and it showed a stress fracture.", "seen.xray", "broken"),
    ],
)
def test_kinds(text, field, value):
    assert heard(text).get(field) == value


@pytest.mark.parametrize(
    ("field", "value", "text"),
    [
        ("runner.diabetes", "yes", "I have type II diabetes and my foot hurts."),
        ("runner.diabetes", "yes", "As a T1 diabetic I look at my feet daily."),
        ("runner.diabetes", "no", "I'm not diabetic."),
        ("runner.quinolone", "yes", "Finished a course of ciprofloxacin two weeks ago."),
        ("runner.quinolone", "yes", "I was given Levaquin for pneumonia."),
        ("runner.quinolone", "no", "I have not taken any Cipro or the like."),
        ("runner.clot_risk", "yes", "I flew back from Sydney last week, 22 hours."),
        ("runner.clot_risk", "yes", "I had a knee operation three weeks ago."),
        ("runner.clot_risk", "yes", "I'm on the combined pill."),
        ("runner.clot_risk", "yes", "I had a DVT five years ago."),
        ("runner.clot_risk", "yes", "We drove nine hours to the coast on Friday."),
        ("runner.clot_risk", "yes", "My leg was in plaster until last week."),
        ("runner.clot_risk", "no", "No long flights, no surgery."),
        ("runner.pregnant", "yes", "I'm pregnant, second trimester."),
        ("runner.pregnant", "yes", "I gave birth four weeks ago."),
        ("runner.pregnant", "yes", "I'm expecting in June."),
        ("runner.pregnant", "no", "I am not pregnant."),
        ("runner.cancer", "yes", "I had breast cancer ten years ago."),
        ("runner.cancer", "yes", "Treated for lymphoma as a teenager."),
        ("runner.cancer", "no", "I never had cancer."),
        (
            "pain.with_distance",
            "yes",
            "Every time after 800 metres my calf seizes; I stop and it is gone in two minutes.",
        ),
        (
            "pain.with_distance",
            "yes",
            "It comes on after ten minutes each run and fades a few minutes after I stop.",
        ),
        ("signs.pop", "yes", "There was a loud crack and my ankle gave way."),
        ("signs.pop", "yes", "I felt something tear in my calf."),
        ("signs.pop", "no", "I didn't hear a pop or anything."),
        ("signs.pop", "no", "No pop, no snap."),
        ("signs.cannot_rise_on_toes", "yes", "I can't stand on tiptoe on that side."),
        ("signs.cannot_rise_on_toes", "yes", "I cannot do a single leg heel raise."),
        ("signs.cannot_rise_on_toes", "no", "I can still go up on my toes."),
        ("signs.numbness", "yes", "My third and fourth toes go numb."),
        ("signs.numbness", "yes", "There's no feeling in the sole."),
        ("signs.numbness", "yes", "I can't feel my little toe."),
        ("signs.numbness", "no", "Nothing is numb."),
        ("signs.numbness", "no", "No numbness or tingling."),
        ("signs.numbness_stays", "yes", "The toes are numb even when I take my shoes off and lie down."),
        ("signs.numbness_stays", "yes", "My foot has been numb for two days straight, it doesn't go away."),
        ("signs.foot_drop", "yes", "My foot slaps on the ground when I walk."),
        ("signs.foot_drop", "yes", "I keep tripping because I can't pull my toes up."),
        ("signs.foot_drop", "no", "I can lift the foot normally."),
        ("signs.fever", "yes", "I have had a temperature of 38.7 since last night."),
        ("signs.fever", "yes", "I feel shivery and ill."),
        ("signs.fever", "no", "No fever or chills."),
        ("signs.fever", "no", "I don't have a temperature."),
        ("signs.hot_red_skin", "yes", "The skin over it is red and feels hot."),
        ("signs.hot_red_skin", "yes", "It's red, swollen and warm."),
        ("signs.hot_red_skin", "no", "It isn't red or hot."),
        ("signs.hot_red_skin", "no", "No redness, no warmth."),
        ("signs.spreading_redness", "yes", "The redness has crept up to my shin since this morning."),
        ("signs.spreading_redness", "yes", "There is a red streak going up my leg."),
        ("signs.spreading_redness", "no", "The redness is not spreading."),
        ("signs.open_wound", "yes", "I have a sore on my heel that won't heal."),
        ("signs.open_wound", "yes", "There is a cut under my big toe."),
        ("signs.open_wound", "no", "The skin is not broken."),
        ("signs.open_wound", "no", "There's no wound."),
        ("signs.looks_deformed", "yes", "My ankle looks crooked."),
        ("signs.looks_deformed", "yes", "The toe sticks out at a weird angle."),
        ("signs.looks_deformed", "no", "It doesn't look deformed."),
        ("signs.calf_swelling", "yes", "My left calf is two centimetres thicker than the right."),
        ("signs.calf_swelling", "yes", "My calf is swollen and tender."),
        ("signs.calf_swelling", "no", "My calf is not swollen."),
        ("signs.pale_cold_foot", "yes", "The foot is cold and looks white."),
        ("signs.pale_cold_foot", "yes", "My toes have gone pale and icy."),
        ("signs.pale_cold_foot", "no", "The foot is not cold or pale."),
        ("signs.breathless", "yes", "I get out of breath climbing the stairs."),
        ("signs.breathless", "yes", "My chest hurts when I breathe in."),
        ("signs.breathless", "no", "I'm not short of breath."),
        ("signs.puncture", "yes", "I trod on a piece of glass last week."),
        ("signs.puncture", "yes", "A thorn went through my shoe."),
        ("signs.puncture", "no", "I didn't step on anything sharp."),
        ("signs.pus", "yes", "Yellow stuff comes out of the blister."),
        ("signs.pus", "yes", "The wound is oozing."),
        ("signs.pus", "no", "There is no pus."),
        ("signs.frozen", "yes", "I ran three hours at minus 15 and got frostbite on two toes."),
        ("signs.frozen", "yes", "My feet were soaked and freezing for six hours."),
        ("signs.losing_weight", "yes", "I've lost six kilos without trying."),
        ("signs.losing_weight", "yes", "I wake up drenched in sweat."),
        ("signs.losing_weight", "no", "I haven't lost any weight."),
        ("signs.lump", "yes", "There's a hard lump on the tendon."),
        ("signs.lump", "yes", "I can feel a knot in my arch."),
        ("signs.lump", "no", "I can't feel a lump."),
        ("runner.brittle_bones", "yes", "I've got osteoporosis."),
        ("runner.low_energy", "yes", "I haven't had my period for five months."),
        ("runner.joint_disease", "yes", "I have psoriasis."),
        ("pain.weight_bearing", "impossible", "I can't put any weight on it."),
        ("pain.weight_bearing", "severe", "It hurts like hell to stand on it."),
        ("pain.weight_bearing", "slight", "Standing on it hurts a little."),
        ("pain.weight_bearing", "painless", "I can stand and walk on it without any pain."),
        ("signs.swelling", "no", "It is not swollen or bruised."),
        ("signs.bruising", "no", "It is not swollen or bruised."),
        ("signs.injury", "no", "I did not fall, and nothing hit it."),
        ("signs.rolled_ankle", "no", "I did not twist my ankle."),
        ("seen.clinician", "no", "I have not seen a doctor."),
        ("seen.xray", "not_done", "I haven't had an x-ray."),
    ],
)
def test_what_must_not_be_missed_or_turned_round(field, value, text):
    assert heard(text).get(field) == value


@pytest.mark.parametrize(
    ("text", "remedy", "outcome"),
    [
        ("Ice did nothing.", "ice", "same"),
        ("I tried ice, insoles and advil, nothing helped.", "nsaids", "same"),
        ("I tried ice, insoles and advil, nothing helped.", "orthotics", "same"),
        ("Stretching my calves takes the edge off.", "calf_stretching", "partly"),
        ("Insoles helped a lot.", "orthotics", "better"),
        ("Two weeks of rest helped, but when I ran again it came straight back.", "rest", "better_then_back"),
        ("The massage made it worse.", "massage", "worse"),
        ("Rest: no help. Ice: no change.", "ice", "same"),
        ("I have ice in the freezer.", "ice", None),
        ("Should I try taping, does it help?", "taping", None),
        ("My friend tried taping and it helped a lot.", "taping", None),
        # What is said of one remedy, said or denied of the next in a word.
        ("Insoles helped a bit, stretching didn't.", "calf_stretching", "same"),
        ("Insoles helped a bit, stretching didn't.", "orthotics", "partly"),
        ("New shoes made no difference but taping did.", "taping", "better"),
    ],
)
def test_remedies_with_what_came_of_them(text, remedy, outcome):
    assert heard(f"My left heel hurts. {text}").get(f"tried.{remedy}") == outcome


# -- phrases ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "yes", "no"),
    [
        ("dry leaf", "a dry leaf here", "a dry brown leaf"),
        ("dr* [brown] leaf", "one dried brown leaf", "an undried leaf"),
        ("(dry|brown and dry) leaf", "a brown and dry leaf", "a brown leaf"),
        ("leaf .. falls", "a leaf that often falls", "a leaf , it falls"),
        ("leaf ... falls", "a leaf , it falls", "leaf " + "and so on " * 3 + "falls"),
        ("^ leaf", "leaf one", "the leaf"),
        ("{colour} leaf", "a green leaf", "a dry leaf"),
        ("dry !(wit|joke*)", "a dry leaf", "a dry joke now"),
        ("leaf \\( <number> \\)", "a leaf ( 3 )", "a leaf 3"),
        ("for <duration>", "for two and a half weeks", "for long"),
    ],
)
def test_phrases(source, yes, no):
    found = phrase(source, {"colour": "(green|brown)"})
    assert found.regex.search(f" {yes} ") and not found.regex.search(f" {no} ")
    assert not found.keys or any(word.startswith(tuple(found.keys)) for word in yes.split())
    assert [each for each, _ in Found([(found, "")]).among({word[:3] for word in yes.split()})] == [found]


def test_every_phrase_of_the_base_can_be_looked_for():
    words = KNOWLEDGE.words
    for each in words._all():
        assert each.regex.pattern
    for each in words.says:
        assert each.field in FIELDS and (not each.value or each.value in FIELDS[each.field].values), each
        assert {each.near.removesuffix("-"), each.unless.removesuffix("-")} <= {"", *words.topics}
    for each in words.remedies:
        assert FIELDS[each.field].is_remedy


# -- words beside those that count ------------------------------------------------------------------------------------


@pytest.mark.parametrize("filler", ["really", "even", "actually", "honestly"])
@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("cant {} put weight on it", "pain.weight_bearing", "impossible"),
        ("cant {} walk on my foot, it gives way", "pain.weight_bearing", "impossible"),
        ("i can hardly {} stand", "pain.weight_bearing", "severe"),
        ("cant {} feel my toes", "signs.numbness", "yes"),
        ("it is not {} swollen", "signs.swelling", "no"),
        ("i did not {} hear a pop", "signs.pop", "no"),
    ],
)
def test_a_filler_changes_nothing_of_what_is_said(text, field, value, filler):
    assert heard(text.format(filler)).get(field) == value == heard(" ".join(text.format("").split())).get(field)


@pytest.mark.parametrize("text", ["i cant properly walk", "i cant walk properly", "can barely put weight on it"])
def test_what_can_be_done_badly_is_not_impossible(text):
    assert heard(text).get("pain.weight_bearing") == "severe"


@pytest.mark.parametrize(
    "rate",
    [
        "20 miles a week",
        "30k a week",
        "40 km per month",
        "three times a week",
        "twice a week",
        "5 days a week",
        "2 hours a day",
    ],
)
def test_a_rate_is_no_length_of_time(rate):
    assert "pain.weeks" not in heard(f"i run {rate} and my arch aches")
    assert heard(f"i run {rate} and my arch has ached for two weeks")["pain.weeks"] == 2


@pytest.mark.parametrize(
    "text", ["i ran 10k today and my heel hurts", "my heel really hurts today", "went for a run today, sore heel"]
)
def test_today_is_no_beginning_unless_something_began(text):
    assert not {"pain.weeks", "training.big_effort"} & set(heard(text))


@pytest.mark.parametrize("text", ["It started today, my heel hurts.", "My heel hurts since today."])
def test_what_began_today_is_told(text):
    assert heard(text)["pain.weeks"] == 0


@pytest.mark.parametrize(
    ("text", "swelling", "calf"),
    [
        ("flew home sunday and now my left calf is swollen", None, "yes"),
        ("swelling in my right calf", None, "yes"),
        ("my calf is not swollen", None, "no"),
        ("my calf is swollen and my ankle is swollen", "yes", "yes"),
        ("my ankle and calf are swollen", "yes", "yes"),
    ],
)
def test_a_swelling_is_the_parts_that_it_is_said_of(text, swelling, calf):
    found = heard(text)
    assert (found.get("signs.swelling"), found.get("signs.calf_swelling")) == (swelling, calf)


@pytest.mark.parametrize("size", ["huge", "enormous", "like a balloon", "the size of an egg", "twice its normal size"])
def test_what_is_huge_is_swollen(size):
    assert heard(f"rolled my ankle yesterday, its {size} and blue")["signs.swelling"] == "yes"
    assert "signs.swelling" not in heard("My foot hurts. My new shoes are huge and blue.")


def test_a_blue_and_huge_ankle_is_bruised_and_a_red_and_hot_toe_hot():
    assert heard("rolled my ankle yesterday, its huge and blue")["signs.bruising"] == "yes"
    assert heard("big toe hurts and is red and hot") == {"signs.hot_red_skin": "yes"}  # of the toe, or its joint


@pytest.mark.parametrize(
    ("text", "worst"),
    [
        ("my foot is bad again later in the day", ["end_of_day"]),
        ("my heel aches later that day, after runs", ["after_run"]),
        ("no pain when i run, only after", ["after_run"]),
        ("my heel does not hurt during runs, only afterwards.", ["after_run"]),
        ("it hurts only after i sit", ["after_sitting"]),
    ],
)
def test_when_it_is_worst(text, worst):
    assert heard(text).get("pain.worst") == worst


@pytest.mark.parametrize(
    "back",
    [" really, well maybe a little", ". Well, maybe a little.", ", or perhaps a tiny bit at night", " but slightly"],
)
def test_a_no_that_is_taken_back_is_none(back):
    assert "signs.swelling" not in heard(f"ankle sore. no swelling{back}")
    assert read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS["signs.swelling"], f"no swelling{back}", TODAY).answers == {}


@pytest.mark.parametrize("other", [", maybe some bruising", ", but a bit red", ", but a little sore in the morning"])
def test_a_little_of_something_else_takes_nothing_back(other):
    assert heard(f"ankle sore. no swelling{other}")["signs.swelling"] == "no"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("my shin hurts when i run", "my shin hurts when i run"),
        ("my shin aches and my heel hurts in the morning", "my shin aches"),
        ("my heel hurts, i tried magnets, no swelling", "i tried magnets"),
        ("my heel hurts, i iced it, no swelling", "i iced it"),
        ("My heel hurts and my knee too.", "and my knee too"),
        ("my big toe is red and hot", "my big toe is red and hot"),
    ],
)
def test_a_clause_that_was_left_out_is_told(text, left):
    assert left in hear(text).unheard and "shin" not in str(hear(text).answers)


def test_what_was_heard_is_not_told_as_left_out():
    assert not hear("My lower back aches, and my heel hurts. I tried ice, it did nothing.").unheard
    assert hear("My big toe joint hurts. I iced it, no change.").unheard == []


# -- a base without words ---------------------------------------------------------------------------------------------


def test_a_base_without_words_is_heard_by_its_labels():
    words = default_lexicon(PLANTS.vocabulary)
    assert words.says and PLANTS.words.says == words.says
    reading = hear("My plant stands in the hall. Hello.", PLANTS)
    assert reading.unheard[-1] == "Hello."
    assert all(each.field in PLANTS.vocabulary.asked for each in reading.heard)


# -- replies ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "reply", "answer"),
    [
        ("pain.weeks", "about three months", 13),
        ("pain.limp", "y", "yes"),
        ("pain.limp", "not really", "no"),
        ("pain.location", "heel", ["heel"]),
        ("tried.ice", "made no difference", "same"),
        ("runner.age", "44", 44),
    ],
)
def test_replies(field, reply, answer):
    said = read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS[field], reply, TODAY)
    assert FIELDS[field].plain(said.answers[field]) == answer


def test_replies_that_say_nothing():
    said = read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS["pain.limp"], "dunno", TODAY)
    assert (said.answers, said.unknown) == ({}, ("pain.limp",))
    assert read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS["pain.limp"], "purple rain", TODAY).ask


# -- the command ------------------------------------------------------------------------------------------------------


def test_read_prints_a_case_that_can_be_read(here, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(STORIES[0] + " Hello there.", encoding="utf-8")
    code, out, err = here("read", story, "--today", "2026-07-15")
    assert (code, err) == (0, "")
    assert "age: 44  # \"I'm 44" in out and "Hello there." in out
    case = tmp_path / "case.yaml"
    case.write_text(out, encoding="utf-8")
    assert here("explain", case)[0] == 0


def test_read_as_json(here, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(STORIES[0], encoding="utf-8")
    code, out, _ = here("read", story, "--format", "json")
    found = json.loads(out)
    assert code == 0 and found["answers"]["pain"]["location"] == ["heel"]
    for each in found["heard"]:
        assert STORIES[0][each["start"] : each["end"]] == each["words"]
    assert found["unheard"] == []


def test_read_many(here, tmp_path):
    lines = [{"id": "a", "story": STORIES[0]}, {"id": "b", "story": STORIES[4]}, {"id": "c"}]
    file = tmp_path / "stories.jsonl"
    file.write_text("\n".join([*map(json.dumps, lines), "no json"]), encoding="utf-8")
    code, out, err = here("read", "--format", "jsonl", file)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 3 and [row.get("id") for row in rows] == ["a", "b", "c", None]
    assert rows[1]["answers"] == {} and len(rows[1]["unheard"]) == 3
    assert rows[2]["error"]["line"] == 3 and "story" in err and "no line of JSON" in err


def test_read_replies(here, tmp_path):
    rows = [
        {"field": "pain.weeks", "reply": "about three months"}, {"field": "pain.limp", "reply": "dunno"},
        {"field": "pain.limp", "reply": "purple rain"}, {"lines": ["signs.numbness", "signs.fever"], "reply": "none"},
    ]  # fmt: skip
    file = tmp_path / "replies.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    code, out, _ = here("read", "--replies", file, "--today", "2026-07-15")
    first, second, third, fourth = map(json.loads, out.splitlines())
    assert code == 0 and first == {"answers": {"pain.weeks": 13}} and second == {"unknown": True}
    assert set(third) == {"ask"} and fourth["answers"] == {"signs.numbness": "no", "signs.fever": "no"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere.txt",), "cannot be read"),
        (("--replies", "nowhere.jsonl"), "cannot be read"),
        (("story.txt", "--replies", "replies.jsonl"), "takes no story"),
    ],
)
def test_read_refuses(here, arguments, told):
    code, out, err = here("read", *arguments)
    assert (code, out) == (2, "") and told in err


def test_read_refuses_what_is_no_text(here, tmp_path):
    file = tmp_path / "story.txt"
    file.write_bytes(b"\xff\xfe\x00 heel")
    assert "no text in UTF-8" in here("read", file)[2]
    file.write_text("heel " * 30_000, encoding="utf-8")
    assert "no more than" in here("read", file)[2]


def test_read_refuses_fields_that_are_none(here, tmp_path):
    file = tmp_path / "replies.jsonl"
    file.write_text('{"field": "pain.week", "reply": "3"}', encoding="utf-8")
    code, out, err = here("read", "--replies", file)
    assert code == 2 and "pain.weeks" in err and json.loads(out)["error"]["line"] == 1


def test_read_works_on_another_base(here, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("It stands in the hall. Nobody knows.", encoding="utf-8")
    code, out, _ = here("--kb", "houseplants:PLANTS", "read", story)
    assert code == 0 and "# Not understood:" in out


# -- lists ------------------------------------------------------------------------------------------------------------

#: Lines of one list, each with words that name it.
NAMED = {
    "signs.swelling": "it is swollen", "signs.bruising": "a bruise", "signs.numbness": "numb toes",
    "signs.fever": "a fever", "signs.open_wound": "an open wound", "signs.breathless": "short of breath",
}  # fmt: skip
NONSENSE = ["purple elephants", "forty lampshades", "the blue teapot"]


@pytest.mark.parametrize("mark", [", ", " and ", "; "])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_no_reply_loses_what_was_understood(mark, count):
    """Beside words that nobody understands, every line that was named stands; and those words are asked back."""
    lines = [FIELDS[key] for key in NAMED]
    for keys in itertools.combinations(NAMED, count):
        for place, nonsense in enumerate(NONSENSE):
            said = [NAMED[key] for key in keys]
            said.insert(min(place, count), nonsense)
            read = read_reply(KNOWLEDGE, KNOWLEDGE.words, lines, mark.join(said), TODAY)
            assert {key for key, answer in read.answers.items() if answer == "yes"} == set(keys), said
            assert f"'{nonsense}'" in read.ask, "what was typed, as it was typed"
            assert "no" not in read.answers.values(), "nothing is denied by what was not understood"


def test_who_denies_one_line_has_not_denied_the_others():
    lines = [FIELDS[key] for key in NAMED]
    read = read_reply(KNOWLEDGE, KNOWLEDGE.words, lines, "no fever", TODAY)
    assert read.answers == {"signs.fever": "no"} and read.ask


@for_each("key", [key for key, field in FIELDS.items() if field.single or field.several])
def test_a_whole_label_means_its_option(key):
    field = FIELDS[key]
    for value, label in field.values.items():
        if sum(label in (other, *field.also.get(each, ())) for each, other in field.values.items()) == 1:
            read = read_reply(KNOWLEDGE, KNOWLEDGE.words, field, label, TODAY)
            assert read.answers.get(key) == ((value,) if field.several else value), label


@pytest.mark.parametrize(
    ("reply", "answer"),
    [("y", "yes"), ("Yes.", "yes"), ("yep", "yes"), ("n", "no"), ("nope", "no"), ("not really", "no")],
)
@for_each("key", [key for key, field in FIELDS.items() if field.yes_or_no and not field.untried])
def test_yes_and_no_in_any_word(key, reply, answer):
    assert read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS[key], reply, TODAY).answers == {key: answer}


@for_each("key", FIELDS)
def test_what_is_asked_back_quotes_nothing_that_was_not_typed(key):
    read = read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS[key], "xyzzy qwrtzk", TODAY)
    assert not read.answers and all(part in "xyzzy qwrtzk" for part in re.findall(r"(?<!\w)'(.+?)'(?!\w)", read.ask))


# -- what different people type ---------------------------------------------------------------------------------------

#: Replies with their right reading, written before the words that read them were looked at; `accept` is as good.
TYPED = [json.loads(line) for line in (ROOT / "tests" / "replies.jsonl").read_text(encoding="utf-8").splitlines()]


def _same(got, wanted):
    if isinstance(got, str) and isinstance(wanted, str) and got[:1].isdigit() and wanted[:1].isdigit():
        metres = [float(each.split()[0]) * {"mi": 1609.344, "km": 1000}[each.split()[1]] for each in (got, wanted)]
        return abs(metres[0] - metres[1]) <= 0.02 * max(metres)
    return sorted(got) == sorted(wanted) if isinstance(got, list) and isinstance(wanted, list) else got == wanted


def _verdict(row):
    """``right``, ``asked`` or ``wrong``."""
    if "lines" in row:
        read = read_reply(KNOWLEDGE, KNOWLEDGE.words, [FIELDS[key] for key in row["lines"]], row["reply"], RECENT)
        named = {key for key, value in read.answers.items() if value not in ("no", "not_tried")} | set(read.ticked)
        wanted = set() if row["want"] == "ask" else set(row["want"])
        return "right" if named == wanted else "asked" if named < wanted else "wrong"
    read = read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS[row["field"]], row["reply"], RECENT)
    good = [*(row["want"].values() if isinstance(row["want"], dict) else [row["want"]]), *row.get("accept", [])]
    asked, answer = FIELDS[row["field"]], read.answers.get(row["field"])
    got = asked.plain(answer) if answer is not None else "unknown" if read.unknown else "ask"
    if any(_same(got, each) for each in good):
        return "right"
    return "asked" if got == "ask" or (got == "unknown" and "ask" in good) else "wrong"


def test_what_different_people_type_is_read():
    verdicts = {f"{row.get('field')}: {row['reply']}": _verdict(row) for row in TYPED}
    wrong = [name for name, verdict in verdicts.items() if verdict == "wrong"]
    assert len(wrong) <= 0.01 * len(TYPED), wrong
    asked = [name for name, verdict in verdicts.items() if verdict == "asked"]
    assert len(wrong) + len(asked) <= 0.1 * len(TYPED), asked


@pytest.mark.parametrize(
    ("key", "vague", "longer"),
    [
        ("pain.before", "twice", "it was twice as bad last night"),
        ("pain.weight_bearing", "fine", "the weather was fine over the weekend"),
        ("foot.tight_calves", "solid", "a solid plan for the spring races"),
    ],
)
def test_a_word_that_can_be_about_anything_is_an_answer_only_by_itself(key, vague, longer):
    alone, beside = (read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS[key], each, TODAY) for each in (vague, longer))
    assert key in alone.answers and beside.answers == {} and beside.ask


def test_what_came_of_a_remedy_is_asked_back(here, tmp_path):
    file = tmp_path / "replies.jsonl"
    file.write_text('{"lines": ["tried.ice", "tried.rest"], "reply": "ice"}', encoding="utf-8")
    (row,) = map(json.loads, here("read", "--replies", file)[1].splitlines())
    assert row == {"answers": {"tried.rest": "not_tried"}, "ask": "How did it go: tried.ice?"}


@pytest.mark.parametrize(
    ("field", "reply", "answer"),
    [
        ("pain.weeks", "since the marathon, two weeks ago", 2), ("pain.weeks", "since my 10k, yesterday", 0.1),
        ("tried.calf_stretching", "stretching helped a bit, insoles did nothing", "partly"),
        ("signs.tender_bone", "dont hurt", ()), ("signs.tender_bone", "nothing hurts when i press", ()),
        ("pain.on_movement", "none of them hurt", ()),
        ("pain.worst", "when running, in the morning", ("morning", "during_run")),
    ],
)  # fmt: skip
def test_a_comma_or_the_verb_of_the_question_in_a_reply(field, reply, answer):
    said = read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS[field], reply, TODAY).answers
    assert said == {field: answer if isinstance(answer, (str, tuple)) else FIELDS[field].read(answer)}


@pytest.mark.parametrize("field", ["signs.tender_bone", "pain.worst", "pain.severity", "pain.limp", "pain.weeks"])
@pytest.mark.parametrize("thought", ["6 no wait none", "3, no wait, 2", "yes, hang on, no", "none, scratch that, 1"])
def test_two_answers_in_one_are_asked_back(field, thought):
    said = read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS[field], thought, TODAY)
    assert said.ask and not said.answers and not said.unknown
    lines = [FIELDS["signs.numbness"], FIELDS["signs.fever"]]
    assert read_reply(KNOWLEDGE, KNOWLEDGE.words, lines, thought, TODAY).answers == {}


def test_what_does_not_hurt_is_not_taken_for_what_does():
    read = read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS["pain.on_movement"], "it doesnt hurt when i hop", TODAY)
    assert read.ask and not read.answers
    read = read_reply(
        KNOWLEDGE, KNOWLEDGE.words, FIELDS["pain.on_movement"], "doesnt hurt when i hop, only on stairs", TODAY
    )
    assert read.answers == {"pain.on_movement": ("stairs",)}


# -- kinds of faults in stories that were written anew -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("The swelling is gone now and the bruise has faded.", {"signs.swelling": None, "signs.bruising": None}),
        ("My foot was numb, which went away.", {"signs.numbness": None}),
        ("The numbness is gone when I sit.", {"signs.numbness": "yes"}),
        ("Not swollen, not bruised, my ankle just hurts.", {"signs.swelling": "no", "signs.bruising": "no"}),
        ("I switched to zero drop shoes before my heel hurt.", {"shoes.recent_change": "yes"}),
        ("I upped it from 20 to 35 miles a week.", {"training.weekly_before": "20 mi", "training.weekly_now": "35 mi"}),
        ("I ran 20 to 25 miles a week.", {"training.weekly_before": "22.5 mi"}),
        ("It's not my ankle, its my heel that hurts.", {"pain.location": ["heel"]}),
        ("Sore heel, left, 8 months. The jab worked for 3 weeks then it came back.", {"pain.weeks": 34.7}),
        ("Sore heel. Been a fortnight.", {"pain.weeks": 2}),
        ("My arch aches. I tried insoles (nothing), taping (helped a little) and ice (great, then it came back).",
         {"tried.orthotics": "same", "tried.taping": "partly", "tried.ice": "better_then_back"}),
        ("The toe hurts, one foot. I rolled a golf ball.", {"runner.other_sports": None}),
        ("My shoes rub, and it goes away when I take my shoes off.", {"tried.rest": None}),
        ("New shoes that have gone all red hurt my heel.", {"tried.new_shoes": None}),
        ("I started running three weeks ago. My heel hurts.", {"pain.weeks": None, "training.new_runner": "yes"}),
        ("It hurts when I pull my toes up.", {"pain.location": None, "pain.on_movement": ["toes_up"]}),
        ("No pain when I hop, some pain when I run.", {"pain.on_movement": None}),
        ("It's fine when I squeeze my heel.", {"pain.on_movement": None, "signs.tender_bone": None}),
        ("My physio said to rest, so I rested and it made no difference.",
         {"seen.clinician": None, "tried.physiotherapy": None, "tried.rest": "same"}),
        ("My physio looked at it and said it was plantar fasciitis.", {"seen.clinician": "yes"}),
        ("I got told to get new shoes for my sore heel.", {"seen.clinician": None}),
        ("My toes hurt and go white then blue when it's cold.",
         {"signs.colour": ["blue", "white"], "signs.pale_cold_foot": None}),
        ("My foot hurts and is cold and pale.", {"signs.pale_cold_foot": "yes"}),
    ],
)  # fmt: skip
def test_kinds_of_new_stories(text, answers):
    found = heard(text)
    assert {key: found.get(key) for key in answers} == answers


@pytest.mark.parametrize(
    ("text", "not_so"),
    [
        ("My heel bone actually doesn't hurt if I squeeze it.",
         {"pain.on_movement": {"squeeze_heel"}, "signs.tender_bone": {"heel_bone"}}),
        ("It doesn't hurt when I hop.", {"pain.on_movement": {"hop"}}),
        ("It's not the arch.", {"pain.location": {"arch"}}),
        ("It doesn't itch between my toes.", {}),
        ("No pain in the heel, it is the heel.", {}),
    ],
)  # fmt: skip
def test_a_denied_value_of_a_list_is_told_apart_from_no_answer(text, not_so):
    reading = hear(text)
    assert reading.not_so == not_so
    assert not any(set(values) & set(reading.answers.get(key, ())) for key, values in not_so.items())


# -- words that mean something else in a phrase -----------------------------------------------------------------------

#: What is said, and what must not be heard in it.
IN_ANOTHER_SENSE = (
    ("He had a growth spurt last year.", "signs.lump"),
    ("I rolled a small hard ball under my arch.", "signs.lump"),
    ("I made a cut in my mileage.", "signs.open_wound"),
    ("I was weeping with pain.", "signs.pus"),
    ("I started at a blistering pace.", "signs.skin"),
    ("I stepped on a crack in the pavement.", "signs.pop"),
    ("I have hay fever.", "signs.fever"),
    ("I wore my red shoes on a hot day.", "signs.hot_red_skin"),
    ("I am worn out after work.", "shoes.worn"),
    ("I fell asleep on the sofa.", "signs.numbness"),
    ("When I go to sleep it throbs.", "signs.numbness"),
    ("Numbing cream did nothing.", "signs.numbness"),
    ("I fell behind with my training.", "signs.injury"),
    ("I hit the wall at mile 20.", "signs.injury"),
    ("I jumped from 10 to 30 miles a week.", "signs.injury"),
    ("I am training for a fall marathon.", "signs.injury"),
    ("There was a sudden increase in my mileage.", "pain.onset"),
    ("I gradually increased my mileage.", "pain.onset"),
    ("I run in the mornings and my heel hurts.", "pain.worst"),
    ("I ran for a cancer charity.", "runner.cancer"),
    ("I was expecting it to go away.", "runner.pregnant"),
    ("After a period of rest I ran again.", "runner.low_energy"),
    ("The fat pad under my heel hurts.", "runner.heart_or_artery"),
    ("The patch of skin is dry.", "runner.clot_risk"),
    ("It hurts up a flight of stairs.", "runner.clot_risk"),
    ("I put my foot flat on the floor.", "foot.arch"),
    ("It hurt three days in a row.", "runner.other_sports"),
    ("It frees up after a mile.", "shoes.type"),
    ("I kicked at the ball.", "pain.location"),
    ("My resting heart rate is better.", "tried.rest"),
)


@for_each(("said", "key"), IN_ANOTHER_SENSE)
def test_a_word_that_means_something_else_in_its_phrase_is_not_heard(said, key):
    assert key not in hear(said).answers


@pytest.mark.parametrize(
    ("said", "key"),
    [("I have a fever.", "signs.fever"), ("I fell on the stairs and my ankle hurts.", "signs.injury"),
     ("There is a growth on the sole of my foot.", "signs.lump"), ("My foot falls asleep.", "signs.numbness"),
     ("The skin is red and hot.", "signs.hot_red_skin"), ("My shoes are worn out.", "shoes.worn"),
     ("It came on suddenly.", "pain.onset"), ("I go climbing at a gym.", "runner.other_sports")],
)  # fmt: skip
def test_the_same_word_by_itself_is_heard(said, key):
    assert key in hear(said).answers


# -- what is over, and what is only a little so ------------------------------------------------------------------------


@for_each(
    ("said", "key", "value"),
    [("The numbness in my toes has gone, but the ball of my foot burns.", "signs.numbness", "yes"),
     ("The bruise has faded but the ankle is still sore.", "signs.bruising", "yes"),
     ("My achilles hurts, it was red and hot last week, that has passed.", "signs.hot_red_skin", "yes"),
     ("I had a fever last week but it is gone.", "signs.fever", "yes"),
     ("The foot was swollen at first, not any more.", "signs.swelling", "yes"),
     ("I was limping at first.", "pain.limp", "yes"),
     ("I limped for two days but no longer.", "pain.limp", "yes"),
     ("The wound on my heel has healed.", "signs.open_wound", "yes"),
     ("My foot was numb after the fall but the feeling came back.", "signs.numbness", "yes"),
     ("The pain at night stopped a week ago.", "pain.worst", "night"),
     ("The stabbing has gone, now it is a dull ache.", "pain.quality", "stabbing"),
     ("It used to be sore in the mornings but not now.", "pain.worst", "morning")],
)  # fmt: skip
def test_what_is_over_is_not_told_as_present_nor_as_never_so(said, key, value):
    reading = hear(said)
    assert value not in (reading.answers.get(key) or ()) and reading.answers.get(key) != "no"


@for_each(
    ("said", "key"),
    [("The numbness has gone on for weeks.", "signs.numbness"), ("It went numb.", "signs.numbness"),
     ("The swelling went away and then came back.", "signs.swelling"),
     ("My foot went numb and I stopped running.", "signs.numbness"),
     ("In the mornings it hurts, gone after ten minutes.", "pain.worst"),
     ("I limp now, I did not at first.", "pain.limp"), ("It is swollen and has gone black.", "signs.swelling")],
)  # fmt: skip
def test_what_goes_on_or_came_back_is_not_over(said, key):
    assert hear(said).answers.get(key) not in (None, "no")


def test_who_is_asked_how_it_is_says_no_with_what_is_over():
    reply = read_reply(KNOWLEDGE, KNOWLEDGE.words, FIELDS["signs.numbness"], "it has gone, the numbness is over", TODAY)
    assert reply.answers == {"signs.numbness": "no"}


def test_a_little_is_not_most_beside_another_and_counts_alone():
    said = "It hurts only a little when I stand, but badly with the first steps in the morning."
    assert hear(said).answers["pain.worst"] == ("morning",)
    assert hear("It hurts only a little when I stand.").answers["pain.worst"] == ("standing",)


@for_each(
    ("said", "key", "value"),
    [("Got new football boots and now my heel hurts.", "shoes.recent_change", "yes"),
     ("I bought new shoes but my heel is no better.", "shoes.recent_change", None),
     ("I am thinking of new shoes.", "shoes.recent_change", None),
     ("My shoes are too small.", "shoes.toe_box", "narrow"),
     ("He has outgrown his football boots.", "shoes.toe_box", "narrow"),
     ("Growth spurt, my sons left heel hurts after football, hes 12", "runner.age", 12),
     ("Growth spurt, my sons left heel hurts after football, hes 12", "pain.side", "left"),
     ("He's 13 and growing.", "runner.age", 13), ("im 17", "runner.age", 17),
     ("I'm 8 weeks into marathon training.", "runner.age", None)],
)  # fmt: skip
def test_shoes_and_age_are_heard_however_short(said, key, value):
    assert heard(said).get(key) == value


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        # How a foot is set down is no place of a pain; where it hurts to set it down is one.
        ("My toe is sore, walking on the outside of my foot.", {"pain.location": ["toes"]}),
        ("It hurts to walk on the outside of my foot.", {"pain.location": ["outer_edge"]}),
        ("My arch is sore since I went to forefoot striking.", {"pain.location": ["arch"]}),
        ("My sole is numb and the calf feels weak.", {"pain.location": ["sole"]}),
        # What was done behind what could not be is done.
        ("Couldn't finish and walked home with a limp.", {"pain.limp": "yes"}),
        ("My ankle is sore, not that I fell or anything.", {"signs.injury": "no", "pain.onset": None}),
        ("It's not that bad, my heel hurts.", {"pain.location": ["heel"]}),
        # What it made somebody think does not silence where it is.
        ("Mostly on the outside of my foot which made me suspect a tendon.", {"pain.location": ["outer_edge"]}),
        ("I turned back and hobbled, the arch hurts going down the street.", {"pain.trend": None}),
        ("My arch aches, it faded overnight.", {"pain.onset": None}),
        ("My ankle blew up overnight.", {"pain.onset": "sudden"}),
        ("I can't stand on one leg for 20 seconds.", {"pain.weight_bearing": None}),
        ("A lump in the arch the size of a pea.", {"pain.one_spot": None, "signs.lump": "yes"}),
        ("The same ache in the same spot on the bone.", {"pain.one_spot": None}),
        ("Tapping behind the inner ankle bone, the pain shoots out.", {"signs.tender_bone": None}),
        ("Pressing on the inner ankle bone hurts.", {"signs.tender_bone": ["inner_ankle_bone"]}),
        ("Pressing on the 4th and 5th metatarsals hurts.", {"signs.tender_bone": ["metatarsal"]}),
        ("The inner midfoot bone is sore, pressing there hurts.", {"signs.tender_bone": ["inner_midfoot"]}),
        ("A brown streak under my left big toenail.", {"signs.skin": ["nail_stripe"]}),
        ("Kicked a door frame, the toe hurts.", {"signs.injury": "yes"}),
        ("My ankle is sore 5 months after a bad sprain.", {"pain.weeks": 21.7}),
        ("The first steps after sitting hurt under the heel.", {"pain.worst": ["after_sitting"]}),
        ("The numbness comes down from my buttock.", {"pain.elsewhere": "yes"}),
        ("It comes from the back of my heel.", {"pain.elsewhere": None}),
        ("A regular runner of 20 years, my heel hurts.", {"runner.age": None}),
        ("A dull arthritic type ache in the toes.", {"runner.arthritis": None}),
        ("Half way round I was dragging my foot.", {"signs.foot_drop": None}),
        ("My foot drags since this morning.", {"signs.foot_drop": "yes"}),
        ("The trainer did ultrasound, did nothing.", {"seen.xray": None}),
        ("The ultrasound showed nothing.", {"seen.xray": "clear"}),
        ("A pad under the toe joint gave nothing.", {"runner.heart_or_artery": None}),
        ("There's one place on top of the foot that makes me wince when I push it.", {"pain.one_spot": "yes"}),
        ("Turning the foot out against my hand hurts.", {"signs.rolled_ankle": None, "signs.injury": None}),
        ("I turned my foot on a root.", {"signs.rolled_ankle": "yes"}),
        ("Her toe is purple, cold and hurts.", {"signs.pale_cold_foot": "yes"}),
        ("I stood in a stream for two hours and the soles hurt.", {"signs.frozen": "yes"}),
        ("The back of both heels was raw.", {"signs.open_wound": "yes"}),
        ("A plank landed across my instep.", {"signs.injury": "yes"}),
        ("Landed off a box jump on the outside of my foot.", {"signs.injury": "yes"}),
        ("Kicked by a horse on the ankle.", {"signs.injury": "yes"}),
        ("Went over hard on my ankle.", {"signs.rolled_ankle": "yes"}),
        ("My heel has a hole in it, the sock is stained yellow.", {"signs.open_wound": "yes", "signs.pus": "yes"}),
        ("The socks are wet after a run.", {"signs.pus": None}),
        ("One leg has blown up like a tree trunk.", {"signs.calf_swelling": "yes"}),
        ("He won't put his foot down and he's hot 38.9.", {"pain.weight_bearing": "impossible", "signs.fever": "yes"}),
        ("It was hot, 30 degrees, and my heel hurt.", {"signs.fever": None}),
        ("Something snapped behind my ankle and I cannot push up on that foot.",
         {"pain.location": ["achilles"], "signs.cannot_rise_on_toes": "yes"}),
        ("I got frozen toes camping.", {"signs.frozen": "yes"}),
        ("A fence staple through the trainer into my forefoot.", {"signs.puncture": "yes"}),
        ("Woke with the foot dead white and freezing.", {"signs.pale_cold_foot": "yes"}),
        ("When I press that one bone in the midfoot it hurts.", {"pain.one_spot": "yes"}),
        ("It hurts since yesterday, after a hill marathon.", {"training.big_effort": "yes"}),
        ("My ankle is like a tennis ball.", {"signs.swelling": "yes"}),
        ("My calf seizes, I stop for 2 minutes and off I go.", {"pain.with_distance": "yes"}),
        ("I hang my foot out of bed, the toes hurt.", {"pain.worst": ["at_rest"]}),
        ("A hot spot under the arch, just rubbing red.", {"signs.hot_red_skin": None}),
    ],
)  # fmt: skip
def test_kinds_of_stories_as_a_physician_meets_them(text, answers):
    found = heard(text)
    assert {key: found.get(key) for key in answers} == answers
