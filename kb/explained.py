"""What runners ask between the questions, or beside the result, that no rule answers: what a word means, what they
fear, small things to do. Plain and short, each with its source; what only says how this program works has none."""

from __future__ import annotations

from expert.authoring import Explained
from kb.sources import cited

_WHAT = "(what|whats|what is|what are|what does|define|explain|meaning of|mean by) [is|are|does|do] [you] [mean by]"

#: Asked anywhere.
EXPLAINED = (
    Explained(
        (
            "(pop|burst|drain|lance|prick|pierce|squeeze|open) .. blister*",
            "blister* .. (pop|popped|burst|drain|drained|lanced|pricked|pierced)",
        ),
        "Better not: the skin over it keeps germs out, and most heal within a week. Keep it clean, cover it with a "
        "soft plaster, and leave off the shoe that made it. If it has burst, let it drain and leave the skin on. Have "
        "it looked at if it is hot, fills with green or yellow pus, or the skin around it reddens; with diabetes or "
        "poor circulation whatever it looks like.",
        cited("blisters", "NHS, Blisters (as repeated by sheensurgery.nhs.uk)"),
    ),
    Explained(
        (
            "(cover|covering|plaster|dress|dressing|band aid|bandaid|tape|wrap|protect|put) .. blister*",
            "blister* .. (plaster|cover|covered|dressing|band aid|bandaid|bandage)",
        ),
        "Yes: a soft plaster or a padded dressing keeps it clean and takes the rubbing off; change it when it gets wet "
        "or dirty, and wash your hands first. Leave the skin closed, and leave off the shoe that made it. Have it "
        "looked at if it is hot, fills with pus, or the skin around it reddens; with diabetes whatever it looks like.",
        cited("blisters", "NHS, Blisters (as repeated by sheensurgery.nhs.uk)"),
    ),
    Explained(
        (
            "(lose|losing|lost|amputat*|cut off|take off|remove) .. (foot|feet|leg|toe|toes|limb)",
            "amputat*",
        ),
        "That is rare, and hardly ever comes from running. It threatens where blood no longer reaches the foot, "
        "mostly with diabetes or narrowed arteries, and a wound or an infection is left alone; being seen early "
        "prevents most of it. So have a wound, heat, or a change of colour looked at at once if you have one of "
        "these. If the foot turns cold, pale or blue, or black, call your emergency number.",
        cited("foot-protection", "NICE guideline NG19, Diabetic foot problems; Joule N and Chadwick P, A foot "
              "protection service for people with diabetes, The Diabetic Foot Journal (abstract)"),
    ),
    Explained(
        (f"{_WHAT} [a|an|the] (cipro|ciprofloxacin|levaquin|levofloxacin|fluoroquinolone*|quinolone*)",
         "(cipro|levaquin|fluoroquinolone*|quinolone*) (is|means) what"),
        "An antibiotic: medicine against bacteria. Ciprofloxacin (Cipro) and levofloxacin (Levaquin) are "
        "fluoroquinolones, and so are others whose names end in -floxacin. They can harm tendons and nerves, even "
        "months later, so it matters whether you took one.",
        cited("quinolone", "MHRA, Drug Safety Update, fluoroquinolones"),
    ),
    Explained(
        (f"{_WHAT} [a|an|the] gangrene", "is (it|this|that) gangrene", "gangrene"),
        "Gangrene is flesh that dies because no blood reaches it; it mostly begins in the toes. The skin turns blue, "
        "then black, hurts badly or goes numb, and can smell. It is rare without diabetes, narrowed arteries, "
        "frostbite or a bad injury. If it looks like that, go to an emergency department now.",
        cited("gangrene", "NHS, Gangrene (as repeated by zana.com and foothealthinfobase.co.uk)"),
    ),
    Explained(
        (f"{_WHAT} [a|an|the] (infection|infections|infected|infect*)", "(how|when) .. (know|tell|see|notice) .. "
         "(infection|infected|infect*)", "sign* of [an] (infection|infect*)"),
        "Germs that have got into the skin or deeper. You see it by redness that grows, swelling, warmth, more pain, "
        "pus or a bad smell; red streaks up the leg or a fever mean that it spreads. Have it looked at today; with "
        "red streaks, a fever or feeling very ill at once.",
        cited("wound-infection", "Healthify He Puna Waiora, Infected cut; Lab Tests Online, Wound and skin infections"),
    ),
    Explained(
        (f"{_WHAT} [a|an|the] (mri|mris|magnetic resonance)", "does .. mri .. (hurt|painful|safe)", "mri (scan|hurt*|"
         "safe)"),
        "A picture of the inside, made with magnets and without X-rays. You lie still in a tube for a quarter of an "
        "hour to an hour and a half; it is loud and does not hurt. It shows tendons, and cracks in a bone that an "
        "X-ray still misses. Say beforehand if you have a pacemaker or metal in you.",
        cited("mri", "NHS Choices, MRI scan (webarchive.nationalarchives.gov.uk); UHDB NHS, MRI"),
    ),
    Explained(
        (f"{_WHAT} [a|an|the] (foot team|foot clinic|foot service|foot protection [team|service]|diabetic foot [team|"
         "clinic|service])", "who [is|are] [in|on] [the|a] foot team"),
        "People who look after feet with diabetes together: a podiatrist, a diabetes doctor, where needed a surgeon "
        "for vessels or bones, a nurse, and who makes shoes and insoles. Your doctor, or a diabetes or podiatry "
        "clinic, sends you there, within a day if the problem is new.",
        cited("foot-team", "NICE guideline NG19, Diabetic foot problems (implementation); Edmonds M and others, "
              "What are the core services, The Diabetic Foot Journal (abstract)"),
    ),
)  # fmt: skip

