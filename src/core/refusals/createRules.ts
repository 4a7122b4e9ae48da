import { parseCidr } from '../addresses/cidr.ts';
import { overlapping } from '../checks/checkSubnet.ts';
import { freeSubnet } from '../checks/freeSubnet.ts';
import { listNames } from '../checks/listNames.ts';
import type { Remedy } from '../errors.ts';
import type { NetworkSpec } from '../specs.ts';
import { networkName } from './context.ts';
import { usedPools } from './pools.ts';
import { checkedOr, type Explanation, type Refused, type Rule } from './rule.ts';

/** Refusals of a network's name and driver, and of its place among the others. */
export const createRules: readonly Rule[] = [
  {
    pattern: /Pool overlaps with other one on this address space/,
    explain: explainOverlap,
  },
  {
    pattern: /non-overlapping IPv4 address pool|all predefined address pools have been fully subnetted/,
    explain: explainPools,
  },
  {
    pattern: /non-overlapping IPv6 address pool/,
    explain: ({ context }) => {
      const free = freeSubnet(context, 'fd00::/64');
      return {
        code: 'invalid',
        message: `This engine has no IPv6 range of its own to choose from. Give an IPv6 subnet: ${free} is free.`,
        remedies: context.act === 'create' ? [createWith(context.spec, free)] : [],
      };
    },
  },
  {
    // 20.10 finds an empty name taken.
    pattern: /network with name (.*) already exists/s,
    explain: (refused) => {
      const name = refused.match[1]!;
      return checkedOr(refused, {
        code: 'conflict',
        message: name
          ? `A network called ${name} exists already. Choose another name.`
          : 'A network needs a name.',
      });
    },
  },
  {
    pattern: /invalid name: /,
    explain: (refused) => checkedOr(refused, { code: 'invalid', message: 'A network needs a name.' }),
  },
  {
    pattern: /not permitted on predefined (.+?) network/,
    explain: ({ match }) => ({
      code: 'invalid',
      message: `The name ${match[1]} is kept for a network of Docker's own. Choose another name.`,
    }),
  },
  {
    pattern: /plugin "(.+?)" not found/,
    explain: ({ match }) => ({
      code: 'invalid',
      message: `This engine has no network driver ${match[1]}. Choose another, such as bridge.`,
    }),
  },
  {
    pattern: /only one instance of "(.+?)" network is allowed/,
    explain: ({ match }) => ({
      code: 'invalid',
      message: `Docker has one network of the driver ${match[1]}, its own: no other can be made.`,
    }),
  },
  {
    pattern: /configuration network "(.+?)" does not exist/,
    explain: ({ match }) => ({
      code: 'invalid',
      message: `There is no network ${match[1]} to take settings from.`,
    }),
  },
];

function explainOverlap({ context, recheck }: Refused): Explanation | undefined {
  if (context.act !== 'create') return undefined;
  const known = recheck();
  if (known?.code === 'conflict') return known;
  const { spec } = context;
  const texts = (spec.subnets ?? []).map((one) => one.subnet);
  const free = freeSubnet(context, texts[0]);
  const culprits = texts.flatMap((text) => {
    const cidr = parseCidr(text);
    return cidr ? overlapping(cidr, context, spec.driver || 'bridge') : [];
  });
  const remedies = [createWith(spec, free)];
  if (culprits.length > 0) {
    const names = listNames(culprits.map(({ network, subnet }) => `${network.name} (${subnet})`));
    return { code: 'conflict', message: `${listNames(texts)} overlaps ${names}. ${free} is free.`, remedies };
  }
  // 20.10 loses a range for good when a reserved address in it was refused (measured).
  return {
    code: 'conflict',
    message: `The engine still holds a range that overlaps ${listNames(texts)}, though no network has it: restarting the engine frees it. ${free} is free.`,
    remedies,
  };
}

function explainPools({ context }: Refused): Explanation {
  const free = freeSubnet(context);
  const pools = usedPools(context.snapshot);
  const count = pools ? ` (${pools.used} of ${pools.total} used)` : '';
  const unused: Remedy = { title: 'Remove Unused…', command: 'dockerNetworks.pruneNetworks' };
  return {
    code: 'conflict',
    message: `Docker has no free address range left${count}. Give a subnet yourself, or remove networks that nothing uses.`,
    remedies: context.act === 'create' ? [createWith(context.spec, free), unused] : [unused],
  };
}

/** A button that makes the network of a spec with another subnet in place of those of its family. */
function createWith(spec: NetworkSpec, subnet: string): Remedy {
  const family = parseCidr(subnet)?.family;
  const others = (spec.subnets ?? []).filter((one) => {
    const block = parseCidr(one.subnet);
    return block !== undefined && block.family !== family;
  });
  return {
    title: `Create With ${subnet}`,
    command: 'dockerNetworks.createNetwork',
    argument: { ...spec, subnets: [{ subnet }, ...others] },
  };
}

/** Refusals that need Swarm, or come from it. */
export const swarmRules: readonly Rule[] = [
  {
    pattern:
      /not a swarm manager|swarm scoped network when swarm is not active|Ingress network can only be global scope/,
    explain: ({ match, context }) => ({
      code: 'invalid',
      message: /Worker nodes/.test(match.input)
        ? `${networkName(context)} is a matter of the swarm's managers, and this engine is a worker. Do it on a manager.`
        : `${networkName(context)} needs Swarm, and this engine is in none. Run docker swarm init on its machine first, or choose the driver bridge.`,
    }),
  },
  {
    pattern: /name must be (valid as a DNS name component|63 characters or fewer)/,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `A network of the swarm cannot be called ${networkName(refused.context)}: letters, digits, - and _ only, at most 63.`,
      }),
  },
  {
    pattern: /not manually attachable/,
    explain: ({ context }) => ({
      code: 'invalid',
      message: `${networkName(context)} is for services of the swarm only: it was not made attachable.`,
    }),
  },
  {
    pattern: /is in use by (task|service) (\S+)/,
    explain: ({ match, context }) => ({
      code: 'in-use',
      message: `${networkName(context)} is in use by the ${match[1]} ${match[2]} of the swarm. Remove its service first.`,
    }),
  },
  {
    pattern: /rpc error: code = \w+ desc = (.+)/s,
    explain: ({ match }) => ({ code: 'engine', message: `The swarm refused it: ${match[1]}.` }),
  },
];
