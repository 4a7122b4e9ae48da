import { deriveGateway } from '../../../core/addresses/deriveGateway.ts';
import type { Check, CheckWorld } from '../../../core/checks/check.ts';
import { checkGateway } from '../../../core/checks/checkGateway.ts';
import { checkIpRange } from '../../../core/checks/checkIpRange.ts';
import { checkOption } from '../../../core/checks/checkOption.ts';
import { checkReserved } from '../../../core/checks/checkReserved.ts';
import { checkSubnet } from '../../../core/checks/checkSubnet.ts';
import { type DriverOption, driverOptions } from '../../../core/checks/driverOptions.ts';
import type { NetworkSpec, SubnetSpec } from '../../../core/specs.ts';
import { askFields, type Field } from '../../prompts/askFields.ts';
import { askPick } from '../../prompts/askPick.ts';
import { back, type Frame } from '../../prompts/frame.ts';
import { formatPairs, parsePairs } from '../../prompts/pairs.ts';
import { textField } from '../../prompts/textField.ts';

/** Gateway and options: a form, with what is set in each line. */
export function askDetails(frame: Frame, draft: NetworkSpec, world: CheckWorld) {
  return askFields(
    frame,
    () => ({ label: 'Continue' }),
    'Gateway and options',
    () => [
      ...(draft.subnets ?? []).flatMap((subnet, at) => subnetFields(draft, subnet, at, world)),
      ...(draft.subnets ? [anotherSubnet(draft, world)] : []),
      toggle(draft, 'ipv6', 'IPv6', 'Containers get IPv6 addresses, too'),
      toggle(draft, 'internal', 'Internal', 'Nothing leads outside'),
      toggle(
        draft,
        'attachable',
        'Attachable',
        'Containers can be connected by hand where the network is of a swarm',
      ),
      ...driverOptions(draft.driver ?? 'bridge').map((option) => optionField(draft, option, world)),
      otherOptions(draft, world),
      textField({
        label: 'Labels',
        value: formatPairs(draft.labels),
        none: 'none',
        prompt: 'Labels, such as team=web, stage=test',
        set: (text) => {
          draft.labels = parsePairs(text);
        },
      }),
    ],
  );
}

function subnetFields(draft: NetworkSpec, subnet: SubnetSpec, at: number, world: CheckWorld): Field[] {
  const of = (draft.subnets?.length ?? 0) > 1 ? ` of ${subnet.subnet}` : '';
  const fields = [
    textField({
      label: `Gateway${of}`,
      value: subnet.gateway ?? '',
      none: deriveGateway(subnet.subnet, subnet.ipRange) ?? 'the first address',
      prompt: `Gateway in ${subnet.subnet}. Empty: the first address.`,
      check: (text) => checkGateway(text, subnet.subnet),
      set: (text) => {
        subnet.gateway = text || undefined;
      },
    }),
    textField({
      label: `Address Range${of}`,
      value: subnet.ipRange ?? '',
      none: 'the whole subnet',
      prompt: `The part of ${subnet.subnet} that Docker deals addresses from. Empty: all of it.`,
      check: (text) => checkIpRange(text, subnet.subnet),
      set: (text) => {
        subnet.ipRange = text || undefined;
      },
    }),
    textField({
      label: `Reserved Addresses${of}`,
      value: formatPairs(subnet.reserved),
      none: 'none',
      prompt: 'Addresses that Docker never deals, each with a name: router=10.201.0.2, printer=10.201.0.3',
      check: (text) =>
        firstProblem(parsePairs(text), (name, address) => checkReserved(name, address, subnet)),
      set: (text) => {
        subnet.reserved = parsePairs(text);
      },
    }),
  ];
  if (at > 0) fields.push(subnetField(draft, at, world));
  return fields;
}

function anotherSubnet(draft: NetworkSpec, world: CheckWorld): Field {
  return { ...subnetField(draft, draft.subnets?.length ?? 0, world), label: 'Another Subnet…' };
}

function subnetField(draft: NetworkSpec, at: number, world: CheckWorld): Field {
  const others = (draft.subnets ?? []).filter((_, index) => index !== at).map((one) => one.subnet);
  return textField({
    label: `Subnet ${at + 1}`,
    value: draft.subnets?.[at]?.subnet ?? '',
    none: '',
    prompt: 'A further subnet, such as fd00:201::/64. Empty: none.',
    check: (text) => checkSubnet(text, world, others, draft.driver),
    set: (text) => {
      const subnets = [...(draft.subnets ?? [])];
      subnets.splice(at, 1, ...(text === '' ? [] : [{ ...subnets[at], subnet: text }]));
      draft.subnets = subnets.length > 0 ? subnets : undefined;
    },
  });
}

function toggle(
  draft: NetworkSpec,
  key: 'ipv6' | 'internal' | 'attachable',
  label: string,
  detail: string,
): Field {
  return {
    label,
    value: draft[key] ? 'yes' : 'no',
    detail,
    change: async () => {
      draft[key] = !draft[key] || undefined;
    },
  };
}

function optionField(draft: NetworkSpec, option: DriverOption, world: CheckWorld): Field {
  const { key, label, detail, values, placeholder } = option;
  const value = draft.options?.[key] ?? '';
  const set = (text: string) => {
    const { [key]: _before, ...others } = draft.options ?? {};
    const options = text === '' ? others : { ...others, [key]: text };
    draft.options = Object.keys(options).length > 0 ? options : undefined;
  };
  if (!values) {
    const check = (text: string) => checkOption(draft.driver ?? 'bridge', key, text, world);
    return textField({ label, value, none: 'not set', detail, prompt: detail, placeholder, check, set });
  }
  return {
    label,
    value: value || `${values[0]} (default)`,
    detail,
    change: async (frame) => {
      const chosen = await askPick(frame, {
        placeholder: detail,
        choices: values.map((one, at) => ({
          label: one,
          description: at === 0 ? 'default' : '',
          value: one,
        })),
        active: (one) => one === value,
      });
      if (chosen !== back) set(chosen === values[0] ? '' : chosen);
    },
  };
}

/** Those that are not offered by name: of plugins, or of engines to come. */
function otherOptions(draft: NetworkSpec, world: CheckWorld): Field {
  const driver = draft.driver ?? 'bridge';
  const known = new Set(driverOptions(driver).map(({ key }) => key));
  const set = Object.entries(draft.options ?? {});
  return textField({
    label: 'Other Driver Options',
    value: formatPairs(Object.fromEntries(set.filter(([key]) => !known.has(key)))),
    none: 'none',
    prompt: `Options for the driver ${driver}, such as key=value, other=value`,
    check: (text) => firstProblem(parsePairs(text), (key, value) => checkOption(driver, key, value, world)),
    set: (text) => {
      const options = { ...Object.fromEntries(set.filter(([key]) => known.has(key))), ...parsePairs(text) };
      draft.options = Object.keys(options).length > 0 ? options : undefined;
    },
  });
}

function firstProblem(
  pairs: Record<string, string> | undefined,
  check: (key: string, value: string) => Check,
): Check {
  const checks = Object.entries(pairs ?? {}).map(([key, value]) => check(key, value));
  return checks.find((one) => one.refusal) ?? { warnings: checks.flatMap((one) => one.warnings) };
}
