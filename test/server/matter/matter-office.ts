import type { CatalogueItem } from '../../../domain/catalogue/catalogue-item.ts'
import type { DraftContent } from '../../../domain/notice/content.ts'
import type { MatterDetail, OpinionList } from '../../../server/matter/views.ts'
import type { NoticeDetail } from '../../../server/notice/views.ts'
import type { Answer, DeskClient } from '../../support/desk-client.ts'
import { paragraphs, publishDraft } from '../../support/publish-flow.ts'
import { ok, ScenarioOffice } from '../scenarios/scenario-office.ts'

/** What a refused write answers. */
export type Refused = { readonly code: string; readonly params: Readonly<Record<string, unknown>> }

const STEP = {
  ...{ heading: '', text: '', measure: '' },
  ...{ result: null, workdays: null, noticeId: null, fileId: null, voids: null },
}
const PLAN = {
  ...{ opensOn: null, amount: 30, unit: 'day', shorterReason: '' },
  channels: [{ channel: 'PHONE', detail: '0999-6100100' }],
}

/** A township on 30 July 2026 with one matter; the draft goes out on 3 August, opinions can be given until 2 September. */
export class MatterOffice {
  readonly office: ScenarioOffice
  readonly #itemId: string
  matterId = ''
  consultationId = ''

  private constructor(office: ScenarioOffice, item: CatalogueItem | undefined) {
    this.office = office
    this.#itemId = item?.id ?? ''
  }

  static async open(kind: string): Promise<MatterOffice> {
    const office = await ScenarioOffice.open('2026-07-30T01:00:00.000Z')
    const { items } = await office.catalogue(
      '云溪镇政务公开事项目录.csv',
      [['重大决策', '重大行政决策', '自信息形成之日起20个工作日内']],
      ['township'],
    )
    const matters = new MatterOffice(office, items.get('重大行政决策'))
    matters.matterId = await matters.openMatter(kind)
    return matters
  }

  get desk(): DeskClient {
    return this.office.staff.handler
  }

  async openMatter(kind: string): Promise<string> {
    const facts = { unitId: 'township', kind, title: '水源保护办法', target: '', measures: '', owner: '' }
    return ok(await this.desk.post<MatterDetail>('/api/desk/matters', facts)).id
  }

  async matter(): Promise<MatterDetail> {
    return ok(await this.desk.get<MatterDetail>(`/api/desk/matters/${this.matterId}`))
  }

  async plan(): Promise<string> {
    const path = `/api/desk/matters/${this.matterId}/consultations`
    this.consultationId = ok(await this.desk.post<MatterDetail>(path, PLAN)).consultations.at(-1)?.id ?? ''
    return this.consultationId
  }

  /** Plans it anew, as another person may. */
  replan(desk: DeskClient, change: object): Promise<Answer<MatterDetail>> {
    return desk.json('PUT', `/api/desk/consultations/${this.consultationId}`, { ...PLAN, ...change })
  }

  tryBegin(role: string, desk = this.desk): Promise<Answer<{ readonly noticeId: string } & Refused>> {
    return desk.post(`/api/desk/matters/${this.matterId}/notices`, { role, noticeId: null })
  }

  async begin(role: string, desk = this.desk): Promise<string> {
    return ok(await this.tryBegin(role, desk)).noticeId
  }

  /** Fills what a begun notice needs; gives its revision. */
  async fill(id: string, change: Partial<DraftContent>, desk = this.desk): Promise<number> {
    const { draft } = ok(await desk.get<NoticeDetail>(`/api/desk/notices/${id}`))
    const content = { ...draft.content, catalogueItemId: this.#itemId, ...change }
    const path = `/api/desk/notices/${id}/draft`
    const saved = await desk.json<{ revision: number }>('PUT', path, { revision: draft.revision, content })
    return ok(saved).revision
  }

  submit(id: string, revision: number): Promise<Answer<NoticeDetail & Refused>> {
    return this.desk.post(`/api/desk/notices/${id}/submit`, { revision })
  }

  /** Plans the consultation and publishes its draft on 3 August; gives the draft. */
  async consult(): Promise<string> {
    await this.plan()
    await this.office.goTo('2026-08-03T01:00:00.000Z')
    const id = await this.begin('DRAFT')
    const revision = await this.fill(id, { body: paragraphs('草案。'), documentDate: '2026-08-03' })
    await publishDraft(this.office.staff, id, revision)
    return id
  }

  async opinion(text: string, receivedOn: string): Promise<string> {
    const path = `/api/desk/consultations/${this.consultationId}/opinions`
    const entry = { channel: 'PAPER', receivedOn, name: '', contact: '', text }
    return ok(await this.desk.post<{ id: string }>(path, entry)).id
  }

  answer(id: string, result: string, summary = '摘要', desk = this.desk): Promise<Answer<Refused>> {
    return desk.post(`/api/desk/opinions/${id}/answer`, { result, reason: '理由', summary })
  }

  async opinions(): Promise<OpinionList> {
    return ok(await this.desk.get<OpinionList>(`/api/desk/consultations/${this.consultationId}/opinions`))
  }

  enter(entry: object): Promise<Answer<MatterDetail & Refused>> {
    return this.desk.post(`/api/desk/matters/${this.matterId}/entries`, { ...STEP, ...entry })
  }

  /** Enters that the legality review found nothing. */
  async lawful(on: string): Promise<void> {
    const bytes = new TextEncoder().encode('%PDF-1.4\n%%EOF\n')
    const path = `/api/desk/matters/${this.matterId}/files`
    const { id: fileId } = ok(await this.desk.upload<{ id: string }>(path, '审查意见.pdf', bytes))
    ok(await this.enter({ step: 'LEGALITY_RESULT', on, heading: '司法所', result: 'LAWFUL', fileId }))
  }

  withdraw(id: string): Promise<Answer<unknown>> {
    const input = { reason: 'PUBLISHED_IN_ERROR', note: '有误', hideTitle: false }
    return this.desk.post(`/api/desk/notices/${id}/withdraw`, input)
  }
}
