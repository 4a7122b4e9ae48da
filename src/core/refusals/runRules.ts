import type { RefusalContext } from './context.ts';
import { containerName, containerNamed, containerOf, networkName, networkNamed, short } from './context.ts';
import { checkedOr, type Explanation, type Refused, type Rule } from './rule.ts';

/** Refusals of making and starting a container. */
export const runRules: readonly Rule[] = [
  {
    pattern: /Invalid container name \((.*?)\)/s,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `A container cannot be called ${refused.match[1]}: two or more of letters, digits, _, . and -, a letter or digit first.`,
      }),
  },
  {
    pattern: /The container name "\/?(.+?)" is already in use by container "?([0-9a-f]+)/,
    explain: ({ match }) => ({
      code: 'conflict',
      message: `A container called ${match[1]} exists already (${match[2]!.slice(0, 12)}). Choose another name.`,
    }),
  },
  {
    pattern: /No such image: (\S+)/,
    explain: ({ match }) => ({
      code: 'not-found',
      message: `The engine has no image ${match[1]}. Pull it first.`,
    }),
  },
  {
    pattern: /Bind for (\S+):(\d+) failed: port is already allocated/,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'conflict',
        message: `The port ${refused.match[2]} of the host is taken by ${holderOfPort(refused) ?? 'something else'}. Publish on another one.`,
      }),
  },
  {
    // 20.10: "listen tcp4 0.0.0.0:22: bind: address already in use"; 28.5: "failed to bind host port for 0.0.0.0:22:10.0.0.2:80/tcp: …".
    pattern:
      /(?:listen \S+ \S*?|bind host port (?:for )?(?:\[[^\]]*\]|[\d.]*)):(\d+)(?:: bind|[:/]\S*): address already in use/,
    explain: ({ match }) => ({
      code: 'conflict',
      message: `The port ${match[1]} is taken by a program on the engine's machine. Publish on another one.`,
    }),
  },
  {
    pattern: /no available IPv([46]) addresses on this network's address pools: (.+?) \(/,
    explain: ({ match, context }) => {
      const network = networkNamed(context.snapshot, match[2]!);
      const users = network?.endpoints.filter((one) => one.ipv4 || one.ipv6).length;
      const count = users ? `: ${users} containers have them all` : '';
      return {
        code: 'conflict',
        message: `${match[2]} has no IPv${match[1]} address left${count}. Disconnect one, or use a larger network.`,
      };
    },
  },
  {
    pattern: /cannot join network (?:namespace )?of a non running container: (?:container )?(\S+)/,
    explain: ({ match, context }) => explainSleeper(match[1]!, context, 'shares its network'),
  },
  {
    pattern: /Cannot link to a non running container: \/?(\S+) AS (\S+)/,
    explain: ({ match, context }) => explainSleeper(match[1]!, context, 'has a link to it'),
  },
  {
    pattern:
      /Cannot link to \/?(\S+?), as it does not belong to the default network|container (\S+) not attached to default bridge network/,
    explain: (refused) => {
      const which = refused.match[1] ?? refused.match[2]!;
      const name = containerNamed(refused.context.snapshot, which)?.name ?? short(which);
      return checkedOr(refused, {
        code: 'invalid',
        message: `A link on the default bridge leads only to containers there, and ${name} is not on it.`,
      });
    },
  },
  {
    pattern: /could not get container for (\S+?):/i,
    explain: ({ match }) => ({
      code: 'not-found',
      message: `There is no container ${match[1]} that could be linked to.`,
    }),
  },
  {
    pattern: /conflicting options: (.+)/s,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `Some of what was asked for does not go together with the mode of ${containerName(refused.context)}: ${refused.match[1]}.`,
      }),
  },
  {
    pattern: /exec: "?(.+?)"?: (?:executable file not found|stat |permission denied|no such file)/,
    explain: ({ match }) => ({
      code: 'invalid',
      message: `The image has no program ${match[1]} that could be run. Give another command.`,
    }),
  },
  {
    pattern: /No command specified/i,
    explain: ({ context }) => ({
      code: 'invalid',
      message: `The image of ${containerName(context)} says not what to run. Give a command.`,
    }),
  },
];

/** What is simply not there. */
export const missingRules: readonly Rule[] = [
  { pattern: /(?:^|: )network (.+?) not found/s, explain: explainGone },
  {
    pattern: /No such container: (\S+)|endpoint (\S+) not found/,
    explain: ({ match, context }) => {
      const which = short(match[1] ?? match[2]!);
      const { act, spec } = context;
      const shared = act === 'run' && typeof spec.network === 'object' && 'shareWith' in spec.network;
      const start = act === 'start' && containerOf(context)?.mode === 'container';
      return {
        code: 'not-found',
        message:
          shared || start
            ? `The container ${which}, whose network was to be shared, is gone.`
            : `There is no container ${which} any more.`,
      };
    },
  },
  {
    pattern: /client version (\S+) is too (old|new)/,
    explain: ({ match }) => ({
      code: 'unsupported',
      message: `The engine does not speak the API version ${match[1]}: it is too ${match[2]} for it.`,
    }),
  },
];

function explainGone({ match, context }: Refused): Explanation {
  const gone = short(match[1]!);
  if (context.act !== 'start') {
    return { code: 'not-found', message: `There is no network ${gone} any more.` };
  }
  const container = containerOf(context);
  const name = containerName(context);
  return {
    code: 'conflict',
    message: `${name} cannot start: it belongs to a network that is gone (${gone}). Disconnect it from that, and connect it to one that is there.`,
    remedies: container
      ? [
          {
            title: `Repair ${name}`,
            command: 'dockerNetworks.repairContainer',
            argument: { container: container.id },
          },
        ]
      : [],
  };
}

/** A container that has to run first. */
function explainSleeper(reference: string, context: RefusalContext, needs: string): Explanation {
  const sleeper = containerNamed(context.snapshot, reference);
  const name = sleeper?.name ?? short(reference);
  return {
    code: 'conflict',
    message: `${name} is not running, and ${containerName(context)} ${needs}. Start ${name} first.`,
    remedies: sleeper
      ? [
          {
            title: `Start ${name}`,
            command: 'dockerNetworks.startContainer',
            argument: { container: sleeper.id },
          },
        ]
      : [],
  };
}

function holderOfPort({ match, context }: Refused): string | undefined {
  const port = Number(match[2]);
  const holder = context.snapshot.containers.find((one) =>
    one.ports.some((other) => other.hostPort === port),
  );
  return holder?.name ?? (context.act === 'run' ? undefined : networkName(context));
}
