/** Parts of the page that are fetched when they are first shown, so that the first answer does not wait for them. */
import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';

/** A component that shows `meanwhile` until its module has come; where it does not come it says nothing and stays. */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  meanwhile: ComponentChildren = null,
): ComponentType<P> {
  const loaded = signal<ComponentType<P> | null>(null);
  let asked = false;
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
