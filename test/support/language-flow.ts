import type { LanguageText } from '../../domain/notice/language.ts'
import type { NoticeDetail } from '../../server/notice/views.ts'
import type { AccountView } from '../../server/office/views.ts'
import type { Answer, DeskClient } from './desk-client.ts'
import { paragraphs, writeDraft } from './publish-flow.ts'
import { firstSignIn, GIVEN_PASSWORD, type Staff } from './test-board.ts'

/** Adds a person who reviews texts in other languages, and signs that person in. */
export async function addLanguageReviewer(
  staff: Staff,
  openDesk: () => Promise<DeskClient>,
): Promise<DeskClient> {
  const added = await staff.administrator.post<AccountView>('/api/desk/accounts', {
    name: '乌云',
    roles: ['LANGUAGE_REVIEWER'],
    password: GIVEN_PASSWORD,
  })
  const client = await openDesk()
  await firstSignIn(client, added.body.id)
  return client
}

function took<T>(answer: Answer<T>): T {
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

/** Publishes a notice with a text in another language through all its reviews. */
export async function publishWithText(
  staff: Staff,
  languageReviewer: DeskClient,
  notice: { readonly title: string; readonly catalogueItemId: string; readonly text: LanguageText },
): Promise<NoticeDetail> {
  const { title, catalogueItemId, text } = notice
  const { id, revision } = await writeDraft(staff.handler, {
    title,
    body: paragraphs('因线路检修，河西村停电。', '特此公告。'),
    catalogueItemId,
    texts: [text],
  })
  const submitted = took(
    await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, { revision }),
  )
  const submissionHash = submitted.submission?.hash ?? ''
  for (const [client, kind, language] of [
    [staff.reviewer, 'REVIEW', ''],
    [staff.secrecyReviewer, 'SECRECY_REVIEW', ''],
    [languageReviewer, 'LANGUAGE_REVIEW', text.language],
  ] as const) {
    took(
      await client.post<NoticeDetail>(`/api/desk/notices/${id}/decisions`, {
        kind,
        language,
        decision: 'APPROVED',
        reason: '',
        submissionHash,
      }),
    )
  }
  return took(await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/publish`, { submissionHash }))
}
