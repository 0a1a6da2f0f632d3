import { expect, test } from 'vitest'
import type { Body } from '../../../domain/notice/body.ts'
import {
  bringsObjection,
  bringsPeriod,
  bringsSignatures,
  sealedIndent,
} from '../../../renderer/sheet/document/document-rules.ts'

const text = (...lines: string[]): Body => ({
  type: 'doc',
  content: lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })),
})

const route = { telephone: '0999-6100100', address: '', person: '', email: '' }

test('under a seal the date is four characters in and the name is centred over it', () => {
  // Ten characters over six and a half: the name reaches beyond the date by one and three quarters.
  expect(sealedIndent('示例县云溪镇人民政府', '2026年11月6日')).toBeCloseTo(4 - (10 - 6.5) / 2)
  expect(sealedIndent('云溪镇', '2026年11月6日')).toBe(4)
  // A name so long stays within the type area.
  expect(sealedIndent('示例县云溪镇人民政府防汛抗旱指挥部办公室', '2026年3月5日')).toBe(0)
})

test.each([
  ['公示期：2026年11月20日至2026年12月1日。', true],
  ['公示时间：2026年11月20日至12月1日', true],
  ['公示期自二〇二六年十一月二十日至二〇二六年十二月一日', true],
  ['公示期7个工作日。', false],
  ['补贴于2026年12月1日发放。', false],
])('a text says its own period or not: %s', (line, said) => {
  expect(bringsPeriod(text(line), '2026-12-01')).toBe(said)
})

test('a text that names the telephone for objections is not given the lines once more', () => {
  expect(bringsObjection(text('监督电话：0999－6100100'), route)).toBe(true)
  expect(bringsObjection(text('联系电话：0999-6100101'), route)).toBe(false)
  expect(bringsObjection(text('如有异议，请书面反映。', '联系电话：0999-6100100'), route)).toBe(true)
})

test('a text that names the same telephone for questions still gets the lines for objections', () => {
  expect(bringsObjection(text('办理中有疑问的，请拨打0999-6100100咨询。'), route)).toBe(false)
  expect(bringsObjection(text('公示期7个工作日，如有异议请反映。申领咨询请拨打0999-6100100。'), route)).toBe(
    false,
  )
})

test('accounts that bring the line to sign are not given another', () => {
  expect(bringsSignatures(text('村委会主任：＿＿＿＿　　村务监督委员会主任：＿＿＿＿'))).toBe(true)
  expect(bringsSignatures(text('现公布如下。'))).toBe(false)
})
