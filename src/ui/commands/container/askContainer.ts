import type { Container } from '../../../core/model.ts';
import { connectedSnapshot } from '../../../state/operations/checkWorld.ts';
import { pickContainer } from '../../prompts/pick.ts';
import type { Services } from '../command.ts';
import type { Subject } from '../subject.ts';

/** The containers that the command was called on, else the one that is picked among those that fit. */
export async function askContainer(
  { store }: Services,
  { containers }: Subject,
  title: string,
  fits: (container: Container) => boolean = () => true,
  none = 'There is no container.',
): Promise<{ container: string }[]> {
  const ids = [...new Set(containers.map((one) => one.id))];
  if (ids.length > 0) return ids.map((container) => ({ container }));
  const { containers: all } = await connectedSnapshot(store);
  const picked = await pickContainer(title, 'Which container?', all.filter(fits), none);
  return [{ container: picked.id }];
}
