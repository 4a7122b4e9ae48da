import { readBudgets } from '../budgets.ts';
import { packExtension } from '../package.ts';

const budgets = readBudgets(await packExtension());
for (const { what, value, limit, unit } of budgets) {
  console.log(`${value <= limit ? '  ok    ' : '  OVER  '}${what}: ${value} of ${limit} ${unit}`);
}
process.exit(budgets.every(({ value, limit }) => value <= limit) ? 0 : 1);
