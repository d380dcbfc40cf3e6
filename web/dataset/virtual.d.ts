/** Addresses of the packed data, given by the plugin when the page is built. */
declare module 'virtual:beltway/dataset' {
  export const coreUrl: string;
  export const notesUrl: string;
}
