// What the words of quotes' lines mean across languages and habits: "first fix" and "Rohinstallation", "downlights" and "Spots". Kept small on purpose.
import { meaningsOf } from '../words/concepts.ts';
import { fold } from '../kernel/fold.ts';
import { remembered } from '../kernel/remembered.ts';

// Parts of words in folded form, so that compounds ("wandfliesen", "rohinstallation") say each of their parts.
const IDEAS: readonly (readonly [idea: string, parts: RegExp])[] = [
  [
    'take-out',
    /^(?:strip|demol|remov|dismant|tear|rip|clear|retir|entfern)|demont|abbruch|abriss|ruckbau|entkern|ausbau|derrib|desmont|depose|demonta|rimozion|sloop|slop/u,
  ],
  [
    'waste',
    /wast|dispos|rubbish|debris|skip|haul|cart|entsorg|schutt|container|escombr|residuo|evacuat|smaltim|afvoer/u,
  ],
  ['rough', /^(?:rough|1st|first)$|^roh|pipework|piping|^pipes?$|leitung|rohr|tuber/u],
  ['second-fix', /^(?:second|2nd)$|endmontage|feinmontage/u],
  ['plumb', /plumb|sanitar|fontaner|klempner|install(?:ateur|ations?arb)|wasserinstall|idraul|loodgiet/u],
  ['electric', /electr|elektr|wiring|rewir|cable|kabel|verkabel|strom/u],
  ['light', /spot|light|lamp|leucht|strahler|luz|luces|luminari|illumin/u],
  ['socket', /socket|outlet|steckdose|enchufe|presa/u],
  ['fan', /^fans?$|extract|vent|luft|lufter|extractor/u],
  ['heat', /heat|radiat|heiz|calef|chauff|riscald/u],
  ['under-floor', /underfloor|fussbodenheiz|radiante/u],
  ['tile', /til(?:e|ing)|flies|azulej|alicat|carrel|piastrell|tegel|gres/u],
  ['wall', /wall|wand|wande|pared|muro|mur$/u],
  ['floor', /floor|boden|suelo|piso|pavim|solado|sol$|vloer/u],
  ['ceiling', /ceil|decke|techo|plafond|soffitt/u],
  ['screed', /screed|level|estrich|ausgleich|nivel|recrecid/u],
  ['seal', /seal|waterproof|tank(?:ing|ed)|membrane|abdicht|dichtung|impermeab|etanch/u],
  ['silicone', /silicon|silikon/u],
  ['plaster', /plaster|skim|render|drywall|putz|spachtel|gips|trockenbau|yeso|enlucid|pladur/u],
  ['paint', /paint|decorat|emulsion|maler|anstrich|streich|farbe|pint|peintur|verniciat|schilder/u],
  ['shower', /shower|dusch|ducha|douche|doccia/u],
  ['bath', /^(?:bath|bathtub|tub)s?$|wanne|baner|baignoire|vasca/u],
  ['toilet', /^wcs?$|toilet|closet|cistern|spulkast|inodor|lavabo-wc/u],
  ['basin', /basin|sink|waschtisch|waschbeck|lavabo|lavamanos|spule$|fregader|lavello/u],
  ['tap', /^taps?$|faucet|mixer|armatur|grifo|griferia|hahn|rubinett|kraan/u],
  ['screen', /screen|enclosure|glass|glas|mampara|vitr|abtrennung/u],
  ['vanity', /vanity|unterschrank|mueble/u],
  ['cabinet', /cabinet|cupboard|schrank|^units?$|armario|frontal/u],
  ['worktop', /worktop|countertop|benchtop|arbeitsplatt|encimer|plan-travail/u],
  ['appliance', /applianc|oven|hob|dishwash|fridge|gerat|electrodom|backofen|kochfeld|spulmaschin/u],
  ['splashback', /splash|nischen|ruckwand|backsplash|salpicader/u],
  ['window', /window|glaz|fenster|ventana/u],
  ['door', /door|tur$|turen|tur|puerta/u],
  ['wood-floor', /parquet|parkett|laminat|vinyl|oak|eich|engineered/u],
  ['carpet', /carpet|teppich|moquet|alfombr/u],
  ['skirting', /skirt|sockel|rodapie|baseboard/u],
  ['insulate', /insul|damm|aisl|isola/u],
  ['protect', /protect|cover(?:ing|s)?$|schutz|abdeck|proteccion/u],
  ['clean', /clean|reinig|limpiez/u],
  ['site', /^site$|setup|baustell|mobilis|welfare|gerust|scaffold|andami/u],
  ['carry', /deliver|transport|anfahrt|liefer|freight|porte/u],
  ['hour', /labou?r|hourly|stunde|regie|mano/u],
];

/** The word as fold() leaves it. Rooms are no idea: everything in one quote happens in one. */
export const ideasOf = remembered(5_000, (word): ReadonlySet<string> => {
  const own = meaningsOf(word).filter(({ concept }) => concept.kind !== 'room');
  return new Set([
    ...own.map(({ concept }) => `=${concept.id}`),
    ...IDEAS.filter(([, parts]) => parts.test(word)).map(([idea]) => idea),
  ]);
});

/** Words of a line that say nothing of what is done: articles, "supply and fit", "new", and the room it all happens in. */
export const isEmptyWord = (word: string): boolean =>
  EMPTY.has(word) || meaningsOf(word).some(({ concept }) => concept.kind === 'room');

const EMPTY = new Set(
  fold(
    'the a an of for and to in on at with incl including inclusive all as per each new no by from into or existing complete der die das des dem den und für zu im am mit inkl inklusive aller alle neu neue neuen je aus von bestehend bestehende komplett el la los las de del y para en con todo nuevo nueva por supply supplied supplying install installed installing installation provide providing fit fitted fitting works work material materials liefern lieferung montieren montage einbau einbauen verlegen arbeiten suministro instalación colocación bad altbad bath-room old alt',
  ).split(' '),
);
