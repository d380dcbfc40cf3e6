/** Runs vitest and counts what passed, failed and was skipped. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText } from './files.mjs';
import { bin, run } from './process.mjs';

/** Counts of a run, from its JSON report; a file that does not load counts as failed. */
export async function runTests(args, env) {
  const folder = mkdtempSync(join(tmpdir(), 'beltway-'));
  const report = join(folder, 'tests.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const options = ['run', '-c', 'test/vitest.config.ts', ...reporters, ...args];
  const code = await run(process.execPath, [bin('vitest', 'vitest'), ...options], {
    show: true,
    env: { ...process.env, ...env },
  });
  const count = countTests(readText(report), code);
  rmSync(folder, { recursive: true, force: true });
  return count;
}

function countTests(reportText, code) {
  const none = { passed: 0, failed: 1, skipped: 0 };
  if (reportText === null) return none;
  const report = JSON.parse(reportText);
  const notLoaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  );
  const failed = report.numFailedTests + notLoaded.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
