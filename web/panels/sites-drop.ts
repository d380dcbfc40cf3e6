/**
 * A file dropped anywhere on the page: a scenario opens the studio, a table the dialog for own sites. Without this the
 * browser would open the file.
 */
import { notify } from '../state/notices.ts';
import { sitesDialog } from '../state/sites.ts';
import { droppedScenario, studioOpen } from '../state/studio-open.ts';
import { t } from '../words/index.ts';

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

function mark(dropping: boolean): void {
  if (dropping) document.documentElement.dataset.dropping = t('sites.dropHere');
  else delete document.documentElement.dataset.dropping;
}

function onDragOver(event: DragEvent): void {
  if (!hasFiles(event)) return;
  event.preventDefault();
  mark(true);
}

function onDragLeave(event: DragEvent): void {
  if (event.relatedTarget === null) mark(false);
}

function onDrop(event: DragEvent): void {
  if (!hasFiles(event)) return;
  event.preventDefault();
  mark(false);
  const files = [...(event.dataTransfer?.files ?? [])];
  const [file, ...more] = files;
  if (file === undefined) return;
  if (more.length > 0) notify('problem', [t('sites.oneFile', { count: files.length })]);
  else if (/\.json$/i.test(file.name)) {
    droppedScenario.value = file;
    studioOpen.value = true;
  } else sitesDialog.value = { open: true, file };
}

/** Begins to take dropped files; gives back how to stop. */
export function startDrop(): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener('dragover', onDragOver, { signal });
  document.addEventListener('dragleave', onDragLeave, { signal });
  document.addEventListener('drop', onDrop, { signal });
  return () => stop.abort();
}
