import type { Explanation, Refused, Rule } from './rule.ts';
import { checkedOr } from './rule.ts';

/** Refusals of subnets, gateways, ranges and reserved addresses of a network that was to be made. */
export const addressRules: readonly Rule[] = [
  rule(/invalid subnet (.*?)\s*: invalid CIDR/i, ([, subnet]) =>
    subnet
      ? `${subnet} is no subnet. Write one like 10.9.0.0/24.`
      : 'A gateway, a range or a reserved address needs a subnet that it lies in: give that, too.',
  ),
  rule(
    /invalid subnet (\S+): it should be (\S+)/i,
    ([, subnet, meant]) => `${subnet} has host bits set. Did you mean ${meant}?`,
  ),
  rule(
    /failed to allocate gateway \((.*?)\): Requested address is out of range/,
    ([, gateway]) => `The gateway ${gateway} is not in the subnet.`,
  ),
  rule(
    /failed to allocate gateway \((.*?)\): Address already in use/,
    ([, gateway]) => `The gateway cannot be ${gateway}: that is the network's own or its broadcast address.`,
  ),
  rule(
    /failed to allocate gateway \(.*?\): No available addresses/,
    (_, subnets) => `${subnets} is too small: nothing would be left for the gateway. Give a larger one.`,
  ),
  rule(
    /invalid gateway (\S+): parent subnet (\S+) doesn't contain/,
    ([, gateway, subnet]) => `The gateway ${gateway} is not in ${subnet}.`,
  ),
  rule(
    /invalid gateway (?:address )?(\S+?)(?:: invalid address| in Ipam)/i,
    ([, gateway]) => `The gateway ${gateway} is no IP address.`,
  ),
  rule(
    /invalid ip-range (\S+): parent subnet (\S+) doesn't contain/,
    ([, range, subnet]) => `The range ${range} is not in ${subnet}.`,
  ),
  rule(
    /invalid ip-range (\S+): CIDR block is bigger than its parent subnet (\S+)/,
    ([, range, subnet]) => `The range ${range} is larger than its subnet ${subnet}.`,
  ),
  rule(
    /invalid ip-range (\S+): it should be (\S+)/,
    ([, range, meant]) => `The range ${range} has host bits set. Did you mean ${meant}?`,
  ),
  rule(
    /invalid ip-range (.*?): invalid CIDR/,
    ([, range]) => `${range} is no range. Write one like 10.9.0.128/25.`,
  ),
  rule(
    /subpool "(.*?)".*Invalid Address SubPool/,
    ([, range]) => `${range} is no range. Write one like 10.9.0.128/25.`,
  ),
  rule(
    /auxiliary address: \((.+?):(.+?)\) must belong to the master pool: (\S+)/,
    ([, name, address, subnet]) => `The reserved address ${address} (${name}) is not in ${subnet}.`,
  ),
  rule(
    /invalid auxiliary address (.+?): parent subnet (\S+) doesn't contain/,
    ([, name, subnet]) => `The reserved address of ${name} is not in ${subnet}.`,
  ),
  rule(
    /invalid auxiliary address (.+?): /,
    ([, name]) => `The reserved address of ${name} is no IP address.`,
  ),
  rule(
    /failed to allocate secondary ip address \((.+?):(.+?)\): Address already in use/,
    ([, name, address]) =>
      `${address} cannot be reserved for ${name}: the gateway or another reserved name has it.`,
  ),
  rule(
    /(\w+) driver doesn't support multiple subnets/,
    ([, driver], subnets) =>
      `A ${driver} network has one subnet of each family, and more are given: ${subnets}.`,
  ),
  rule(/IPv4 or IPv6 must be enabled/, () => 'A network needs IPv4 or IPv6: both are off. Turn one on.'),
];

/** A rule of invalid values; `subnets` is what was asked for, as one text. */
function rule(pattern: RegExp, say: (match: RegExpExecArray, subnets: string) => string): Rule {
  return {
    pattern,
    explain: (refused: Refused): Explanation => {
      const { context, match } = refused;
      const given = context.act === 'create' ? (context.spec.subnets ?? []).map((one) => one.subnet) : [];
      const message = say(match, given.join(', ') || 'The subnet');
      return checkedOr(refused, { code: 'invalid', message });
    },
  };
}
