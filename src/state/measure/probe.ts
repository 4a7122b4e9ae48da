import { hostname } from 'node:os';
import { EngineError, ExpectedError } from '../../core/errors.ts';
import type { Container, ContainerDetails } from '../../core/model.ts';
import type { EnginePort } from '../../core/port.ts';
import { probeLabel } from '../../core/probeLabel.ts';

/** Seconds after which a probe ends and is removed by the engine itself, whatever became of us. */
const lifetime = 300;

/** How the sentence ends where the engine does not have the image of a probe. */
export const imageMissing = 'is not on this engine. Pull it, or choose another probe image.';

const session = crypto.randomUUID();
const owner = `${hostname()}/${process.pid}/${session}`;

/**
 * Runs `act` with a container of `image` that shares the container's network, hosts file and resolver.
 * It is removed afterwards, whatever happens. Throws `not-found` where the engine does not have the image.
 */
export async function withProbe<T>(
  engine: EnginePort,
  container: ContainerDetails,
  image: string,
  act: (probeId: string) => Promise<T>,
): Promise<T> {
  const probe = await makeProbe(engine, container, image);
  try {
    await startProbe(engine, probe, image);
    return await act(probe);
  } finally {
    await engine.removeContainer(probe);
  }
}

async function makeProbe(engine: EnginePort, container: ContainerDetails, image: string): Promise<string> {
  try {
    return await engine.createContainer({
      image,
      entrypoint: ['sleep'],
      command: [String(lifetime)],
      networkMode: `container:${container.sharesWith ?? container.id}`,
      labels: { [probeLabel]: owner },
      autoRemove: true,
    });
  } catch (error) {
    if (error instanceof EngineError && /no such image/i.test(error.message)) {
      throw new ExpectedError('not-found', `The image ${image} ${imageMissing}`, {
        cause: error,
      });
    }
    throw error;
  }
}

async function startProbe(engine: EnginePort, probe: string, image: string): Promise<void> {
  try {
    await engine.startContainer(probe);
  } catch (error) {
    if (error instanceof EngineError && /executable file not found|no such file/i.test(error.message)) {
      throw new ExpectedError(
        'invalid',
        `The image ${image} has no sleep, so it cannot serve as a probe. busybox can.`,
        {
          cause: error,
        },
      );
    }
    throw error;
  }
}

/**
 * Removes probes that were left behind, of all containers that there are: those of processes of this machine that are gone,
 * and those that outlived their time.
 */
export async function cleanProbes(
  engine: EnginePort,
  containers: readonly Pick<Container, 'id' | 'labels' | 'created'>[],
): Promise<void> {
  for (const { id, labels, created } of containers) {
    const label = labels[probeLabel];
    if (label === undefined) continue;
    const age = (Date.now() - Date.parse(created)) / 1000;
    if (isOrphan(label) || age > 2 * lifetime) await engine.removeContainer(id);
  }
}

function isOrphan(label: string): boolean {
  const [machine, pid, made] = label.split('/');
  if (machine !== hostname() || made === session) return false;
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