_WORK = "(work|works|job|shift|shifts)"

#: What a word of these texts means, and what nobody can say here: nothing of the body, so without a source.
PLAIN = (
    Explained(
        (
            f"(can|may|must|could|should|do|am|shall|will|need|have) (i|to) [still|just|better|really|have to] "
            f"[go|get|be|do|stop|return|back] [back] [to|at|on|my|allowed to] [my] {_WORK} !(on|out|harder)",
            f"(i|we) (can|may|must|should|could|need to|have to|go to) [still|also|go to|go back to|stop|stay off] "
            f"[to|my] {_WORK} !(on|out|harder)",
            f"(go|come|get|back|return|off|stop|stay off|miss) [back] [to|from] {_WORK} [or|tomorrow|today|on monday] "
            "[must|should|stay|home]",
            f"(day|days|time|week|weeks) off {_WORK}",
            "(must|should|do|can) [i] stay [at] home",
            f"(what|how) about [my] {_WORK}",
        ),
        "That depends on the work, and no rule here decides it. Sitting is no load. On your feet, leave out what hurts "
        "more, sit down where you can, and do not limp on it. Where the result says to keep weight off the foot, or to "
        "have it seen today or tomorrow, that comes before work. Whoever examines it can write you a note: ask at the "
        "appointment.",
    ),
    Explained(
        (
            "(can|may|could|should|do|am|must) i [still|just|go|do|take|have|for] [out] [for|on] [my|a|the] [daily|"
            "usual|short|long|evening|morning] [dog] (walk|walks|walking) !(without|with a limp)",
            "(i can|i may|ok to|okay to|safe to|allowed to) [still|go for a|go for my|go] (walk|walking)",
            "go for (my|a|the) [daily|usual|short|long] (walk|walks)",
        ),
        "Walk as far as it does not make it hurt more, then or the next morning, and not with a limp: that is no more "
        "than common sense, as no rule here counts walks. Where the result says to keep weight off the foot, or to "
        "have it seen soon, that comes first.",
    ),
    Explained(
        (f"{_WHAT} [an|the] (emergency (department|room)|er|a and e|a & e|casualty)",),
        "The part of a hospital that takes what cannot wait: open day and night, without an appointment. It is also "
        "called A&E, the ER or casualty.",
    ),
    Explained(
        (
            "(what|how) .. (bears|bear|carries|carry|put|takes|take) .. weight .. mean*", f"{_WHAT} .. (bears|bear|"
            "bearing) [your|my] weight", "bears your weight .. mean*", f"{_WHAT} [by] weight bearing",
        ),
        "How the foot takes it when you stand on it: whether it does not hurt then, hurts a little or badly, or "
        "whether you cannot stand on it at all.",
    ),
    Explained(
        (f"{_WHAT} [a|an|the] (tape|taping|taped) [of|the|my|your|an] [arch|foot]",
         "(tape|taping) [the] [arch] .. mean*",
         "how .. (tape|taping)"),
        "Strips of sports tape stuck on the sole from the heel forwards, so that they hold the arch up while you stand "
        "and run. A physiotherapist or podiatrist can show you how, once.",
    ),
)  # fmt: skip

#: Asked or said before the result is there.
WORRIES = (
    Explained(
        (
            "(is|could|can|might|may) (it|this|that) [be] [really|very|something|anything|that|so] (serious|bad|"
            "dangerous|"
            "urgent|an emergency|life threatening|critical|severe|harmful|worrying)",
            "how (serious|bad|dangerous|urgent|worried)",
            "(should|do|must) i [need to|have to] [be] (worry|worried|panic|scared|concerned|afraid|go to hospital|"
            "call)",
            "(something|anything) (serious|bad|dangerous|worse)",
        ),
        "That is what these questions find out: they look for the few signs that must be seen soon, and if one is so, "
        "you are told at once. If you feel very ill, or it gets worse by the hour, do not wait for this: call a "
        "doctor, or your emergency number.",
    ),
    Explained(
        (
            "(i am|im|am|feel|feeling|getting|bit|so|very|really) [a bit|so|really|very|quite|just|rather] (worried|"
            "scared|"
            "afraid|frightened|anxious|nervous|concerned|terrified|panicking|upset)",
            "(worry|worries|scares|frightens) me",
            "(panic|panicking|freaking out|freaked out)",
        ),
        "I am sorry that it worries you. Take your time: each of these questions looks for something that would need "
        "somebody soon, and you are told at once if it is so. To be worried is reason enough to ask a doctor, "
        "whatever comes out here.",
    ),
)  # fmt: skip
