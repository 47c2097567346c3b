"""The sources beyond the article, each read on the day given; what was read of it is in brackets.

"(abstract)" and "(first part)" say how far it was read, "(as repeated by X)" that X gave another's words; without a
word in brackets the page was read. A constant is named after its subject, so that a better source can take its place
and the rules that import it stay as they are.
"""

from __future__ import annotations

from expert.authoring import Source

# ruff: noqa: E501  (a citation is one line)
_DAY = "2026-11-28"


def cited(key: str, text: str) -> Source:
    """A source as it was looked up on the day when all of them were."""
    return Source(key, text, _DAY)


# Red flags.
OTTAWA = cited(
    "ottawa",
    "Bachmann LM and others, Accuracy of Ottawa ankle rules to exclude fractures of the ankle and mid-foot, BMJ 2003;326:417 (abstract); the rules themselves as repeated by owiki.org, Ottawa ankle rules",
)
NHS_SPRAINS = cited(
    "nhs-sprains",
    "nidirect, Heel pain (when to go to an emergency department), nidirect.gov.uk/conditions/heel-pain; NHS, Sprains and strains (as repeated by Morecambe Bay CCG: no weight on it, crooked, numb or cold)",
)
LIMB = cited("limb-ischaemia", "Royal College of Emergency Medicine Learning, Acute limb ischaemia: the 6 Ps")
RUPTURE = cited(
    "achilles-rupture",
    "Mazzone MF and McCue T, Common conditions of the Achilles tendon, Am Fam Physician 2002;65(9):1805-1810 (table: sudden, a pop, no single-leg toe raise)",
)
LISFRANC = cited(
    "lisfranc",
    "Wynter S and Grigg C, Lisfranc injuries, Aust Fam Physician 2017;46(3) (abstract); Wright MP and Michelson JD, Lisfranc injuries (Easily missed?), BMJ 2013;347:f4561 (first part)",
)
DVT = cited(
    "dvt",
    "NICE guideline NG158, recommendations 1.1.1 to 1.1.4 (result within 4 hours, or treated until then); NHS, Deep vein thrombosis, beta.nhs.uk (urgent appointment; 999 with breathlessness)",
)
CELLULITIS = cited(
    "cellulitis",
    "NHS Choices, Symptoms of cellulitis (as repeated by clearchemist.co.uk: doctor the same day; emergency department if it spreads fast or with a fever)",
)
SEPTIC_JOINT = cited(
    "septic-joint",
    "Coakley G and others, Management of the hot swollen joint in adults, Rheumatology 2006;45:1039-1041 (a short history of a hot, swollen joint is infected until shown otherwise); Patient.info professional, Hot swollen joints (first part)",
)
DIABETIC_FOOT = cited(
    "diabetic-foot",
    "NICE guideline NG19, Diabetic foot problems (key priorities); what is urgent in it, as repeated by iatrox.com (infection, no blood, a hot swollen foot)",
)
HEEL_PAIN_NHS = cited(
    "nhs-heel-pain",
    "nidirect, Heel pain, nidirect.gov.uk/conditions/heel-pain; NHS, Heel pain (as repeated by outuk.com: two weeks, severe, back again, tingling, diabetes)",
)
FOOT_DROP = cited(
    "foot-drop",
    "NHS Borders RefHelp, Lower limb (urgent: acute foot drop); NHS Lothian RefHelp, Serious lumbar spine conditions (both legs, bladder or bowel)",
)
NEUROPATHY = cited("neuropathy", "nidirect, Peripheral neuropathy, nidirect.gov.uk/conditions/peripheral-neuropathy")
HIGH_RISK_BONE = cited(
    "high-risk-bone",
    "Mayer SW and others, Stress fractures of the foot and ankle in athletes, Sports Health 2014;6(6), PMC4212349 (abstract)",
)
QUINOLONE = cited(
    "quinolone",
    "MHRA, Drug Safety Update, fluoroquinolones, March 2019 (as repeated by the MHRA drug alert of 21 March 2019: stop at the first sign of tendon pain); NHS Lothian, Fluoroquinolone warning",
)
UNWELL = cited(
    "unwell",
    "NHS Borders RefHelp, Lower limb (emergency: acute infection; feverish, losing weight, night pain that prevents sleep)",
)
TINEA_CARE = cited(
    "tinea-care",
    "NHS, Athlete's foot (as repeated by thealewellbeingcentre.co.uk: see a GP if the treatment fails, or the foot or leg is hot and painful); Pharmacy First, Athlete's foot (as repeated by Browns Pharmacy: diabetes, secondary infection)",
)
NO_WEIGHT = cited(
    "no-weight",
    "Gloucestershire g-care, Red flags for foot and ankle conditions (inability to bear weight); NHS Borders RefHelp, Lower limb (emergency: suspected fracture)",
)
TENDER_BONE = cited(
    "tender-bone",
    "Knobloch AC and others, Bone stress injuries in endurance athletes, Curr Sports Med Rep 2025;24(9):281-291 (abstract: bony tenderness counts most); Mayer SW and others, Sports Health 2014;6(6), PMC4212349 (abstract)",
)
WEAK_PUSH = cited(
    "weak-push",
    "NHS Borders RefHelp, Podiatry (refer urgently: suspected Achilles rupture, suspected tibialis posterior trouble); Mazzone MF and McCue T, Am Fam Physician 2002;65(9):1805-1810 (table)",
)

