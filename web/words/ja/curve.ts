/** しきい値曲線の言葉。 */
export const curve = {
  'curve.title': '制限時間がもっと短い、または長い場合',
  'curve.outside': '系列の外（iOut）',
  'curve.all': 'すべてのグループ',
  'curve.paper': '論文の60分と70分',
  'curve.cutoff': '制限時間：{T}分',
  'curve.chart': '{name}へ着けるサプライヤーの割合（制限時間、分）',
  'curve.says': '{T}分、基準 → 整備後：{shares}。',
  'curve.note':
    '所在地の分かるサプライヤーに占める割合（厳密）。図の中でドラッグするかスライダーを使います。最初の図は系列のある一次サプライヤーを30分から90分まで数え、水準はフローチャートのものです。',
  'curve.nobody': '所在地の分かるサプライヤーがなく、割合を描けません。',
  'curve.table': '同じ内容の表',
} as const;
