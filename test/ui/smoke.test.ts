import { useWorkbench } from './workbench/useWorkbench.ts';

describe('a user installs the packed extension', () => {
  const window = useWorkbench();

  it('and sees it among the installed ones', async () => {
    const { workbench } = window;
    await workbench.palette('View: Show Extensions');
    const entry = workbench.page.locator('.extension-list-item', { hasText: 'Docker Network Explorer' });
    await entry.first().waitFor();
    await workbench.screenshot('installed');
  });
});