# Telling causes apart.
AAFP_STRESS = cited(
    "aafp-stress", "Patel DS and others, Stress fractures, Am Fam Physician 2011;83(1):39-46 (abstract)"
)
METATARSAL = cited(
    "metatarsal",
    "Stress fractures, review, Arch Endocrinol Metab 2022, scielo.br S2359-39972022000500765 (abstract: one spot, with or without swelling, earlier in each run and worse over two to three weeks)",
)
NAVICULAR = cited(
    "navicular",
    "Tarsal navicular stress fractures, PMC5344863 (abstract); navicular stress fracture, Clin Sports Med 2006;25(1) (abstract: vague, hard to find)",
)
FIFTH = cited(
    "fifth-metatarsal",
    "Ding BC and others, Fractures of the proximal fifth metatarsal, Bull NYU Hosp Jt Dis 2012;70(1):49-55 (abstract); VisualDx, Proximal fifth metatarsal fracture (first part: stress at zones 2 and 3)",
)
HEEL_BONE = cited(
    "heel-bone",
    "Family Practice Notebook, Calcaneal stress fracture; Tu P and Bytomski JR, Diagnosis of heel pain, Am Fam Physician 2011;84(8):909-916 (abstract)",
)
ANKLE_STRESS = cited(
    "ankle-stress",
    "Stress fractures of the ankle, in: Stress Fractures in Athletes, Springer 2015:161-169 (abstract: slow, without an injury, tender on the ankle bone)",
)
MINIMALIST = cited(
    "minimalist",
    "Ridge ST and others, Foot bone marrow edema after a 10-wk transition to minimalist running shoes, Med Sci Sports Exerc 2013;45(7):1363-1368 (abstract)",
)
BONE_OR_TENDON = cited(
    "bone-or-tendon",
    "Foot pain from exercise, Aust J Gen Pract 2024;53(3):116-120 (first part: night pain); Knobloch AC and others, Curr Sports Med Rep 2025;24(9):281-291 (abstract: bony pain that grows)",
)
MISSED_HEEL = cited(
    "missed-heel",
    "Calcaneal stress fractures (abstract, discovery.researcher.life: often taken for fasciitis, also when usual care fails); Rajivan R and others, Cureus 2025, PMC12121967 (abstract)",
)
ACUTE_NOT_STRESS = cited(
    "acute-not-stress",
    "Foot pain from exercise, Aust J Gen Pract 2024;53(3):116-120 (first part: a slow onset without an injury)",
)
HEEL_DIAGNOSIS = cited(
    "aafp-heel", "Tu P and Bytomski JR, Diagnosis of heel pain, Am Fam Physician 2011;84(8):909-916 (abstract)"
)
FASCIA_TEAR = cited(
    "fascia-tear",
    "Servey JT and Jonas C, Plantar fascia rupture, J Am Board Fam Med 2018;31:282-285 (first part: a pop, then bruising and swelling under the foot)",
)
HEEL_PAD = cited(
    "heel-pad",
    "Tu P and Bytomski JR, Diagnosis of heel pain, Am Fam Physician 2011;84(8):909-916 (abstract: a deep, bruise-like pain in the middle of the heel)",
)
ACHILLES = cited(
    "aafp-achilles",
    "Mazzone MF and McCue T, Common conditions of the Achilles tendon, Am Fam Physician 2002;65(9):1805-1810 (table: tendonitis gradual, bursitis at the start of activity and in shoes)",
)
ACHILLES_DRUG = cited(
    "achilles-drug",
    "Alves C and others, Fluoroquinolones and the risk of tendon injury, Eur J Clin Pharmacol 2019;75:1431-1443 (abstract: odds of Achilles tendinitis 3.95 times as high)",
)
CALF = cited(
    "calf-strain",
    "Meek WM and others, Calf strain in athletes, JBJS Reviews 2022;10(3):e21.00183 (first part); UpToDate, Calf injuries not involving the Achilles tendon (summary: at a sudden movement)",
)
BIG_TOE = cited(
    "big-toe",
    "Chan O and Sakellariou A, Hallux rigidus: a review (first part); Common foot problems, handout, Am Fam Physician 2018;98(5) (hard-soled shoes; wide ones for a bunion); NHS, Bunions (as repeated by NHS Hull CCG: they get worse over time)",
)
GOUT = cited(
    "gout",
    "NICE guideline NG219, Gout, recommendations 1.1.1 to 1.1.4 (sudden, often overnight, red and swollen; an infected joint must be thought of)",
)
SESAMOID = cited(
    "sesamoid",
    "Choi JY and others, Atraumatic sport-related medial sesamoid pain, Clin Orthop Surg 2024;16(4):641-649, PMC11262941 (abstract); Sports Medicine Review, Sesamoid pain (under the big toe joint)",
)
TURF_TOE = cited(
    "turf-toe",
    "Gould S and Mroczek KJ, First metatarsophalangeal joint sprain (turf toe), musculoskeletalkey.com; Physiopedia, Turf toe (bent back, swelling, bruise)",
)
TINEA = cited(
    "tinea",
    "Rasner CJ and others, Diagnosis and management of plantar dermatoses, J Am Board Fam Med 2022;35(2):435-442 (first part); NHS 111 Wales, Athlete's foot",
)
NAIL = cited(
    "nail",
    "Queensland Health, Ingrown toenail (cut straight across); NHS, Ingrown toenail (as repeated by the Daily Mail); Canadian Dermatology Association, Nail melanoma (a bruise that does not grow out)",
)
WART = cited(
    "wart",
    "NHS, Warts and verrucas (as repeated by drpharmacy.uk: may hurt like standing on a needle; podiatrist if large or very painful)",
)
SPRAIN = cited(
    "sprain",
    "NHS, Sprains and strains (as repeated by zana.com and drpharmacy.uk: swelling, bruising; most are better in six to eight weeks); Halabchi F and Hassabi M, World J Orthop 2020;11(12):534-558 (abstract)",
)
FIFTH_AVULSION = cited(
    "fifth-avulsion",
    "Hall S and others, Not just a sprain: 4 foot and ankle injuries you may be missing, J Fam Pract (first part)",
)
AFTER_SPRAIN = cited(
    "after-sprain",
    "Mansour R and others, Persistent ankle pain following a sprain, Skeletal Radiol 2011 (abstract); Bassewitz HL and Shapiro MS, Phys Sportsmed 1997;25(12) (summary: pain of 6 weeks or more)",
)
TOP_OF_FOOT = cited(
    "top-of-foot",
    "American Medical Society for Sports Medicine, Extensor tendinopathy, sportsmedtoday.com (tight laces, uphill and downhill; numbness is no part of it)",
)
ENTRAPMENT = cited(
    "entrapment",
    "Pomeroy G and others, Entrapment neuropathy about the foot and ankle, J Am Acad Orthop Surg 2015;23(1):58-66 (first part)",
)
MIDFOOT_ARTHRITIS = cited(
    "midfoot-arthritis",
    "Thomas MJ and others, Symptomatic midfoot osteoarthritis, Arthritis Res Ther 2015;17:178, PMC4499901 (abstract)",
)
NEUROMA = cited(
    "neuroma",
    "NHS, Morton's neuroma (as repeated by 1stchoicepharmacy.co.uk: shooting or burning pain, a pebble under the foot, numb toes; tight or high shoes); Keeping Me Well, Morton's neuroma",
)
METATARSALGIA = cited(
    "metatarsalgia",
    "NHS, Metatarsalgia (as repeated by zana.com: ache or burning at the front of the foot, worse on walking, tight shoes); Disorders of the forefoot and toes, clinicalgate.com (a cracked metatarsal swells on top of the foot)",
)
RHEUMATOID = cited(
    "rheumatoid",
    "NICE guideline NG100, Rheumatoid arthritis, recommendation 1.1.1; Humber and North Yorkshire, Inflammatory arthritis pathway (both sides, stiff for over 30 minutes in the morning)",
)
PERONEAL = cited(
    "peroneal",
    "Choudhary S and McNally E, Common and unusual causes of lateral ankle pain, Skeletal Radiol 2011;40:1399-1413 (abstract); Brodsky JW and others, Acute peroneal injury (first part: pain behind the outer ankle, chronic tears come slowly)",
)
ARCH_TENDON = cited(
    "arch-tendon",
    "NHS Direct Wales, Flat feet (they may roll inwards and hurt in feet and ankles); Sheffield Aches and Pains (NHS), Acquired flat foot (ache of the arch and inner ankle)",
)
TIBIALIS = cited(
    "tibialis",
    "Kohls-Gatzoulis J and others, Tibialis posterior dysfunction, BMJ 2004 (abstract); StatPearls, Posterior tibial tendon dysfunction (2024, first part); POA, Posterior tibial tendon dysfunction (pain or swelling)",
)
SEVER = cited(
    "sever",
    "James AM and others, Calcaneal apophysitis, systematic review, J Foot Ankle Res 2013;6:16 (abstract: mostly 8 to 15 years); Tu P and Bytomski JR, Am Fam Physician 2011;84(8):909-916 (abstract)",
)
GROWING_FOREFOOT = cited(
    "growing-forefoot",
    "Gillespie H, Osteochondroses and apophyseal injuries of the foot in the young athlete, Curr Sports Med Rep 2010;9(5):265-268 (abstract); Wheeless' Textbook of Orthopaedics, Freiberg's disease (growth spurt, swelling, less movement of the toe, stress fracture and tumour to be told from it)",
)
GROWING_MIDFOOT = cited(
    "growing-midfoot",
    "Lurie Children's Hospital, Iselin disease (8 to 13 years; outer edge, worse with activity, tender); Duodecim, Painful conditions of the ankle and foot in children and adolescents (Iselin, Koehler)",
)
FIBROMA = cited(
    "fibroma",
    "Entire Podiatry, Plantar fibroma (a firm lump in the arch, felt where shoes press on it); foot-health.info, Plantar fibroma (benign, may grow)",
)
SCIATICA = cited(
    "sciatica",
    "NHS, Sciatica (as repeated by windsorhousegrouppractice.co.uk: back of the leg, foot and toes shoot, tingle, are numb or weak; GP if no better after a few weeks; emergency if both legs, bladder or bowel)",
)
ECZEMA = cited(
    "eczema",
    "Clinical approach to regional dermatoses, clinicalpub.com (an allergy to the shoe on top of the feet); Rasner CJ and others, J Am Board Fam Med 2022;35(2):435-442 (abstract)",
)
SPIKES = cited(
    "spikes",
    "Schuster Brandt Frandsen J and others, How much running is too much?, Br J Sports Med 2025;59(17):1203-1210, PMC12421110 (abstract)",
)
NOT_LOAD = cited(
    "not-load",
    "Foot pain from exercise, Aust J Gen Pract 2024;53(3):116-120 (first part: a stress fracture comes slowly and without an injury; that an injury speaks against load is our conclusion)",
)

