/** Words of the date slider. */
export const dates = {
  'dates.title': '整備後の道路網の日付',
  'dates.slider': '道路網の年月（2000〜2026年）',
  'dates.now': 'あり：{day}の道路',
  'dates.named': 'あり：{scenario}',
  'dates.back': '「{scenario}」に戻る',
  'dates.ofThatDate': 'その日のサプライヤーと工場',
  'dates.fixed': '道路はその日のもの。サプライヤーと工場は変わりません。',
  'dates.openings': '開通',
  'dates.belt': '第二環状：{names}',
  'dates.others.one': 'ほか1区間',
  'dates.others.other': 'ほか{count}区間',
  'dates.next': '次の開通',
  'dates.previous': '前の開通',
  'dates.valueOpening': '{month}；開通：{names}',
  'dates.goTo': '{day}へ',
  'dates.keys': '矢印キーで1か月ずつ、Page Up・Page Downで次の開通へ移ります。',
} as const;
