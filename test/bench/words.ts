// Sentences of building-site words, the same for the same seed, so that searches find as much in every run.

const WORDS = (
  'tile grout worktop socket plaster primer hinge drawer skirting boiler radiator valve joist screed lintel mortar oak walnut brass ' +
  'quote invoice deposit delivery Friday morning plumber electrician measure sketch drain pipe sealant window frame door handle paint ' +
  'ceiling floor wall corner cabinet island lamp switch cable fuse extractor hob oven fridge sink tap basin shower tray mirror shelf'
).split(' ');

export const words = (count: number, seed: number): string => {
  let state = seed >>> 0;
  const picked: string[] = [];
  for (let n = 0; n < count; n += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    picked.push(WORDS[(state >>> 8) % WORDS.length] ?? 'tile');
  }
  return picked.join(' ');
};
