import { checkAddress } from '../checks/checkAddress.ts';
import type { Remedy } from '../errors.ts';
import {
  containerName,
  containerNamed,
  containerOf,
  networkName,
  networkOf,
  type RefusalContext,
  short,
} from './context.ts';
import { checkedOr, type Explanation, type Refused, type Rule } from './rule.ts';

/** Refusals of putting a container on a network, or taking it off. */
export const connectRules: readonly Rule[] = [
  {
    pattern: /endpoint with name (\S+) already exists in network (.+)/,
    explain: ({ match, context }) => ({
      code: 'conflict',
      message: `A container ${match[1]} is on ${networkName(context)} already.`,
    }),
  },
  {
    pattern: /user specified IP address is supported on user defined networks only/,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `On ${networkName(refused.context)} Docker chooses the addresses${not(refused.context)}. Use a user-defined network with a subnet to give one.`,
      }),
  },
  {
    pattern: /network-scoped alias(es)? (is|are) (supported only|only supported)/,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `Docker answers no names on ${networkName(refused.context)}, so an alias would do nothing. Use a user-defined network.`,
      }),
  },
  {
    pattern:
      /user specified IP address is supported only when connecting to networks with user configured subnets/,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `On ${networkName(refused.context)} Docker chose the subnet, so it also chooses the addresses${not(refused.context)}. Make a network with a subnet of your own to give one.`,
      }),
  },
  {
    pattern:
      /Invalid address (\S+): It does not belong|no configured subnet or ip-range contain the IP address (\S+)/,
    explain: (refused) => {
      const { match, context } = refused;
      const subnets = networkOf(context)?.subnets.map((one) => one.subnet) ?? [];
      const where = subnets.length > 0 ? ` (${subnets.join(', ')})` : '';
      return checkedOr(refused, {
        code: 'invalid',
        message: `${match[1] ?? match[2]} is not in ${networkName(context)}${where}.`,
      });
    },
  },
  {
    pattern: /invalid IPv([46]) address: ([^\s)]*)/i,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `${refused.match[2] || 'An empty text'} is no IPv${refused.match[1]} address.`,
      }),
  },
  { pattern: /(?<!bind: )address already in use/i, explain: explainHeld },
  {
    pattern: /connected to host network|connect container to host network/,
    explain: (refused) =>
      refused.context.act === 'disconnect'
        ? fromHost(refused.context)
        : checkedOr(refused, {
            code: 'invalid',
            message: `${containerName(refused.context)} cannot be connected to the host's network: it has to be made there. Run a new one on host.`,
          }),
  },
  {
    pattern: /cannot disconnect container from host network/,
    explain: ({ context }) => fromHost(context),
  },
  {
    pattern: /networks in private \(none\) mode/,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `${containerName(refused.context)} cannot be on none and on another network: disconnect it from the one first.`,
      }),
  },
  {
    pattern: /sharing network namespace with another container or host/,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `${containerName(refused.context)} has no network of its own, so it cannot be connected to ${networkName(refused.context)}.`,
      }),
  },
  {
    pattern: /is ambiguous|matches found based on name/,
    explain: ({ context }) => {
      const twins = context.snapshot.networks.filter((one) => one.name === networkName(context));
      const ids = twins.length > 1 ? ` (${twins.map((one) => one.id.slice(0, 12)).join(', ')})` : '';
      return {
        code: 'conflict',
        message: `Several networks are called ${networkName(context)}${ids}, and the engine cannot tell which is meant. Give an id, or remove the others.`,
      };
    },
  },
  {
    pattern: /network sandbox for container (\S+) not found/,
    explain: ({ context }) => ({
      code: 'conflict',
      message: `${containerName(context)} is restarting over and over. The engine noted ${networkName(context)} for its next start, but could not connect it now.`,
    }),
  },
  {
    pattern: /container (\S+) is not connected to (?:the )?network (.+)/,
    explain: ({ context }) => {
      const container = containerOf(context);
      const owner =
        container?.mode === 'container' && container.sharesWith
          ? containerNamed(context.snapshot, container.sharesWith)
          : undefined;
      return {
        code: 'conflict',
        message: owner
          ? `${container!.name} has no network of its own: it shares ${owner.name}'s. Disconnect ${owner.name} instead.`
          : `${containerName(context)} is not on ${networkName(context)}.`,
      };
    },
  },
  {
    pattern: /invalid name or ID supplied/,
    explain: () => ({
      code: 'invalid',
      message: 'Which container? Give its name, its id, or a unique start of its id.',
    }),
  },
  {
    pattern: /cannot be (?:connected to|created with multiple) network endpoints/,
    explain: ({ context }) => ({
      code: 'unsupported',
      message: `This engine makes a container on one network at a time. Make ${containerName(context)} on one, and connect it to the others.`,
    }),
  },
];

function fromHost(context: RefusalContext): Explanation {
  return {
    code: 'invalid',
    message: `${containerName(context)} was made on the host's network and cannot be disconnected from it. Make it anew on another network.`,
  };
}

/** Who holds the address that a container was to get, and one that is free. */
function explainHeld({ context, recheck }: Refused): Explanation {
  if (context.act === 'start') return heldAtStart(context);
  const known = recheck();
  const [text] = wanted(context);
  const network = networkOf(context);
  const check = network && text ? checkAddress(text, network, context) : undefined;
  const suggestion = check?.suggestion;
  const message =
    known?.message ??
    check?.refusal?.message ??
    `${text ?? 'The address'} is held by something else on ${networkName(context)}.`;
  return {
    code: 'conflict',
    message,
    remedies: suggestion && text ? [instead(context, text, suggestion)] : [],
  };
}

function heldAtStart(context: RefusalContext): Explanation {
  const own = containerOf(context);
  for (const network of context.snapshot.networks) {
    const endpoint = network.endpoints.find((one) => one.container === own?.id);
    const kept = [endpoint?.staticIpv4, endpoint?.staticIpv6];
    for (const text of kept) {
      const thief = text
        ? network.endpoints.find(
            (one) => one.container !== own?.id && (one.ipv4 === text || one.ipv6 === text),
          )
        : undefined;
      if (!thief) continue;
      return {
        code: 'conflict',
        message: `${own!.name} cannot start: its address ${text} on ${network.name} is held by ${thief.name}.`,
        remedies: [
          {
            title: `Disconnect ${thief.name} From ${network.name}`,
            command: 'dockerNetworks.disconnectContainer',
            argument: { network: network.id, container: thief.container },
          },
        ],
      };
    }
  }
  return {
    code: 'conflict',
    message: `${containerName(context)} cannot start: an address that it was given is held by something else.`,
  };
}

function instead(context: RefusalContext, text: string, suggestion: string): Remedy {
  const argument = { ...context.spec, ...(text.includes(':') ? { ipv6: suggestion } : { ipv4: suggestion }) };
  return {
    title: `Use ${suggestion}`,
    command: context.act === 'run' ? 'dockerNetworks.runContainer' : 'dockerNetworks.connectContainer',
    argument,
  };
}

function wanted(context: RefusalContext): string[] {
  if (context.act !== 'connect' && context.act !== 'run') return [];
  return [context.spec.ipv4, context.spec.ipv6].filter(
    (text) => text !== undefined && text !== '',
  ) as string[];
}

function not(context: RefusalContext): string {
  const [text] = wanted(context);
  return text ? `: ${short(text)} cannot be given` : '';
}
