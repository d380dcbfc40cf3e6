/** The files of the caller in the command that an answer ends with: the library knows what was asked, not of whom. */
import { quoteWord } from '../index.ts';
import type { ClockOptions } from './clock.ts';
import type { OutputOptions } from './options.ts';

/** An answer whose command names the data folder and the table of sites that it was made from. */
export function nameFiles<T extends { readonly command: string }>(
  answer: T,
  { data, sites, profile }: Pick<OutputOptions, 'data' | 'sites'> & Pick<ClockOptions, 'profile'>,
): T {
  const words = [
    ...(data === undefined ? [] : ['--data', data]),
    ...(sites === undefined ? [] : ['--sites', sites]),
    ...(profile?.endsWith('.json') === true ? ['--profile', profile] : []),
  ];
  return { ...answer, command: [answer.command, ...words.map(quoteWord)].join(' ') };
}
