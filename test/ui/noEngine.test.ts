import assert from 'node:assert/strict';
import { until } from './workbench/until.ts';
import { useWorkbench } from './workbench/useWorkbench.ts';

describe('without an engine', () => {
  const window = useWorkbench({ DOCKER_HOST: 'unix:///nowhere/docker.sock' });

  it('the view says what was tried and what to do, and no notification nags', async () => {
    const { workbench } = window;
    await workbench.openView();
    await until('the view says that no engine answers', async () =>
      (await workbench.sideBarText()).includes('No Docker engine answers'),
    );
    await until('the view says where it was looked', async () =>
      (await workbench.sideBarText()).includes('/nowhere/docker.sock'),
    );
    assert.match(await workbench.sideBarText(), /Retry/);
    assert.equal(await workbench.page.locator('.notification-list-item').count(), 0);
    await workbench.screenshot('no-engine');
  });
});
