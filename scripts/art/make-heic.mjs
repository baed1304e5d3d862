// Makes test/fixtures/files/photo-turned.heic: needs heif-enc, of Debian's libheif-examples. That writes no turn, as phones do, so one is put in.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const files = path.join(import.meta.dirname, '../../test/fixtures/files');
const straight = path.join(mkdtempSync(path.join(tmpdir(), 'plumbline-heic-')), 'straight.heic');
execFileSync('heif-enc', ['-q', '60', '-o', straight, path.join(files, 'photo-orientation-6.jpg')]);

/** A quarter turn to the right: the angle counts quarters to the left (ISO/IEC 23008-12 6.5.10). */
const turn = Buffer.from([0, 0, 0, 9, ...Buffer.from('irot'), 3]);
let file = readFileSync(straight);

const at = (name) => file.indexOf(name, 0, 'latin1') - 4;
const grow = (name, by) => file.writeUInt32BE(file.readUInt32BE(at(name)) + by, at(name));
const insert = (place, bytes) => {
  file = Buffer.concat([file.subarray(0, place), bytes, file.subarray(place)]);
};

const places = at('iloc');
const properties = countBoxes(at('ipco'));
const added = turn.length + 1;
// Where the items lie moves on by what is put in before them: 4 bytes each, as heif-enc writes them.
for (const offset of offsetsOf(places)) file.writeUInt32BE(file.readUInt32BE(offset) + added, offset);
// The photo is the first that has properties: id in 2 bytes, then how many. Its turn must be obeyed, hence the high bit.
const entry = at('ipma') + 16;
file.writeUInt8(file.readUInt8(entry + 2) + 1, entry + 2);
insert(entry + 3 + file.readUInt8(entry + 2) - 1, Buffer.from([0x80 | (properties + 1)]));
insert(at('ipco') + file.readUInt32BE(at('ipco')), turn);
grow('ipco', turn.length);
grow('ipma', 1);
grow('iprp', added);
grow('meta', added);
writeFileSync(path.join(files, 'photo-turned.heic'), file);

function countBoxes(box) {
  let count = 0;
  for (let next = box + 8; next < box + file.readUInt32BE(box); next += file.readUInt32BE(next)) count += 1;
  return count;
}

/** The base that each item counts its bytes from. */
function offsetsOf(box) {
  const [version, sizes] = [file.readUInt8(box + 8), file.readUInt16BE(box + 12)];
  if (version !== 0 || sizes !== 0x4440) throw new Error('not as heif-enc writes it');
  const found = [];
  let next = box + 16;
  for (let items = file.readUInt16BE(box + 14); items > 0; items -= 1) {
    found.push(next + 4);
    next += 10 + file.readUInt16BE(next + 8) * 8;
  }
  return found;
}
