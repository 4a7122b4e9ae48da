import type { ContainerDetails } from '../model.ts';

/** The names on the lines that Docker writes for a container itself: its host name, or full name and host name. */
export function ownHostNames(of: Pick<ContainerDetails, 'hostname' | 'domainname'>): string[] {
  const full = of.domainname ? `${of.hostname}.${of.domainname}` : of.hostname;
  const dot = full.indexOf('.');
  return dot < 0 ? [full] : [full, full.slice(0, dot)];
}
