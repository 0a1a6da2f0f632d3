import { Buffer } from 'node:buffer'
import { Temporal } from 'temporal-polyfill'
import type { Result } from '../../domain/refusal.ts'
import { importCatalogue } from '../catalogue/procedures.ts'
import type { Deps } from '../deps.ts'
import { exportPackage } from '../exchange/export-package.ts'
import { attachFile } from '../notice/attach-file.ts'
import { decideNotice } from '../notice/decide-notice.ts'
import { createNotice, saveDraft } from '../notice/edit-notice.ts'
import { publishNotice } from '../notice/publish-notice.ts'
import { submitNotice } from '../notice/submit-notice.ts'
import { reviseNotice, withdrawNotice } from '../notice/withdraw-notice.ts'
import { setOwnPassword } from '../office/own-password.ts'
import { addPerson } from '../office/people.ts'
import { setUp } from '../office/set-up.ts'
import type { Principal } from '../principal.ts'
import { SAMPLE_CATALOGUES } from './catalogues.ts'
import { AFFAIRS } from './notices-affairs.ts'
import { FINANCE } from './notices-finance.ts'
import { GUIDE_TEXTS, GUIDE_TITLE, PEOPLE_NOTICES } from './notices-people.ts'
import { SAFETY } from './notices-safety.ts'
import { DRAFTS, IN_REVIEW, RETURNED, WITHDRAWN } from './notices-unfinished.ts'
import { VILLAGE_NOTICES } from './notices-village.ts'
import { sampleBody, type SampleNotice } from './sample-notice.ts'
import { SAMPLE_ADMINISTRATOR, SAMPLE_OFFICE, SAMPLE_PASSWORD, SAMPLE_PEOPLE } from './sample-office.ts'
import { sampleWorkbook } from './sample-workbook.ts'
import type { StoryClock } from './story-clock.ts'

type Staff = {
  readonly handler: Principal
  readonly reviewer: Principal
  readonly secrecyReviewer: Principal
}

/** One thing that happens on a day. */
type Step = { readonly day: string; readonly run: (story: Story) => Promise<void> | void }

// What the administrator hands out; everybody sets the own password at once, as at the desk.
const GIVEN_PASSWORD = 'sample-given-2026'

/** The sample texts are ours: what the product refuses in them is a mistake in them, not an answer for the user. */
function must<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`${what}: ${result.code} ${JSON.stringify(result.params)}`)
  return result.value
}

/**
 * Lets the sample office live through its year: sets it up, imports its catalogues and takes every notice through
 * draft, both reviews and publication on its day. Gives the number of notices that stand published at the end.
 * @example await fillSampleOffice(deps, clock) // 28
 */
export async function fillSampleOffice(deps: Deps, clock: StoryClock): Promise<number> {
  const story = new Story(deps, clock, await hireStaff(deps))
  await story.importCatalogues()
  const published = [...AFFAIRS, ...FINANCE, ...PEOPLE_NOTICES, ...SAFETY, ...VILLAGE_NOTICES]
  const steps: Step[] = [
    ...[...published, WITHDRAWN].map((notice) => ({
      day: notice.day,
      run: async (one: Story) => one.publish(notice, await one.write(notice)),
    })),
    { day: '2026-08-20', run: (one) => one.withdraw(WITHDRAWN.title, '管制期已结束，道路恢复通行。') },
    { day: '2026-09-01', run: (one) => one.publishAgain(GUIDE_TITLE, GUIDE_TEXTS.second, '2026-08-31') },
    { day: '2026-10-30', run: (one) => one.exportPackage() },
    { day: RETURNED.day, run: async (one) => one.returnNotice(await one.write(RETURNED), RETURNED) },
    { day: IN_REVIEW.day, run: async (one) => void one.submit(await one.write(IN_REVIEW), IN_REVIEW) },
    ...DRAFTS.map((notice) => ({
      day: notice.day,
      run: async (one: Story) => void (await one.write(notice)),
    })),
  ]
  // A stable sort keeps what is written first on a day first.
  for (const step of steps.toSorted((a, b) => a.day.localeCompare(b.day))) {
    story.morningOf(step.day)
    await step.run(story)
  }
  return deps.store.read.public.total(null)
}

async function hireStaff(deps: Deps): Promise<Staff> {
  const administrator = must(
    await setUp(deps, {
      office: SAMPLE_OFFICE,
      administrator: { name: SAMPLE_ADMINISTRATOR, password: SAMPLE_PASSWORD, roles: [] },
    }),
    SAMPLE_OFFICE.name,
  )
  const staff: Principal[] = []
  for (const { name, roles } of SAMPLE_PEOPLE) {
    const added = must(await addPerson(deps, administrator, { name, roles, password: GIVEN_PASSWORD }), name)
    const own = { old: GIVEN_PASSWORD, new: SAMPLE_PASSWORD }
    must(await setOwnPassword(deps, new Map(), added.id, own), name)
    staff.push({ id: added.id, name, roles })
  }
  const [handler, reviewer, secrecyReviewer] = staff
  if (!handler || !reviewer || !secrecyReviewer)
    throw new Error('the sample office has three people at least')
  return { handler, reviewer, secrecyReviewer }
}

