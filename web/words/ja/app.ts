/** Words of the frame of the page. */
export const app = {
  'app.title': 'Beltway',
  'app.place': '広州',
  'app.scenario': 'シナリオ',
  'app.answer': '答え',
  'app.flowchart': 'フローチャート',
  'app.map': '地図',
  'app.openPanel': '{panel}を開く',
  'app.closePanel': '{panel}を閉じる',
  'app.computing': '計算中…',
  'app.skip': '答えへ移動',
  'app.failed': '計算できませんでした：{why}',
  'app.restarted': '計算が予期せず止まったため、再開しました。',
  'app.broken':
    'この問いで計算が二度止まりました。直前の結果を表示しています。設定を変えるか、ページを再読み込みしてください。',
  'app.dismiss': '閉じる',
} as const;
