/** Words of the search box. */
export const search = {
  'search.label': 'サプライヤー・工場・園区・道路を探す',
  'search.placeholder': 'サプライヤー・工場・園区・道路…',
  'search.results': '結果',
  'search.count.one': '1件',
  'search.count.other': '{count}件',
  'search.none': '「{query}」は見つかりません。英語か中国語の名前、区、道路番号で試してください。',
  'search.kind.supplier': 'サプライヤー',
  'search.kind.own': '自分の拠点',
  'search.kind.plant': '工場',
  'search.kind.engine': 'エンジン工場',
  'search.kind.zone': '園区',
  'search.kind.seat': '区の中心',
  'search.kind.road': '道路',
  'search.unplaced': '所在地不明',
  'search.clear': '道路の印を消す',
} as const;