/** The office at work: every step is a procedure of the desk, done by the person whose task it is. */
class Story {
  readonly #deps: Deps
  readonly #clock: StoryClock
  readonly #staff: Staff
  readonly #items = new Map<string, string>()
  readonly #ids = new Map<string, string>()

  constructor(deps: Deps, clock: StoryClock, staff: Staff) {
    this.#deps = deps
    this.#clock = clock
    this.#staff = staff
  }

  async importCatalogues(): Promise<void> {
    const { handler } = this.#staff
    for (const { fileName, csv } of SAMPLE_CATALOGUES) {
      this.#pass(10)
      must(
        await importCatalogue(this.#deps, handler, { fileName, bytes: Buffer.from(csv, 'utf8') }),
        fileName,
      )
    }
    const { catalogue } = this.#deps.store.read
    for (const { id } of catalogue.list()) {
      for (const item of catalogue.items(id)) this.#items.set(item.itemLevel2, item.id)
    }
  }

  /** Goes on to nine in the morning of a day, unless it is later on that day already. */
  morningOf(day: string): void {
    const morning = Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:00' })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' })
    if (morning > this.#clock.now()) this.#clock.set(morning)
    else this.#pass(5)
  }

  #pass(minutes: number): void {
    const next = Temporal.Instant.from(this.#clock.now()).add({ minutes })
    this.#clock.set(next.toString({ smallestUnit: 'millisecond' }))
  }

  async write(notice: SampleNotice): Promise<string> {
    const { handler } = this.#staff
    const catalogueItemId = this.#items.get(notice.item)
    if (catalogueItemId === undefined) throw new Error(`no catalogue item ${notice.item}`)
    const id = must(createNotice(this.#deps, handler, { catalogueItemId }), notice.title)
    this.#ids.set(notice.title, id)
    if (notice.workbook) {
      const bytes = await sampleWorkbook(notice.workbook.rows)
      const file = { name: notice.workbook.name, bytes, role: 'ATTACHMENT' as const }
      must(await attachFile(this.#deps, handler, id, file), notice.workbook.name)
    }
    this.#pass(12)
    this.#save(id, {
      title: notice.title,
      body: sampleBody(notice.text),
      noticeKind: notice.kind,
      documentNumber: notice.number ?? '',
      documentDate: notice.date,
      addressee: notice.addressee ?? '',
      signature: notice.signature ?? '',
    })
    return id
  }

  #save(id: string, change: Partial<Parameters<typeof saveDraft>[3]['content']>): void {
    const stored = this.#deps.store.read.notice.byId(id)
    if (!stored) throw new Error('the notice was just made')
    const content = { ...stored.content, ...change }
    must(
      saveDraft(this.#deps, this.#staff.handler, id, { revision: stored.revision, content }),
      content.title,
    )
  }

  submit(id: string, notice: Pick<SampleNotice, 'title'>): string {
    this.#pass(3)
    const revision = this.#deps.store.read.notice.byId(id)?.revision ?? 0
    return must(submitNotice(this.#deps, this.#staff.handler, id, { revision }), notice.title)
  }

  publish(notice: Pick<SampleNotice, 'title'>, id: string): void {
    const { reviewer, secrecyReviewer, handler } = this.#staff
    const submissionHash = this.submit(id, notice)
    const approve = { decision: 'APPROVED', reason: '', submissionHash } as const
    this.#pass(9)
    must(decideNotice(this.#deps, reviewer, id, { ...approve, kind: 'REVIEW' }), notice.title)
    this.#pass(7)
    must(decideNotice(this.#deps, secrecyReviewer, id, { ...approve, kind: 'SECRECY_REVIEW' }), notice.title)
    this.#pass(4)
    must(publishNotice(this.#deps, handler, id, { submissionHash }), notice.title)
  }

  publishAgain(title: string, text: string, documentDate: string): void {
    const id = this.#idOf(title)
    must(reviseNotice(this.#deps, this.#staff.handler, id), title)
    this.#save(id, { body: sampleBody(text), documentDate })
    this.publish({ title }, id)
  }

  withdraw(title: string, note: string): void {
    const input = { reason: 'EXPIRED', note, hideTitle: false } as const
    must(withdrawNotice(this.#deps, this.#staff.handler, this.#idOf(title), input), title)
  }

  returnNotice(id: string, notice: { readonly title: string; readonly reason: string }): void {
    const submissionHash = this.submit(id, notice)
    this.#pass(25)
    const decision = { kind: 'REVIEW', decision: 'RETURNED', reason: notice.reason, submissionHash } as const
    must(decideNotice(this.#deps, this.#staff.reviewer, id, decision), notice.title)
  }

  async exportPackage(): Promise<void> {
    must(await exportPackage(this.#deps, this.#staff.handler), '报送包')
  }

  #idOf(title: string): string {
    return this.#ids.get(title) ?? ''
  }
}
