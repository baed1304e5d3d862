// Under which category a cost belongs by its name: the words of the trade in the languages that are read. A guess, shown before it is kept.
import { remembered } from '../kernel/remembered.ts';
import type { CostCategory } from '../records/cost.ts';

type Words = readonly (readonly [CostCategory, RegExp])[];

/** Words that mean something else together than alone: a waste pipe is no waste, and a heated floor no flooring. */
const PHRASES: Words = [
  ['appliances', /waste disposer|waste disposal unit|food waste/u],
  [
    'plumbing',
    /(waste|soil|drain|sewer)(?!s?\s*disposal)[\s-]*(pipe|water|trap|outlet|connect|fitting|line|run|stack|elbow|branch|kit)|(basin|sink|bath|shower|pop.?up)\s+wastes?\b|abwasser|abfluss|desagüe/u,
  ],
  ['heating', /(under)?floor heat|heated floor|bodenheiz|suelo radiante|heated towel|towel (rail|radiator|warmer)/u],
  [
    'electrics',
    /(light|lamp) ?(switch|point|circuit)|(oven|hob|cooker|boiler|shower) (socket|circuit|cable)|herdanschluss/u,
  ],
  ['plumbing', /connect\p{L}* (for|of) (the |a )?(dishwasher|washing machine|sink)/u],
  ['cabinets', /fitted kitchen|(?<!under )(kitchen|base|wall|sink|tall|vanity|drawer) ?units?\b/u],
  [
    'demolition',
    /(demoli\p{L}*|strip.?out|abbruch|abriss|derribo)( works?)? ?(and|&|\+|,|und|y|incl\p{L}*\.?|with|mit|con) /u,
  ],
];

const WORDS: Words = [
  ['waste', /\bskips?\b|container|\bwaste\b|rubbish|rubble|disposal|entsorg|schutt|escombro|residuo/u],
  ['permits', /permit|licen[cs]e fee|genehmigung|permiso|licencia/u],
  [
    'demolition',
    /\b(remov(e|es|al|ing)|(strip|tear|rip)(ping|ing)?.?out)\b|demoli|entfernen|abriss|abbruch|rückbau|derribo|retirada/u,
  ],
  [
    'appliances',
    /\boven|\bhobs?\b|fridge|freezer|dishwasher|appliance|\bhoods?\b|ofen\b|\bherd|herd\b|kühlschrank|spülmaschine|horno|nevera|lavavajillas/u,
  ],
  ['worktop', /worktop|\bcut-?outs?\b|countertop|arbeitsplatte|encimera/u],
  ['tiling', /\b(re)?til(e|es|ed|er|ers|ing)\b|grout|fliese|azulejo|alicatad|lechada/u],
  ['painting', /paint|primer|varnish|farbe|\black|lackier|streich|\bmaler|pintura|pintar|barniz/u],
  ['flooring', /floor|parquet|laminate|vinyl|boden|parkett|suelo/u],
  [
    'cabinets',
    /cabinet|cupboard|plinth|\bhousing\b|fitted kitchen|\bunits?\b|joiner|schrank|schreiner|armario|carpinter/u,
  ],
  ['plumbing', /pipe|plumb|\btaps?\b|valve|drain|siphon|rohr|klempner|hahn|ventil(?!at|ación)|tubería|fontaner|grifo/u],
  [
    'electrics',
    /electric|circuit|\bleds?\b|dimmer|cable|socket|switch|wiring|elektr|kabel|steckdose|eléctric|enchufe/u,
  ],
  ['heating', /heat|radiator|boiler|heizung|heizkörper|calefacci|caldera/u],
  [
    'fixtures',
    /shower|\bbath(s|tubs?)?\b|basin|toilet|\bsinks?\b|\blamps?\b|\blight(s|ing)?\b|dusche|wanne|becken|lampe|leuchte|ducha|bañera|lavabo|lámpara/u,
  ],
  ['windows', /window|skylight|glazing|fenster|ventana/u],
  ['walls', /plaster|drywall|\bwalls?\b|putz|gips|\bwand|wand\b|wände|yeso|\bpared/u],
  ['tools', /\btools?\b|drill|\bhire\b|rental|werkzeug|bohrer|herramienta/u],
  ['design', /design|architect|planner|entwurf|architekt|diseño|arquitect/u],
  ['labour', /labou?r|wages|\bhours?\b|arbeit|lohn|mano de obra/u],
];

/** Which storey it is on says nothing of the work. */
const STOREYS = /\b(ground|first|second|third|top|upper|lower)[\s-]floor\b/gu;

/** What a thing is for, or goes with, stands after it: a circuit for a dishwasher is electrics. */
const FOR = /\s(?:for|under|with|incl\.?|including|für|unter|mit|inkl\.?|para|con)\s/u;

/** `trade` is the payee's, and decides where the name does not. */
export const categoryOf = (name: string, trade: string): CostCategory => named(name) ?? named(trade) ?? 'other';

/** Every figure of a journey asks for the same words again. */
const named = remembered(5_000, (text): CostCategory | null => {
  const plain = text.toLowerCase().replaceAll(STOREYS, ' ');
  return within(PHRASES, plain) ?? within(WORDS, plain.split(FOR)[0] ?? '') ?? within(WORDS, plain) ?? null;
});

const within = (list: Words, text: string): CostCategory | undefined => list.find(([, words]) => words.test(text))?.[0];
