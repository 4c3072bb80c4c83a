import { entries } from './split-list.ts';
import type { TermEntry } from '../term.ts';

/**
 * What a school blocks besides vulgar words. History, literature, science and ghost stories need
 * death, battles and blood, so those are `mild` at most.
 */
export const SCHOOL_TERMS: readonly TermEntry[] = [
  ...entries('violence', 'strong', [
    'gore, gory, gorey, blood and guts, covered in blood, soaked in blood, bathed in blood',
    'pool of blood, blood everywhere, dripping with blood, bloody corpse, dead body, dead bodies',
    'mangled body, severed head, severed arm, severed leg, severed hand, severed limb, severed limbs',
    'chopped off head, cut off head, cutting off his head, slit throat, slitting his throat',
    'school shooting, school shooter, shoot up the school, shooting at school, shoot my teacher',
    'mass shooting, mass shooter, mass murder, active shooter, bomb the school, bomb a school',
    'blow up the school, blow up my school, make a bomb, build a bomb, pipe bomb, suicide bomber',
    'suicide bombing, car bomb, terrorist attack, kill my teacher, kill the teacher, kill her',
    'kill him, kill them all, kill you, kill everyone, killing people, killing children',
    'stab my, stab her, stab him, stabbing her, stabbing him, stabbed to death, beaten to death',
    'lynched, lynching, execution video',
    'snuff movie, snuff film, impaled body, burned alive, burnt alive, child abuse, beat up a girl',
    'beating a woman, animal cruelty, disemboweled, human organs, intestines falling out',
  ]),
  ...entries('violence', 'mild', [
    'torture, tortures, torturer, strangled, strangling, flayed, entrails, murder, murders, murdered, murderer, stab, stabbed, stabbing, blood, bloody, corpse, corpses',
    'massacre, execution, executed, gun, guns, rifle, rifles, pistol, pistols, machine gun, ak47',
    'shooting, shooter, knife fight, kill, kills, killed, killing, bomb, bombs, bombing, terrorist',
    'terrorists, terrorism, hanged, guillotine, slaughter, slaughtered, assassin, assassinate',
    'assassination, homicide, hostage, weapon, weapons, grenade, grenades, zombie gore',
  ]),
  ...entries('self-harm', 'strong', [
    'kill myself, killing myself, kill yourself, kys, hang myself, hanging myself, hanging himself',
    'hanging herself, hang yourself, cut myself, cutting myself, cutting herself, cutting himself',
    'cut my wrists, cutting wrists, slit wrists, slit my wrists, slitting wrists, bleeding wrists',
    'cuts on wrist, cuts on wrists, cuts on her arm, cuts on his arm, self harm, self harming',
    'self injury, self mutilation, want to die, end my life, ending my life, end it all, overdose',
    'overdosing, overdosed, jump off a bridge to die, pro ana, pro mia, thinspiration, bulimia',
    'anorexia, anorexic, bulimic, starving myself, starve myself, hurt myself, hurting myself',
  ]),
  ...entries('drugs', 'strong', [
    'snorting coke, snorting drugs, stoner, stoners, heroin, crack cocaine, coke line, line of coke, lines of coke, meth, meth lab, mdma',
    'lsd, ecstasy pill, ecstasy pills, xtc, acid trip, acid tab, magic mushrooms, shrooms, ganja',
    'smoking weed, smoke weed, weed joint, bag of weed, weed leaf, pot leaf, pothead, potheads',
    'smoking pot, bong, bongs, bong hit, smoking a joint, rolling a joint, spliff, spliffs',
    'smoking blunt, getting high, getting stoned, drug dealer, drug dealers, doing drugs',
    'taking drugs, drug needle, injecting drugs, junkie, junkies, drug addict, drug addicts',
    'sniffing glue, drunk teen, drunk teens, drunk kid, drunk kids, kids drinking beer',
  ]),
  ...entries('drugs', 'mild', [
    'drug, drugs, narcotic, narcotics, opium, drunk, drunken, beer, beers, vodka, whiskey, whisky',
    'wine, alcohol, cigarette, cigarettes, cigar, smoking, vape, vapes, vaping, hangover, tequila',
  ]),
];
