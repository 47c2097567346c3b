"""The sources of the red flags and of what forbids a remedy, each looked up on the day given.

"As repeated by" names the page on which a text was seen where its own page was not; "abstract" says that no more was
read.
"""

from __future__ import annotations

from kb.sources import cited

# ruff: noqa: E501  (a citation is one line)

# What must be seen, and how soon.
CLOT = cited(
    "clot",
    "Guy's and St Thomas', Blood clots and deep vein thrombosis (cast or boot, hormones, pregnancy; 999 with breathlessness)",
)
ARTERY = cited(
    "artery",
    "Livewell Southwest podiatry, Does my foot problem require urgent care? (pain at rest; pale, cold and numb)",
)
WET_COLD = cited("wet-cold", "MSD Manual, Nonfreezing tissue injuries (2022): immersion foot")
CHILD_BONE = cited(
    "child-bone", "CCLG Child Cancer Smart, Bone tumours (pain on most days for two weeks; limp, lump, night pain)"
)
BONE_AND_BIRTH = cited(
    "bone-and-birth",
    "Kovacs CS, Pregnancy and lactation associated bone fragility, J Endocr Soc 2025;9 (abstract); Hospital for Special Surgery news, Bone injuries in runners after birth (2024)",
)
REGIONAL_PAIN = cited(
    "regional-pain",
    "NHS, Complex regional pain syndrome (as repeated by Chronic Poetics); London Orthopaedic, Complex regional pain syndrome",
)
GOUT_CARE = cited("gout-care", "NHS, Gout, nhs.uk/conditions/gout")
QUINOLONE_WIDE = cited(
    "quinolone-wide",
    "MHRA, Drug Safety Update, fluoroquinolones: reminder, gov.uk (2023); Gloucestershire Hospitals, Fluoroquinolone antibiotics",
)
LASTING_PAIN = cited(
    "lasting-pain",
    "Leicestershire Partnership NHS Trust, Foot pain (settles within 6 to 8 weeks); CHCP musculoskeletal service, Foot pain",
)
HEEL_FALL = cited(
    "heel-fall", "Willis-Knighton Health, Calcaneus fracture; Allied Medical Training (Ewen M), Calcaneal fracture"
)
RISKY_SITES = cited(
    "risky-sites",
    "Geier D, Foot stress fractures that are serious (first part: navicular, base of the fifth metatarsal); Textbook of Running Medicine (as repeated by eHow: sesamoids)",
)
WEAK_BONE = cited(
    "weak-bone", "Heikura I and others, Nutrition for female athlete bone health, Sports Science Exchange (2023)"
)
BROKEN_BONE = cited(
    "broken-bone", "Rothman Orthopaedics, Stress reactions and stress fractures: treatment without surgery"
)

# What forbids a remedy.
COLD = cited(
    "cold",
    "Midlands Partnership NHS Foundation Trust, Safe use of cold treatment; Training Matters, Ice and heat therapy (diabetes)",
)
CLOT_MASSAGE = cited(
    "clot-massage",
    "Sportsinjuryclinic.net, Deep vein thrombosis (massage, stretching); Massage & Fitness Magazine, Deep vein thrombosis (case reports)",
)
BONE_REST = cited(
    "bone-rest",
    "Rothman Orthopaedics, Stress reactions and stress fractures; OrthoGeeks, Stress fractures (raises and balance from week 4 to 8)",
)
DIABETIC_SKIN = cited(
    "diabetic-skin",
    "Institute of Chiropodists and Podiatrists (iop-uk.org), Simple suggestions for healthy feet; Carlisle Footcare, Diabetic footcare",
)
#: What a runner tells is a warrant of its own: nobody needs a study to leave out what made it worse.
TOLD = cited("told", "Your own answer: what you tried, and what became of it")
