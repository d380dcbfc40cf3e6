/** The project's folder, also for tests that were compiled into `dist/`. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : findRoot(dirname(folder));
}

export const ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));
