import { splitList } from './split-list.ts';

/** Whole words that hold a root, or look like a drawn-out listed word, in good faith. */
export const INNOCENT_WORDS: ReadonlySet<string> = splitList([
  // Words
  'shiitake, shitake, therapist, physiotherapist, psychotherapist, chemotherapist, radiotherapist',
  'hypnotherapist, hydrotherapist, aromatherapist, massotherapist, rapper, rapped, rapping, annal',
  'assess, snigger, sniggered, sniggering, sniggerer, niggard, niggardly, retardant, retardation',
  'fagotto, fagotti, contrafagotto, mishit, mishits, mishitting, shitzu, shittim, poorness, haboob',
  'hommos, woop, woops, moong, swanker, swanking, transvaginal, incestuous, poorness, scummings',
  'pussycat, pussyfoot, pussyfooted, pussyfooting, shitsuke',
  // Places and names
  'scunthorpe, penistone, cummings, phuket, matsushita, kinoshita, yamashita, morishita, takeshita',
  'miyashita, fujishita, ishita, ashita, akshita, harshita, lakshita, nishita, rishita, harshit',
  'akshit, darshit, rakshit, parikshit, dikshit, ishit, rishit, nishit, shitao, yoshito, satoshito',
  'cockburn, cockfosters, dickson, siriporn, porntip, supaporn, pornchai, kunta, wankel, clitheroe, shittagong',
]);

/** Phrases in which a listed word is innocent. */
export const INNOCENT_PHRASES: ReadonlySet<string> = splitList([
  // People, books, places
  'dick whittington, moby dick, dick turpin, dick van dyke, van dyke, philip k dick, dick bruna',
  'dick tracy, dick grayson, dick barton, dick and dom, tom dick, deadeye dick, dick king smith',
  'offas dyke, al gore, kunta kinte, the kinks, lolita fashion, suicide squad, sex pistols',
  'sex education, homo sapiens, homo sapien, homo erectus, homo habilis, homo neanderthalensis',
  'homo naledi, homo floresiensis, homo ludens, prince albert, ding dong, bing bong, honky tonk',
  // Animals and plants
  'cock robin, cock crow, cock crows, cock crowing, cock crowed, cock a doodle, weather cock',
  'blue tit, blue tits, great tit, great tits, coal tit, coal tits, marsh tit, willow tit',
  'crested tit, long tailed tit, long tailed tits, bearded tit, tit mouse, tom tit, wood pecker',
  'pussy willow, pussy willows, pussy cat, pussy cats, maine coon, maine coons, horny toad',
  'horny toads, naked mole rat, naked mole rats, wild ass, wild asses, african wild ass',
  'ass and ox, ox and ass, ox and an ass, ass and the ox, ox and the ass, ass and an ox',
  'kaffir lime, kaffir limes, dyke swarm',
  // Turns of phrase
  'naked eye, naked flame, naked flames, spotted dick, spick and span, stop cock, half cock',
  'prick up, pricks up, prick its, pricks its, prick his, pricks his, prick her, pricks her',
  'prick ears, prick a finger, chink of light, chinks of light, chink in the, chinks in the',
  'opposite sex, same sex, sex of the, single sex, rugby hooker, hooker in rugby, paint stripper',
  'wire stripper, wire strippers, dutch dyke, dutch dykes, sea dyke, sea dykes, dykes of holland',
  'dykes and windmills, windmills and dykes, dykes and canals, canals and dykes, dykes and polders',
  'behind the dyke, faggots and peas, faggots and gravy, faggots in gravy, dyke in holland, fire retardant, flame retardant, blood orange, blood oranges, blood moon',
  'heroin chic, golden shower of, bomb the base, kill him with kindness, dead body of water',
]);
