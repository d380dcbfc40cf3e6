/** The one function of a package that carries no types. */
declare module 'subset-font' {
  const subsetFont: (
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'sfnt' | 'woff' | 'woff2' | 'truetype' },
  ) => Promise<Uint8Array>;
  // oxlint-disable-next-line import/no-default-export -- the form of the package
  export default subsetFont;
}
