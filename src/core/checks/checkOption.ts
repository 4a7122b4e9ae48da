import { parseAddress } from '../addresses/address.ts';
import { apiAtLeast, type Check, type CheckWorld, fine, refuse } from './check.ts';
import { type DriverOption, driverOptions } from './driverOptions.ts';
import { foreignRoutes } from './foreignRoutes.ts';

/** What Go's strconv.ParseBool takes, which the engine reads switches with. */
const switchWords = new Set([
  '1',
  't',
  'T',
  'TRUE',
  'true',
  'True',
  '0',
  'f',
  'F',
  'FALSE',
  'false',
  'False',
]);

/** Whether a network driver takes this value for this option. */
export function checkOption(driver: string, key: string, value: string, world?: CheckWorld): Check {
  const options = driverOptions(driver);
  const option = options.find((one) => one.key === key);
  if (typeof value !== 'string') return refuse('invalid', `The option ${key} must be text.`);
  if (!option) {
    return options.length > 0 && !key.startsWith('com.docker.network.')
      ? fine(`Networks of the driver ${driver} know no option ${key}: it may do nothing.`)
      : fine();
  }
  if (option.since && world && apiAtLeast(world, option.since) === false) {
    return refuse(
      'unsupported',
      `This engine does not know the option ${key} (${option.label}): it would do nothing.`,
    );
  }
  return checkValue(option, value, world);
}

function checkValue(option: DriverOption, value: string, world: CheckWorld | undefined): Check {
  const { key, label, kind } = option;
  switch (kind) {
    case 'switch':
      // Overlay reads only whether `encrypted` is there when it is empty.
      return switchWords.has(value) || (key === 'encrypted' && value === '')
        ? fine()
        : refuse('invalid', `${label} is true or false, not ${value || 'empty'} (${key}).`, {
            suggestion: 'true',
          });
    case 'choice':
      return option.values!.includes(value)
        ? fine()
        : refuse(
            'invalid',
            `${label} is one of ${option.values!.join(', ')}, not ${value || 'empty'} (${key}).`,
            {
              suggestion: option.values![0]!,
            },
          );
    case 'number':
      return checkMtu(label, value);
    case 'ipv4':
      return parseAddress(value)?.family === 4
        ? fine()
        : refuse('invalid', `${label} is an IPv4 address, not ${value || 'empty'} (${key}).`);
    case 'interface':
      return checkInterface(label, value) ?? (key === 'parent' ? fine() : checkBridgeName(value, world));
    case 'interfaces':
      for (const name of value.split(':')) {
        const wrong = checkInterface(label, name);
        if (wrong) return wrong;
      }
      return fine();
    default:
      return fine();
  }
}

function checkMtu(label: string, value: string): Check {
  const bytes = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(bytes >= 68 && bytes <= 65535)) {
    return refuse('invalid', `${label} is a number of bytes from 68 to 65535, not ${value || 'empty'}.`, {
      suggestion: '1500',
    });
  }
  return bytes < 1280 ? fine(`With an MTU of ${bytes} no IPv6 works: it needs 1280.`) : fine();
}

/** Linux gives an interface at most 15 bytes, without `/` and white space. */
function checkInterface(label: string, name: string): Check | undefined {
  if (name === '') return refuse('invalid', `${label} is the name of an interface, and none is given.`);
  if (/[\s/]|[^\x20-\x7e]/.test(name) || name === '.' || name === '..') {
    return refuse('invalid', `${label}: an interface cannot be called ${name}.`);
  }
  return name.length > 15
    ? refuse('invalid', `${label}: ${name} has ${name.length} characters, and an interface has at most 15.`)
    : undefined;
}

/** A second network on one bridge breaks the first when it is removed (20.10 takes it, 28.5 refuses). */
function checkBridgeName(name: string, world: CheckWorld | undefined): Check {
  for (const network of world?.snapshot.networks ?? []) {
    const own = network.options['com.docker.network.bridge.name'];
    const bridge = own ?? (network.driver === 'bridge' ? `br-${network.id.slice(0, 12)}` : undefined);
    const standard = network.builtIn && network.driver === 'bridge' && !own ? 'docker0' : undefined;
    if (name === bridge || name === standard) {
      return refuse(
        'conflict',
        `The bridge ${name} belongs to the network ${network.name}. Choose another bridge name.`,
      );
    }
  }
  const card = world && foreignRoutes(world).find((route) => route.interface === name);
  if (card || name === 'lo') {
    return refuse(
      'conflict',
      `${name} is an interface of the machine and no bridge. Choose another bridge name.`,
    );
  }
  return name === 'docker0'
    ? refuse('conflict', 'The bridge docker0 belongs to Docker itself. Choose another bridge name.')
    : fine();
}
