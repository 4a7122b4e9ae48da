import { type ErrorCode, ExpectedError, type Remedy } from '../errors.ts';
import type { Snapshot } from '../model.ts';

/** What a check found: a refusal where it cannot work, warnings where it works but not as one may think. */
export interface Check {
  refusal?: ExpectedError;
  warnings: string[];
  /** A value that would do instead, as text to put into the field. */
  suggestion?: string;
}

/** A route of the machine that the engine runs on. */
export interface HostRoute {
  /** CIDR; the default route is left out. */
  subnet: string;
  interface: string;
}

/** What checks know; what is left out is left to the engine. */
export interface CheckWorld {
  snapshot: Snapshot;
  /** Negotiated; the snapshot's where left out. */
  apiVersion?: string;
  /** Network drivers that the engine offers. */
  drivers?: string[];
  swarm?: { active: boolean; manager: boolean };
  /** Only where the engine runs on this machine. */
  hostRoutes?: HostRoute[];
  /** Ids of networks that are known to have been made without a subnet: the engine's list does not tell. */
  engineChose?: ReadonlySet<string>;
}

/** A check that found nothing. */
export function fine(...warnings: string[]): Check {
  return { warnings };
}

/** A check that refuses. */
export function refuse(
  code: ErrorCode,
  message: string,
  extra: { suggestion?: string; remedies?: Remedy[] } = {},
): Check {
  const { suggestion, remedies } = extra;
  return {
    refusal: new ExpectedError(code, message, { remedies }),
    warnings: [],
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

/** The first refusal of several checks, else all their warnings; a later check runs only while nothing is refused. */
export function firstRefusal(checks: Iterable<() => Check>): Check {
  const warnings: string[] = [];
  for (const run of checks) {
    const check = run();
    if (check.refusal) return { ...check, warnings };
    for (const warning of check.warnings) if (!warnings.includes(warning)) warnings.push(warning);
  }
  return { warnings };
}

/** Whether the engine's API is at least `version`, such as `1.48`; undefined where it is not known. */
export function apiAtLeast(world: CheckWorld, version: string): boolean | undefined {
  const known = world.apiVersion ?? world.snapshot.engine.apiVersion;
  if (!known) return undefined;
  const [major = 0, minor = 0] = known.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