# Running on, healing, and going back.
HEEL_BPG = cited(
    "heel-bpg",
    "Morrissey D and others, Management of plantar heel pain: a best practice guide, Br J Sports Med 2021;55(19):1106-1118 (abstract; steps as repeated by Sports and Spinal Physio)",
)
ACHILLES_CPG = cited(
    "achilles-cpg",
    "Chimenti RL and others, Midportion Achilles tendinopathy: revision 2024, J Orthop Sports Phys Ther 2024, doi 10.2519/jospt.2024.13079 (abstract: what it covers)",
)
PAIN_RULE = cited(
    "pain-rule",
    "Silbernagel KG and others, Continued sports activity, using a pain-monitoring model, Am J Sports Med 2007;35(6):897-906 (abstract)",
)
SPRAIN_REVIEW = cited(
    "sprain-review",
    "Halabchi F and Hassabi M, Acute ankle sprain in athletes, World J Orthop 2020;11(12):534-558, PMC7745493 (abstract)",
)
BSI = cited("bone-stress", "Hoenig T and others, Bone stress injuries, Nat Rev Dis Primers 2022;8(1):26 (abstract)")
BSI_CARE = cited(
    "bone-stress-care",
    "Bone stress injuries, Dtsch Z Sportmed (German Journal of Sports Medicine) 2023, issue 2 (summary: less load, food, calcium, vitamin D, then load step by step)",
)
RECOVERY_TIME = cited(
    "recovery-time",
    "Nielsen RO and others, Time to recovery in 254 injured novice runners, PLoS One 2014;9(6):e99877 (abstract)",
)
REDS = cited(
    "reds",
    "Mountjoy M and others, IOC consensus statement on relative energy deficiency in sport, Br J Sports Med 2023;57(17):1073 (title and authors; summary by News Medical, 26 September 2023)",
)

