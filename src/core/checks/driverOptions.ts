/** An option of a network driver, as it is asked for. */
export interface DriverOption {
  key: string;
  /** What people call it. */
  label: string;
  /** One sentence. */
  detail: string;
  /** How its value is checked. */
  kind: 'switch' | 'choice' | 'number' | 'ipv4' | 'interface' | 'interfaces' | 'text';
  /** The values that it takes, the default first; undefined where it takes text. */
  values?: readonly string[];
  /** An example. */
  placeholder?: string;
  /** The API version from which engines know it; older ones take it and do nothing. */
  since?: string;
}

const mtu: DriverOption = {
  key: 'com.docker.network.driver.mtu',
  label: 'MTU',
  detail: 'The largest packet, in bytes, that goes over the network undivided.',
  kind: 'number',
  placeholder: '1500',
};

const bridge: readonly DriverOption[] = [
  {
    key: 'com.docker.network.bridge.name',
    label: 'Bridge Name',
    detail: "What the bridge is called among the interfaces of the engine's machine.",
    kind: 'interface',
    placeholder: 'br-mynet',
  },
  {
    key: 'com.docker.network.bridge.enable_icc',
    label: 'Traffic Between Containers',
    detail: 'Whether containers on the network reach each other.',
    kind: 'switch',
    values: ['true', 'false'],
  },
  {
    key: 'com.docker.network.bridge.enable_ip_masquerade',
    label: 'Masquerading',
    detail: "Whether containers go outside under the address of the engine's machine.",
    kind: 'switch',
    values: ['true', 'false'],
  },
  {
    key: 'com.docker.network.bridge.host_binding_ipv4',
    label: 'Address of Published Ports',
    detail: 'The address of the machine on which published ports listen.',
    kind: 'ipv4',
    placeholder: '0.0.0.0',
  },
  mtu,
  {
    key: 'com.docker.network.bridge.gateway_mode_ipv4',
    label: 'Gateway Mode (IPv4)',
    detail: 'How the machine stands between the network and the outside.',
    kind: 'choice',
    values: ['nat', 'nat-unprotected', 'routed', 'isolated'],
    since: '1.46',
  },
  {
    key: 'com.docker.network.bridge.gateway_mode_ipv6',
    label: 'Gateway Mode (IPv6)',
    detail: 'How the machine stands between the network and the outside.',
    kind: 'choice',
    values: ['nat', 'nat-unprotected', 'routed', 'isolated'],
    since: '1.46',
  },
  {
    key: 'com.docker.network.bridge.inhibit_ipv4',
    label: 'No Address for the Bridge',
    detail: 'Whether the bridge gets no IPv4 address: something else is the gateway then.',
    kind: 'switch',
    values: ['false', 'true'],
  },
  {
    key: 'com.docker.network.bridge.trusted_host_interfaces',
    label: 'Trusted Interfaces',
    detail:
      "Interfaces of the machine from which containers' own addresses may be reached, separated by colons.",
    kind: 'interfaces',
    placeholder: 'vxlan1:eth3',
    since: '1.50',
  },
];

const parent: DriverOption = {
  key: 'parent',
  label: 'Parent Interface',
  detail: 'The interface of the machine that the network hangs on; eth0.10 makes a VLAN of eth0.',
  kind: 'interface',
  placeholder: 'eth0',
};

const macvlan: readonly DriverOption[] = [
  parent,
  {
    key: 'macvlan_mode',
    label: 'Mode',
    detail: 'How containers on one parent reach each other.',
    kind: 'choice',
    values: ['bridge', 'vepa', 'private', 'passthru'],
  },
];

const ipvlan: readonly DriverOption[] = [
  parent,
  {
    key: 'ipvlan_mode',
    label: 'Mode',
    detail: 'On which layer the parent passes packets on.',
    kind: 'choice',
    values: ['l2', 'l3', 'l3s'],
  },
  {
    key: 'ipvlan_flag',
    label: 'Flag',
    detail: 'How containers on one parent reach each other.',
    kind: 'choice',
    values: ['bridge', 'private', 'vepa'],
  },
];

const overlay: readonly DriverOption[] = [
  {
    key: 'encrypted',
    label: 'Encrypted',
    detail: 'Whether traffic between the machines of the swarm is encrypted.',
    kind: 'switch',
    values: ['false', 'true'],
  },
  mtu,
];

const known: Record<string, readonly DriverOption[]> = { bridge, macvlan, ipvlan, overlay };

/** The options that a driver knows, in the order in which they are offered; none for a driver that is not Docker's own. */
export function driverOptions(driver: string): readonly DriverOption[] {
  return Object.hasOwn(known, driver) ? known[driver]! : [];
}
