/** 系列からの独立性の言葉：指標、式、記録された顧客。 */
export const independence = {
  'independence.title': '系列からの独立性',
  'independence.caption': '{T}分での独立性の指標',
  'independence.measure': '指標',
  'independence.pair': '基準 → 整備後',
  'independence.iOut': '系列外のグループへ着ける',
  'independence.iOutAll': '系列外のすべてのグループへ着ける',
  'independence.atLeastOne': '少なくとも1社は着ける',
  'independence.i2': '2グループ以上へ着ける',
  'independence.i3': '3グループへ着ける',
  'independence.meanGroups': '着けるグループ数、45〜75分の平均',
  'independence.soft': '系列外のグループ、時間で重み付け',
  'independence.robustMin': '着けるグループ数、一区間が閉鎖のとき',
  'independence.smallest': '{level}に達する最短の分',
  'independence.yes': 'はい',
  'independence.no': 'いいえ',
  'independence.note':
    '制限時間で厳密に数えます。最初の二つは系列のある一次サプライヤー、ほかは所在地の分かる全社に対する割合です。道路が許す自由を測り、革新は測りません。',
  'independence.formulas': '式とその出どころ',
  'independence.symbols':
    'P：所在地の分かるサプライヤー。K：そのうち系列のある一次。g₀(s)：sの属するグループ。t(s,g)：sからグループgまでの分。T：制限時間。',
  'independence.words.iOut':
    '系列のある一次サプライヤーのうち、ほかの少なくとも1グループへ時間内に着ける割合。フローチャートの指標。',
  'independence.words.iOutAll': '同じく、ほかのすべてのグループへ。',
  'independence.words.atLeastOne': '論文は「そのうちの一部」と述べる：1社で足りる。',
  'independence.words.i2':
    '所在地の分かるサプライヤーのうち、2グループ以上へ時間内に着ける割合。数量がすべて分かれば数量で重み付け。',
  'independence.words.i3': '同じく3グループ。',
  'independence.words.meanGroups':
    '45分から75分までの31の整数分で平均した、時間内のグループ数。1時間で跳ばない。',
  'independence.words.soft': '徐々に弱まる到達：すぐ隣で1、60分で約半分、その先はさらに下がる。',
  'independence.words.robustMin':
    '二つのインターチェンジの間の最も痛い一区間が両方向とも閉じたときに残るグループ数。',
  'independence.origin':
    '定義は本プロジェクトのもの。論文は指標も水準も示さない（「そのうちの一部」）。メーカー数による顧客の広がり：Nobeoka、Dyer、Madhok。水準50%（範囲33〜80%）は本プロジェクトの仮定で、フローチャートに示す。',
  'independence.documented': '道路が許すことと記録されたこと（整備後）',
  'independence.group': 'グループ',
  'independence.reachedSupplied': '到達、供給あり',
  'independence.reachedNotDocumented': '到達、記録なし',
  'independence.unreachedSupplied': '未到達、供給あり',
  'independence.unreachedNotDocumented': 'どちらもなし',
  'independence.notDocumented': '「記録なし」は「ない」ではありません。出典のある現在の顧客だけを数えます。',
} as const;
