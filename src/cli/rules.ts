/** The road rules an import goes by: those shipped, or the user's own. */
import { join } from 'node:path';
import { readRoadRules, type RoadRules } from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import { readTextFile } from './files.ts';
import { SHIPPED_DATA } from './package-files.ts';

/** Reads rules. Throws Failure with everything that is wrong with them. */
export function openRules(file: string | undefined): RoadRules {
  const path = file ?? join(SHIPPED_DATA, 'import', 'road-rules.json');
  const { rules, problems } = readRoadRules(readTextFile(path), path);
  if (rules === null) throw new Failure(EXIT.data, `${path}: not road rules`, problems);
  return rules;
}
