import type { Measured } from './inquiry.ts';
import { noTool } from './measureNames.ts';
import { imageMissing } from './probe.ts';

/** Whether a probe container is to be offered: something was not measured for want of a tool, or of the probe's image. */
export function wantsProbe(measured: Iterable<Measured>): boolean {
  return [...measured].some(
    (one) => 'error' in one && (one.error === noTool || one.error.endsWith(imageMissing)),
  );
}
