/** What stands below the options of every command: examples and exit codes. */
import type { Command } from 'commander';

const EXIT_CODES = `Exit codes:
  0  done, also when a verdict is negative
  1  failed; negative with --exit-code; refused by verify
  2  wrong usage
  3  data invalid
  130  ended by Ctrl-C`;

/** Adds examples and exit codes to a command's help. */
export function addHelp(command: Command, examples: readonly string[]): Command {
  const lines = examples.map((example) => `  $ ${example}`).join('\n');
  const title = examples.length === 1 ? 'Example:' : 'Examples:';
  return command.addHelpText('after', `\n${title}\n${lines}\n\n${EXIT_CODES}`);
}
