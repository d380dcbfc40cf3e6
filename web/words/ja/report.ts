/** 日本語：ページから作る報告書。 */
import type { report as en } from '../en/report.ts';

export const report = {
  'report.title': '全体の報告書',
  'report.about':
    '問い・答え・地図・確かさ・対策・道路の価値・出典を一つのファイルに。印刷でき、beltway verify がすべての数値を確かめる。',
  'report.doubts': '確かさと左右するものも（抽出に時間がかかる）',
  'report.format.html': 'HTML、単独の一ページ',
  'report.format.markdown': 'Markdown',
  'report.format.csv': 'CSV、一つの長い表',
  'report.format.json': 'JSON、すべての内容',
  'report.progress': '作成中：{part}',
  'report.cancel': '中止',
  'report.stopped': '中止した。何も保存していない。',
  'report.part.answer': '答え',
  'report.part.reliability': '日ごとの変動',
  'report.part.confidence': 'どれほど確かか',
  'report.part.sensitivity': '何に左右されるか',
  'report.part.fixes': '何があれば成り立つか',
  'report.part.values': '道路の価値',
  'report.part.build-order': '開通の順序',
} as const satisfies Readonly<Record<keyof typeof en, string>>;
