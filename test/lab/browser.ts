import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { needPrograms } from './systemPackages.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** Where Chromium or Chrome lies; installs it where it is missing and can be. */
export async function needBrowser(): Promise<string | undefined> {
  if (!places.some((place) => existsSync(place))) await needPrograms({ chromium: 'chromium' });
  return places.find((place) => existsSync(place));
}

/** Chromium without a window. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await needBrowser();
  return chromium.launch({ executablePath, args });
}
