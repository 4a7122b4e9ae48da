import { parseCidr } from '../addresses/cidr.ts';
import type { NetworkSpec, SubnetSpec } from '../specs.ts';
import { apiAtLeast, type Check, type CheckWorld, fine, firstRefusal, refuse } from './check.ts';
import { checkDriver } from './checkDriver.ts';
import { checkGateway } from './checkGateway.ts';
import { checkIpRange } from './checkIpRange.ts';
import { checkNetworkName } from './checkNetworkName.ts';
import { checkOption } from './checkOption.ts';
import { checkReserved } from './checkReserved.ts';
import { checkFlags, checkList, checkTexts } from './checkShape.ts';
import { checkSubnet } from './checkSubnet.ts';
import { freeSubnet } from './freeSubnet.ts';

/** Whether the engine can make this network; the first thing that stands against it is the refusal. */
export function checkNetwork(spec: NetworkSpec, world: CheckWorld): Check {
  const driver = spec.driver || 'bridge';
  return firstRefusal([
    () => checkNetworkName(spec.name, world.snapshot, driver),
    () => checkDriver(spec, world),
    () => checkFlags({ ipv6: spec.ipv6, internal: spec.internal, attachable: spec.attachable }),
    () => checkList('subnets', spec.subnets),
    () => checkTexts('options', spec.options),
    () => checkTexts('labels', spec.labels),
    ...(Array.isArray(spec.subnets) ? spec.subnets : []).map((_, at) => () => checkBlock(spec, at, world)),
    () => checkIpv6(spec, world),
    ...Object.entries(spec.options ?? {}).map(
      ([key, value]) =>
        () =>
          checkOption(driver, key, value, world),
    ),
    () => checkIsolated(spec),
    () => checkUplink(spec),
  ]);
}

function checkBlock(spec: NetworkSpec, at: number, world: CheckWorld): Check {
  const given = spec.subnets![at]!;
  if (typeof given !== 'object' || given === null) {
    return refuse('invalid', 'A subnet is given as { subnet, gateway, ipRange, reserved }.');
  }
  if (!given.subnet) return withoutSubnet(given);
  const before = spec.subnets!.slice(0, at).map((one) => one.subnet);
  const check = checkSubnet(given.subnet, world, before, spec.driver || 'bridge');
  if (check.refusal) return withRemedy(check, spec, at);
  return firstRefusal([
    () => check,
    () => (given.gateway ? checkGateway(given.gateway, given.subnet) : fine()),
    () => (given.ipRange ? checkIpRange(given.ipRange, given.subnet) : fine()),
    () => checkTexts('reserved', given.reserved),
    ...Object.entries(given.reserved ?? {}).map(
      ([name, address]) =>
        () =>
          checkReserved(name, address, given),
    ),
  ]);
}

function withoutSubnet(given: SubnetSpec): Check {
  const needing = given.gateway
    ? `The gateway ${given.gateway}`
    : given.ipRange
      ? `The range ${given.ipRange}`
      : 'A reserved address';
  return refuse('invalid', `${needing} needs a subnet that it lies in: give that, too.`);
}

/** A refused subnet with a button that makes the network with one that is free. */
function withRemedy(check: Check, spec: NetworkSpec, at: number): Check {
  const { refusal, suggestion } = check;
  if (!refusal || !suggestion) return check;
  const subnets = spec.subnets!.map((one, index) => (index === at ? { subnet: suggestion } : one));
  const remedy = {
    title: `Create With ${suggestion}`,
    command: 'dockerNetworks.createNetwork',
    argument: { ...spec, subnets },
  };
  return refuse(refusal.code, refusal.message, { suggestion, remedies: [remedy] });
}

function checkIpv6(spec: NetworkSpec, world: CheckWorld): Check {
  const sixth = (spec.subnets ?? []).find((one) => parseCidr(one.subnet)?.family === 6);
  if (sixth && spec.ipv6 === false) {
    return refuse(
      'invalid',
      `${sixth.subnet} is an IPv6 subnet, and IPv6 is off for this network. Turn it on.`,
    );
  }
  if (spec.ipv6 && !sixth && apiAtLeast(world, '1.46') === false) {
    const free = freeSubnet(world, 'fd00::/64');
    return refuse(
      'invalid',
      `This engine has no IPv6 ranges of its own to choose from. Give an IPv6 subnet: ${free} is free.`,
      { suggestion: free },
    );
  }
  return fine();
}

/** moby: "gateway mode 'isolated' can only be used for an internal network". */
function checkIsolated(spec: NetworkSpec): Check {
  const isolated = Object.entries(spec.options ?? {}).find(
    ([key, value]) => /\.gateway_mode_ipv[46]$/.test(key) && value === 'isolated',
  );
  return isolated && !spec.internal
    ? refuse(
        'invalid',
        `The gateway mode isolated (${isolated[0]}) is for internal networks only. Make it internal.`,
      )
    : fine();
}

function checkUplink(spec: NetworkSpec): Check {
  const onWire =
    spec.driver === 'macvlan' || (spec.driver === 'ipvlan' && !spec.options?.ipvlan_mode?.startsWith('l3'));
  return onWire && !spec.internal && (spec.subnets ?? []).length === 0
    ? fine(`Containers on a ${spec.driver} network need addresses of the parent's own net: give its subnet.`)
    : fine();
}
