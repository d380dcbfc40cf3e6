/** The bar on top: search, languages, theme, share, export. */
export function Header() {
  return <div class="header" />;
}
