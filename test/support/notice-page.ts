import type { Body } from '../../domain/notice/body.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { emptyDraft } from '../../domain/notice/empty-draft.ts'
import { publicContent } from '../../domain/notice/public-content.ts'
import { BUILT_IN_TEMPLATES } from '../../domain/sheet/built-in-templates.ts'
import type { SheetForm } from '../../domain/sheet/template.ts'
import type { SheetPage } from '../../server/display/sheet-page.ts'

/** A sheet of a notice, as it is laid ready for the browser that prints it. */
export type NoticePage = Extract<SheetPage, { kind: 'NOTICE' }>

const OFFICE = { name: '示例县云溪镇人民政府', uscc: '11990000000000001G' }

/** A notice on a sheet by a template of the product; nothing of it is in any database. */
export function noticePage(
  notice: Partial<PublicContent> & { readonly title: string; readonly body: Body },
  over: Partial<NoticePage> & { readonly form?: SheetForm } = {},
): NoticePage {
  const { form = 'PLAIN', ...page } = over
  const draft = { ...emptyDraft(), documentDate: '2026-11-20', signature: OFFICE.name }
  const content = publicContent({ draft, office: OFFICE, item: null, attachments: [] })
  return {
    kind: 'NOTICE',
    template: BUILT_IN_TEMPLATES[form],
    data: {
      draft: false,
      office: { ...OFFICE, telephone: '', address: '', openingHours: '' },
      indexNumber: '11990000000000001G/2026-00412',
      editionNumber: 1,
      hash: '3f9a'.repeat(16),
      publishDate: '2026-11-20',
      content: { ...content, ...notice },
      attachmentBase: '/',
      code: `BOARD:1:11990000000000001G/2026-00412:1:${'3f9a'.repeat(16)}`,
      codeWords: [],
      supersededBy: null,
    },
    language: null,
    orders: {},
    decision: { byHand: [] },
    half: null,
    ...page,
  }
}
