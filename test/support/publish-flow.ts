import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Body } from '../../domain/notice/body.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import type { CatalogueItem } from '../../domain/catalogue/catalogue-item.ts'
import type { CatalogueImport } from '../../server/catalogue/views.ts'
import type { NoticeDetail, SavedDraft } from '../../server/notice/views.ts'
import type { DeskClient } from './desk-client.ts'
import type { Staff } from './test-board.ts'

/** A body of plain paragraphs. */
export function paragraphs(...texts: string[]): Body {
  return {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  }
}

/** Imports the village table of test/fixtures/data and gives its first row. */
export async function importVillageCatalogue(desk: DeskClient): Promise<CatalogueItem> {
  const bytes = readFileSync(new URL('../fixtures/data/catalogue-village.csv', import.meta.url))
  const imported = await desk.upload<CatalogueImport>('/api/desk/catalogues', 'catalogue-village.csv', bytes)
  expect(imported.status).toBe(201)
  const id = imported.body.catalogues[0]?.id ?? ''
  const found = await desk.get<{ items: CatalogueItem[] }>(`/api/desk/catalogues/${id}`)
  const [item] = found.body.items
  if (!item) throw new Error('the village catalogue has rows')
  return item
}

/** Writes a draft and gives its id and revision. */
export async function writeDraft(
  handler: DeskClient,
  content: Partial<DraftContent> & Pick<DraftContent, 'title' | 'body' | 'catalogueItemId'>,
): Promise<{ id: string; revision: number }> {
  const created = await handler.post<NoticeDetail>('/api/desk/notices', {})
  expect(created.status).toBe(200)
  const { id, draft } = created.body
  const saved = await handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
    revision: draft.revision,
    content: { ...draft.content, ...content },
  })
  expect(saved.status).toBe(200)
  return { id, revision: saved.body.revision }
}

/** A next edition has to say what it changes; says 更正 where a test leaves it open. Gives the revision then. */
export async function sayChange(handler: DeskClient, id: string, revision: number): Promise<number> {
  const { draft, editions } = (await handler.get<NoticeDetail>(`/api/desk/notices/${id}`)).body
  if (editions.length === 0 || draft.content.change !== null) return revision
  const content = { ...draft.content, change: { kind: 'CORRECTION', note: '更正个别文字' } }
  const saved = await handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, { revision, content })
  expect(saved.status, JSON.stringify(saved.body)).toBe(200)
  return saved.body.revision
}

/** Takes a draft through submission and both reviews; gives the hash that was approved. */
export async function submitAndApprove(staff: Staff, id: string, written: number): Promise<string> {
  const revision = await sayChange(staff.handler, id, written)
  const submitted = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, { revision })
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
  const submissionHash = submitted.body.submission?.hash ?? ''
  for (const [client, kind] of [
    [staff.reviewer, 'REVIEW'],
    [staff.secrecyReviewer, 'SECRECY_REVIEW'],
  ] as const) {
    const decided = await client.post<NoticeDetail>(`/api/desk/notices/${id}/decisions`, {
      kind,
      decision: 'APPROVED',
      reason: '',
      submissionHash,
      // Pictures and scans were looked at by a person.
      unreadAcknowledged: true,
    })
    expect(decided.status, JSON.stringify(decided.body)).toBe(200)
  }
  await enterSlip(staff.handler, submitted.body)
  return submissionHash
}

/** The accounts of a village wait for its supervisory committee, which signs on paper (S2). */
async function enterSlip(handler: DeskClient, { id, submission }: NoticeDetail): Promise<void> {
  if (!submission?.waitingFor.some(({ kind }) => kind === 'COMMITTEE_REVIEW')) return
  const scan = new TextEncoder().encode('%PDF-1.7\nsigned slip\n%%EOF\n')
  const path = `/api/desk/notices/${id}/committee-slip`
  const entered = await handler.upload<NoticeDetail>(path, '审核单.pdf', scan, {
    decision: 'APPROVED',
    reason: '',
    submissionHash: submission.hash,
    signedBy: '孙平',
    signedOn: submission.submittedAt.slice(0, 10),
  })
  expect(entered.status, JSON.stringify(entered.body)).toBe(200)
}

/** Takes a draft to publication; gives what the desk shows then. */
export async function publishDraft(staff: Staff, id: string, revision: number): Promise<NoticeDetail> {
  const submissionHash = await submitAndApprove(staff, id, revision)
  const published = await staff.handler.post<NoticeDetail>(`/api/desk/notices/${id}/publish`, {
    submissionHash,
  })
  expect(published.status, JSON.stringify(published.body)).toBe(200)
  return published.body
}
