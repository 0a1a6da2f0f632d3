import type { PublicContent } from './content.ts'
import type { DisplayPlan } from '../display/display-plan.ts'
import type { ConsultationNotice } from '../voice/consultation.ts'
import { type Run, textRuns } from './difference-runs.ts'

/** How the values of a field are read: words written by people, a code with a word of its own, a day, an instant. */
export type FieldReading = 'TEXT' | 'CODE' | 'DAY' | 'INSTANT'

/** Fields of a notice beside its title, text, files and other languages. */
export const DIFFERENCE_FIELDS = [
  'noticeKind',
  'documentNumber',
  'documentDate',
  'issueDate',
  'addressee',
  'signature',
  'unit',
  'office',
  'officeCode',
  'catalogue',
  'interprets',
  'disclosureMode',
  'audience',
  'keywords',
  'abstract',
  'validFrom',
  'validTo',
  'expiresAt',
  'displayStart',
  'displayLength',
  'displayPlaces',
  'displayBoards',
  'displayTelephone',
  'displayAddress',
  'displayPerson',
  'displayEmail',
  'displayBasis',
  'displayRenewal',
  'displayRenewalReason',
  'consultationOpens',
  'consultationCloses',
  'consultationLength',
  'consultationChannels',
  'consultationReason',
  'emergencyLevel',
  'emergencyIssuer',
  'emergencyIssuedAt',
  'emergencyUntil',
] as const
/** One of them. */
export type DifferenceField = (typeof DIFFERENCE_FIELDS)[number]

/** A field that differs; an empty text is a field without a value. Runs are given for words only. */
export type FieldDifference = {
  readonly field: DifferenceField
  readonly reading: FieldReading
  readonly before: string
  readonly after: string
  readonly runs: readonly Run[]
}

const READINGS: Partial<Readonly<Record<DifferenceField, FieldReading>>> = {
  noticeKind: 'CODE',
  disclosureMode: 'CODE',
  audience: 'CODE',
  displayLength: 'CODE',
  displayRenewal: 'CODE',
  consultationLength: 'CODE',
  consultationChannels: 'CODE',
  consultationOpens: 'DAY',
  consultationCloses: 'DAY',
  emergencyLevel: 'CODE',
  documentDate: 'DAY',
  issueDate: 'DAY',
  validFrom: 'DAY',
  validTo: 'DAY',
  displayStart: 'DAY',
  expiresAt: 'INSTANT',
  emergencyIssuedAt: 'INSTANT',
  emergencyUntil: 'INSTANT',
}

/**
 * The fields that differ, in the order in which a notice shows them. A length reads `7 WORKING_DAY` or `30 day`, channels read
 * `PHONE 0999-6100100`, one a line. Nothing that goes into the hash is left out, or two hashes would look the same.
 * @example fieldDifferences(before, after)[0]?.field // 'documentNumber'
 */
export function fieldDifferences(before: PublicContent, after: PublicContent): readonly FieldDifference[] {
  const old = fieldValues(before)
  const fresh = fieldValues(after)
  return DIFFERENCE_FIELDS.filter((field) => old[field] !== fresh[field]).map((field) => {
    const reading = READINGS[field] ?? 'TEXT'
    const runs = reading === 'TEXT' ? textRuns(old[field], fresh[field]) : []
    return { field, reading, before: old[field], after: fresh[field], runs }
  })
}

function fieldValues(content: PublicContent): Readonly<Record<DifferenceField, string>> {
  const { catalogue, emergency, interprets } = content
  return {
    noticeKind: content.noticeKind,
    documentNumber: content.documentNumber,
    documentDate: content.documentDate ?? '',
    issueDate: content.issueDate ?? '',
    addressee: content.addressee,
    signature: content.signature,
    unit: content.unit?.name ?? '',
    office: content.office.name,
    officeCode: content.office.uscc,
    catalogue: catalogue ? named(' › ', [catalogue.name, catalogue.level1, catalogue.level2]) : '',
    interprets: interprets ? named(' ', [interprets.indexNumber, interprets.title]) : '',
    disclosureMode: content.disclosureMode,
    audience: content.audience,
    keywords: (content.keywords ?? []).join(' '),
    abstract: content.abstract ?? '',
    validFrom: content.validity?.from ?? '',
    validTo: content.validity?.to ?? '',
    expiresAt: content.expiresAt ?? '',
    ...displayValues(content.display),
    ...consultationValues(content.consultation),
    emergencyLevel: emergency?.level ?? '',
    emergencyIssuer: emergency?.issuer ?? '',
    emergencyIssuedAt: emergency?.issuedAt ?? '',
    emergencyUntil: emergency?.takeoverUntil ?? '',
  }
}

function displayValues(plan: DisplayPlan | undefined) {
  return {
    displayStart: plan?.startsOn ?? '',
    displayLength: plan ? `${plan.length.count} ${plan.length.unit}` : '',
    displayPlaces: (plan?.places ?? []).map(({ name }) => name).join('；'),
    displayBoards: (plan?.places ?? []).flatMap(({ boardId }) => boardId ?? []).join('；'),
    displayTelephone: plan?.objection.telephone ?? '',
    displayAddress: plan?.objection.address ?? '',
    displayPerson: plan?.objection.person ?? '',
    displayEmail: plan?.objection.email ?? '',
    displayBasis: plan?.basis ?? '',
    displayRenewal: plan?.renewal?.choice ?? '',
    displayRenewalReason: plan?.renewal?.reason ?? '',
  }
}

function consultationValues(plan: ConsultationNotice | undefined) {
  return {
    consultationOpens: plan?.opensOn ?? '',
    consultationCloses: plan?.closesOn ?? '',
    consultationLength: plan ? `${plan.amount} ${plan.unit}` : '',
    consultationChannels: (plan?.channels ?? [])
      .map(({ channel, detail }) => `${channel} ${detail}`)
      .join('\n'),
    consultationReason: plan?.shorterReason ?? '',
  }
}

function named(between: string, parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(between)
}
