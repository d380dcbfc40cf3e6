/** A row of the legend: what is drawn, and what it means. */
import type { ComponentChildren } from 'preact';

export function Entry({ children, label }: { readonly children: ComponentChildren; readonly label: string }) {
  return (
    <li>
      {children}
      <span>{label}</span>
    </li>
  );
}
