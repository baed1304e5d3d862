// The protocol cannot change by accident: any change of a message changes this hash, and then the version is to be thought about.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import * as account from '../../protocol/account/account.ts';
import * as calendar from '../../protocol/calendar/calendar.ts';
import * as claim from '../../protocol/account/claim.ts';
import * as invite from '../../protocol/account/invite.ts';
import * as blob from '../../protocol/blob/blob.ts';
import * as checksum from '../../protocol/sync/checksum.ts';
import * as cursors from '../../protocol/sync/cursors.ts';
import * as hello from '../../protocol/sync/hello.ts';
import * as inventory from '../../protocol/sync/inventory.ts';
import * as pull from '../../protocol/sync/pull.ts';
import * as push from '../../protocol/sync/push.ts';
import * as records from '../../protocol/sync/records.ts';
import * as search from '../../protocol/research/search.ts';
import * as stream from '../../protocol/sync/stream.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';

/** What stands here was released under this version. A change that an older peer can't read bumps PROTOCOL_VERSION. */
const KNOWN = { version: 1, hash: '2b64bb3d9eacadea' };

const messages = {
  account,
  blob,
  calendar,
  checksum,
  claim,
  cursors,
  hello,
  inventory,
  invite,
  pull,
  push,
  records,
  search,
  stream,
};

const hashOfMessages = (): string => {
  const schemas = Object.entries(messages).flatMap(([file, exported]) =>
    Object.entries(exported)
      .filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType)
      .map(([name, schema]) => [`${file}.${name}`, z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })]),
  );
  expect(schemas.length).toBeGreaterThan(20);
  return createHash('sha256').update(JSON.stringify(schemas)).digest('hex').slice(0, 16);
};

test('[HS7] every message is as it was released, or its version says otherwise', () => {
  expect({ version: PROTOCOL_VERSION, hash: hashOfMessages() }).toEqual(KNOWN);
});
