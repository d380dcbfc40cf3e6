/** Gives the user a file: a blob of this page, saved under a name. Nothing leaves the browser. */

/** How long the address of the blob is kept for the browser to read it, in ms. */
const KEPT_MS = 60_000;

export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

export function saveText(name: string, text: string, type: string): void {
  saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** A file name that says what is in it: words joined by hyphens, without what file systems refuse. */
export function toFileName(words: readonly string[], extension: string): string {
  const safe = words.map((word) => word.replaceAll(/[^\p{L}\p{N}.]+/gu, '-').replaceAll(/^-+|-+$/g, ''));
  return `${safe.filter((word) => word !== '').join('_')}.${extension}`;
}
