import { startBoardServer } from '../../server/start.ts'
import { SESSION_COOKIE } from '../../server/trust.ts'
import type { NoticeDetail, SavedDraft } from '../../server/notice/views.ts'
import { DeskClient } from '../support/desk-client.ts'
import { paragraphs } from '../support/publish-flow.ts'
import { type Spread, spreadOf } from './measure.ts'

const PARAGRAPH =
  '根据政府信息公开条例和本镇年度工作安排，现将有关事项通知如下，请各村（社区）认真组织落实，并将办理情况及时报送镇政务公开办公室。'

/** Publishes notices end to end through the API, with `synchronous=FULL`, on a data folder that already holds many. */
export async function publishSpeed(dataFolder: string, times: number): Promise<Spread> {
  const started = await startBoardServer({ dataFolder, deskPort: 0, publicPort: 0 })
  if (!started.ok) throw new Error(started.code)
  const board = started.value
  const { store, sessions, ids, clock } = board.deps
  const origin = `http://127.0.0.1:${board.deskPort}`
  const person = async (name: string, roles: readonly ('HANDLER' | 'REVIEWER' | 'SECRECY_REVIEWER')[]) => {
    const known = store.read.office.accountByName(name)
    const id = known?.id ?? ids.next()
    if (!known) {
      store.tx((write) =>
        write.office.insertAccount({
          id,
          name,
          roles,
          passwordHash: '!',
          disabled: false,
          createdAt: clock.now(),
        }),
      )
    }
    const client = new DeskClient(fetch, origin)
    await client.raw('GET', `/open?key=${board.launchSecret}`)
    client.setCookie(SESSION_COOKIE, sessions.open(id).token)
    return client
  }
  const handler = await person('周敏', ['HANDLER'])
  const reviewer = await person('韩立', ['REVIEWER'])
  const secrecyReviewer = await person('王芳', ['SECRECY_REVIEWER'])
  const [item] = store.read.catalogue.find('', 1)
  const milliseconds: number[] = []
  for (let round = 0; round < times; round++) {
    const created = await handler.post<NoticeDetail>('/api/desk/notices', {})
    const { id, draft } = created.body
    const saved = await handler.json<SavedDraft>('PUT', `/api/desk/notices/${id}/draft`, {
      revision: draft.revision,
      content: {
        ...draft.content,
        title: `测速通知第${round}号`,
        body: paragraphs(...Array.from({ length: 13 }, () => PARAGRAPH)),
        catalogueItemId: item?.id ?? null,
      },
    })
    const submitted = await handler.post<NoticeDetail>(`/api/desk/notices/${id}/submit`, {
      revision: saved.body.revision,
    })
    const submissionHash = submitted.body.submission?.hash
    for (const [client, kind] of [
      [reviewer, 'REVIEW'],
      [secrecyReviewer, 'SECRECY_REVIEW'],
    ] as const) {
      await client.post(`/api/desk/notices/${id}/decisions`, {
        kind,
        decision: 'APPROVED',
        reason: '',
        submissionHash,
      })
    }
    const from = performance.now()
    const published = await handler.post<NoticeDetail>(`/api/desk/notices/${id}/publish`, { submissionHash })
    milliseconds.push(performance.now() - from)
    if (published.status !== 200) throw new Error(JSON.stringify(published.body))
  }
  await board.close()
  return spreadOf(milliseconds)
}
