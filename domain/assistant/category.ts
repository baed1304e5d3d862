// Under which category a cost belongs by its name: the words of the trade in the languages that are read. A guess, shown before it is kept.
import type { CostCategory } from '../records/cost.ts';

const WORDS: readonly (readonly [CostCategory, RegExp])[] = [
  ['waste', /skip|container|waste|rubbish|disposal|entsorg|schutt|escombro|residuo/u],
  ['permits', /permit|licen[cs]e fee|genehmigung|permiso|licencia/u],
  [
    'appliances',
    /oven|hob|fridge|freezer|dishwasher|appliance|hood|ofen|herd|kühlschrank|spülmaschine|horno|nevera|lavavajillas/u,
  ],
  ['tiling', /tile|tiling|grout|fliese|azulejo|lechada/u],
  ['painting', /paint|primer|varnish|farbe|lack|streich|pintura|barniz/u],
  ['flooring', /floor|parquet|laminate|vinyl|boden|parkett|suelo|parquet/u],
  ['worktop', /worktop|countertop|arbeitsplatte|encimera/u],
  ['cabinets', /cabinet|cupboard|unit|joiner|schrank|schreiner|armario|carpinter/u],
  ['plumbing', /pipe|plumb|tap|valve|drain|siphon|rohr|klempner|hahn|ventil|tubería|fontaner|grifo/u],
  ['electrics', /electric|cable|socket|switch|wiring|elektr|kabel|steckdose|eléctric|enchufe/u],
  ['heating', /heat|radiator|boiler|heizung|heizkörper|calefacci|caldera/u],
  ['fixtures', /shower|bath|basin|toilet|sink|lamp|light|dusche|wanne|becken|lampe|ducha|bañera|lavabo|lámpara/u],
  ['windows', /window|glazing|fenster|ventana/u],
  ['walls', /plaster|drywall|wall|putz|gips|wand|yeso|pared/u],
  ['demolition', /demoli|strip.?out|abriss|abbruch|derribo|demolici/u],
  ['tools', /tool|drill|hire|rental|werkzeug|bohrer|herramienta/u],
  ['design', /design|architect|planner|entwurf|architekt|diseño|arquitect/u],
  ['labour', /labou?r|wages|hours|arbeit|lohn|mano de obra/u],
];

/** `trade` is the payee's, and decides where the name does not. */
export const categoryOf = (name: string, trade: string): CostCategory => {
  const found = [name, trade].flatMap((text) => WORDS.find(([, words]) => words.test(text.toLowerCase()))?.[0] ?? []);
  return found[0] ?? 'other';
};
