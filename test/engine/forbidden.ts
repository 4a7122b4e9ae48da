import assert from 'node:assert/strict';
import type { ErrorCode } from '../../src/core/errors.ts';
import type { ContainerDetails } from '../../src/core/model.ts';

/** What an engine does with what should never be sent. */
type Fate =
  /** It refuses the request: status and words. */
  | { refuses: RegExp }
  /** It takes the request, and a container cannot start afterwards: status and words of that. */
  | { breaks: RegExp }
  /** It takes the request, and nothing comes of it. */
  | { idle: (details: ContainerDetails, hosts: string) => void };

export type Fates = Fate | Record<'20.10' | '28.5', Fate>;

export interface Forbidden<Spec> {
  what: string;
  spec: Spec;
  code: ErrorCode;
  says: RegExp;
  engine: Fates;
}

export const noLine = {
  idle: (_: ContainerDetails, hosts: string) => assert.ok(!hosts.includes('fbd-link'), hosts),
};

/** A link that should never be given, and what engines say to what they refuse. */
export const links = [{ container: 'fbd-plain', alias: 'fbd-link' }];
export const ofUser = /400 .*user specified IP address is supported on user defined networks only/s;
export const ofSubnet =
  /400 .*user specified IP address is supported only when connecting to networks with user configured subnets/s;
export const ofAlias =
  /400 .*network-scoped alias is supported only for containers in user defined networks/s;
export const inUse = /403 .*Address already in use/s;
