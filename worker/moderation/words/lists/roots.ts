import type { TermEntry } from '../term.ts';
import { entries } from './split-list.ts';

/**
 * Spellings that mean the same wherever they stand in a word. A word that holds one in good faith
 * (Scunthorpe, shiitake) is an exception in `innocent-words.ts`.
 */
export const ROOTS: readonly TermEntry[] = [
  ...entries('profanity', 'severe', [
    'fuck, fuckin, fukk, fuking, fuker, phuck, fvck, fuxk, fucc, fuuk, mofuk, mthrfu',
    'shit, shyt, sheeit, bitch, biatch, biotch, bytch, bastard, bullcrap, asshole, arsehole',
    'asswipe, asshat, assclown, assface, jackass, dumbass, fatass, dumass, smartass, arselick',
    'bollock, bollox, wanker, wankin, tosser, douchebag, motherfu, muthafu, mutherfu',
    'asslick, asskiss, assmunch, assmonk, assbang, assfuc, buttmunch, buttface',
  ]),
  ...entries('sexual', 'severe', [
    'cunt, penis, penus, vagina, dildo, masterbat, mastabat, masturb, blowjob',
    'handjob, footjob, rimjob, titjob, boobjob, assjob, jizz, jizm, orgasm, orgasim, ejacul',
    'boobs, cumshot, cumslut, cumdump, cocksuck, cocksuk, cocklick, cockhead, cockblock',
    'cockmunch, cocktease, dickhead, dickwad, dickweed, dickface, dicksuck, dicklick, pussy',
    'pussi, pussies, whore, hooers, slut, porn, hentai, boobies, bewbs, titties',
    'titfuck, gangbang, gangbanger, bukkake, creampie, deepthroat, deapthroat, threesome',
    'foursome, fellat, kunniling, cunniling, anilingus, analingus, clitor, clitty',
    'testicl, scrotum, scrotal, ballsack, ballsac, buttplug, buttfuc, butthole, bunghole, nutsack',
    'bestial, beastial, zoophil, necrophil, pedophil, paedophil, pedobear, hebephil, molest',
    'incest, sodomi, sodomy, sodomz, buttsex, analsex, oralsex, phonesex, cybersex, gaysex, sexcam',
    'sexslave, sextoy, sexting, upskirt, cameltoe, camgirl, camwhore, nymphoman, nympho, voyeur',
    'fetish, dominatrix, bdsm, femdom, futanari, lolicon, shotacon, jailbait, daterape, dickpic',
    'cleavage, schlong, poontang, punani, punany, nutbust, vulva, foreskin, doggystyle',
    'doggiestyle, fingerbang, fistfuc, fisting, facesitting, goldenshower',
    'coprophil, urophil, emetophil, scatophil, gerontophil, ephebophil, nepiophil, algolagni',
    'frotteur, exhibitionis, masochis, sadomaso, asphyxiophil, klismaphil',
    'deepthrt, tittyfuc, assplay, buttplay, cunnilict, spitroast, gloryhole, bukake',
    'orgasmic, pornhub, xvideos, xhamster, redtube, youporn, brazzers, chaturbate, rule34, hentaihaven',
    'goatse, lemonparty, meatspin, tubgirl, onecup, snuffporn, pthc',
    'childporn, kiddieporn, underagesex, teensex, incestu, wanking',
    'queef, felch, feltch, rapist, striptease, prostitut, brothel',
    'sexy, nipple, nudity',
  ]),
  ...entries('hate', 'severe', [
    'nigger, niggar, nigga, niggah, nigguh, niggor, niggur, niggaz, nlgger, niglet, nignog',
    'faggot, faggit, faggy, fagbag, fagot, fudgepack, fudgpack, raghead, towelhead, sandnig',
    'camelnig, beaner, wetback, jigaboo, jiggaboo, jiggabo, chingchong, zipperhead, gookeye',
    'porchmonk, junglebun, pickanin, piccanin, kaffir, trannie, tranny, shemale, lezbo',
    'lezzo, carpetmunch, muffdiv, rugmunch, pillowbit, retard, libtard, fucktard, neonazi',
    'coonass, nigglet, niggress, pickaninn, golliwog, gollywog, jiggerboo',
    'mooncricket, porchmonkey, sandmonkey, sandnegro, dunecoon, curryjockey, currymuncher, dothead',
    'slanteye, slopehead, riceeater, ricenigg, yellowmonkey, cameljock, kebabnigg',
    'christkiller, jewrat, ovendodger, hebrewrat, kikeface',
    'prairienigg, timbernigg, wagonburner, bogtrott, whitenigg, trailertrash',
    'dykeface, buttpirate, buttbandit, assbandit, asspirate, bumbandit, bumboy, fudgepounder',
    'poofter, poofdah, rentboy, shitstabber, uphillgardener, cuntlapper, rugmuncher',
    'genderfreak, tranni, ladyboy, chickwithadick, mongoloid, spacker, windowlicker',
    'whitepower, heilhitler, siegheil, mongoloid, spearchuck, tarbab, cottonpick',
  ]),
  ...entries('violence', 'strong', [
    'decapitat, dismember, disembowel, eviscerat, mutilat, behead, bloodbath, gutspill',
    'schoolshoot, massshoot, massmurder, torturing, tortured, goregasm',
  ]),
  ...entries('self-harm', 'strong', ['suicid, selfharm, selfinjur, thinspo, proana']),
  ...entries('drugs', 'strong', [
    'cocaine, marijuana, methamphet, crystalmeth, amphetamin, ketamin, crackpipe, crackhead',
    'cannabis, crackwhore, fentanyl, oxycont, psilocyb, hashish, dopehead',
  ]),
];
