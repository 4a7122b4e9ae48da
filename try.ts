import { connectEngine } from './src/docker/connectEngine.ts';
import { findEngine } from './src/docker/findEngine.ts';
const v = process.argv[2]!;
const e = await connectEngine(findEngine(`/tmp/cengine/${v}/docker.sock`, {}, '/root', 'linux'));
console.log(await e.facts());
for (const n of await e.listNetworks()) { if (n.scope === 'swarm' || n.name === 'docker_gwbridge') { const x = await e.inspectNetwork(n.id); console.dir({...x, options: 0}, {depth: 6}); } }
for (const c of await e.listContainers()) if (c.networkMode !== 'default' && c.networkMode !== 'bridge' || c.name.startsWith('websvc')) console.log(c.name, c.networkMode, c.endpoints.map(x => [x.networkName, x.networkId, x.ipv4, x.staticIpv4, x.gateway]));
const stop = new AbortController();
console.log('follow');
process.on('SIGUSR1', () => {});
await e.events((x) => console.log(x.type, x.action), () => console.log('open'), stop.signal).then(() => console.log('ended'), (x) => console.log('rejected', x));
console.log(await e.listNetworks().catch((x) => `${x.code} ${x.message}`));
