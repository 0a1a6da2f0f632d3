import type { DueAnswer } from '../../../domain/duty/due.ts'
import type { ConsultationPlan } from '../../../domain/voice/consultation.ts'
import type { OpinionAnswer } from '../../../domain/voice/opinion.ts'
import type { OpinionChannel } from '../../../domain/voice/opinion-channel.ts'
import type { MatterEntry } from '../../../domain/matter/matter-entry.ts'
import type { MatterRole } from '../../../domain/matter/matter-notice.ts'
import type { MatterFacts } from '../../../server/matter/keep-matter.ts'
import type { WrittenOpinion } from '../../../server/matter/opinions.ts'
import type {
  MatterCounts,
  MatterDetail,
  MatterOfNotice,
  MatterRow,
  OpinionList,
} from '../../../server/matter/views.ts'
import { api, taken } from '../../shared/api.ts'
import { send, sendForm } from '../../shared/request.ts'

type PlanBody = Parameters<(typeof api.desk.consultations)[':id']['$put']>[0]['json']

const planBody = (plan: ConsultationPlan): PlanBody => ({
  ...plan,
  channels: plan.channels.map(({ channel, detail }) => ({ channel, detail })),
})

/** Every matter. */
export async function getMatters(): Promise<readonly MatterRow[]> {
  return (await taken(api.desk.matters.$get())).items
}

/** What waits in matters. */
export function getMatterCounts(): Promise<MatterCounts> {
  return taken(api.desk['matter-counts'].$get())
}

/** A matter with its file. */
export function getMatterFile(id: string): Promise<MatterDetail> {
  return taken(api.desk.matters[':id'].$get({ param: { id } }))
}

/** Opens a matter. */
export function openMatter(facts: MatterFacts): Promise<MatterDetail> {
  return taken(api.desk.matters.$post({ json: facts }))
}

/** Writes the facts of a matter anew. */
export function editMatterFacts(id: string, facts: MatterFacts): Promise<MatterDetail> {
  return taken(api.desk.matters[':id'].$put({ param: { id }, json: facts }))
}

/** Enters a step. */
export function enterStep(id: string, entry: MatterEntry): Promise<MatterDetail> {
  return taken(api.desk.matters[':id'].entries.$post({ param: { id }, json: entry }))
}

/** Keeps a file in a matter. */
export function addMatterFile(
  id: string,
  file: File,
): Promise<{ readonly id: string; readonly name: string }> {
  const form = new FormData()
  form.append('file', file)
  return sendForm(`/api/desk/matters/${encodeURIComponent(id)}/files`, form)
}

/** Where a file of a matter can be fetched. */
export function matterFileAddress(id: string, fileId: string): string {
  return `/api/desk/matters/${encodeURIComponent(id)}/files/${encodeURIComponent(fileId)}`
}

/** Begins a notice of a matter. */
export function beginMatterNotice(id: string, role: MatterRole): Promise<{ readonly noticeId: string }> {
  return taken(api.desk.matters[':id'].notices.$post({ param: { id }, json: { role, noticeId: null } }))
}

/** Takes a notice out of a matter. */
export function unlinkMatterNotice(id: string, noticeId: string): Promise<MatterDetail> {
  return taken(api.desk.matters[':id'].notices[':noticeId'].$delete({ param: { id, noticeId } }))
}

/** The matter of a notice. */
export async function getMatterOfNotice(id: string): Promise<MatterOfNotice> {
  return (await taken(api.desk.notices[':id'].matter.$get({ param: { id } }))).matter
}

/** Plans a consultation, or plans it anew. */
export function planConsultation(
  matterId: string,
  consultationId: string | null,
  plan: ConsultationPlan,
): Promise<MatterDetail> {
  const json = planBody(plan)
  return consultationId === null
    ? taken(api.desk.matters[':id'].consultations.$post({ param: { id: matterId }, json }))
    : taken(api.desk.consultations[':id'].$put({ param: { id: consultationId }, json }))
}

/** Gives up a consultation that was planned by mistake. */
export function dropConsultation(id: string): Promise<MatterDetail> {
  return taken(api.desk.consultations[':id'].$delete({ param: { id } }))
}

/** Writes the drafted feedback anew from the answers as they are now. */
export function rewriteFeedback(consultationId: string): Promise<{ readonly noticeId: string }> {
  return taken(api.desk.consultations[':id'].feedback.$post({ param: { id: consultationId }, json: {} }))
}

/** The last day of a period, with its arithmetic. */
export function reckonEnd(from: string, amount: number, unit: 'day' | 'workday'): Promise<DueAnswer> {
  return taken(api.desk.calendar.due.$get({ query: { from, amount: String(amount), unit } }))
}

/** Opinions of a consultation. */
export function getOpinions(consultationId: string): Promise<OpinionList> {
  return taken(api.desk.consultations[':id'].opinions.$get({ param: { id: consultationId } }))
}

/** An opinion as it is typed in at the desk. */
export type TypedOpinion = {
  readonly channel: Exclude<OpinionChannel, 'KIOSK'>
  readonly receivedOn: string
  readonly name: string
  readonly contact: string
  readonly text: string
}

/** Registers an opinion. */
export function enterOpinion(consultationId: string, entry: TypedOpinion): Promise<WrittenOpinion> {
  return taken(api.desk.consultations[':id'].opinions.$post({ param: { id: consultationId }, json: entry }))
}

/** Corrects what was typed in. */
export function correctOpinion(id: string, entry: TypedOpinion): Promise<WrittenOpinion> {
  return taken(api.desk.opinions[':id'].$put({ param: { id }, json: entry }))
}

/** Answers an opinion. */
export function answerOpinion(id: string, answer: OpinionAnswer): Promise<WrittenOpinion> {
  return taken(api.desk.opinions[':id'].answer.$post({ param: { id }, json: answer }))
}

/** Merges opinions into one. */
export function mergeOpinions(id: string, others: readonly string[]): Promise<WrittenOpinion> {
  return taken(api.desk.opinions[':id'].merge.$post({ param: { id }, json: { others: [...others] } }))
}

/** Undoes the merge of an opinion. */
export function separateOpinion(id: string): Promise<WrittenOpinion> {
  return taken(api.desk.opinions[':id'].separate.$post({ param: { id }, json: {} }))
}

/** The register of opinions as a workbook. */
export async function exportOpinions(consultationId: string): Promise<Blob> {
  const response = await send(
    `/api/desk/consultations/${encodeURIComponent(consultationId)}/opinions-export`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    },
  )
  return response.blob()
}