# More patterns outside the ten causes.
AJGP_FOOT = cited(
    "ajgp-foot-pain", "Foot pain from exercise, Aust J Gen Pract 2024;53(3):116-120 (abstract and first part)"
)
INSUFFICIENCY = cited(
    "insufficiency-fracture",
    "Risk factors associated with foot and ankle insufficiency fractures in postmenopausal women, Foot Ankle Int 2021;42(4):482-487 (abstract)",
)
ELDERLY_STRESS = cited(
    "elderly-stress-fracture",
    "Breer S and others, Stress fractures in elderly patients, Int Orthop 2012;36(12):2581-2587, PMC3508041 (abstract)",
)
SYNDESMOSIS = cited(
    "syndesmosis",
    "Sman AD and others, Diagnostic accuracy of clinical tests for ankle syndesmosis injury, Br J Sports Med 2015;49(5):323 (abstract); Family Practice Notebook, High ankle sprain",
)
INSERTIONAL = cited(
    "insertional-achilles",
    "Jonsson P and others, New regimen for eccentric calf-muscle training without dorsiflexion (insertional Achilles), Br J Sports Med (first part)",
)
PLANTAR_PLATE = cited(
    "plantar-plate",
    "British Orthopaedic Foot and Ankle Society, Hyperbook, Lesser MTPJ instability: plantar plate disorders (first part)",
)
CUBOID = cited(
    "cuboid-syndrome",
    "Jennings J and Davies GJ, Cuboid syndrome secondary to lateral ankle sprains, J Orthop Sports Phys Ther, case series (abstract)",
)
NICE_NG100 = cited(
    "nice-ng100",
    "NICE guideline NG100, Rheumatoid arthritis in adults, recommendation 1.1.1 (urgent referral: small joints of the feet, more than one joint)",
)
NAIL_MELANOMA = cited(
    "nail-melanoma",
    "Canadian Dermatology Association, Nail (subungual) melanoma, dermatology.ca (a streak, a bruise that does not grow out, dark skin beside the nail)",
)
HALLUX_RIGIDUS = cited(
    "hallux-rigidus",
    "Heybeli N and Gunaydin B, Hallux rigidus, J Foot Ankle Surg (Asia Pacific) 2020;7(2):64-69 (abstract); Chan O and Sakellariou A, Hallux rigidus: a review (first part: a bump on top, worse on tiptoe and running)",
)
BURSA_HEEL = cited(
    "heel-bursa",
    "Mazzone MF and McCue T, Am Fam Physician 2002;65(9):1805-1810 (table: bursitis, low-riding shoes, sore at the start); Tu P and Bytomski JR, Am Fam Physician 2011;84(8):909-916 (abstract: Haglund)",
)
NAVICULAR_STRESS = cited(
    "navicular-stress",
    "Stress fracture of the tarsal navicular, Clin Sports Med 2006;25(1) (abstract: often vague); Stress fractures of the ankle and hindfoot, Springer 2020, chapter 18 (abstract: navicular and inner ankle bone are high risk)",
)
EXERTIONAL_COMPARTMENT = cited(
    "exertional-compartment",
    "Buerba RA and others, Chronic exertional compartment syndrome, Open Access J Sports Med 2019;10:71-79 (abstract); Mayo Clinic, Symptoms (comes with running, gone some 10 to 20 minutes after, numb)",
)
YOUNG_HEEL = cited(
    "young-heel",
    "Pediatric Education, Heel pain in a nine-year-old, 2012 (also infection, tumour, joined or extra bones)",
)
ACCESSORY_NAVICULAR = cited(
    "accessory-navicular",
    "Virtual Podiatrist for doctors, Accessory navicular, dhclinic.virtualpodiatrist.co.uk (a painful lump at the inner side, rubbed by shoes)",
)
TALUS = cited(
    "talus-cartilage",
    "Foot Hyperbook (British Orthopaedic Foot and Ankle Society), Osteochondral lesions in the ankle: clinical (a sprain that failed to settle, catching; look further at three months)",
)
MISSED_FIVE = cited(
    "missed-five",
    "Painful foot or ankle? Don't overlook these 5 injuries, J Fam Pract 2020;69(5):228-236 (summary: high ankle sprain, Lisfranc, fifth metatarsal)",
)
MISSED_FOUR = cited(
    "missed-four",
    "Hall S and others, Not just a sprain, J Fam Pract (first part: a navicular crack is a vague pain on top of the midfoot that comes slowly; talus, peroneal tendons)",
)
CHILBLAINS = cited("chilblains", "nidirect, Chilblains, nidirect.gov.uk/conditions/chilblains")
BUNION_NHS = cited(
    "bunion-nhs",
    "NHS, Bunions (as repeated by NHS Hull CCG: the big toe points to the others; shoes that fit, see a GP)",
)

