import { expect, test } from 'vitest'
import { saidNumber } from '../../../domain/reading/chinese-number.ts'
import { rowCaption, rowSpeech } from '../../../domain/reading/row-speech.ts'
import { sentences } from '../../../domain/reading/sentences.ts'
import { speechText } from '../../../domain/reading/speech-text.ts'

test.each([
  ['0', '零'],
  ['7', '七'],
  ['10', '十'],
  ['12', '十二'],
  ['110', '一百一十'],
  ['1005', '一千零五'],
  ['10050', '一万零五十'],
  ['100000', '十万'],
  ['1020304', '一百零二万零三百零四'],
  ['100000000', '一亿'],
  ['100000001', '一亿零一'],
  ['12345678', '一千二百三十四万五千六百七十八'],
])('the number %s is said %s', (written, said) => {
  expect(saidNumber(written)).toBe(said)
})

test.each([
  ['云政发〔2026〕12号', '云政发 二零二六 十二号'],
  ['云政发[2026]第12号文件', '云政发 二零二六 十二号文件'],
  ['2026-03-05', '二零二六年三月五日'],
  ['2026.3.5起', '二零二六年三月五日起'],
  ['2026年11月20日', '二零二六年十一月二十日'],
  ['自3月5日至3月15日', '自三月五日至三月十五日'],
  ['2026年9月发放', '二零二六年九月发放'],
  ['每月1,234.50元', '每月一千二百三十四元五角'],
  ['共计10050元', '共计一万零五十元'],
  ['0.35元', '三角五分'],
  ['100.05元', '一百元零五分'],
  ['¥300', '三百元'],
  ['12.5万元', '十二点五万元'],
  ['增长12.5%', '增长百分之十二点五'],
  ['9:00～12:00', '九点到十二点'],
  ['上午9:30开始', '上午九点三十分开始'],
  ['电话0990-5550100', '电话零九九零，五五五零幺零零'],
  ['手机13800138000', '手机幺三八零零幺三八零零零'],
  ['手机138****8000', '手机幺三八，中间隐去，八零零零'],
  ['990000********001X', '九九零零零零，中间隐去，零零幺X'],
  ['张*国', '张某国'],
  ['王**', '王某'],
  ['第3组', '第三组'],
  ['余额：-300.00元', '余额：负三百元'],
  ['（一）发放范围', '一，发放范围'],
  ['面积85.6㎡', '面积八十五点六平方米'],
  ['编号00412', '编号零零四一二'],
  ['补助比例5%-10%', '补助比例百分之五到百分之十'],
  ['气温10℃-15℃', '气温十℃到十五℃'],
  ['-10℃--5℃', '负十℃到负五℃'],
  ['每亩10-15元', '每亩十到十五元'],
  ['1-9月', '一到九月'],
  ['1日-3日', '一日到三日'],
  ['3月15日—21日', '三月十五日到二十一日'],
  ['20:00-次日6:00', '二十点到次日六点'],
  ['2026-2027年', '二零二六到二零二七年'],
  ['2026至2028年', '二零二六到二零二八年'],
  ['2026—2028年', '二零二六到二零二八年'],
  ['拨打12345热线', '拨打幺二三四五热线'],
  ['12388举报电话', '幺二三八八举报电话'],
  ['火警119，急救120', '火警幺幺九，急救幺二零'],
  ['拨打120次', '拨打一百二十次'],
  ['3-2-501', '三-二-五百零一'],
  ['负责人：＿＿＿＿', '负责人：，空白，'],
  ['没有数字的话。', '没有数字的话。'],
])('“%s” is said “%s”', (written, said) => {
  expect(speechText(written)).toBe(said)
})

test('a row is said cell by cell under its headings, with the unit behind the number and empty cells passed over', () => {
  expect(
    rowSpeech(['序号', '户主', '村组', '金额（元）', '备注'], ['3', '张*国', '河西村3组', '1,300.00', '']),
  ).toBe('序号，三；户主，张某国；村组，河西村三组；金额，一千三百元。')
  expect(rowSpeech(['户主', '面积(亩)'], ['周敏', '2.5'])).toBe('户主，周敏；面积，二点五亩。')
  expect(rowSpeech([], ['', ' '])).toBe('')
  expect(rowCaption(['户主', '金额（元）', '备注'], ['张*国', '300', ''])).toBe('户主 张*国　金额（元） 300')
})

test('years and months of a table are said as such, and amounts as amounts', () => {
  expect(rowSpeech(['年度', '出生年月', '人数', '金额（元）'], ['2026', '1956.03', '2026', '-300'])).toBe(
    '年度，二零二六；出生年月，一九五六年三月；人数，二千零二十六；金额，负三百元。',
  )
})

test('a text is cut at its sentences, and every piece says where it stands', () => {
  const text = '本镇公示名单。如有异议，请来电；也可来信！（完）'
  const found = sentences(text)
  expect(found.map((one) => one.text)).toEqual([
    '本镇公示名单。',
    '如有异议，请来电；',
    '也可来信！',
    '（完）',
  ])
  for (const { text: piece, start, end } of found) expect(text.slice(start, end)).toBe(piece)
})

test('a sentence without an end is cut at a comma, and a rare character is never cut in two', () => {
  const text = '一二三四五六七八九，'.repeat(30)
  const found = sentences(text)
  expect(found.map((one) => one.text).join('')).toBe(text)
  expect(Math.max(...found.map((one) => one.text.length))).toBeLessThanOrEqual(120)
  const rare = '𱁬'.repeat(100)
  expect(sentences(rare).every((one) => one.text.isWellFormed())).toBe(true)
  expect(
    sentences(rare)
      .map((one) => one.text)
      .join(''),
  ).toBe(rare)
})

test('lines of nothing but signs are not said', () => {
  expect(sentences('——\n……\n')).toEqual([])
})
