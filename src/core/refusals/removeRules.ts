import { listNames } from '../checks/listNames.ts';
import type { Endpoint } from '../model.ts';
import { networkName, networkOf } from './context.ts';
import type { Explanation, Refused, Rule } from './rule.ts';

/** Refusals of removing a network. */
export const removeRules: readonly Rule[] = [
  { pattern: /has active endpoints/, explain: explainUsers },
  {
    pattern: /^(?:error while removing network: )?(\S+) is a pre-defined network and cannot be removed/,
    explain: ({ match }) => ({
      code: 'invalid',
      message: `${match[1]} is one of Docker's own networks and cannot be removed.`,
    }),
  },
];

function explainUsers({ match, context }: Refused): Explanation {
  const network = networkOf(context);
  const running = (network?.endpoints ?? []).filter(isActive).map((one) => one.name);
  const told = [...match.input.matchAll(/name:"([^"]+)"/g)].map(([, name]) => name!);
  const users = running.length > 0 ? running : told;
  const stopped = (network?.endpoints ?? []).filter((one) => !isActive(one)).map((one) => one.name);
  const also = stopped.length > 0 ? ` ${listNames(stopped)} (stopped) ${belong(stopped)} to it, too.` : '';
  const count = users.length + stopped.length;
  const whom = count === 1 ? 'It' : count === 2 ? 'Both' : 'All';
  return {
    code: 'in-use',
    message: `${networkName(context)} is in use by ${listNames(users) || 'something that is no container here'}.${also}`,
    remedies: network
      ? [
          {
            title: `Disconnect ${whom} and Remove`,
            command: 'dockerNetworks.removeNetwork',
            argument: { network: network.id, disconnectContainers: true },
          },
        ]
      : [],
  };
}

function belong(names: readonly string[]): string {
  return names.length === 1 ? 'belongs' : 'belong';
}

function isActive(endpoint: Endpoint): boolean {
  return endpoint.state === 'running' || endpoint.state === 'paused' || endpoint.state === 'restarting';
}
