"""What the red flags tell a runner to do: every text says the time that its rule gives, and no other.

"Now" means the emergency number; "today" a doctor or an emergency department on the same day; "a day or two" and "book
an appointment" what they say. All of them only protect: they may stand under every alarm.
"""

from __future__ import annotations

from expert.authoring import Remark


def _alert(name: str, text: str) -> Remark:
    return Remark(name, text, protects=True)


# After an injury.
XRAY_TODAY = _alert(
    "xray_today",
    "A bone may be broken. Have an X-ray today, at an urgent care unit or an emergency department, and keep your "
    "weight off the foot until then.",
)
DAMAGED = _alert(
    "damaged_after_injury",
    "A foot that changed its shape, has a deep wound, or cracked when it happened needs an emergency department today. "
    "Do not try to straighten it or walk on it.",
)
NERVE_HURT = _alert(
    "nerve_hurt",
    "A foot that is numb or cannot be lifted after an injury may have a hurt nerve or vessel. Go to an emergency "
    "department today, and keep your weight off it.",
)
TINGLES_AFTER_INJURY = _alert(
    "tingles_after_injury",
    "Swelling that makes the foot tingle after an injury may press on nerves or vessels. Have it looked at today; if "
    "it grows tight, very painful or numb, it is an emergency.",
)
HIDDEN_LIGAMENT = _alert(
    "hidden_midfoot_injury",
    "Bruising and pain in the middle of the foot can hide a torn ligament that is easy to miss. Be seen today, keep "
    "your weight off it, and say so if standing still hurts after a normal X-ray.",
)
MIDFOOT_SOON = _alert(
    "midfoot_soon",
    "Pain and bruising in the middle of the foot should be looked at within a day or two. Until then do not run, and "
    "stand on it as little as you can.",
)
BRUISED_MIDFOOT = _alert(
    "bruised_midfoot",
    "Swelling and a bruise in the middle of the foot should be looked at, even if it came slowly: book an appointment, "
    "and do not run until then.",
)
BADLY_HURT = _alert(
    "badly_hurt",
    "A foot that can hardly be stood on after an injury should be looked at today: a bone may be broken, or a ligament "
    "torn. Keep your weight off it until then.",
)
BONE_AFTER_INJURY = _alert(
    "bone_after_injury",
    "A sore bone after an injury should be looked at within a day or two; keep your weight off it until then.",
)
SPOT_AFTER_INJURY = _alert(
    "spot_after_injury",
    "One sore spot of bone after an injury should be looked at: book an appointment, and do not run on it until then.",
)
POPPED = _alert("popped", "A pop or crack when it began should be looked at: book an appointment, and rest it.")
POPPED_TODAY = _alert(
    "popped_today", "A pop or crack with an injury should be looked at today; keep your weight off it until then."
)
POPPED_SOLE = _alert(
    "popped_sole",
    "A pop under the foot can be a tear of the band along the sole. Have it looked at within a day or two; do not run "
    "or stretch it, and stand on it as little as you can.",
)
WOUND = _alert("wound", "A wound on the foot should be looked at: book an appointment, and keep it clean and covered.")
DEFORMED = _alert("deformed", "A foot that has changed its shape should be looked at: book an appointment.")
BROKEN = _alert(
    "broken",
    "The picture showed a broken bone: stay with what you were told there, do not run, and book an appointment to "
    "have it followed up.",
)

# Tendon and calf.
TORN_ACHILLES = _alert(
    "torn_achilles",
    "The Achilles tendon may have torn. Go to an emergency department today, even if the pain has eased; do not "
    "stretch or exercise it.",
)
WEAK_PUSH_OFF = _alert(
    "weak_push_off", "Not being able to rise on your toes needs an examination: book an appointment, and do not run."
)
WEAK_PUSH_OFF_SOON = _alert(
    "weak_push_off_soon",
    "A tendon at the back of the leg or the inner ankle may be torn. Be examined within a day or two, and do not "
    "stretch or exercise it until then.",
)
ANTIBIOTIC = _alert(
    "antibiotic",
    "This kind of antibiotic can harm tendons, joints, muscles and nerves, even months later. Phone the prescriber or "
    "a doctor today; if you still take it, before the next dose. Do not run, stretch or exercise until then.",
)

