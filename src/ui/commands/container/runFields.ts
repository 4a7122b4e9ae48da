import type { CheckWorld } from '../../../core/checks/check.ts';
import { checkRun } from '../../../core/checks/checkRun.ts';
import { ExpectedError } from '../../../core/errors.ts';
import type { RunSpec } from '../../../core/specs.ts';
import type { Field } from '../../prompts/askFields.ts';
import { formatPorts, parsePorts } from '../../prompts/ports.ts';
import { textField } from '../../prompts/textField.ts';
import { parseWords } from '../../prompts/words.ts';
import { endpointFields, linksField } from './endpointFields.ts';
import type { RunPlace } from './runPlace.ts';

/** What can be chosen of a container there; what its mode forbids is not offered. */
export function runFields(spec: RunSpec, place: RunPlace, world: CheckWorld): Field[] {
  const fields = [nameField(spec, world)];
  if (place.userDefined) fields.push(...endpointFields(spec, place.userDefined, world, undefined));
  if (place.bridge) {
    if (!place.userDefined) fields.push(linksField(spec));
    fields.push(portsField(spec), publishAllField(spec));
  }
  fields.push(commandField(spec));
  return fields;
}

function nameField(spec: RunSpec, world: CheckWorld): Field {
  return textField({
    label: 'Name',
    value: spec.name ?? '',
    none: 'Docker makes one up',
    prompt: 'Name of the container. Empty: Docker makes one up.',
    check: (name) => checkRun({ image: spec.image, name }, world),
    set: (name) => {
      spec.name = name || undefined;
    },
  });
}

function portsField(spec: RunSpec): Field {
  return textField({
    label: 'Published Ports',
    value: formatPorts(spec.publish ?? []),
    none: 'none',
    prompt: "Ports of the host, each with the container's: 8080:80, 5353:53/udp. 80 alone: on a free port.",
    check: (text) =>
      parsePorts(text)
        ? { warnings: [] }
        : {
            refusal: new ExpectedError('invalid', 'Give ports such as 8080:80, 127.0.0.1:8080:80 or 53/udp.'),
            warnings: [],
          },
    set: (text) => {
      const ports = parsePorts(text) ?? [];
      spec.publish = ports.length > 0 ? ports : undefined;
    },
  });
}

function publishAllField(spec: RunSpec): Field {
  return {
    label: 'Publish All',
    value: spec.publishAll ? 'yes' : 'no',
    detail: 'Every port that the image names, on a free port of the host',
    change: async () => {
      spec.publishAll = !spec.publishAll || undefined;
    },
  };
}

function commandField(spec: RunSpec): Field {
  return textField({
    label: 'Command',
    value: (spec.command ?? []).map((word) => (/[\s'"\\]/.test(word) ? `'${word}'` : word)).join(' '),
    none: "the image's own",
    prompt: "Command to run. Empty: the image's own.",
    placeholder: 'sleep 1d',
    set: (text) => {
      const words = parseWords(text);
      spec.command = words.length > 0 ? words : undefined;
    },
  });
}
