import type { ContainerDetails } from '../../core/model.ts';

/** Why nothing can be run in a container, in one sentence; undefined where it can. */
export function whyNotMeasured({
  name,
  state,
}: Pick<ContainerDetails, 'name' | 'state'>): string | undefined {
  switch (state) {
    case 'running':
      return undefined;
    case 'paused':
      return `${name} is paused: nothing can run in it until it goes on.`;
    case 'restarting':
      return `${name} is restarting over and over: nothing can run in it between two starts.`;
    case 'created':
      return `${name} was never started: a name means something only in a container that runs.`;
    default:
      return `${name} is stopped: a name means something only in a container that runs.`;
  }
}
