/** Words of the bar on top. */
export const header = {
  'header.search': '查找',
  'header.language': '语言',
  'header.theme': '外观：{theme}',
  'header.theme.auto': '跟随系统',
  'header.theme.light': '浅色',
  'header.theme.dark': '深色',
  'header.tools': '语言、外观与分享',
} as const;
