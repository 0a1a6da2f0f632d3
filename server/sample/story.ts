import { Temporal } from 'temporal-polyfill'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import { INTERPRETATION_ELEMENTS } from '../../domain/notice/placement.ts'
import { TOWNSHIP_UNIT_ID } from '../../domain/office/unit.ts'
import type { Deps } from '../deps.ts'
import { keepDuties } from '../duty/keep-duties.ts'
import { exportPackage } from '../exchange/export-package.ts'
import { attachFile } from '../notice/attach-file.ts'
import { decideNotice } from '../notice/decide-notice.ts'
import { createNotice, saveDraft } from '../notice/edit-notice.ts'
import { placeNotice } from '../notice/place-notice.ts'
import { publishNotice } from '../notice/publish-notice.ts'
import { submitNotice } from '../notice/submit-notice.ts'
import { reviseNotice, withdrawNotice } from '../notice/withdraw-notice.ts'
import { must } from './must.ts'
import { sampleBody, type SampleNotice } from './sample-notice.ts'
import type { SampleStaff } from './sample-staff.ts'
import { sampleWorkbook } from './sample-workbook.ts'
import type { StoryClock } from './story-clock.ts'

/** The sample office at work: every step is a procedure of the desk, done by the person whose task it is. */
export class Story {
  readonly deps: Deps
  readonly staff: SampleStaff
  readonly #clock: StoryClock
  readonly #notices = new Map<string, string>()
  readonly #events = new Map<string, string>()
  #month = ''

  constructor(deps: Deps, clock: StoryClock, staff: SampleStaff) {
    this.deps = deps
    this.#clock = clock
    this.staff = staff
  }

  /** Goes on to nine in the morning of a day, unless it is later on that day already; a new month brings its duties. */
  async morningOf(day: string): Promise<void> {
    const morning = Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: 'Asia/Shanghai', plainTime: '09:00' })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' })
    if (morning > this.#clock.now()) this.#clock.set(morning)
    else this.pass(5)
    if (day.slice(0, 7) === this.#month) return
    this.#month = day.slice(0, 7)
    await keepDuties(this.deps.store, { now: this.#clock.now() })
  }

  /** Lets some minutes go by. */
  pass(minutes: number): void {
    const next = Temporal.Instant.from(this.#clock.now()).add({ minutes })
    this.#clock.set(next.toString({ smallestUnit: 'millisecond' }))
  }

  /** Id of a unit by its name; without one, of the township. */
  unit(name: string | undefined): string {
    if (name === undefined) return TOWNSHIP_UNIT_ID
    const unit = this.deps.store.read.unit.list().find((one) => one.name === name)
    if (!unit) throw new Error(`no unit ${name}`)
    return unit.id
  }

  /** Id of an item of the catalogues in use by its name. */
  item(name: string): string {
    const found = this.deps.store.read.catalogue.find(name, 20).find((one) => one.itemLevel2 === name)
    if (!found) throw new Error(`no catalogue item ${name}`)
    return found.id
  }

  /** Remembers the duty an event has started, by the words it was entered with. */
  rememberEvent(event: string, dutyId: string): void {
    this.#events.set(event, dutyId)
  }

  async write(notice: SampleNotice): Promise<string> {
    const { handler } = this.staff
    const start = {
      catalogueItemId: this.item(notice.item),
      unitId: this.unit(notice.unit),
      dutyId: notice.event === undefined ? null : this.#idIn(this.#events, notice.event),
      interpretsNoticeId:
        notice.interprets === undefined ? null : this.#idIn(this.#notices, notice.interprets),
    }
    const id = must(createNotice(this.deps, handler, start), notice.title)
    this.#notices.set(notice.title, id)
    if (notice.workbook) {
      const bytes = await sampleWorkbook(notice.workbook.rows)
      const file = { name: notice.workbook.name, bytes, role: 'ATTACHMENT' as const }
      must(await attachFile(this.deps, handler, id, file), notice.workbook.name)
    }
    this.pass(12)
    this.#save(id, {
      title: notice.title,
      body: sampleBody(notice.text),
      noticeKind: notice.kind,
      documentNumber: notice.number ?? '',
      documentDate: notice.date,
      addressee: notice.addressee ?? '',
      signature: notice.signature ?? '',
    })
    this.#place(id, notice)
    return id
  }

  submit(id: string, notice: Pick<SampleNotice, 'title'>): string {
    this.pass(3)
    const revision = this.deps.store.read.notice.byId(id)?.revision ?? 0
    return must(submitNotice(this.deps, this.staff.handler, id, { revision }), notice.title)
  }

  publish(notice: Pick<SampleNotice, 'title'>, id: string): void {
    const { reviewer, secrecyReviewer, handler } = this.staff
    const submissionHash = this.submit(id, notice)
    const approve = { decision: 'APPROVED', reason: '', submissionHash } as const
    this.pass(9)
    must(decideNotice(this.deps, reviewer, id, { ...approve, kind: 'REVIEW' }), notice.title)
    this.pass(7)
    must(decideNotice(this.deps, secrecyReviewer, id, { ...approve, kind: 'SECRECY_REVIEW' }), notice.title)
    this.pass(4)
    must(publishNotice(this.deps, handler, id, { submissionHash }), notice.title)
  }

  publishAgain(title: string, text: string, documentDate: string): void {
    const id = this.#idIn(this.#notices, title)
    must(reviseNotice(this.deps, this.staff.handler, id), title)
    this.#save(id, { body: sampleBody(text), documentDate })
    this.publish({ title }, id)
  }

  withdraw(title: string, note: string): void {
    const input = { reason: 'EXPIRED', note, hideTitle: false } as const
    must(withdrawNotice(this.deps, this.staff.handler, this.#idIn(this.#notices, title), input), title)
  }

  returnNotice(id: string, notice: { readonly title: string; readonly reason: string }): void {
    const submissionHash = this.submit(id, notice)
    this.pass(25)
    const decision = { kind: 'REVIEW', decision: 'RETURNED', reason: notice.reason, submissionHash } as const
    must(decideNotice(this.deps, this.staff.reviewer, id, decision), notice.title)
  }

  async exportPackage(): Promise<void> {
    must(await exportPackage(this.deps, this.staff.handler), '报送包')
  }

  #place(id: string, notice: SampleNotice): void {
    if (notice.policyPlan === undefined && notice.interprets === undefined) return
    const { read } = this.deps.store
    const placed = read.placement.of(id)
    const elements = Object.fromEntries(
      INTERPRETATION_ELEMENTS.map((element) => [element, 'COVERED'] as const),
    )
    const placement: NoticePlacement = {
      ...placed,
      policy: notice.policyPlan === undefined ? null : { interpretation: 'PLANNED', plan: notice.policyPlan },
      interpretation: placed.interpretation && { ...placed.interpretation, elements },
    }
    const revision = read.notice.byId(id)?.revision ?? 0
    must(placeNotice(this.deps, this.staff.handler, id, { revision, placement }), notice.title)
  }

  #save(id: string, change: Partial<Parameters<typeof saveDraft>[3]['content']>): void {
    const stored = this.deps.store.read.notice.byId(id)
    if (!stored) throw new Error('the notice was just made')
    const content = { ...stored.content, ...change }
    must(saveDraft(this.deps, this.staff.handler, id, { revision: stored.revision, content }), content.title)
  }

  #idIn(known: ReadonlyMap<string, string>, name: string): string {
    const id = known.get(name)
    if (id === undefined) throw new Error(`nothing is known of ${name}`)
    return id
  }
}
