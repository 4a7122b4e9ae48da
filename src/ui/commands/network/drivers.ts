import type { Choice } from '../../prompts/askPick.ts';

const known: Record<string, string> = {
  bridge: 'A network inside this machine, apart from every other one. The usual choice.',
  overlay: 'A network over the machines of a swarm.',
  macvlan: "Containers appear on the parent interface's network with a MAC address of their own.",
  ipvlan: "Containers appear on the parent interface's network with the parent's MAC address.",
};

/** The drivers that networks can be made with, bridge first. Of host and null there is one network each. */
export function driverChoices(drivers: readonly string[]): Choice<string>[] {
  const usable = drivers.filter((driver) => driver !== 'host' && driver !== 'null');
  const ranks = Object.keys(known);
  const rank = (driver: string) => (driver in known ? ranks.indexOf(driver) : ranks.length);
  return usable
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b))
    .map((driver) => ({
      label: driver,
      detail: known[driver] ?? 'A plugin that was added to Docker.',
      value: driver,
    }));
}
