import { expect, test } from 'vitest'
import { EMPTY_BODY } from '../../../domain/notice/body.ts'
import { emptyDraft } from '../../../domain/notice/empty-draft.ts'
import { bodySchema, civilDateSchema, draftContentSchema } from '../../../server/notice/content-schema.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const doc = (...content: unknown[]) => ({ type: 'doc', content })

const draft = {
  ...emptyDraft(null),
  title: '关于2026年第三季度低保名单的公示',
  body: EMPTY_BODY,
  noticeKind: 'PUBLIC_DISPLAY',
  catalogueItemId: null,
  documentNumber: '云政发〔2026〕5号',
  documentDate: '2026-11-20',
  issueDate: null,
  disclosureMode: 'PROACTIVE',
  disclosureModeReason: '',
  audience: 'PUBLIC',
  addressee: '',
  signature: '',
}

test('A draft is taken over exactly as it was written', () => {
  expect(draftContentSchema.parse(draft)).toEqual(draft)
})

test('A field that the draft does not know is refused, never dropped in silence', () => {
  expect(draftContentSchema.safeParse({ ...draft, secret: 1 }).success).toBe(false)
  expect(bodySchema.safeParse(doc({ ...paragraph('a'), attrs: { onclick: 'x' } })).success).toBe(false)
})

test('A day that is not in the calendar is refused', () => {
  expect(civilDateSchema.safeParse('2026-02-29').success).toBe(false)
  expect(civilDateSchema.safeParse('2028-02-29').success).toBe(true)
  expect(civilDateSchema.safeParse('2026-2-9').success).toBe(false)
})

test('A link may be http, https, mailto or tel, and nothing that runs', () => {
  const linked = (href: string) =>
    doc({
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }],
    })
  for (const href of ['https://example.cn/a', 'HTTP://example.cn', 'mailto:a@example.cn', 'tel:12345']) {
    expect(bodySchema.safeParse(linked(href)).success, href).toBe(true)
  }
  for (const href of [
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    '//example.cn',
    '/x',
  ]) {
    expect(bodySchema.safeParse(linked(href)).success, href).toBe(false)
  }
})

test('A body nested a hundred thousand times is refused without exhausting the stack', () => {
  let node: unknown = paragraph('x')
  for (let depth = 0; depth < 100_000; depth += 1) node = { type: 'bulletList', content: [node] }
  expect(bodySchema.safeParse(doc(node)).success).toBe(false)
})

test('A list in a cell of a table fits, twenty thousand and one paragraphs do not', () => {
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('x')] }] }
  const table = {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', attrs: { colspan: 2 }, content: [list] }] }],
  }
  expect(bodySchema.safeParse(doc(table)).success).toBe(true)
  expect(bodySchema.safeParse(doc(...Array.from({ length: 20_001 }, () => paragraph('x')))).success).toBe(
    false,
  )
})

test('Text that cannot be stored or hashed is refused: control characters, lone surrogates, empty runs', () => {
  for (const text of ['a\u0000b', 'a\ud800b', '']) {
    expect(bodySchema.safeParse(doc(paragraph(text))).success).toBe(false)
  }
  expect(bodySchema.safeParse(doc(paragraph('𠮷田'))).success).toBe(true)
})

test('More than five megabytes are refused', () => {
  expect(bodySchema.safeParse(doc(paragraph('字'.repeat(2_000_000)))).success).toBe(false)
})
