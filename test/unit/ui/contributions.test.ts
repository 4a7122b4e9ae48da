import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import manifest from '../../../package.json' with { type: 'json' };
import {
  commandIds,
  containerViewId,
  contextKeys,
  dragMime,
  engineViewId,
  firstNetworkViewId,
  panelTypes,
  settings,
  tokens,
  triedViewId,
  viewId,
} from '../../../src/ui/contributions.ts';

const { contributes } = manifest;
const menuItems: { command?: string; submenu?: string; when?: string }[] = Object.values(
  contributes.menus,
).flat();

describe('package.json', () => {
  it('declares exactly the commands that the code registers, each with title and category', () => {
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).sort(),
      Object.values(commandIds).sort(),
    );
    for (const { title, category } of contributes.commands) {
      assert.ok(title.length > 0);
      assert.equal(category, 'Docker Networks');
    }
  });

  it('declares exactly the views and settings that the code uses', () => {
    assert.deepEqual(
      contributes.views[containerViewId].map(({ id }) => id).sort(),
      [viewId, engineViewId, triedViewId, firstNetworkViewId].sort(),
    );
    assert.deepEqual(
      Object.keys(contributes.configuration.properties).sort(),
      [settings.host, settings.probeImage].sort(),
    );
    assert.equal(dragMime, `application/vnd.code.tree.${viewId.toLowerCase()}`);
  });

  it('wakes for the panels that come back after a reload', () => {
    assert.deepEqual(
      manifest.activationEvents,
      Object.values(panelTypes).map((type) => `onWebviewPanel:${type}`),
    );
  });

  it('refers in menus to commands and submenus that are there', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const submenus = new Set(contributes.submenus.map(({ id }) => id));
    for (const { command, submenu } of menuItems) {
      assert.ok(command === undefined ? submenus.has(submenu!) : known.has(command), command ?? submenu);
    }
  });

  it('matches rows in menus by whole words that rows carry', () => {
    for (const { when = '' } of menuItems) {
      for (const [, pattern] of when.matchAll(/viewItem =~ \/(.*?)\//g)) {
        const word = /^\\b(\w+)\\b$/.exec(pattern!)?.[1];
        assert.ok((tokens as readonly string[]).includes(word!), `${pattern} in ${when}`);
      }
    }
  });

  it('uses no context key that the code does not set', () => {
    const whens = [...menuItems, ...contributes.viewsWelcome, ...contributes.views[containerViewId]].map(
      (item) => ('when' in item ? item.when : undefined) ?? '',
    );
    const keys = new Set(
      whens.flatMap((when) => [...when.matchAll(/(?<!== )dockerNetworks\.\w+/g)].map(([key]) => key)),
    );
    for (const key of keys) assert.ok(Object.values<string>(contextKeys).includes(key), key);
  });

  it('names files that are there', () => {
    const files = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.views[containerViewId].map(({ icon }) => icon),
      ...contributes.walkthroughs.flatMap(({ icon, steps }) => [
        icon,
        ...steps.map(({ media }) => media.svg),
      ]),
    ];
    assert.deepEqual(
      files.filter((file) => !existsSync(file)),
      [],
    );
    assert.equal(readdirSync('media/walkthrough').length, contributes.walkthroughs[0]!.steps.length);
  });

  it('lets no workspace choose the engine or the image that is run', () => {
    assert.deepEqual(
      Object.values(contributes.configuration.properties).map(({ scope }) => scope),
      ['machine', 'machine'],
    );
    assert.deepEqual(
      manifest.capabilities.untrustedWorkspaces.restrictedConfigurations,
      Object.keys(contributes.configuration.properties),
    );
  });
});
