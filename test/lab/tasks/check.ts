import { checkSteps } from '../checkSteps.ts';
import { runSteps, summarize } from '../steps.ts';

process.exit(summarize(await runSteps(checkSteps, 2)));
