import { writeSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { pino } from 'pino'
import type { NoticeState } from '../../domain/notice/notice-state.ts'
import type { Result } from '../../domain/refusal.ts'
import { civilDateOf, systemClock } from '../../platform/clock.ts'
import { createDeps } from '../../server/create-deps.ts'
import { archiveNotice } from '../../server/notice/archive/archive-notice.ts'
import { continueBatch, startBatch } from '../../server/notice/batch/publish-batch.ts'
import { decideNotice } from '../../server/notice/decide-notice.ts'
import { createNotice, saveDraft } from '../../server/notice/edit-notice.ts'
import { openEmergency } from '../../server/notice/emergency/open-emergency.ts'
import { publishEmergency } from '../../server/notice/emergency/publish-emergency.ts'
import { publishNotice } from '../../server/notice/publish-notice.ts'
import { decideAfterTheFact } from '../../server/notice/review/after-the-fact.ts'
import { answerReferral, referNotice } from '../../server/notice/review/referral.ts'
import { addRemark } from '../../server/notice/review/remarks.ts'
import { scheduleNotice } from '../../server/notice/schedule/schedule-notice.ts'
import { runTimetable } from '../../server/notice/schedule/timetable.ts'
import { recallNotice, submitNotice } from '../../server/notice/submit-notice.ts'
import { reviseNotice, withdrawNotice } from '../../server/notice/withdraw-notice.ts'
import type { Principal } from '../../server/principal.ts'
import { seededRandom } from '../support/kill-random.ts'
import { paragraphs } from '../support/publish-flow.ts'
import { PEOPLE } from './approved-notices.ts'

/**
 * Lives through the work of an office over a data folder, step after step as chance has it, and says each step only when it
 * is done. Killed at any moment by kill-workflow.test.ts.
 */
const [dataFolder = '', seed = '1'] = process.argv.slice(2)
// It is written at the end of a process otherwise, and these do not get there.
flushCompileCache()
writeSync(1, 'ready\n')

const handler: Principal = { id: PEOPLE.handler, name: '周敏', roles: ['HANDLER'] }
const reviewer: Principal = { id: PEOPLE.reviewer, name: '韩立', roles: ['REVIEWER'] }
const secrecyReviewer: Principal = { id: PEOPLE.secrecyReviewer, name: '王芳', roles: ['SECRECY_REVIEWER'] }
const GIVERS = { REVIEW: reviewer, SECRECY_REVIEW: secrecyReviewer } as const

process.stdin.once('data', () => {
  void live()
})

async function live(): Promise<void> {
  // A minute passes in sixty milliseconds, so that what is set for the next one comes due; it goes on where the last died.
  let begins = Date.parse('2026-11-20T01:00:00.000Z')
  const passed = systemClock().elapsed
  const clock = { now: () => new Date(begins + Math.floor(passed()) * 1000).toISOString(), elapsed: passed }
  const created = createDeps(dataFolder, { clock, logger: pino({ level: 'silent' }) })
  if (!created.ok) throw new Error(created.code)
  const deps = created.value
  const { read } = deps.store
  begins =
    Math.max(begins, Date.parse(read.audit.latestInstant() ?? '') || 0) - Math.floor(passed()) * 1000 + 1000
  const random = seededRandom(Number(seed))
  const chance = (of: number) => random() < of
  const soon = (minutes: number) =>
    `${new Date(Date.parse(deps.clock.now()) + minutes * 60_000).toISOString().slice(0, 16)}:00.000Z`
  const said = <T>(what: string, result: Result<T>): void => {
    if (!result.ok) throw new Error(`${what}: ${result.code}`)
    writeSync(1, `ok ${what}\n`)
  }
  const one = (state: NoticeState) => {
    const page = read.notice.page({ state, words: '' }, null, 20)
    return page[Math.floor(random() * page.length)]
  }
  const write = (id: string) => {
    const notice = read.notice.byId(id)
    if (!notice) throw new Error('written before')
    const text = `因线路检修停电。第${Math.floor(random() * 1e6)}号。`
    const change =
      read.edition.ofNotice(id).length > 0 ? ({ kind: 'UPDATE', note: '时间调整' } as const) : null
    const content = {
      ...notice.content,
      ...{ title: '关于停电检修的通知', body: paragraphs(text), catalogueItemId: 'item', change },
      expiresAt: chance(0.1) ? soon(3) : null,
    }
    // A time so near may have come before it is handed in: then it stays as it is.
    said(`save ${id}`, saveDraft(deps, handler, id, { revision: notice.revision, content }))
  }

  const steps: Readonly<Record<string, () => void | Promise<void>>> = {
    begin: () => {
      const begun = createNotice(deps, handler, { catalogueItemId: 'item' })
      said(`begin ${begun.ok ? begun.value : ''}`, begun)
      if (begun.ok) write(begun.value)
    },
    submit: () => {
      const notice = one(chance(0.8) ? 'DRAFT' : 'RETURNED')
      if (!notice) return
      // Killed between two steps, a draft may be without what the second would have given it.
      const { title, catalogueItemId } = notice.content
      if (notice.state === 'RETURNED' || title === '' || catalogueItemId === null) write(notice.id)
      const { revision, content } = read.notice.byId(notice.id) ?? notice
      if (content.expiresAt !== null && content.expiresAt <= soon(1)) return write(notice.id)
      const submitted = submitNotice(deps, handler, notice.id, { revision })
      if (!submitted.ok && submitted.code === 'notice.expires-past') return
      if (!submitted.ok && submitted.code === 'notice.change-note-required') return write(notice.id)
      said(`submit ${notice.id} ${submitted.ok ? submitted.value : ''}`, submitted)
    },
    decide: () => {
      const notice = one('IN_REVIEW')
      const submission = notice && read.submission.open(notice.id)
      if (!submission) return
      const given = read.submission.decisions([submission.id]).map(({ kind }) => kind)
      const kind = (['REVIEW', 'SECRECY_REVIEW'] as const).find((candidate) => !given.includes(candidate))
      if (!kind) return
      const submissionHash = submission.hash
      if (chance(0.1)) {
        const place = { part: 'TITLE' } as const
        const remark = { submissionHash, place, quote: '停电', text: '写明时间' }
        said(`remark ${notice.id}`, addRemark(deps, GIVERS[kind], notice.id, remark))
      }
      if (chance(0.05)) {
        const referral = { submissionHash, referredTo: '县政务公开办', question: '可否公开' }
        return said(`refer ${notice.id}`, referNotice(deps, GIVERS[kind], notice.id, referral))
      }
      const decision: 'APPROVED' | 'RETURNED' = chance(0.9) ? 'APPROVED' : 'RETURNED'
      const input = {
        ...{ kind, decision, submissionHash },
        reason: '写明时间',
        unreadAcknowledged: true,
      } as const
      said(`decide ${notice.id} ${kind}`, decideNotice(deps, GIVERS[kind], notice.id, input))
    },
    next: () => {
      const notice = one(chance(0.5) ? 'IN_REVIEW' : 'APPROVED')
      if (notice) write(notice.id)
    },
    recall: () => {
      const notice = one('IN_REVIEW')
      if (notice) said(`recall ${notice.id}`, recallNotice(deps, handler, notice.id))
    },
    answer: async () => {
      const notice = one('REFERRED')
      if (!notice) return
      const answeredOn = civilDateOf(deps.clock.now())
      const answer = {
        result: 'ALLOWED',
        text: '可以公开',
        answeredBy: '县政务公开办',
        answeredOn,
        file: null,
      } as const
      said(`answer ${notice.id}`, await answerReferral(deps, reviewer, notice.id, answer))
    },
    publish: () => {
      const notice = one('APPROVED')
      const submissionHash = notice && read.submission.open(notice.id)?.hash
      if (!notice || submissionHash === undefined) return
      const published = publishNotice(deps, handler, notice.id, { submissionHash })
      if (!published.ok && published.code === 'notice.expires-past') {
        return said(`recall ${notice.id}`, recallNotice(deps, handler, notice.id))
      }
      said(`publish ${notice.id} ${published.ok ? published.value.indexNumber : ''}`, published)
    },
    batch: () => {
      const page = read.notice.page({ state: 'APPROVED', words: '' }, null, 7)
      const items = page
        .filter(({ id }) => (read.submission.open(id)?.content ?? '').includes('"expiresAt"') === false)
        .map(({ id }) => ({ id, submissionHash: read.submission.open(id)?.hash ?? '' }))
      const batch = items.length === 0 ? null : startBatch(deps, handler, items)
      if (!batch?.ok) return
      for (const { id } of items) {
        const done = continueBatch(deps, handler, batch.value.id, { noticeId: id })
        if (done.ok) said(`publish ${id} ${read.notice.byId(id)?.indexNumber ?? ''}`, done)
      }
    },
    schedule: () => {
      const notice = one('APPROVED')
      const submission = notice && read.submission.open(notice.id)
      if (!submission || submission.content.includes('"expiresAt"')) return
      const input = { submissionHash: submission.hash, publishAt: soon(2) }
      const scheduled = scheduleNotice(deps, handler, notice.id, input)
      // Minutes are short here: on a busy machine the one asked for may be over before it is set.
      if (!scheduled.ok && scheduled.code === 'notice.schedule-time-invalid') return
      said(`schedule ${notice.id}`, scheduled)
    },
    timetable: async () => {
      await runTimetable(deps)
    },
    revise: () => {
      const notice = one(chance(0.7) ? 'PUBLISHED' : 'WITHDRAWN')
      if (!notice) return
      said(`revise ${notice.id}`, reviseNotice(deps, handler, notice.id))
      write(notice.id)
    },
    withdraw: () => {
      const notice = one('PUBLISHED')
      if (!notice) return
      const input = { reason: 'PUBLISHED_IN_ERROR', note: '附表有误', hideTitle: false } as const
      const withdrawn = withdrawNotice(deps, reviewer, notice.id, input)
      said(`withdraw ${notice.id}`, withdrawn)
    },
    archive: () => {
      const notice = one('WITHDRAWN')
      if (!notice) return
      said(
        `archive ${notice.id}`,
        archiveNotice(deps, handler, notice.id, { action: 'ARCHIVE', reason: '到期' }),
      )
    },
    emergency: () => {
      const opening = {
        kind: 'RAINSTORM',
        event: '暴雨',
        unitId: 'township',
        itemId: null,
        startedAt: null,
      } as const
      const opened = openEmergency(deps, handler, opening)
      said(`emergency ${opened.ok ? opened.value : ''}`, opened)
      if (!opened.ok) return
      const mark = { level: null, issuer: '', issuedAt: null, takeoverUntil: soon(600) } as const
      const word = {
        title: '暴雨紧急通告',
        body: paragraphs('请转移避险。'),
        mark,
        reason: '值班',
        clockConfirmed: false,
        screenIds: null,
      }
      const published = publishEmergency(deps, handler, opened.value, word)
      const value = published.ok ? `${published.value.noticeId} ${published.value.indexNumber}` : ''
      said(`publish ${value}`, published)
      if (!published.ok || chance(0.5)) return
      const { noticeId, hash } = published.value
      const input = { kind: 'REVIEW', decision: 'APPROVED', reason: '', submissionHash: hash } as const
      said(`after ${noticeId}`, decideAfterTheFact(deps, reviewer, noticeId, input))
    },
  }
  const order = [
    ...[
      'begin',
      'begin',
      'submit',
      'submit',
      'submit',
      'decide',
      'decide',
      'decide',
      'decide',
      'decide',
      'publish',
    ],
    ...[
      'publish',
      'batch',
      'schedule',
      'timetable',
      'timetable',
      'revise',
      'withdraw',
      'next',
      'recall',
      'answer',
      'archive',
      'emergency',
    ],
  ]
  // Until the test has had enough.
  for (;;) {
    const step = steps[order[Math.floor(random() * order.length)] ?? '']
    await step?.()
  }
}
