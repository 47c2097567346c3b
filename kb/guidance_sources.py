"""The sources of guidance and of remedies beyond the article, each read on the day given; what was read of it is in
brackets, "(as summed up by X)" where another page told of it."""

from __future__ import annotations

from kb.sources import cited

# ruff: noqa: E501  (a citation is one line)

# Running on, and coming back to it.
PAIN_SCALE = cited(
    "pain-scale",
    "BIM Physio, The pain-monitoring model (up to 3 of 10 safe, up to 5 acceptable); Southside Physio, The pain-monitoring model (the next day counts); Podiatry on Yonge at King, Returning to running, 2021 (the fascia is treated like a tendon)",
)
RETURN_STEPS = cited(
    "return-steps",
    "Standard return-to-run program, Trials 2023, doi 10.1186/s13063-023-07502-x (table 1); semc.org, Return to running",
)
RUN_CLEVER = cited(
    "run-clever",
    "Mulvad B and others, Diagnoses and time to recovery in the Run Clever trial, PLoS One 2018, doi 10.1371/journal.pone.0204742 (abstract: half were well after 56 days)",
)
FOOT_PAIN = cited(
    "foot-pain",
    "Leicestershire Partnership NHS Trust, Foot pain: self help; NHS, Plantar fasciitis: when to see a GP",
)

# Tendon and fascia.
TENDONITIS = cited("tendonitis", "nidirect, Tendonitis; NHS 111 Wales, Tendonitis")
ACHILLES_TIME = cited(
    "achilles-time",
    "East Lancashire Hospitals, Achilles tendon pain; City Health Care Partnership MSK, Achilles tendinopathy",
)
ACHILLES_START = cited("achilles-start", "Kingston Hospital, Achilles tendinopathy")
ACHILLES_SPECIALIST = cited(
    "achilles-specialist", "Southern Health NHS Foundation Trust, Achilles tendinopathy (2011); NHS 111 Wales, Tendonitis"
)
ACHILLES_LOADING = cited(
    "achilles-loading",
    "The guideline of 2024 (as summed up by Hampstead Osteopathy: exercise first, from 15 repetitions to 6 heavy ones over about 12 weeks); Silbernagel KG and others, Conservative management of Achilles tendinopathy, J Athl Train 2020;55(5):438 (abstract)",
)
ACHILLES_LOW = cited(
    "achilles-low",
    "Kent Community Health NHS Foundation Trust, Achilles insertional tendinopathy, 2024 (flat ground, 2 cm of heel, cushions); University Hospitals of Derby and Burton, Achilles tendon pain (near the heel bone few stretches)",
)
FASCIA_TIME = cited(
    "fascia-time", "Bupa, Plantar fasciitis (2021); Bytes Primary Care Network (NHS), Plantar fasciitis"
)
FASCIA_NHS = cited("fascia-nhs", "NHS, Plantar fasciitis; HSE Ireland, Plantar fasciitis")
FASCIA_STRETCH = cited(
    "fascia-stretch",
    "Bytes Primary Care Network (NHS), Plantar fasciitis: exercises; Froedtert, Foot and ankle stretches; AA Foot, Foot stretches (2016)",
)
FASCIA_LOADING = cited(
    "fascia-loading",
    "Rathleff MS and others, Scand J Med Sci Sports 2015;25(3):e292-e300, PMID 25145882 (abstract; the dose as summed up by Goodfellow Unit)",
)
EXTENSOR_CARE = cited(
    "extensor-care",
    "Delray Beach Podiatry, Treatment for extensor tendonitis (2016); Sportsinjuryclinic.net, Extensor tendonitis, phase 2",
)

