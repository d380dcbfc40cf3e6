/** Lets the engine rehearse edits when the studio opens, one a message: a question of the user comes between two of them. */
import { answer } from '../state/answers.ts';
import { quick, request } from './ask.ts';

/** So many edits until the next one is not quicker: measured in Chromium and in Node. */
const ROUNDS = 6;

let isRehearsed = false;

/** Once a page. What fails here fails for the user's edit as well, and is told then. */
export async function rehearseEdits(): Promise<void> {
  if (isRehearsed || answer.peek().value === null) return;
  isRehearsed = true;
  for (let round = 0; round < ROUNDS; round += 1) {
    const done = await quick.ask('rehearse', { request: request.peek(), round }).catch(() => 'failed');
    if (done === 'failed') return;
  }
}
