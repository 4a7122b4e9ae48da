import type { NetworkSpec } from '../specs.ts';
import { apiAtLeast, type Check, type CheckWorld, fine, refuse } from './check.ts';

/** Whether the engine can make a network of the spec's driver, with what that driver cannot do without. */
export function checkDriver(spec: NetworkSpec, world: CheckWorld): Check {
  const driver = spec.driver || 'bridge';
  if (typeof driver !== 'string')
    return refuse('invalid', 'The driver must be the name of a network driver.');
  if (driver === 'host' || driver === 'null' || driver === 'none') {
    const own = driver === 'host' ? 'host' : 'none';
    return refuse(
      'invalid',
      `Docker has one network ${own}, its own: no other of the driver ${driver} can be made.`,
    );
  }
  if (world.drivers && !world.drivers.includes(driver)) {
    return refuse(
      'invalid',
      `This engine has no network driver ${driver}. It has ${world.drivers.filter(canBeMade).join(', ')}.`,
    );
  }
  if (driver === 'overlay') return checkOverlay(spec, world);
  if (driver === 'macvlan' || driver === 'ipvlan') return checkParent(driver, spec, world);
  return fine();
}

/** Whether networks of this driver can be made at all: not so for host and null. */
function canBeMade(driver: string): boolean {
  return driver !== 'host' && driver !== 'null';
}

function checkOverlay(spec: NetworkSpec, world: CheckWorld): Check {
  if (world.swarm && !world.swarm.active) {
    return refuse(
      'invalid',
      'The driver overlay needs Swarm, and this engine is in none. Run docker swarm init on its machine first, or choose bridge.',
    );
  }
  if (world.swarm && !world.swarm.manager) {
    return refuse(
      'invalid',
      'Overlay networks are made on a manager of the swarm, and this engine is a worker. Make the network on a manager.',
    );
  }
  return spec.attachable
    ? fine()
    : fine('Only services can use this overlay network: containers need it to be attachable.');
}

function checkParent(driver: string, spec: NetworkSpec, world: CheckWorld): Check {
  const parent = spec.options?.parent;
  if (parent) return checkSharedParent(driver, parent, world);
  const what = `A ${driver} network hangs on an interface of the machine`;
  return spec.internal
    ? fine(`${what}; without a parent its containers reach only each other.`)
    : refuse(
        'invalid',
        `${what}: give one as parent (the option parent, such as eth0), or make the network internal.`,
      );
}

/** 20.10 allows one network per parent; later engines allow several. */
function checkSharedParent(driver: string, parent: string, world: CheckWorld): Check {
  const other = world.snapshot.networks.find(
    (one) => (one.driver === 'macvlan' || one.driver === 'ipvlan') && one.options.parent === parent,
  );
  if (!other) return fine();
  const sentence = `The parent ${parent} is used by ${other.name} already`;
  if (other.driver !== driver) {
    return refuse('conflict', `${sentence}: ${other.driver} and ${driver} cannot share one.`);
  }
  return apiAtLeast(world, '1.42') === false
    ? refuse('conflict', `${sentence}, and this engine allows one network for each.`)
    : fine(`${sentence}: both are then on one wire.`);
}