# Bone.
BONE_RUNNING_ON = cited(
    "bone-running-on",
    "Bone stress injuries in runners, a review, PMC7049623 (abstract: who runs on gets a graver injury, and a longer one)",
)
BONE_TIME = cited(
    "bone-time",
    "Hoenig T and others, Return to sport following low-risk and high-risk bone stress injuries, Br J Sports Med 2023;57(7):427-432 (abstract); Kingston Hospital, Metatarsal fracture (6 to 12 weeks); Kahanov L and others, Open Access J Sports Med 2015;6:87-95 (abstract: 4 weeks to a year)",
)
BONE_RETURN = cited(
    "bone-return",
    "Sunny Coast Sports Medicine, Return to running after stress fractures; semc.org, Return to running; Achieve Podiatry, Bone stress injuries in runners",
)
BONE_XRAY = cited("bone-xray", "Cotswold Foot & Ankle Clinic, Stress fractures")
BONE_WEIGHT = cited(
    "bone-weight", "Cambridge University Hospitals, Metatarsal fractures and stress fractures: weight as pain allows"
)
BONE_FOOD = cited(
    "bone-food",
    "Knechtle B and others, Vitamin D and stress fractures in sport, 2021 (abstract: vitamin D, calcium, periods); Heikura I and others, Nutrition for female athlete bone health, GSSI 2023 (key points)",
)

# Sprain.
SPRAIN_RUNNING = cited(
    "sprain-running",
    "Northern Care Alliance, Ankle injury advice; Altnagelvin Emergency Department, Ankle sprain (2019); NHS, Sprains and strains (as repeated by Clifton Road Surgery)",
)
SPRAIN_TIME = cited(
    "sprain-time",
    "NHS, Sprains and strains (as repeated by Clifton Road Surgery); University Health Service Sheffield, Sprains and strains",
)
SPRAIN_STEPS = cited("sprain-steps", "Altnagelvin Emergency Department, Ankle sprain (2019)")
SPRAIN_HELP = cited(
    "sprain-help",
    "Altnagelvin Emergency Department, Ankle sprain, 2019 (no progress by day 10, giving way); University Health Service Sheffield, Sprains and strains",
)
SPRAIN_MOVING = cited(
    "sprain-moving", "Northern Care Alliance, Managing ankle injuries (after 2 days exercises, little and often)"
)
SPRAIN_BALANCE = cited(
    "sprain-balance",
    "Systematic review of postural control and lateral ankle sprains, J Athl Train 2008;43(3):305 (abstract); proprioceptive training, J Sci Med Sport, S1440-2440(14)00074-7 (abstract); the Dutch trial of balance boards as summed up by Performance Health Academy",
)

# Bunions, skin, shoes, strength.
BUNIONS_HOME = cited(
    "bunions-home", "NHS, Bunions, nhs.uk/conditions/bunions (only surgery removes them; a few weeks of care at home first)"
)
BUNIONS_RUNNING = cited("bunions-running", "Abbott Foot Clinic, Can I run with bunions?")
BUNIONS_SPACER = cited(
    "bunions-spacer",
    "Ying J and others, Conservative treatments for hallux valgus, Int J Environ Res Public Health 2021;18(7):3841, PMC8038851 (abstract); Nonsurgical interventions for hallux valgus, Arthritis Care Res, PMID 33768721 (abstract: low certainty, pain rather than angle)",
)
TINEA_HOME = cited(
    "tinea-home",
    "NHS 111 Wales, Athlete's foot (a few weeks; no need to stay away from school or work); Numark, Athlete's foot (shoes, towels, bare feet); Keeping me well, Athlete's foot in adults (1 to 2 weeks longer)",
)
TINEA_HELP = cited(
    "tinea-help",
    "NHS, Treatments for athlete's foot, 2018 (as repeated by Zana: a GP if it does not begin to improve after a week); Training Matters, Footcare: when to refer (diabetes, a month)",
)
PRONATION = cited(
    "pronation",
    "Nielsen RO and others, Foot pronation is not associated with increased injury risk, Br J Sports Med 2014;48(6):440-447, PMID 23766439 (abstract)",
)
STRENGTH = cited(
    "strength",
    "Taddei UT and others, Foot core training to prevent running-related injuries, Am J Sports Med 2020, doi 10.1177/0363546520969205 (abstract); Pogo Physio, How often should I do running hip strength exercises? (first gains in 2 to 3 weeks)",
)
STRENGTH_DOSE = cited(
    "strength-dose",
    "Foot core training (as summed up by PhysioHub: 8 weeks, 3 times a week); WHO guidelines on physical activity, 2020 (as repeated by Eleiko: 2 days a week, 15 to 30 minutes)",
)