BLISTER = cited("blister", "NHS 111 Wales, Blisters (heal within about a week; see somebody if hot, red or weeping)")
CRAMP = cited("cramp", "nidirect, Leg cramps, nidirect.gov.uk/node/10453 (feet and calves, after exercise, at night)")
STUBBED = cited(
    "broken-toe",
    "University College London Hospitals, Caring for your fractured (broken) toe (not the big toe); broken toe, four to six weeks, taped to its neighbour (first aid, thefreelibrary.com, 2014)",
)
RECOVERY = cited(
    "after-a-race",
    "Staffordshire University, Post-event muscle soreness and recovery, 22 April 2015 (soreness peaks after one or two days and lasts five to seven)",
)

# More red flags.
CHILD_LIMP = cited(
    "child-limp",
    "Queensland Children's Hospital, Limp: emergency management in children (first part); Royal Cornwall Hospitals, Acute atraumatic limp in children, 2021 (red: fever, no weight on it, night pain, bony lump, over 7 days)",
)
NICE_CG147 = cited(
    "nice-cg147",
    "NICE guideline CG147, Peripheral arterial disease, context (leg pain on walking; severe: pain at rest, ulcers, gangrene)",
)
COMPARTMENT = cited(
    "compartment",
    "NHS, Compartment syndrome (as repeated by drpharmacy.uk and britbrief.co.uk: sudden, severe, tight and numb after an injury is an emergency)",
)
NICE_NG65 = cited(
    "nice-ng65",
    "NICE guideline NG65, Spondyloarthritis in over 16s, recommendation 1.1.2; referral of sore tendon ends, as summed up by McAllister K and others, BMJ 2017;356 and Pallant Medical",
)
FROSTBITE = cited(
    "frostbite",
    "NHS, Frostbite (as repeated by zana.com: pins and needles, then numb; call for advice, emergency department if severe; do not warm if it may freeze again)",
)
PUNCTURE = cited(
    "puncture-wound",
    "Nail puncture wounds to the foot, PMC1026657 (abstract: deep wounds at the front of the foot, sports shoes); Family Practice Notebook, Puncture wound (tetanus, what stays in it, 24 hours)",
)
OSTEOID_OSTEOMA = cited(
    "osteoid-osteoma",
    "Osteoid osteoma in the ankle and foot, Foot Ankle Surg 2021;27(2):143-149 (abstract: night pain eased by anti-inflammatory drugs; found after 21 months)",
)
NICE_NG12 = cited(
    "nice-ng12",
    "NICE guideline NG12, Suspected cancer: bone and soft tissue (as repeated by GPnotebook: a child's unexplained bone pain or swelling, X-ray within 48 hours; a growing lump)",
)
CANCER_SCOTLAND = cited(
    "cancer-scotland",
    "Scottish Referral Guidelines for Suspected Cancer, Sarcomas and bone cancers (bone pain that lasts, grows, or comes at night or at rest; a lump over 5 cm, growing or deep)",
)

# Medicines.
NSAID_CAUTION = cited(
    "nsaid-caution",
    "NHS, Ibuprofen: who can and cannot take it (as repeated by the Daily Record, February 2026: allergy, pregnancy, ulcers, kidneys, heart, asthma, over 65)",
)
NSAID_BONE = cited(
    "nsaid-bone",
    "Fedgo AA and Stahlman S, Medical Surveillance Monthly Report, February 2020:18-24 (abstract: healing delayed 1.41 times as often); Hughes JM and others, J Bone Miner Res, PMC6936225 (abstract: paracetamol too went with more cracks, so the link is not proof)",
)
