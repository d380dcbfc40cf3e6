/** What the page's server says with every answer: nothing is loaded from elsewhere, nothing runs that was not built. */

/**
 * `data:` is for the icons of the map's style sheet, `blob:` for the pictures that the page itself makes. The map's
 * own worker and the engine's are files of the page, so that `default-src` covers them.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Files under `assets/` carry a hash of their content in their name: they never change. */
const HASHED = /^\/assets\//;
const YEAR_S = 365 * 24 * 3600;

/** How long a browser may keep a file. */
export function toCacheControl(path: string): string {
  return HASHED.test(path) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache';
}
