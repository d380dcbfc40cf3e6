/** Scenario files dropped anywhere on the page. Without this the browser would open them in its place. */
import { t } from '../words/index.ts';
import { openFiles } from './open-plan.ts';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

function mark(isDropping: boolean): void {
  if (isDropping) document.documentElement.dataset.dropping = t('city.plan.drop');
  else delete document.documentElement.dataset.dropping;
}

/** Begins to take dropped files. */
export function startDrop(): void {
  document.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) mark(false);
  });
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(false);
    void openFiles([...(event.dataTransfer?.files ?? [])]);
  });
}
