import type { MatterEntry } from '../../domain/matter/matter-entry.ts'
import type { MatterRole } from '../../domain/matter/matter-notice.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import { planConsultation } from '../matter/consultations.ts'
import { addMatterFile, enterStep, openMatter } from '../matter/keep-matter.ts'
import { addMatterNotice } from '../matter/matter-notices.ts'
import { answerOpinion, enterOpinion, mergeOpinions } from '../matter/opinions.ts'
import { must } from './must.ts'
import { FINISHED_MATTER, type SampleMatter, type SampleOpinion } from './sample-matters.ts'
import { sampleBody } from './sample-notice.ts'
import { sampleSlip } from './sample-slip.ts'
import type { Story } from './story.ts'

const EMPTY_STEP = {
  ...{ heading: '', text: '', measure: '' },
  ...{ result: null, workdays: null, noticeId: null, fileId: null, voids: null },
} as const

/** One matter of the sample office in work. */
export class StoryMatter {
  readonly #story: Story
  readonly #matter: SampleMatter
  readonly #opinions: string[] = []
  #id = ''
  #consultationId = ''

  constructor(story: Story, matter: SampleMatter) {
    this.#story = story
    this.#matter = matter
  }

  /** Opens the file with its basis, plans the consultation, and publishes the draft that opens it. */
  async begin(documentDate: string): Promise<void> {
    const { deps, staff } = this.#story
    const { facts, basis, plan, item, text } = this.#matter
    const opened = openMatter(deps, staff.handler, { ...facts, unitId: this.#story.unit(undefined) })
    this.#id = must(opened, facts.title).id
    this.enter({ step: 'BASIS', ...basis })
    const planned = must(planConsultation(deps, staff.handler, this.#id, plan), facts.title)
    this.#consultationId = planned.consultations[0]?.id ?? ''
    const catalogueItemId = this.#story.item(item)
    await this.publish('DRAFT', { catalogueItemId, body: sampleBody(text), documentDate })
  }

  /** Enters a step into the file. */
  enter(step: Pick<MatterEntry, 'step' | 'on'> & Partial<MatterEntry>): void {
    const { deps, staff } = this.#story
    this.#story.pass(10)
    must(enterStep(deps, staff.handler, this.#id, { ...EMPTY_STEP, ...step }), this.#matter.facts.title)
  }

  /** Keeps a file of the matter, as far as a sample needs one; gives its id. */
  async keepFile(name: string): Promise<string> {
    const { deps, staff } = this.#story
    const file = { name, bytes: await sampleSlip() }
    return must(await addMatterFile(deps, staff.handler, this.#id, file), name).id
  }

  /** Begins a notice of the matter and takes it through its reviews to the board. */
  async publish(role: MatterRole, change: Partial<DraftContent>): Promise<void> {
    const { deps, staff } = this.#story
    const input = { role, noticeId: null }
    const { noticeId } = must(addMatterNotice(deps, staff.handler, this.#id, input), role)
    this.#story.pass(20)
    this.#story.save(noticeId, change)
    const title = deps.store.read.notice.byId(noticeId)?.content.title ?? ''
    this.#story.rememberNotice(title, noticeId)
    await this.#story.publish({ title }, noticeId)
  }

  /** Types an opinion in, merges it with the one that says the same, or answers it. */
  take({ answer, sameAs, ...entry }: SampleOpinion): void {
    const { deps, staff } = this.#story
    const opinion = { ...entry, contact: '' }
    const { id } = must(enterOpinion(deps, staff.handler, this.#consultationId, opinion), entry.text)
    this.#opinions.push(id)
    this.#story.pass(8)
    if (answer) must(answerOpinion(deps, staff.handler, id, answer), entry.text)
    if (sameAs === undefined) return
    const into = this.#opinions[sameAs - 1] ?? ''
    must(mergeOpinions(deps, staff.handler, into, [id]), entry.text)
  }
}

/**
 * Legality review, feedback, meeting and decision of the matter that is finished, each on its day.
 * @example FINISHING.map(({ day }) => day)[0] // '2026-07-02'
 */
export const FINISHING: readonly {
  readonly day: string
  readonly run: (matter: StoryMatter) => Promise<void> | void
}[] = [
  {
    day: '2026-07-02',
    run: (matter) => {
      const asked = { step: 'LEGALITY_REQUEST', on: '2026-07-02', workdays: 7 } as const
      matter.enter({ ...asked, heading: '示例县司法局云溪司法所' })
    },
  },
  { day: '2026-07-08', run: (matter) => matter.publish('ADOPTION', { documentDate: '2026-07-08' }) },
  {
    day: '2026-07-10',
    run: async (matter) => {
      const fileId = await matter.keepFile('合法性审查意见书.pdf')
      matter.enter({ step: 'LEGALITY_RESULT', on: '2026-07-10', result: 'LAWFUL', fileId })
    },
  },
  {
    day: '2026-07-13',
    run: (matter) => {
      const text = '会议同意修改后的方案，由经济发展和财政办公室组织实施。'
      matter.enter({ step: 'MEETING', on: '2026-07-13', heading: '镇长办公会议', text })
    },
  },
  {
    day: '2026-07-15',
    run: (matter) => {
      const { number, decided, text, replaced } = FINISHED_MATTER
      const final = replaced.reduce((so, [from, to]) => so.replace(from, to), text)
      return matter.publish('DECISION', {
        title: '云溪镇人民政府关于实施集镇农贸市场搬迁改造的决定',
        documentNumber: number,
        documentDate: '2026-07-14',
        body: sampleBody(decided + final),
      })
    },
  },
]
