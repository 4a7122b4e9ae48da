import assert from 'node:assert/strict';
import { until } from './workbench/until.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';

describe('without an engine', () => {
  const window = useWorkbench({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });

  it('the view says what was tried and what to do, and no notification nags', async () => {
    const { workbench } = window;
    await workbench.openView();
    for (const words of [
      'No Docker engine answers.',
      'Retry',
      'DOCKER_HOST',
      'unix:///nowhere/docker.sock',
    ]) {
      await until(`the view says ${words}`, async () => (await workbench.sideBarText()).includes(words));
    }
    assert.equal(await workbench.page.locator('.notification-list-item').count(), 0);
    await workbench.screenshot('no-engine');
  });
});
