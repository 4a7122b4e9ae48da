import { type Address, formatAddress, parseAddress } from '../addresses/address.ts';
import type { Measurement, MeasurementError, Prediction } from '../report.ts';

/**
 * Whether a measurement bears a prediction out. Undefined where one of the two is not known, or where name servers
 * beyond Docker gave an answer that nobody could predict.
 */
export function agrees(
  prediction: Prediction,
  measured: Measurement | MeasurementError | undefined,
): boolean | undefined {
  if (!measured || 'error' in measured || prediction.source === 'unknown') return undefined;
  const predicted = new Set(sortAddresses(prediction.addresses));
  const found = sortAddresses(measured.addresses);
  if (prediction.source === 'upstream') return found.length === 0 ? true : undefined;
  const within = found.every((address) => predicted.has(address));
  const some = found.length > 0 || predicted.size === 0;
  // A program may take the first of several lines of a hosts file, and ping tells one address only.
  const partial = prediction.source === 'hosts' || tellsOne(measured.tool);
  return within && some && (partial || found.length === predicted.size);
}

/** Addresses as they are usually written, each once, IPv4 before IPv6, in order; what is no address comes last. */
export function sortAddresses(texts: readonly string[]): string[] {
  const parsed = texts.map((text) => ({ text, address: parseAddress(text) }));
  parsed.sort((a, b) => order(a.address, b.address));
  return [...new Set(parsed.map(({ text, address }) => (address ? formatAddress(address) : text)))];
}

function order(a: Address | undefined, b: Address | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return a.family - b.family || (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
}

/** Programs that tell one address of a name that may have several. */
function tellsOne(tool: string): boolean {
  return /^(busybox )?ping6?$|^getent hosts$/.test(tool);
}
