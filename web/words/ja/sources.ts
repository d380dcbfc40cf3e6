/** 数値の拠りどころの言葉。 */
export const sources = {
  'sources.title': 'この数値の拠りどころ',
  'sources.estimates':
    'サプライヤーの所要時間のうち{share}は推定の長さと接続に拠ります（1回の移動では{range}）。全体の{chains}は町をつないで描いた道路の上です（{chainRange}）。',
  'sources.range': '{low}〜{high}',
  'sources.scope':
    '片道の走行時間で、積み降ろしを含まず、仮定した制限速度と遅れによります。シナリオは道路の記録を除くもので、代わりに何が造られたかの予測ではありません。交通・購買・革新は予測しません。',
  'sources.data': 'データ{id}、ダイジェスト{digest}',
  'sources.list.one': '出典{count}件',
  'sources.list.other': '出典{count}件',
} as const;
