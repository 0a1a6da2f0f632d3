import { Temporal } from 'temporal-polyfill'
import type { NoticeChange } from '../../domain/notice/change.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import type { NoticePlacement } from '../../domain/notice/placement.ts'
import { INTERPRETATION_ELEMENTS } from '../../domain/notice/placement.ts'
import { TOWNSHIP_UNIT_ID } from '../../domain/office/unit.ts'
import type { Deps } from '../deps.ts'
import { keepDuties } from '../duty/keep-duties.ts'
import { exportPackage } from '../exchange/export-package.ts'
import { attachFile } from '../notice/attach-file.ts'
import { createNotice, saveDraft } from '../notice/edit-notice.ts'
import { placeNotice } from '../notice/place-notice.ts'
import { publishNotice } from '../notice/publish-notice.ts'
import { submitNotice } from '../notice/submit-notice.ts'
import { reviseNotice, type WithdrawalInput, withdrawNotice } from '../notice/withdraw-notice.ts'
import { must } from './must.ts'
import { sampleBody, type SampleNotice } from './sample-notice.ts'
import { approveAll } from './story-approval.ts'
import { sampleDisplay } from './story-displays.ts'
import type { SampleStaff } from './sample-staff.ts'
import { sampleWorkbook } from './sample-workbook.ts'
import type { StoryClock } from './story-clock.ts'
import { readList, takeLedger } from './story-tables.ts'

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

  /** Goes on to a minute of a day, for what does not wait for office hours. */
  goTo(day: string, time: string): void {
    this.#clock.set(new Date(`${day}T${time}:00+08:00`).toISOString())
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

  /** Id of a notice that was written in this story. */
  noticeId(title: string): string {
    return this.#idIn(this.#notices, title)
  }

  /** Remembers a notice that was begun from something else, by its title. */
  rememberNotice(title: string, id: string): void {
    this.#notices.set(title, id)
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
    this.save(id, {
      title: notice.title,
      // What an accountant's file brings comes first, and the words behind it.
      body: sampleBody(notice.ledger ? '' : notice.text),
      noticeKind: notice.kind,
      documentNumber: notice.number ?? '',
      documentDate: notice.date,
      addressee: notice.addressee ?? '',
      signature: notice.signature ?? '',
      display: sampleDisplay(this, notice),
      ...notice.fields,
    })
    if (notice.ledger) await takeLedger(this, id, notice)
    if (notice.list) await readList(this, id, notice.list)
    this.#place(id, notice)
    return id
  }

  submit(id: string, notice: Pick<SampleNotice, 'title'>): string {
    this.pass(3)
    const revision = this.deps.store.read.notice.byId(id)?.revision ?? 0
    return must(submitNotice(this.deps, this.staff.handler, id, { revision }), notice.title)
  }

  async publish(notice: Pick<SampleNotice, 'title'>, id: string): Promise<void> {
    const submissionHash = this.submit(id, notice)
    await approveAll(this, id, notice.title)
    this.pass(4)
    must(publishNotice(this.deps, this.staff.handler, id, { submissionHash }), notice.title)
  }

  /** Publishes a next edition of a notice that hangs. */
  async publishAgain(title: string, change: NoticeChange, content: Partial<DraftContent>): Promise<void> {
    const id = this.#idIn(this.#notices, title)
    must(reviseNotice(this.deps, this.staff.handler, id), title)
    this.save(id, { ...content, change })
    await this.publish({ title }, id)
  }

  withdraw(title: string, input: Omit<WithdrawalInput, 'hideTitle'>): void {
    const withdrawal = { ...input, hideTitle: false }
    must(withdrawNotice(this.deps, this.staff.handler, this.#idIn(this.#notices, title), withdrawal), title)
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

  /** Writes into the draft of a notice, over what it says already. */
  save(id: string, change: Partial<DraftContent>): void {
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