# Clots and arteries.
BLOOD_CLOT = _alert(
    "blood_clot",
    "This can be a blood clot in the leg. Get medical help today, and do not massage the calf. New trouble breathing, "
    "chest pain or coughing blood makes it an emergency.",
)
CLOT_IN_LUNG = _alert(
    "clot_in_lung",
    "A sore or swollen leg and trouble breathing can be a blood clot that has reached the lung. Call your local "
    "emergency number now.",
)
BREATHLESS = _alert(
    "breathless",
    "New trouble breathing is never a matter of the foot alone. Get medical help today; if it came suddenly or your "
    "chest hurts, it is an emergency.",
)
CIRCULATION = _alert(
    "blood_supply",
    "The foot may not be getting enough blood. Call your local emergency number now, and keep it still and unheated.",
)
COLD_FOOT = _alert(
    "cold_foot",
    "A foot that has turned pale and cold may lack blood. Get medical help today; if it hurts badly or goes numb, it "
    "is an emergency.",
)
PRESSURE = _alert(
    "pressure",
    "Pain this strong, or growing this fast, can mean that pressure in the foot or leg cuts off the blood, or a deep "
    "infection. Call your local emergency number now; take off shoe and bandage, and keep the leg level.",
)
STRONG_AT_REST = _alert(
    "strong_at_rest",
    "Pain this strong without any load is more than ordinary soreness. Have it looked at today, and keep off the foot.",
)
STRONG_AND_SUDDEN = _alert(
    "strong_and_sudden",
    "Sudden pain this strong without any load needs an emergency department today. Keep off the foot.",
)
GROWING_FAST = _alert(
    "growing_fast", "Pain that grows by the hour or the day should be looked at today. Keep off the foot until then."
)
NARROW_ARTERY = _alert(
    "narrow_artery",
    "Pain that comes after the same distance and goes within minutes can come from narrowed arteries. Be seen within a "
    "day or two, and look at the skin of both feet every day.",
)
CLOSED_ARTERY = _alert(
    "closed_artery",
    "A leg artery may be nearly closed. Go to an emergency department today, and keep the foot warm but unheated.",
)
TIGHT_MUSCLE = _alert(
    "tight_muscle",
    "Pain and numbness that come after the same distance and go with rest can come from a muscle that swells in its "
    "tight cover. Book an appointment, and do not run through it.",
)
FROZEN = _alert(
    "frozen",
    "The cold may have damaged skin and nerves. Go to an emergency department today; warm the foot gently, do not rub "
    "it or walk on it, and do not let it freeze again.",
)

# Skin and infection.
SKIN_INFECTION = _alert(
    "skin_infection",
    "Hot, red, sore skin may be an infection. See a doctor today. Fever, or redness that keeps spreading, makes it an "
    "emergency.",
)
SPREADING_TODAY = _alert(
    "spreading_today", "This may be an infection that is spreading. Go to an emergency department today."
)
SPREADING = _alert(
    "spreading_infection",
    "This may be an infection that is spreading through the body. Call your local emergency number, or go to an "
    "emergency department now.",
)
HOT_JOINT = _alert(
    "hot_joint",
    "A joint that is suddenly hot, swollen and too sore to load may be infected. Go to an emergency department today: "
    "early treatment saves the joint.",
)
HOT_TOE = _alert(
    "hot_toe",
    "A big toe joint that suddenly swells and can hardly be stood on may have gout. See a doctor within a day or two; "
    "fever or a wound there makes it an emergency.",
)
UNWELL_TOO = _alert(
    "unwell_too", "Foot pain together with a fever or feeling very unwell should be checked by a doctor today."
)
STUCK_IN = _alert(
    "stuck_in",
    "Something sharp in the foot can leave a piece or germs behind, tetanus among them. Have it looked at today, and "
    "leave deep things in until then.",
)
PUS = _alert("pus", "Pus means that it is infected. See a doctor today; do not squeeze it, and keep it covered.")
DEEP_INFECTION = _alert(
    "deep_infection", "An infection may be going deep or spreading. Go to an emergency department today."
)
FUNGUS_SEEN = _alert(
    "fungus_seen",
    "Show the skin to a doctor or podiatrist: with diabetes, or after two weeks of treatment in vain, it needs another "
    "look.",
)
FUNGUS_SPREADS = _alert("fungus_spreads", "The skin infection may be spreading beyond the fungus. See a doctor today.")
DARK_NAIL = _alert(
    "dark_nail",
    "A dark stripe or patch under a nail that was not hit is mostly harmless, but a skin cancer can look so. Book an "
    "appointment and have it looked at.",
)
LUMP = _alert(
    "lump", "A new lump is mostly harmless, but should be felt and looked at: book an appointment, sooner if it grows."
)

