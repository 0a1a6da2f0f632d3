import { expect, test } from 'vitest'
import { withSquares, withTicketFiles } from '../../../renderer/sheet/ticket.ts'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import { noticePage } from '../../support/notice-page.ts'

test('pictures of the text are asked for by ticket and hash, wherever they stand', () => {
  const image = { type: 'image', attrs: { attachmentId: 'id-1', alt: '图' } } as const
  const page = noticePage({
    title: '公告',
    body: {
      type: 'doc',
      content: [
        image,
        {
          type: 'table',
          content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [image] }] }],
        },
      ],
    },
    attachments: [
      { id: 'id-1', name: '图.png', mediaType: 'image/png', size: 1, sha256: 'ab', role: 'INLINE_IMAGE' },
    ],
  })
  const ready = withTicketFiles(page, 'secret')
  if (ready.kind !== 'NOTICE') throw new Error('a notice stays one')
  expect(ready.data.attachmentBase).toBe('/api/public/sheet-tickets/secret/files/')
  expect(JSON.stringify(ready.data.content.body)).not.toContain('id-1')
  expect(JSON.stringify(ready.data.content.body).match(/"attachmentId":"ab"/gu)).toHaveLength(2)
})

test('a character left for the pen leaves a square wherever the sheet says it, but not in what machines read', () => {
  const body = { type: 'doc', content: [] } as const
  const page = noticePage({ title: '䶮溪村通知', body }, { decision: { byHand: ['䶮'] } })
  const data = { ...page.data, office: { ...page.data.office, name: '䶮溪镇人民政府' }, code: 'BOARD:䶮' }
  const ready = withSquares({ ...page, data })
  expect(ready).toMatchObject({
    data: { office: { name: '□溪镇人民政府' }, content: { title: '□溪村通知' }, code: 'BOARD:䶮' },
  })
})

test('a list or a certificate leaves the square as a notice does', () => {
  const data = { office: '䶮溪镇人民政府', boards: [] } as never
  const template = BUILT_IN_TEMPLATES.TAKE_DOWN_LIST
  const ready = withSquares({ kind: 'TAKE_DOWN_LIST', template, data, decision: { byHand: ['䶮'] } })
  expect(ready).toMatchObject({ data: { office: '□溪镇人民政府' } })
})
