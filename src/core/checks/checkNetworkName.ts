import type { Snapshot } from '../model.ts';
import { type Check, fine, refuse } from './check.ts';

/** Names of the networks that every engine makes itself; moby refuses them whatever networks there are. */
const predefined = new Set(['bridge', 'host', 'none', 'default']);

/** Names that a container's network mode understands as something else. */
const otherMeaning = new Set(['nat', 'null', 'ingress', 'docker_gwbridge', 'docker0']);

/** Whether a network can have this name; warns of names that the engine takes but that serve badly. */
export function checkNetworkName(name: string, snapshot: Snapshot, driver = 'bridge'): Check {
  if (typeof name !== 'string' || name.trim() === '') return refuse('invalid', 'A network needs a name.');
  if (predefined.has(name)) {
    return refuse('invalid', `The name ${name} is kept for a network of Docker's own. Choose another name.`);
  }
  const same = snapshot.networks.find((one) => one.name === name);
  if (same) {
    return refuse(
      'conflict',
      `A network called ${name} exists already (${same.id.slice(0, 12)}). Choose another name.`,
    );
  }
  const ofThatId = snapshot.networks.find((one) => one.id === name);
  if (ofThatId) {
    return refuse('conflict', `${name} is the id of the network ${ofThatId.name}. Choose another name.`);
  }
  return driver === 'overlay' ? checkSwarmName(name) : fine(...oddities(name, snapshot));
}

/** Swarm's names are DNS labels (swarmkit: "name must be valid as a DNS name component"). */
function checkSwarmName(name: string): Check {
  if (name.length > 63) {
    return refuse(
      'invalid',
      `The name of an overlay network has at most 63 characters; this one has ${name.length}.`,
    );
  }
  if (!/^[A-Za-z0-9](?:[-_]*[A-Za-z0-9])*$/.test(name)) {
    return refuse(
      'invalid',
      `An overlay network cannot be called ${shown(name)}: swarm takes letters, digits, - and _ only, a letter or digit first and last.`,
    );
  }
  return fine();
}

function oddities(name: string, snapshot: Snapshot): string[] {
  const found: string[] = [];
  if (/[\s\p{Cc}]/u.test(name)) {
    found.push(
      `${shown(name)} has white space in it: it must be quoted on a command line and cannot be part of a DNS name.`,
    );
  } else if (/[^A-Za-z0-9_.-]/.test(name)) {
    found.push(
      `${shown(name)} has characters that DNS names and command lines take badly: letters, digits, _, . and - are safe.`,
    );
  }
  if (name.startsWith('-')) {
    found.push(`${shown(name)} begins with -, which the docker command takes for an option.`);
  }
  if (name.startsWith('container:') || otherMeaning.has(name)) {
    found.push(`Docker understands ${shown(name)} as something else in places. A plain name is safer.`);
  }
  if (name.length > 63) {
    found.push(`A name of ${name.length} characters cannot be part of a DNS name: 63 are the most.`);
  }
  if (/[A-Z]/.test(name)) {
    found.push(
      `In name.${name} Docker's DNS minds upper and lower case: ${name.toLowerCase()} would not be found.`,
    );
  }
  const startsId = /^[0-9a-f]+$/.test(name) && snapshot.networks.some((one) => one.id.startsWith(name));
  if (startsId) found.push(`${name} is also the start of another network's id.`);
  const twin = snapshot.networks.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (twin) found.push(`${twin.name} differs from it only in upper and lower case.`);
  return found;
}

/** Text as a sentence can carry it: control characters visible, long text cut. */
function shown(text: string): string {
  const visible = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return visible.length > 60 ? `${visible.slice(0, 57)}…` : visible;
}
