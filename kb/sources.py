"""The sources beyond the article, each checked on the day given; "abstract" where only that much was read."""

from __future__ import annotations

from expert.authoring import Source

# ruff: noqa: E501  (a citation is one line)
_DAY = "2026-11-22"


def _source(key: str, text: str) -> Source:
    return Source(key, text, _DAY)


# Red flags.
OTTAWA = _source(
    "ottawa",
    "Stiell IG and others, the Ottawa ankle rules, JAMA 1993;269:1127-1132, PMID 8433468 (abstract); Bachmann LM and others, BMJ 2003;326:417",
)
NHS_SPRAINS = _source(
    "nhs-sprains",
    "NHS, Sprains and strains (as repeated by Portsmouth City Council); nidirect, Heel pain, nidirect.gov.uk/conditions/heel-pain",
)
LIMB = _source(
    "limb-ischaemia",
    "Royal College of Emergency Medicine Learning, Acute limb ischaemia (Darwood R, 2022); Health New Zealand, Acute limb ischaemia",
)
RUPTURE = _source(
    "achilles-rupture",
    "Bupa, Achilles tendon rupture (2023); Maffulli N, Am J Sports Med 1998;26(2):266-270, PMID 9548122 (abstract)",
)
LISFRANC = _source(
    "lisfranc",
    "Wright MP and Michelson JD, Lisfranc injuries (Easily missed?), BMJ 2013;347:f4561; Wiler JL, Emergency Medicine News 2011;33(7)",
)
DVT = _source("dvt", "NICE quality standard QS201, statement 3; NHS, Deep vein thrombosis (as repeated by others)")
CELLULITIS = _source("cellulitis", "NHS, Cellulitis (as repeated by Stow Surgery and others)")
SEPTIC_JOINT = _source(
    "septic-joint", "Versus Arthritis, Septic arthritis; Patient.info professional, Hot swollen joints (2023)"
)
DIABETIC_FOOT = _source("diabetic-foot", "NICE guideline NG19, Diabetic foot problems; Diabetes UK, foot problems")
HEEL_PAIN_NHS = _source("nhs-heel-pain", "NHS, Heel pain: when to see a GP (as repeated by others)")
FOOT_DROP = _source(
    "foot-drop", "NHS Borders RefHelp, Lower limb; NHS Lothian RefHelp, Serious lumbar spine conditions"
)
NEUROPATHY = _source("neuropathy", "NHS inform, Peripheral neuropathy; nidirect, Peripheral neuropathy")
HIGH_RISK_BONE = _source(
    "high-risk-bone",
    "Mayer SW and others, Sports Health 2014;6(6), PMC4212349 (abstract); Am Fam Physician 2003;67(1):85-91 (navicular)",
)
QUINOLONE = _source(
    "quinolone", "MHRA, Drug Safety Update, fluoroquinolones, March 2019; MHRA, new restrictions, 22 January 2024"
)
UNWELL = _source("unwell", "NHS Borders RefHelp, Lower limb: signs of serious illness")
TINEA_CARE = _source(
    "tinea-care", "NHS, Athlete's foot (as repeated by others); Healthwise, Athlete's foot: when to call a doctor"
)
NO_WEIGHT = _source(
    "no-weight",
    "Gloucestershire g-care, Red flags for foot and ankle conditions; NHS Ayrshire and Arran MSK foot and ankle pathway",
)
TENDER_BONE = _source(
    "tender-bone",
    "Cambridge University Hospitals, Metatarsal fractures and stress fractures; Tu P and Bytomski JR, Diagnosis of heel pain, Am Fam Physician 2011;84(8):909-916 (abstract)",
)
WEAK_PUSH = _source(
    "weak-push", "NHS Borders podiatry, suspected tibialis posterior trouble; Bupa, Achilles tendon rupture (2023)"
)

