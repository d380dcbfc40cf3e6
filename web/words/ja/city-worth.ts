/** Japanese: what every road of an imported network is worth. */
import type { cityWorth as en } from '../en/city-worth.ts';

export const cityWorth = {
  'city.worth': '各道路の価値',
  'city.worth.with': 'シナリオのサプライヤーと工場の間、シナリオの道路で。',
  'city.worth.without': 'シナリオのサプライヤーと工場の間、読み込んだままの道路で。',
  'city.worth.noPlaces': '地図にサプライヤーと工場を置くか、両方のあるシナリオを開いてください。',
  'city.worth.notLoaded': 'ページのこの部分を読み込めませんでした。閉じてもう一度開いてください。',
  'city.worth.begin': '道路を順に閉じる',
  'city.worth.again': 'もう一度、道路を順に閉じる',
  'city.worth.stop': '中止',
  'city.worth.running': '道路を閉じています',
  'city.worth.preparing': '経路を探しています…',
  'city.worth.progress.one': '{done} / {all} 回',
  'city.worth.progress.other': '{done} / {all} 回、ワーカー {count}',
  'city.worth.stopped': '中止しました。結果は残っていません。',
  'city.worth.dropped': '問いが変わったため、計算をやめました。',
  'city.worth.died': 'ブラウザーのワーカーが途中で止まりました。{why}',
  'city.worth.say':
    '最も失われるのは {road}：{pairs} のうち {slowed} の移動で合わせて {minutes} 分。閉じると時間が失われるリンクは {critical}。',
  'city.worth.sayCut':
    '{road} がないと、{pairs} のうち {cut} の移動に道がありません。閉じると時間が失われるリンクは {critical}。',
  'city.worth.sayPast':
    '{road} がないと、{pairs} のうち {strict} の移動が {minutes} 分を超えます。閉じると時間が失われるリンクは {critical}。',
  'city.worth.sayNone': 'どの道路を閉じても、{pairs} の移動は長くなりません。',
  'city.worth.rank': '失われるものの多い順',
  'city.worth.by.minutes': 'すべての移動の分数',
  'city.worth.by.passes': '{minutes} 分を超える移動',
  'city.worth.draw': '届く範囲に代えて地図に表示',
  'city.worth.go': 'すべて表示',
  'city.worth.table': '道路を閉じると失われるもの',
  'city.worth.minutes': '分',
  'city.worth.past': '{minutes} 分超',
  'city.worth.cut': '道なし',
  'city.worth.more': 'さらに {count}（全 {all}）',
  'city.worth.files': '道路の価値のファイル',
  'city.worth.how':
    'モデルの時間であり、交通量・コスト・便益ではない。閉じた道路上の地点は他の道を保つ。≈：仮定の速度制限、または描いた道路。',
  'city.worth.took.one': 'ワーカー一つで {seconds} 秒。',
  'city.worth.took.other': 'ワーカー {count} で {seconds} 秒。',
} as const satisfies Readonly<Record<keyof typeof en, string>>;
