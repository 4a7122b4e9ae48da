import { driverOptions } from '../checks/driverOptions.ts';
import { networkName, networkNamed, type RefusalContext } from './context.ts';
import { checkedOr, type Rule } from './rule.ts';

/** Refusals of the options of drivers. */
export const optionRules: readonly Rule[] = [
  {
    pattern: /failed to parse (\S+) value: (.*?) \(/,
    explain: (refused) => {
      const [, key = '', value] = refused.match;
      const option = driverOptions(driverOf(refused.context)).find((one) => one.key === key);
      return checkedOr(refused, {
        code: 'invalid',
        message: `${option?.label ?? key} cannot be ${value || 'empty'} (${key}).`,
      });
    },
  },
  {
    pattern: /numerical result out of range/,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: `The bridge name ${bridgeName(refused.context)} is too long: an interface has at most 15 characters.`,
      }),
  },
  {
    pattern: /conflicts with network (\S+) \((\S+?)\): networks have same bridge name/,
    explain: ({ match, context }) => {
      const other = networkNamed(context.snapshot, match[1]!);
      return {
        code: 'conflict',
        message: `The bridge ${match[2]} belongs to ${other ? `the network ${other.name}` : 'another network'}. Choose another bridge name.`,
      };
    },
  },
  {
    pattern: /existing interface (\S+) is not a bridge/,
    explain: ({ match }) => ({
      code: 'conflict',
      message: `${match[1]} is an interface of the machine and no bridge. Choose another bridge name.`,
    }),
  },
  {
    pattern: /gateway mode 'isolated' can only be used for an internal network/,
    explain: (refused) =>
      checkedOr(refused, {
        code: 'invalid',
        message: 'The gateway mode isolated is for internal networks only. Make it internal.',
      }),
  },
  {
    pattern: /invalid subinterface vlan name (\S+?),/,
    explain: ({ match }) => ({
      code: 'invalid',
      message: `The machine has no interface ${match[1]}, and it cannot be made: a VLAN is written like eth0.10. Give another parent.`,
    }),
  },
  {
    pattern: /already using parent interface (\S+)/,
    explain: ({ match, context }) => {
      const other = context.snapshot.networks.find((one) => one.options.parent === match[1]);
      return {
        code: 'conflict',
        message: `The parent ${match[1]} is used by ${other ? other.name : 'another network'} already. Give another parent, or remove that network.`,
      };
    },
  },
  {
    pattern: /operation not supported|kernel (?:version|does not support)/i,
    explain: ({ context }) => ({
      code: 'unsupported',
      message:
        context.act === 'create'
          ? `The kernel of the engine's machine cannot make a network of the driver ${driverOf(context)} that way. Give a parent interface, or choose the driver bridge.`
          : `The kernel of the engine's machine cannot put a container on ${networkName(context)}.`,
    }),
  },
];

function driverOf(context: RefusalContext): string {
  return (context.act === 'create' && context.spec.driver) || 'bridge';
}

function bridgeName(context: RefusalContext): string {
  return (context.act === 'create' && context.spec.options?.['com.docker.network.bridge.name']) || 'given';
}
