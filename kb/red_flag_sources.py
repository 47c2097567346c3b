"""The sources of the red flags and of what forbids a remedy, each looked up on the day given.

"As repeated by" names the page on which a text was seen where its own page was not; "abstract" says that no more was
read.
"""

from __future__ import annotations

from expert.authoring import Source

# ruff: noqa: E501  (a citation is one line)
_DAY = "2026-11-28"


def _source(key: str, text: str) -> Source:
    return Source(key, text, _DAY)


# What must be seen, and how soon.
CLOT = _source(
    "clot",
    "NICE guideline NG158, Venous thromboembolic diseases, recommendations 1.1; Guy's and St Thomas', Blood clots and deep vein thrombosis",
)
COMPARTMENT = _source(
    "compartment",
    "My Healthy Feet, Compartment syndrome; NHS, Compartment syndrome (as repeated by Wiltshire Osteopathy and others)",
)
ARTERY = _source(
    "artery",
    "NICE guideline CG147, Peripheral arterial disease, context; Livewell Southwest podiatry, Does my foot problem require urgent care?",
)
EXERTIONAL = _source("exertional", "Mayo Clinic, Chronic exertional compartment syndrome, symptoms (2013)")
FROSTBITE = _source(
    "frostbite",
    "NHS, Frostbite (as repeated by Addlestone Pharmacy and Clear Chemist); MSD Manual, Nonfreezing tissue injuries (2022)",
)
DARK_NAIL = _source(
    "dark-nail",
    "NHS, Nail abnormalities: dark stripes (2018, as repeated by Zana); Podipedia, Subungual melanoma; Canadian Dermatology Association, Subungual melanoma",
)
LUMP = _source(
    "lump", "NICE guideline NG12 on soft tissue sarcoma (as repeated by GPnotebook and Nottingham University Hospitals)"
)
BONE_TUMOUR = _source(
    "bone-tumour",
    "Nottingham University Hospitals, Information for GPs: bone pain; Scottish referral guidelines for suspected cancer, Sarcomas and bone cancers",
)
CHILD_LIMP = _source(
    "child-limp",
    "Children's Health Queensland, Limp: emergency management in children; Royal Cornwall Hospitals, Acute atraumatic limp in children (2021)",
)
CHILD_BONE = _source(
    "child-bone",
    "CCLG Child Cancer Smart, Bone tumours; NICE guideline NG12 on bone pain in the young (as repeated by Pharmacy Notebook)",
)
REGIONAL_PAIN = _source(
    "regional-pain",
    "NHS, Complex regional pain syndrome (as repeated by Chronic Poetics); London Orthopaedic, Complex regional pain syndrome",
)
SPONDYLO = _source(
    "spondylo",
    "NICE guideline NG65, Spondyloarthritis in over 16s, recommendations 1.1; McAllister K and others, BMJ 2017;356:j839 (summary)",
)
SYNOVITIS = _source("synovitis", "NICE quality standard QS33, Rheumatoid arthritis, statement 1: referral (2020)")
PUNCTURE = _source(
    "puncture",
    "Oxford University Hospitals, Tetanus-prone wounds; CityMD, What happens if you step on a nail?; Tua Saúde, Stepped on a nail",
)
GOUT_CARE = _source("gout-care", "NHS, Gout, nhs.uk/conditions/gout")
QUINOLONE_WIDE = _source(
    "quinolone-wide",
    "MHRA, Drug Safety Update, fluoroquinolones: reminder, gov.uk (2023); Gloucestershire Hospitals, Fluoroquinolone antibiotics",
)
LASTING_PAIN = _source(
    "lasting-pain",
    "Leicestershire Partnership NHS Trust, Foot pain (settles within 6 to 8 weeks); CHCP musculoskeletal service, Foot pain",
)
HEEL_FALL = _source(
    "heel-fall", "Willis-Knighton Health, Calcaneus fracture; Allied Medical Training (Ewen M), Calcaneal fracture"
)
RISKY_SITES = _source(
    "risky-sites",
    "Mayer SW and others, Sports Health 2014;6(6), PMC4212349 (abstract); Geier D, Which foot stress fractures are serious?; Textbook of Running Medicine (as repeated by eHow) on navicular, fifth metatarsal and sesamoids",
)
WEAK_BONE = _source(
    "weak-bone", "Heikura I and others, Nutrition for female athlete bone health, Sports Science Exchange (2023)"
)
TORN_FASCIA = _source(
    "torn-fascia", "Innovative Foot and Ankle, Plantar fascia ruptures (2017); Avey, Plantar fascia rupture"
)
BROKEN_BONE = _source(
    "broken-bone", "Rothman Orthopaedics, Stress reactions and stress fractures: treatment without surgery"
)

# What forbids a remedy.
COLD = _source(
    "cold",
    "Midlands Partnership NHS Foundation Trust, Safe use of cold treatment; Training Matters, Ice and heat therapy (diabetes)",
)
CLOT_MASSAGE = _source(
    "clot-massage",
    "Sportsinjuryclinic.net, Deep vein thrombosis (massage, stretching); Massage & Fitness Magazine, Deep vein thrombosis (case reports)",
)
ANTI_INFLAMMATORIES = _source(
    "anti-inflammatories",
    "NHS, Who can and cannot take ibuprofen (as repeated by the Daily Record, 2026, and others); Ibuprofen tablets, patient leaflet",
)
BONE_AND_DRUGS = _source(
    "bone-and-drugs",
    "Fedgo AA and Stahlman S, MSMR 2020;27(2):18-24 (abstract); Hughes JM and others, J Bone Miner Res 2019, PMID 30352135 (abstract)",
)
BONE_REST = _source(
    "bone-rest",
    "Rothman Orthopaedics, Stress reactions and stress fractures; OrthoGeeks, Stress fractures (raises and balance from week 4 to 8)",
)
LOW_ACHILLES = _source(
    "low-achilles",
    "McCormack J, Insertional Achilles tendinopathy exercises; Treat My Achilles, Insertional Achilles tendonitis; NHS Borders, Insertional Achilles tendinopathy",
)
DIABETIC_SKIN = _source(
    "diabetic-skin",
    "Institute of Chiropodists and Podiatrists (iop-uk.org), Simple suggestions for healthy feet; Carlisle Footcare, Diabetic footcare",
)
#: What a runner tells is a warrant of its own: nobody needs a study to leave out what made it worse.
TOLD = _source("told", "Your own answer: what you tried, and what became of it")
