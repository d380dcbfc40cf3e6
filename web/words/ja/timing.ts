/** 時期の表の言葉。 */
export const timing = {
  'timing.title': '系列を越える供給は道路の前か後か',
  'timing.sentence.one':
    '{count}社は、使うはずの環状区間ができる前から系列を越えて供給していました。道路は必要ではありませんでした。',
  'timing.sentence.other':
    '{count}社は、使うはずの環状区間ができる前から系列を越えて供給していました。道路は必要ではありませんでした。',
  'timing.documented': '記録 {date}',
  'timing.opened': '{date}開通',
  'timing.noSection': '環状区間を使わない',
  'timing.before': '開通前から供給',
  'timing.after': '開通後の記録',
  'timing.unused': '環状を通らない',
} as const;
