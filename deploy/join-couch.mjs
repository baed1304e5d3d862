// Joins the CouchDB nodes of compose.yaml to one cluster, then ends. Run again it finds them joined and changes nothing.
// What is asked of CouchDB: https://docs.couchdb.org/en/stable/setup/cluster.html#the-cluster-setup-api
import { setTimeout as sleep } from 'node:timers/promises';

const { COUCHDB_USER: username = '', COUCHDB_PASSWORD: password = '', COUCHDB_NODES = '' } = process.env;
/** `host:port`, the first of which coordinates. */
const nodes = COUCHDB_NODES.split(',').filter((node) => node !== '');
const [first] = nodes;
if (first === undefined || username === '' || password === '') {
  console.error('COUCHDB_NODES, COUCHDB_USER and COUCHDB_PASSWORD are needed');
  process.exit(2);
}

const TRY_MS = 500;
const PATIENCE_MS = 120_000;
const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

const ask = async (method, address, body) => {
  const response = await fetch(`http://${address}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
};

const until = Date.now() + PATIENCE_MS;
const isUp = (node) =>
  ask('GET', `${node}/_up`).then(
    ({ status }) => status === 200 || status === 404,
    () => false,
  );
for (const node of nodes) {
  while (!(await isUp(node))) {
    if (Date.now() > until) throw new Error(`${node} does not answer`);
    await sleep(TRY_MS);
  }
}

const members = async () => (await ask('GET', `${first}/_membership`)).body.cluster_nodes ?? [];
const setUp = async (body) => {
  const answer = await ask('POST', `${first}/_cluster_setup`, body);
  // Said of a step that was done before: a setup that was cut short is gone through again.
  if (answer.status >= 400 && !/already/i.test(JSON.stringify(answer.body)))
    throw new Error(`${body.action}: ${answer.status} ${JSON.stringify(answer.body)}`);
};

if ((await members()).length < nodes.length) {
  const admin = { username, password };
  for (const node of nodes.slice(1)) {
    const [host, port] = node.split(':');
    await setUp({
      action: 'enable_cluster',
      bind_address: '0.0.0.0',
      ...admin,
      port: Number(port),
      node_count: nodes.length,
      remote_node: host,
      remote_current_user: username,
      remote_current_password: password,
    });
    await setUp({ action: 'add_node', host, port: Number(port), ...admin });
  }
  await setUp({ action: 'finish_cluster' });
}
// The list of updates is kept in it: without it servers find what nobody told them of only every 20 seconds.
for (const database of ['_users', '_replicator', '_global_changes']) {
  const { status } = await ask('PUT', `${first}/${database}`);
  if (![201, 202, 412].includes(status)) throw new Error(`${database} could not be made: ${status}`);
}
const joined = await members();
if (joined.length < nodes.length) throw new Error(`only ${joined.length} of ${nodes.length} nodes are joined`);
console.log(`joined: ${joined.join(', ')}`);
