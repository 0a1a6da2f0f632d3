import { expect, test } from 'vitest'
import type { Block } from '../../../domain/notice/body.ts'
import type { PublicContent } from '../../../domain/notice/content.ts'
import { attachmentTitle, closingOf, issuerOf } from '../../../renderer/sheet/closing.ts'

const line = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function contentWith(lines: readonly string[], changes: Partial<PublicContent> = {}): PublicContent {
  return {
    format: 'board-edition/1',
    title: '通知',
    noticeKind: 'NOTIFICATION',
    documentNumber: '云政发〔2026〕5号',
    documentDate: '2026-03-05',
    issueDate: null,
    disclosureMode: 'PROACTIVE',
    audience: 'PUBLIC',
    addressee: '各村民委员会',
    signature: '',
    office: { name: '示例县云溪镇人民政府', uscc: '' },
    catalogue: null,
    attachments: [],
    body: { type: 'doc', content: lines.map(line) },
    ...changes,
  }
}

test('a text without its own ending gets addressee, signature, date and annex line', () => {
  expect(closingOf(contentWith(['正文。']))).toMatchObject({
    addressee: '各村民委员会：',
    signature: '示例县云溪镇人民政府',
    date: '2026年3月5日',
    attachments: [],
    annex: true,
  })
})

test.each([
  '2026年3月5日',
  '二○二六年三月五日',
  '２０２６年３月５日',
  '二〇二六年三月五日',
  '2026 年 3 月 5 日',
])('a text that ends with its signature and %s is not signed twice', (date) => {
  const closing = closingOf(contentWith(['正文。', '示例县云溪镇 人民政府', date, '（此件公开发布）']))
  expect(closing).toMatchObject({ signature: null, date: null, annex: false })
})

test('a date inside a sentence is not the date of the document', () => {
  expect(closingOf(contentWith(['本办法自2026年3月5日起施行。'])).date).toBe('2026年3月5日')
})

test('a notice that passes a plan on is signed before the plan and not once more behind it', () => {
  const plan = Array.from({ length: 20 }, (_, index) => `第${String(index)}项工作。`)
  const closing = closingOf(contentWith(['现印发。', '示例县云溪镇人民政府', '2026年3月5日', ...plan]))
  expect(closing).toMatchObject({ signature: null, date: null })
})

test('a text with a signature and no date gets the date alone', () => {
  expect(closingOf(contentWith(['正文。', '示例县云溪镇人民政府']))).toMatchObject({
    signature: null,
    date: '2026年3月5日',
  })
})

test('a signature of another body stands in the head and under the text', () => {
  const content = contentWith(['正文。'], { signature: '云溪镇党政办公室' })
  expect(issuerOf(content)).toBe('云溪镇党政办公室')
  expect(closingOf(content).signature).toBe('云溪镇党政办公室')
})

test('an addressee that the text brings itself is taken out of it and set once', () => {
  const closing = closingOf(contentWith(['各村民委员会:', '正文。']))
  expect(closing.addressee).toBe('各村民委员会：')
  expect(closing.body.content).toHaveLength(1)
  expect(closingOf(contentWith(['各街道办事处:', '正文。'], { addressee: '' })).addressee).toBe(
    '各街道办事处：',
  )
  expect(closingOf(contentWith(['正文如下。以下:', '正文。'], { addressee: '' })).addressee).toBeNull()
  expect(closingOf(contentWith(['正文。'], { addressee: '各村：' })).addressee).toBe('各村：')
})

test('a text that states its openness is not given the annex line', () => {
  expect(closingOf(contentWith(['正文。', '公开方式:主动公开'])).annex).toBe(false)
})

test('a notice that is not disclosed proactively does not say that it is', () => {
  expect(closingOf(contentWith(['正文。'], { disclosureMode: 'ON_REQUEST' })).annex).toBe(false)
})

test('attachments are named without file endings, and pictures of the text are none', () => {
  const file = { id: '1', mediaType: 'image/png', size: 1, sha256: '' }
  const closing = closingOf(
    contentWith(['正文。'], {
      attachments: [
        { ...file, name: '分解表。.xlsx', role: 'ATTACHMENT' },
        { ...file, name: '图.png', role: 'INLINE_IMAGE' },
      ],
    }),
  )
  expect(closing.attachments).toEqual(['分解表'])
  expect(attachmentTitle('2026.03 版本')).toBe('2026.03 版本')
})
