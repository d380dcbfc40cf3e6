/** An answer in the form that was asked for, at the place that was asked for. */
import { renderMarkdown, renderText, toJsonText, type Forms } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { OutputOptions } from './options.ts';
import { choosePaint, chooseWidth, clearProgress } from './terminal.ts';
import { writeAnswer } from './write.ts';

/** Writes an answer. Throws Failure where the file cannot be written. */
export function giveAnswer(options: OutputOptions, forms: Forms): void {
  const file = options.out === undefined || options.out === '-' ? null : options.out;
  const text = toText(options.format, forms, file !== null);
  clearProgress();
  writeAnswer(text, file);
}

/** 1 for a negative verdict where the caller asked for that, else 0. */
export function toExitCode({ exitCode }: OutputOptions, positive: boolean): ExitCode {
  return exitCode === true && !positive ? EXIT.failed : EXIT.done;
}

function toText(format: string, forms: Forms, toFile: boolean): string {
  switch (format) {
    case 'json':
      return toJsonText(forms.json());
    case 'csv':
      return forms.csv?.() ?? '';
    case 'geojson':
      return forms.geojson?.() ?? '';
    case 'markdown':
      return renderMarkdown(forms.text());
    default:
      return renderText(forms.text(), choosePaint(toFile), chooseWidth(toFile));
  }
}
