import type { MarkdownString } from 'vscode';
import { dealtOf } from '../../../core/addresses/dealt.ts';
import { driverOptions } from '../../../core/checks/driverOptions.ts';
import type { Network, Subnet } from '../../../core/model.ts';
import { describeMode } from '../../../core/modes/describeMode.ts';
import type { Flag } from '../rows/row.ts';
import { Tip } from './tip.ts';

export function networkTooltip(network: Network, flags: readonly Flag[]): MarkdownString {
  const mode = describeMode(network);
  const tip = new Tip().title(network.name, mode.title);
  for (const { sentence } of flags) tip.sentence(`⚠ ${sentence}`);
  tip.line('Id', network.id.slice(0, 12)).line('Driver', `${network.driver}, scope ${network.scope}`);
  for (const subnet of network.subnets) addSubnet(tip, network, subnet);
  tip
    .line('Flags', flagsOf(network).join(', '))
    .line('Bridge on the host', bridgeOf(network))
    .line('Options', optionsOf(network).join(', '))
    .line('Compose project', network.labels['com.docker.compose.project'])
    .line('Labels', labelsOf(network.labels));
  return tip.rule().sentence(mode.text).link("Docker's page on it", mode.page).done();
}

function addSubnet(tip: Tip, network: Network, subnet: Subnet): void {
  const dealt = dealtOf(network, subnet);
  const parts = [
    subnet.subnet,
    subnet.gateway && `gateway ${subnet.gateway}`,
    dealt && `${dealt.used} of ${dealt.usable} addresses used`,
    subnet.ipRange && `deals from ${subnet.ipRange}`,
    ...Object.entries(subnet.reserved).map(([name, address]) => `${address} reserved for ${name}`),
  ];
  tip.line('Subnet', parts.filter(Boolean).join(', '));
}

function flagsOf(network: Network): string[] {
  const flags = [
    network.internal && 'internal',
    network.attachable && 'attachable',
    network.ingress && 'ingress',
    network.ipv6 && 'IPv6',
  ];
  return flags.filter((flag) => typeof flag === 'string');
}

/** The interface on the engine's machine (moby: bridge driver). */
function bridgeOf({ driver, options, id }: Network): string | undefined {
  if (driver !== 'bridge') return undefined;
  return options['com.docker.network.bridge.name'] ?? `br-${id.slice(0, 12)}`;
}

/** Those that differ from the default. */
function optionsOf(network: Network): string[] {
  const defaults = new Map(driverOptions(network.driver).map(({ key, values }) => [key, values?.[0]]));
  return Object.entries(network.options)
    .filter(([key, value]) => defaults.get(key) !== value && key !== 'com.docker.network.bridge.name')
    .map(([key, value]) => `${key}=${value}`);
}

/** Compose's own are told by themselves. */
export function labelsOf(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .filter(([key]) => !key.startsWith('com.docker.compose.'))
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}