# Diabetes.
DIABETES_TODAY = _alert(
    "diabetes_today",
    "With diabetes, or poor feeling or circulation, a sore, hot or swollen foot should be seen today: phone your foot "
    "team or doctor, and keep your weight off it.",
)
DIABETES_TODAY_HOSPITAL = _alert(
    "diabetes_today_hospital",
    "With diabetes, or poor feeling or circulation, an infection of the foot can go deep. Go to an emergency "
    "department today, and keep your weight off it.",
)
DIABETES_NOW = _alert(
    "diabetes_now",
    "With diabetes, or poor feeling or circulation, signs of infection in the foot are an emergency. Go to an "
    "emergency department now, or call your local emergency number.",
)
DIABETES_CARE = _alert(
    "diabetes_care",
    "With diabetes, or poor feeling or circulation, do not treat a sore foot alone: book an appointment, and look at "
    "both feet every day.",
)

# Nerves.
PRESSED_NERVE = _alert(
    "pressed_nerve",
    "Not being able to lift the front of the foot can mean that a nerve is pressed. Be seen within a day or two; "
    "weakness of both legs, or new trouble with bladder or bowel, makes it an emergency.",
)
NERVE_TODAY = _alert(
    "nerve_today",
    "Suddenly not being able to lift the front of the foot can mean that a nerve is pressed. Be seen today; weakness "
    "of both legs, or new trouble with bladder or bowel, makes it an emergency.",
)
NUMB = _alert(
    "numb",
    "Numbness in the foot is worth a check: book an appointment. If it came suddenly, or the foot turns pale or cold, "
    "it is an emergency.",
)
NUMB_STAYS = _alert(
    "numb_stays",
    "Numbness or tingling that stays with the shoes off is worth a check: book an appointment. If the foot turns pale "
    "or cold, it is an emergency.",
)
TOUCH_HURTS = _alert(
    "touch_hurts",
    "Skin that hurts at the lightest touch can mean that its nerves overreact, or gout. Be seen within a day or two: "
    "treated early it does better. Until then move the foot gently, and put no ice on it.",
)

