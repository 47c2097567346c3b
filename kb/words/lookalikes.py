"""Everyday words that are a letter away from a word of this base: they are no slips of it."""

from __future__ import annotations

LOOKALIKES = frozenset(
    """
    abode abort abound accidental acres acted activists addled aerial affection affections affective afflicting
    aggregate aground aided aiding alight alive altars alter among angie angles anklets anorexic anvil appealed
    appeased archers arching ashes aspiring athletics atone attach attacked attackers attracted aware backtracking
    bagged bails baiting baked baker baldy bales balled ballot bally banded bands banking barged barked barking barley
    barns based basking bathed batter battle battles beads beaming beard beast beating beckoning bedside beech begat
    beings belch bellow bells bench berth betide bicker bikini bilge billet bills binds birch biter bitter blacked
    blacking blackness bland blank blanked blaring blaster blasters bleach bleaching bleak bleeping blending blight
    blighters blithering blobs blogs bloke blond bloom blundering blush bluster boarder boats bolder bolts bondage
    boners boning bonus boobs booing booms boost boosts booth booths bordering boson bough boughs bouts bowing boxers
    braid braised brakes brave braves brawn breaching bread breadth bream breeding breeds brine brink briny broker
    brood brooke brooms brother brothers brought brows bruce brushed bryce bucking budding budge bugger bugging bugle
    build bulging bullet bulls bummed bunny burdening buried burly burping burry burying butter cabled caches cackling
    cages cakes calculation calling camped camping camps cancel canes canker capes capped capping cared careening
    cares caressing carjacked carjacking carly carny carousing cases cashed casino catchers cease cellulite centimeter
    certainty chain champ champing champs chanced chances chancing changeling chanted chanting chapped charge charged
    charges charging cheats cheery chemistry chess chilli chock choir chose chuckling circulating clacking clamber
    clamp clamping clamps clams clanging clank clarity clashed clasped clause cleaned cleanly click climes clipped
    cloak clone cloned cloning clots clove cluck clutch clutches clutching coarse coats coder codes coding coils coins
    cokes collating collector colluded collusion color comas combing combs comers comet comets compassion compete
    complaint complaints complexes compliant complying compressing comprises comps concerted conditional conduction
    cones conferred conform conformed constance constraint consulting contained contented contestant continual
    continues contract contraction contracts contraption contravention contrition conviction convinced cooing cooked
    cools coons coping copping corals cords corks corps corrected correction countering coupe courting crackhead
    crammed cramming crane cranked cranking crapping crappy craps crass craves creaming creamy create creating creeks
    cremating crick crimp croak croaked croaking croaks croon crops crossfire crotch crouch crown crowns crows crumb
    crumbs crunches crusted crypt cubed culled curds cures curled currant curried curry curse cursed curtain curved
    dairy daisy dancers dander danged daring dawns decathlon decide decides decode decrees deference definitive
    definitively dental depriving derive developers dialectic differing digesting digger dines directing disclosed
    discovered dishonored displease diver diverting diving doable doling doping dosing doting doubted doubting dozing
    draft drafting draws drier dripping drips driven drooping drove drowns drugging drugs dudes dukes dunce duress
    dying easter eaves effecting egocentric electrical electrify electronic elevating emery enact entice entirety
    epidermal erased erases erasing esther ether evens exalt excepting executing exorcise exorcising exorcisms
    expectant expediting expelling expend expending expertise exporting extent extremity fabled faces facet failing
    fails fakes faltering fares fasten fates fatten faxes feared feather feathering feats featuring feeding feeds
    feint fending fester fifty fight fights files filling filly films filtering filth finder finders fined finer
    finnish fired fitter fiver flags flake flaked flame flamed flaming flanking flapped flapping flaring flash flatten
    flawed flaws flayed flees flexed fling flint flipped flipping flips flitting floats flood floss flour flowed flows
    flush flutter foiled folly fooled foosball forefront forrest forth foster fostering fount freed freeing freer
    frequency frets fried fries fright frills frown frying fuels funky furnished furnishing gales gamers gases gastric
    gates gazes giles giver glade glaze globes gloss glowing glows glues gluteus grabs gracing grading grafting grams
    granting graph grasp grasps gratin grazing greek greta gripe groan groin grope groping groves growling growls
    gutting gymnastic gyrating halls hallway hamper handbill handing hardball harden harmonies harper hating hazing
    headaches headed heading heady hearing heartaches heartbreak heartfelt hearth heated heating heaved heeled herder
    herds hickey hides hiding hikers hinting hired hires hiring hither hives hoard hoarse hobbies hobby hokey holly
    hoped hoping horde hospitable hubble hulls hummer hundredth hunting hunts hurling hurls hurtling husbandry
    immersion impassable imploding imploring importing improvised improvising incense inching incidence incidental
    incipient incur incurring incursion inert infarction infect infected infecting infections infer inflated inflation
    inflection infliction infraction inherited injectors injun injunction injures injurious innards inquiries
    inquiring insects inserted inserting insiders inspected inspections insulting insure insured insuring intensive
    intentional intentions inter internal invented inventions invert invested itches jabbering jagged jigger jilted
    johns jotted knack kneel kneels knitted labored lacked lakes lamest lances larder larking larks lashed latent
    latex lather latter lauded leaking leaks leaping leaps leapt learning learns leash leasing leaving lefts lending
    lessons levee lever licking licks lightness liked likes lilting limbs limey limits limos lined linens liners
    linger links lippy listed listing liter literal lives livid loader loafing locked locking lodger lofts loners
    loomed looms looped loops loosed looser looted lording lords losers louse loved lover lovers loving lowing loyal
    lumped lusted lusts magically magnetism makers marchers marco mares marital marking marred marsh marshes martian
    masking massacred massacres massacring massed massing master match matching matchless mater mates mating maxing
    mayor mazes meats medal meddle media median medical melts menage menial menus message messaged messages messaging
    messed messing metacarpal meteors meyers midday mildew milks millet mills minds minks mints miser misled missive
    misused misusing mites mixer mixes modem momentous monkey monte monuments mooing mooning moped mopes mopey moping
    mores mormon moron moses mosey motel moths mourning mouth mouths movements movers movies mowed mowing muddle mules
    mullet multiplex multiplied multiplies mutter myles narrowest natty nearby neatly needing nether neural newer
    nigel nightlife noose norma normalcy normality norman noting novice numbering oblivious operating operational
    operative originality otters outshines outsiders overcoming overdose overdosed overdoses overdosing overlay
    overrated oversight overtones overweight paces pacts paddles painted painting paintings paired palace palates
    palling panned paris parks particulate passel patting pauses pawned pawns paying peace pecks peddles peeing peeked
    peeking peeks peeped peeping peeps peered peering peers peeved peking pelvis periphery peritoneal permanence
    pertinent petting petty physic physician physics picks picky pieced pierce piles pinko pints piped pirates pisses
    piston pitches pitting placed placement placing plains planes planet planetary planing plank planned plant plants
    plates plating platter playa plaything plied plying pointless poker polled polling polls ponder ponds pooped
    pooping poring portly poser posing posses posterity potion potting practical practise practised practises pranks
    prayed prayer praying prays precious prefect premise presiding pressuring pressurize presuming preys prick pricks
    print printing prints prion proactive probate probation processing professing profiting programed programmers
    promoting promotion prompting property propped propping prostrate puking pulls punch punishing punting purses
    pushers pushy puttering quilt quilts quits quote racers racked racks radial radiant rages raging raided raiding
    railed railing rained raining raisin raisins rakes raking rally rammed ramming rampaging ramses rapes rapped
    rapping rapture raring rasping rates rating raves raving ravishing reacted reactivate readiness reads realty
    recant receivers recession recorders recording redress reduction reductive reeds reefs reels referring refraction
    refrained regain regained regains regent regularity regulator reilly rejection relax relent relied relies relived
    remainder rented renting rents reoccurring repainted repay repeal repent replay requiring reseal resection resent
    resenting resets resetting resistant resisting resorting restoring resulting resurgence retain retained retaining
    retains retraction retrieved retrieves revel revolved revolves rheumatism ribbed ribbing rider riding riled
    rinsing riser rises risking riven rivet roams roars robbed robber robbing rocking roger roles rollins roping
    rotter rouge rouse roving ruining rushes rusted rusting sacks saggy sakes sales sanding sands sated saying scabby
    scads scalded scalped scammed scams scandal scandals scant scare scared scars scary scent schooling schools scone
    scooting scorer scots scram scrap scrapped scrapping scraps scratched scratches scratching screamers screaming
    screeches screeching scrolls scuff scuffle scuttling seabed seams seared seats secretion sedated seduction seeded
    seeped seized selection semen senior senor sensational sensibility separated separates separation serenading
    settlers sever sewing sexing shabby shack shacking shade shades shading shaft shake shakers shame shames shaming
    shane shapes shaping shares sharing sharpness shave shaver shaves shaving sheen sheer shelf shelled shelly shimmer
    shimmering shine shiner shingle shinning shipped shirtless shits shocks shone shook shoot shooter shopped shopping
    shore shored shores shorn shorted shorting shortwave shorty shout shouting shoved shoveling shoves showering showy
    shredding shrew shrieking shrinking shtick shush shuts shuttling sidewalks sight simulation simulations sinks
    sinning sipped sites sixes sizes skated skaters skeet skiff skill skimming skinning skipped slags slams slash
    slashed slate slated slats slayed sleek sleeps sleight slick slides slimmer slimming sling slipping slips slitting
    sliver slivers slots slowed slows smart smarting smartness smarts smelled smelting smock snack snakes snaps
    snatching snickering sniff snipping snitch snitched snitching sniveling snorted snorts snowed snows snubbed snuff
    soaks soaps soared soaring sober socialist socked sodden soften soiled solos solves sopping sorceress sores sorts
    spaces spade spanned spanning spans spare sparing speaker speakers specialize specialty specified specifies
    spelled spelt spend spent spewed sphincter spices spick spicy spied spies spill spills spilt spines spires
    spitting splashing splat splitting spock spoke spokes spool spore spores spotty spout sprang spraying sprig
    sprightly springing springs sprinter sprinting sprung spurt spurts spying squab squad squads squaw squeal squire
    squish stabilize stable stacking stacks staged staging stained stains stakes stank stare stares stark starlight
    starling starred starring startled startling starved starving stashed state states steak steaks steamy steel
    steeped steer sterility steven stillness stimulating stings stinking stipulation stirs stitch stitched stitching
    stocking stockings stomping stomps stooping stoops store stove stowed straighten strains strait strand stranding
    strands stranger strangest strangle strangles straw straws strayed straying streamers streaming streams strengths
    stretchers striding stringer stringing strip stripped strippers stripping strips striving strobe stroking
    strongest strove stuart stubble stubby stubs stung stunk stunt sturgeon subbed subsidies successor sucks suction
    suing sundry superb supper surfacing surging swabbed swabbing swabs swallow swans swaps swatch swayed swaying
    sways swear swearing swears sweated sweeps swift swilling swine swing swiss swore synthesis table tacked tails
    taker takers talking tamed tanking tapes tapping tasking taxed taxes teaming teasing teats technician teeing
    temperate temps tempt tenderest tenner tents texts thanks therapies thicken thicket thine thinly thirsting thong
    thongs thorough thread threw throes throw throws ticker ticketing tickled tighter tiled tilts timed timers tinder
    tipping tipsy tiptop titles toady toddy token tonal toots topped torch torturers toting towed tower towing trace
    tracing tract tracy tradition trailed trailers trailing trainees trains traits transaction transitional
    translation trapped trapping trappings traveling traversing trawl treachery treat treaty trend trendy trial trials
    tricking trickling trickster trifled tripling truce trucking trunk tuned tuning turds turing turks tutor twain
    twits twixt typed typing udder ultimatum unattended unbeatable unbreakable unchained uncharted underline undermine
    undermines undertaking unrelated unsealed unsuitable untie unusually usable vanquished wading wafer wafting wager
    waging waist waiter waiting waits waked waken walled walls wanders wands wanker warded warned warped wasting watts
    waver waving waxing weakly weaning weariness weaving wedgie weeding weigh weirdo welles wherever whistling whose
    whosoever widen wilder willies wines winged winked winking winner wiper wired wised wiser worded wording words
    world worser woven wracked wrest wretched wring write wrung yarns yearns
    """.split()
)
