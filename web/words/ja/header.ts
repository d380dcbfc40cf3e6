/** Words of the bar on top. */
export const header = {
  'header.search': '検索',
  'header.language': '言語',
  'header.theme': '外観：{theme}',
  'header.theme.auto': 'システムに合わせる',
  'header.theme.light': 'ライト',
  'header.theme.dark': 'ダーク',
  'header.tools': '言語・外観・共有',
} as const;
