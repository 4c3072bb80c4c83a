import type { TermEntry } from '../term.ts';
import { entries, splitList } from './split-list.ts';

/** Library words that are sexual although their library does not say so. */
export const SEXUAL_TERMS = splitList([
  'boner, hardon, lovegun, lovemuscle, lovebone, lovegoo, lovejuice, lovepistol, loverocket',
  'meatrack, skinflute, sixtynine, sixtyniner, nookie, nookey, muff, peehole, pubiclice, rimming',
  'spooge, queef, quim, felch, fister, forni, givehead, handjob, jerkoff, jackoff, hosejob, lubejob',
  'tunneloflove, bazongas, breastjob, breastlover, breastman, cherrypopper, livesex, sexpot',
]);

/** Words that count alone; each has innocent phrases in `innocent-words.ts` where it needs them. */
export const VULGAR_TERMS: readonly TermEntry[] = [
  ...entries('profanity', 'strong', [
    'ass, asses, arse, arses, ass hat, ass kissing, ass wipe, piss, pisses, pissed, pissing, twat',
    'wank, wanks, prick, pricks, dick, dicks, dickish, cock, cocks, knob head, bell end, dumb ass',
    'bugger off, bullcrap, sod off, screw you, stfu, gtfo, wtf, lmfao, milfs, fuk, fuks, fuc, fucs',
    'fck, fcking, fcker, fkn, fking, fuq, sht, btch, biatches, cnut, kunts, azz, azzhole, a hole',
    'mofo, mofos, skank, skanky, turd, turds, tard, tards, libtards, scumbag, jerk off, jack off',
    'piss off, pissflaps, eat my ass, kiss my ass, suck my, suck me, bite me, shat, tosspot',
  ]),
  ...entries('profanity', 'mild', [
    'damn, damned, dammit, damnit, goddamn, crap, crappy, hell no, what the hell, bloody hell',
    'idiot, idiots, stupid, moron, morons, loser, losers, dumb, fatso, ugly, shut up, suck, sucks',
    'sucker, bugger, sod, bum, bums, butt, butts, fart, farts, poop, poo, pee, puke, vomit, hag',
  ]),
  ...entries('sexual', 'severe', [
    'sex, sexes, sexual, sexuality, sexo, sexxx, sexed, having sex, anal, anus, anuses, rectum',
    'rape, raped, rapes, raper, raping, rapey, tit, tits, titty, tittys, titts, teets, boob, cum',
    'cums, cumm, cummer, cunnie, cooch, coochie, coochy, minge, fanny flaps, clit, clits',
    'clitface, coitus, copulate, fornicate, fornication, fap, fapping, orgy, orgies, wankers',
    'semen, sperm bank, spunking, splooge, nude, nudes, naked, nakedness, stark naked, undressing',
    'undressed, unclothed, no clothes, without clothes, without any clothes, not wearing anything',
    'wearing nothing, butt naked, lingerie, panties, panty, intercourse',
    'pedo, pedos, paedo, paedos, paedophile, loli, lolis, shota, lolita, nsfw, xxx, xxxx, ecchi',
    'yaoi, ahegao, onlyfans, playboy bunny, playboy magazine, strip club, stripclub, strip poker',
    'big tits, big breasts, huge breasts, large breasts, bare breasts, bare chested woman, busty',
    'big boobs, hot chicks, hooker, hookers, horney, horniest, wet dream, wet t shirt',
    'see through dress, see through shirt, sexy pose, seductive, seductively, sultry, scantily clad',
    'barely dressed, barely clothed, tongue in a kiss, make out with, making out, blow job, blow me',
    'hand job, rim job, jerk him off, hard on, boner, boners, erection, erections, vibrator',
    'vibrators, strap on, strapon, butt plug, ball gag, bareback sex, missionary position, gay sex',
    'lesbian sex, oral sex, sex tape, sex doll, sex toy, double penetration, shag her',
    'prostitute, pimp, pimps, whoring, slutty, twink, twinks, wiener pic, dick pic, tea bagging',
    'tainted love sex, girl on girl, get laid, kinky, libido, masochist, sadist, sadism',
    'sodomite, taint lick, pube, pubes, pecker, peckers, wang pic, teat pic, schlongs',
    'urethra, vulva, vagina, vaginas, penile, genitals, sex offender, transexual porn, dik',
    'barely legal girl, barely legal girls, barely legal teen, underage girl, underage boy, underage sex',
    'teen sex, child porn, kiddie porn, golden showers, yellow shower',
    'muff diving, muff diver, muff dive, glory hole, circle jerk, gang rape, gang raped, date rape',
    'spit roast her, reverse cowgirl, money shot, carpet munching, rug munching',
    'ass play, butt play, pony play, age play, rape play, breath play, foot fetish',
    'bdsm, menage a trois',
    'down blouse, up skirt, nip slip',
    'sugar daddy, sugar baby, cam girl, cam boy, call girl, call girls, escort girl, red light district',
    'ball sack, nut sack, camel toe, dry hump, dry humping, hump her, snatch lick',
  ]),
  // Names of videos and sites that are made to shock; children dare each other to look them up
  ...entries('sexual', 'severe', [
    'two girls one cup, girls one cup, two girl one cup, two guys one cup, one guy one cup, one guy one jar, one man one jar, three guys one hammer',
    'two guys one horse, one guy one horse, one lunatic one ice pick, one priest one nun, four girls finger paint, girls finger paint, girls one finger',
    'goatse, goatsex, meat spin, tub girl, lemon party dot org, blue waffle disease, pain olympics',
    'bme pain, kids in a sandbox, kids in the sandbox, cake farts, eel soup, eel girl, swap avi, mud monster girl',
    'jar squatter, last measure, harlequin fetus, harlequin baby, hai to u, rotten dot com, ogrish, best gore',
    'bestgore, efukt, kaotic gore, the ync, theync, goregrish, rekt thread, mr hands horse, funky town gore',
    'shock site, shock sites, dark web video, red room video, gore site, faces of death, worm penis',
  ]),
  ...entries('profanity', 'strong', [
    'phuk, phuks, phuked, phuking, phukked, phukking, phukker, kunt, kunts, goddam, goddamn',
  ]),
  ...entries('sexual', 'strong', [
    'horny, labia, genital, genitalia, erotic, erotica, eroticism, homoerotic, autoerotic, kinky',
    'sexier, sexiest, sexily, hardon, hardons, milf, milfs, shagging, topless, pubic, stripper',
    'strippers, guro, cumming, sexually explicit, sexually aroused',
  ]),
  ...entries('sexual', 'mild', [
    'thong, thongs, bondage, sexually, penetration, shapely',
    'bikini, bikinis, underwear, bra, bras, kissing, flirty, hot girl, hot girls, hot woman, babe',
    'babes, breasts, cleavages, shirtless, virgin, virgins, condom, condoms, tampon, tampons',
  ]),
  ...entries('hate', 'strong', ['swastika, swastikas']),
  ...entries('hate', 'severe', [
    'fag, fags, fagz, homo, homos, dyke, dykes, lesbo, lesbos, lezzy, lezbian, queer boy',
    'coon, coons, spic, spics, spick, spik, chink, chinks, chinky, gook, gooks, gooky, kike, kikes',
    'paki, pakis, wop, wops, dago, dagos, gyp, gyps, gypped, jap, japs, nip nong, honkey, honky',
    'honkies, cracker ass, nig, nigs, nigg, nigz, nigra, nigre, negress, pikey, pikeys, spaz',
    'spastic, spazz, mong, mongs, mongol face, half breed, half caste, white trash, white power',
    'ku klux klan, kkk, heil hitler, hitler youth salute, hitlerism, gas the jews, kill all jews',
    'kill all muslims, kill all gays, death to jews, jewboy, camel jockey, dirty jew, dirty muslim',
    'untermensch, redskin savage, injun, injuns, squaw, abbo, abbos, abo, abos, boong, boongs',
    'porch monkey, sand monkey, dune coon, wagon burner, prairie nigger, slant eye',
    'slant eyes, slit eyes, rag head, towel head, diaper head, dot head, curry muncher, oven dodger',
    'christ killer, butt pirate, bum bandit, rent boy, lady boy, window licker',
    'gayboy, gaylord, gay lord, limp wristed, nonce, nonces, ching chong',
    'white supremacy, white supremacist, aryan race, jew nose, jew rat',
    'bogtrotter, golliwog, golliwogs, gollywog, shiksa, wigger, wiggers',
    'gypo, gippo, pommy bastard, polack, polacks, yid, yids, heeb, heebs, hymie, sheeny, munter',
  ]),
  ...entries('hate', 'mild', ['nazi, nazis, nazism, hitler, third reich, ugly people, redneck']),
];

/** Initials of whole curses. */
export const INITIALS: readonly TermEntry[] = [
  ...entries('profanity', 'strong', ['sob, fu, foad, mfer']),
  ...entries('self-harm', 'strong', ['kms']),
];