# Bones.
RISKY_BONE = _alert(
    "risky_bone",
    "A sore spot on this bone can be a crack that heals badly if you keep running. Stop running, keep your weight off "
    "it, and be seen within a day or two.",
)
SORE_BONE = _alert(
    "sore_bone", "A bone that hurts when pressed can be cracked. Stop running and book an appointment."
)
SORE_HEEL = _alert(
    "sore_heel",
    "A heel bone that hurts when it is squeezed from both sides is worth an examination: book an appointment, and "
    "leave out running and jumping until then.",
)
ONE_SPOT = _alert(
    "one_spot",
    "One sore spot of bone is worth an examination: book an appointment, and leave out running and jumping until then.",
)
CANNOT_STAND = _alert(
    "cannot_stand",
    "Not being able to stand on the foot is more than ordinary soreness, even without an injury. Be seen today, and "
    "keep off it until then.",
)
SEVERE_PAIN = _alert(
    "severe_pain", "Pain this strong when you stand should be looked at: book an appointment, and rest it until then."
)
LIMPING = _alert(
    "limping", "Pain that makes you limp should be looked at: book an appointment, and do not run on it until then."
)
CANNOT_RUN = _alert(
    "cannot_run", "Pain that keeps you from running at all should be looked at: book an appointment."
)
ROLLED_FOOT = _alert(
    "rolled_foot",
    "A rolled foot that hurts in the foot itself, not at the ankle, can hide a broken bone: book an appointment, and "
    "do not run until then.",
)
CLEAR_PICTURE = _alert(
    "clear_picture",
    "A picture that shows no break can still miss a small crack or a torn tendon. As it still hurts, go back: book an "
    "appointment.",
)
MAYBE_CRACK = _alert(
    "maybe_crack",
    "This could be a small crack in a bone. Stop running and book an appointment; a first X-ray can look normal, so "
    "ask about a second one after two to three weeks, or a scan (MRI).",
)
RISKY_CRACK = _alert(
    "risky_crack",
    "This could be a small crack in a bone that heals badly if it is loaded. Stop running, keep your weight off it, "
    "and be seen within a day or two.",
)
WEAK_BONES = _alert(
    "weak_bones",
    "This could be a small crack, in bones that may be weak. Stop running, keep your weight off it, and be seen within "
    "a day or two; say what may have weakened them.",
)
BONE_AT_RISK = _alert(
    "bone_at_risk",
    "Where bones may be weak, pain over a bone that comes with running or walking should be looked at even without a "
    "sore spot: book an appointment, and do not run until then.",
)
BONE_AND_CANCER = _alert(
    "bone_and_cancer",
    "After a cancer, pain in a bone, or pain at night or at rest, should be looked at within a day or two.",
)
LOSING_WEIGHT = _alert(
    "losing_weight",
    "Pain together with weight loss, night sweats or great tiredness should be looked at within a day or two.",
)
NIGHTS = _alert(
    "nights", "Pain at night, or all the time, for weeks is no ordinary soreness: be seen within a day or two."
)
NIGHT_PAIN = _alert(
    "night_pain", "Pain that does not let up at night or at rest should be looked at: book an appointment."
)

# Joints.
INFLAMED = _alert(
    "inflamed",
    "Stiff mornings in several places, or with an illness that goes into the joints, can be an inflammation. Book an "
    "appointment with a doctor, and name the other places.",
)
SWOLLEN_TOO = _alert(
    "swollen_too",
    "Swelling here while other joints hurt as well can be an inflammation of the joints. Book an appointment with a "
    "doctor, sooner if it stays for weeks.",
)
SWOLLEN_JOINTS = _alert(
    "swollen_joints",
    "Swollen, sore joints can be inflamed, and do far better when treated early. See a doctor within a day or two.",
)

# Children.
CHILD_NOW = _alert(
    "child_today",
    "A child or teenager with a fever who can hardly stand on the leg may have an infected joint or bone. Go to an "
    "emergency department today.",
)
CHILD_LIMPS = _alert(
    "child_limps",
    "A child or teenager who limps or hurts at night should be seen within a day or two, hip and knee as well: pain "
    "can come from there. No sport until then.",
)
CHILD_PAIN = _alert(
    "child_pain",
    "Pain that lasts two weeks in a child or teenager should be looked at: book an appointment, and do less sport "
    "until then.",
)

# The course.
LONG_LASTING = _alert(
    "long_lasting",
    "Most foot pain settles within six to eight weeks. Yours has lasted long enough to be looked at: book an "
    "appointment with a doctor, physiotherapist or podiatrist.",
)
TREATED_IN_VAIN = _alert(
    "treated_in_vain",
    "What was tried has not helped, so it is time for a fresh look: book an appointment, and say what was tried.",
)
NO_BETTER = _alert(
    "no_better",
    "It has not got better after two weeks of home care: book an appointment with a doctor, physiotherapist or "
    "podiatrist.",
)
WORSE_OR_BACK = _alert(
    "worse_or_back",
    "It got worse or came back after home care: book an appointment with a doctor, physiotherapist or podiatrist.",
)
GETTING_WORSE = _alert(
    "getting_worse",
    "After two weeks it should be getting better, not worse, and you should walk without a limp: book an appointment.",
)