# Telling causes apart.
AAFP_STRESS = _source(
    "aafp-stress", "Patel DS and others, Stress fractures, Am Fam Physician 2011;83(1):39-46 (abstract)"
)
METATARSAL = _source(
    "metatarsal", "Orthopaedic Sports Institute, Metatarsal stress fracture; AAOS warning signs of stress fracture"
)
NAVICULAR = _source(
    "navicular",
    "Ameres MJ, Navicular fracture: clinical presentation, Medscape 85973; tarsal navicular stress fractures, PMC5344863 (abstract)",
)
FIFTH = _source(
    "fifth-metatarsal", "FootEducation, Fifth metatarsal stress fracture; OrthoVellum, Fifth metatarsal fractures"
)
HEEL_BONE = _source(
    "heel-bone",
    "Family Practice Notebook, Calcaneal stress fracture; Diagnosis of heel pain, Am Fam Physician 2011;84(8):909-916 (abstract)",
)
ANKLE_STRESS = _source(
    "ankle-stress", "Sportsinjuryclinic.net, Medial malleolus stress fracture; NCH, stress fractures of the ankle"
)
MINIMALIST = _source("minimalist", "Ridge ST and others, Med Sci Sports Exerc 2013;45(7):1363-1368 (abstract)")
BONE_OR_TENDON = _source(
    "bone-or-tendon",
    "Baptist Health, Stress fracture or extensor tendonitis (2019); Foot pain from exercise, Aust J Gen Pract 2024;53(3):116-120",
)
MISSED_HEEL = _source(
    "missed-heel",
    "Straits Podiatry, Stress fracture of the heel bone; Baptist Health, Fasciitis or stress fracture (2020)",
)
ACUTE_NOT_STRESS = _source(
    "acute-not-stress",
    "Stress fractures arise without a single injury: Patel DS and others, Am Fam Physician 2011;83(1):39-46 (abstract)",
)
HEEL_DIAGNOSIS = _source(
    "aafp-heel",
    "Tu P and Bytomski JR, Diagnosis of heel pain, Am Fam Physician 2011;84(8):909-916 (abstract); Medbullets, Plantar fasciitis",
)
FASCIA_TEAR = _source("fascia-tear", "Ankle & Foot MD, Plantar fascia rupture; Avey, Plantar fascia tear")
HEEL_PAD = _source(
    "heel-pad",
    "Royal College of Podiatry, Heel pain; Diagnosis of heel pain, Am Fam Physician 2011;84(8):909-916 (abstract)",
)
ACHILLES = _source(
    "aafp-achilles",
    "Common conditions of the Achilles tendon, Am Fam Physician 2002;65(9):1805-1810 (table); RNOH, Achilles tendinopathy",
)
ACHILLES_DRUG = _source(
    "achilles-drug", "Alves C and others, Eur J Clin Pharmacol 2019;75:1431-1443 (abstract): odds ratio 3.95"
)
CALF = _source("calf-strain", "Spinal & Sports Care, Calf tears; My Healthy Feet, Gastrocnemius tear")
BIG_TOE = _source("big-toe", "Steindler Orthopedic, Big toe arthritis; NHS, Foot pain (2014)")
GOUT = _source("gout", "NHS, Foot pain: gout (as repeated by others); Push Doctor, Gout")
SESAMOID = _source("sesamoid", "Sesamoiditis: Proactive Foot and Ankle; SesamoiditisCure")
TURF_TOE = _source("turf-toe", "Commonwealth Foot & Ankle, Turf toe; NHS, Foot pain (2014)")
TINEA = _source(
    "tinea",
    "Diagnosis and management of plantar dermatoses, J Am Board Fam Med 2022;35(2):435-442; NHS, Athlete's foot (as repeated by others)",
)
NAIL = _source("nail", "WebMD, Black toenail (runner's toe); Houston Foot and Ankle, Black toenail")
WART = _source("wart", "Sportsinjuryclinic.net, Verruca; Pivot Podiatry, Plantar warts")
SPRAIN = _source("sprain", "Patient.info, Ankle injury (2024); Sheffield NHS MSK, What is an ankle sprain")
FIFTH_AVULSION = _source(
    "fifth-avulsion", "Not just a sprain: four foot and ankle injuries you may be missing, J Fam Pract"
)
AFTER_SPRAIN = _source(
    "after-sprain", "Vohra R and others, Persistent pain after lateral ankle sprain, 2018; Sheffield NHS MSK"
)
TOP_OF_FOOT = _source("top-of-foot", "Active Podiatry, Top of foot pain; Sportsinjuryclinic.net, Extensor tendonitis")
ENTRAPMENT = _source(
    "entrapment",
    "Pomeroy G and others, Entrapment neuropathy about the foot and ankle, J Am Acad Orthop Surg 2015;23(1):58-66",
)
MIDFOOT_ARTHRITIS = _source(
    "midfoot-arthritis", "Thomas MJ and others, Arthritis Res Ther 2015;17:178, PMC4499901 (abstract)"
)
NEUROMA = _source("neuroma", "Oxfordshire Chiropody, Morton's neuroma; Coburg Podiatry, Morton's neuroma")
METATARSALGIA = _source(
    "metatarsalgia", "UK Department for Work and Pensions, medical guidance: Metatarsalgia, clinical features"
)
RHEUMATOID = _source(
    "rheumatoid", "Royal College of Podiatry, Rheumatoid arthritis; Tweed Podiatry, Rheumatoid arthritis of the feet"
)
PERONEAL = _source(
    "peroneal",
    "Alpine Foot, Peroneal tendonitis; Choudhary S and McNally E, Skeletal Radiol 2011;40:1399-1413 (summary)",
)
ARCH_TENDON = _source(
    "arch-tendon",
    "Orthopaedic Sports Doctors, Posterior tibial tendon and the flat foot; Alberta Podiatry, flat feet and overpronation",
)
TIBIALIS = _source("tibialis", "POA, Posterior tibial tendon dysfunction; Ross Orthopedics, Posterior tibial tendon")
SEVER = _source(
    "sever",
    "Sportsinjuryclinic.net, Sever's disease; Diagnosis of heel pain, Am Fam Physician 2011;84(8):909-916 (abstract)",
)
ECZEMA = _source(
    "eczema", "BMJ Best Practice, Contact dermatitis: differentials; J Am Board Fam Med 2022;35(2):435-442"
)
SPIKES = _source(
    "spikes",
    "Schuster Brandt Frandsen J and others, How much running is too much?, Br J Sports Med 2025, PMID 40623829 (abstract)",
)
NOT_LOAD = _source(
    "not-load", "An accident explains the pain without a change of load: Patient.info, Ankle injury (2024)"
)
