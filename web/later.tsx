/**
 * Parts of the page that are fetched with their words and style when they are first shown, so that the first answer does not
 * wait for them.
 */
import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { speakLate } from './words/index.ts';

/** What fetches each part of the page. */
const fetches: (() => Promise<unknown>)[] = [];

/**
 * Fetches the rest of the page, one part after the other: from then on it needs no network. A part that does not
 * come is asked for again when it is shown.
 */
export async function fetchRest(): Promise<void> {
  for (const fetchPart of fetches) await fetchPart().catch(() => undefined);
}

/** A component that shows `meanwhile` until its module has come; where it does not come it says nothing and stays. */
export function later<P extends object>(
  fetchPart: () => Promise<ComponentType<P>>,
  meanwhile: ComponentChildren = null,
): ComponentType<P> {
  const loaded = signal<ComponentType<P> | null>(null);
  let asked = false;
  const load = async (): Promise<ComponentType<P>> => {
    const [part] = await Promise.all([fetchPart(), speakLate(), import('./styles/late.css')]);
    return part;
  };
  fetches.push(load);
  return function Later(props: P) {
    const Part = loaded.value;
    if (Part !== null) return <Part {...props} />;
    if (!asked) {
      asked = true;
      void load().then(
        (part) => (loaded.value = part),
        () => (asked = false),
      );
    }
    return <>{meanwhile}</>;
  };
}
