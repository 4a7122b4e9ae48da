import { apiAtLeast, type CheckWorld } from '../../../core/checks/check.ts';
import { checkAddress } from '../../../core/checks/checkAddress.ts';
import { checkAlias } from '../../../core/checks/checkAlias.ts';
import { freeAddress } from '../../../core/checks/freeSubnet.ts';
import { ExpectedError } from '../../../core/errors.ts';
import type { Network } from '../../../core/model.ts';
import type { EndpointSpec, LinkSpec } from '../../../core/specs.ts';
import type { Field } from '../../prompts/askFields.ts';
import { formatPairs, parseList, parsePairs } from '../../prompts/pairs.ts';
import { textField } from '../../prompts/textField.ts';

/** The fields of a place on a user-defined network. */
export function endpointFields(
  endpoint: EndpointSpec,
  network: Network,
  world: CheckWorld,
  forContainer: string | undefined,
): Field[] {
  const has6 = network.subnets.some(({ subnet }) => subnet.includes(':'));
  const has4 = network.subnets.some(({ subnet }) => !subnet.includes(':'));
  const fields: Field[] = [];
  if (has4) fields.push(addressField('ipv4', endpoint, network, world, forContainer));
  if (has6) fields.push(addressField('ipv6', endpoint, network, world, forContainer));
  fields.push(aliasesField(endpoint), linksField(endpoint));
  if (forContainer !== undefined) {
    fields.push(apiAtLeast(world, '1.48') ? priorityField(endpoint) : noPriorityField(world));
  }
  return fields;
}

function addressField(
  key: 'ipv4' | 'ipv6',
  endpoint: EndpointSpec,
  network: Network,
  world: CheckWorld,
  forContainer: string | undefined,
): Field {
  const family = key === 'ipv4' ? 'IPv4' : 'IPv6';
  const subnets = network.subnets.filter(({ subnet }) => subnet.includes(':') === (key === 'ipv6'));
  return textField({
    label: `${family} Address`,
    value: endpoint[key] ?? '',
    none: 'Docker chooses',
    prompt: `${family} address in ${subnets.map(({ subnet }) => subnet).join(' or ')}. Empty: Docker chooses.`,
    suggestion: freeAddress({ ...network, subnets }),
    check: (text) => checkAddress(text, network, world, forContainer),
    set: (text) => {
      endpoint[key] = text || undefined;
    },
  });
}

function aliasesField(endpoint: EndpointSpec): Field {
  return textField({
    label: 'Aliases',
    value: (endpoint.aliases ?? []).join(', '),
    none: 'none',
    prompt: 'Further names that it answers to on this network, such as web, api',
    check: (text) => {
      const checks = parseList(text).map((alias) => checkAlias(alias));
      return checks.find((one) => one.refusal) ?? { warnings: checks.flatMap((one) => one.warnings) };
    },
    set: (text) => {
      const aliases = parseList(text);
      endpoint.aliases = aliases.length > 0 ? aliases : undefined;
    },
  });
}

export function linksField(endpoint: { links?: LinkSpec[] }): Field {
  const links = Object.fromEntries((endpoint.links ?? []).map((link) => [link.container, link.alias ?? '']));
  return textField({
    label: 'Links',
    value: formatPairs(links),
    none: 'none',
    detail: 'Names that only this container knows others by',
    prompt: 'Containers to link, each with the name that it is to have here: db=mydb',
    set: (text) => {
      const pairs = Object.entries(parsePairs(text) ?? {});
      endpoint.links =
        pairs.length > 0
          ? pairs.map(([container, alias]) => ({ container, ...(alias === '' ? {} : { alias }) }))
          : undefined;
    },
  });
}

function priorityField(endpoint: EndpointSpec): Field {
  return textField({
    label: 'Gateway Priority',
    value: endpoint.gatewayPriority?.toString() ?? '',
    none: '0',
    detail: 'The network with the highest gives the default route',
    prompt: 'Gateway priority, a whole number. Empty: 0.',
    check: (text) =>
      /^-?\d+$/.test(text)
        ? { warnings: [] }
        : { refusal: new ExpectedError('invalid', `${text} is not a whole number.`), warnings: [] },
    set: (text) => {
      endpoint.gatewayPriority = text === '' ? undefined : Number(text);
    },
  });
}

/** Said, not hidden: who looks for it learns why it is not there. */
function noPriorityField({ snapshot, apiVersion = snapshot.engine.apiVersion }: CheckWorld): Field {
  return {
    label: 'Gateway Priority',
    value: 'not on this engine',
    detail: `Decides which network gives the default route. Needs API 1.48 (Docker 28); this engine speaks ${apiVersion}.`,
    change: async () => undefined,
  };
}
