import type { CheckWorld } from '../../../core/checks/check.ts';
import { checkRun } from '../../../core/checks/checkRun.ts';
import { findContainer, findNetwork } from '../../../core/lookup.ts';
import type { Snapshot } from '../../../core/model.ts';
import type { RunSpec } from '../../../core/specs.ts';
import { checkWorld } from '../../../state/operations/checkWorld.ts';
import { runContainer } from '../../../state/operations/runContainer.ts';
import { askFields } from '../../prompts/askFields.ts';
import { back, type Frame, runSteps } from '../../prompts/frame.ts';
import type { Command, Services } from '../command.ts';
import type { Subject } from '../subject.ts';
import { askImage, pullIfMissing } from './askImage.ts';
import { runFields } from './runFields.ts';
import { pickPlace, placeOf, type RunPlace } from './runPlace.ts';

export const runContainerCommand: Command<RunSpec, { id: string; name: string }> = {
  async ask(services, subject) {
    const { store } = services;
    const world = await checkWorld(store);
    const place = chosenPlace(subject, world.snapshot) ?? (await pickPlace(world.snapshot));
    const spec: RunSpec = { image: '', network: place.network };
    await runSteps(`Run Container ${place.where}`, 2, [
      async (frame) => {
        const image = await askImage(frame, spec.image, services);
        if (image === back) return back;
        spec.image = image;
        return undefined;
      },
      (frame) => askHow(frame, spec, place, world),
    ]);
    await pullIfMissing(spec.image, services);
    return [spec];
  },
  act: ({ store }, argument) => runContainer(store, argument),
  tell: async (services, done) => revealPlace(services, done[0]!.result.id),
  doing: 'Starting the container',
};

function chosenPlace({ networks, containers }: Subject, snapshot: Snapshot): RunPlace | undefined {
  if (networks[0] !== undefined) return placeOf(findNetwork(snapshot, networks[0]));
  if (containers[0] !== undefined) return placeOf(findContainer(snapshot, containers[0].id));
  return undefined;
}

async function askHow(frame: Frame, spec: RunSpec, place: RunPlace, world: CheckWorld) {
  const go = () => {
    const { refusal, warnings } = checkRun(spec, world);
    return { label: `Run ${spec.image}`, detail: warnings.join(' ') || undefined, blocked: refusal?.message };
  };
  return askFields(frame, go, `How it is to run ${place.where}`, () => runFields(spec, place, world));
}

async function revealPlace({ store, reveal }: Services, id: string): Promise<void> {
  const container = store.snapshot.containers.find((one) => one.id === id);
  const [network] = container?.networks ?? [];
  if (network !== undefined) await reveal(network);
}
