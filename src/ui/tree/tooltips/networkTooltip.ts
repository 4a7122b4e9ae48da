import type { MarkdownString } from 'vscode';
import { type Dealt, dealtOf } from '../../../core/addresses/dealt.ts';
import { dealingTexts } from '../../../core/addresses/subnetText.ts';
import { driverOptions } from '../../../core/checks/driverOptions.ts';
import type { Network, Subnet } from '../../../core/model.ts';
import { describeMode } from '../../../core/modes/describeMode.ts';
import type { NetworkDetails } from '../../../core/port.ts';
import type { Store } from '../../../state/store.ts';
import { counted, type Flag } from '../rows/row.ts';
import { Tip } from './tip.ts';

export async function networkTooltip(
  network: Network,
  store: Store,
  flags: readonly Flag[],
): Promise<MarkdownString> {
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
  if (network.scope === 'swarm') addSwarm(tip, await inspected(network, store));
  return tip.rule().sentence(mode.text).link("Docker's page on it", mode.page).done();
}

function addSubnet(tip: Tip, network: Network, subnet: Subnet): void {
  const dealt = dealtOf(network, subnet);
  const parts = [
    subnet.subnet,
    subnet.gateway && `gateway ${subnet.gateway}`,
    dealt && usedOf(dealt),
    ...dealingTexts(subnet),
  ];
  tip.line('Subnet', parts.filter(Boolean).join(', '));
}

/** Nobody counts down from the numbers of IPv6. */
function usedOf({ used, usable }: Dealt): string {
  return usable > 2n ** 32n
    ? `${used} ${used === 1n ? 'address' : 'addresses'} used`
    : `${used} of ${usable} addresses used`;
}

/** What only inspecting tells; without it the tooltip has all else. */
async function inspected({ id }: Network, store: Store): Promise<NetworkDetails | undefined> {
  try {
    return await (await store.engine()).inspectNetwork(id);
  } catch {
    return undefined;
  }
}

function addSwarm(tip: Tip, details: NetworkDetails | undefined): void {
  for (const { name, virtualIp, tasks, ports } of details?.services ?? []) {
    const parts = [
      virtualIp && `virtual address ${virtualIp}`,
      counted(tasks, 'task'),
      ...(ports.length > 0 ? [`publishes ${ports.join(', ')}`] : []),
    ];
    tip.line('Service', `${name}: ${parts.filter(Boolean).join(', ')}`);
  }
  tip.line('Peers', details?.peers.map(({ name, address }) => `${name} (${address})`).join(', '));
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
