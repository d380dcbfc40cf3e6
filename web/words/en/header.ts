/** Words of the bar on top. */
export const header = {
  'header.search': 'Search',
  'header.language': 'Language',
  'header.theme': 'Theme: {theme}',
  'header.theme.auto': 'as the system',
  'header.theme.light': 'light',
  'header.theme.dark': 'dark',
  'header.tools': 'Language, theme and sharing',
} as const;
