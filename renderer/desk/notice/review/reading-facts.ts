import { useTranslation } from 'react-i18next'
import type { PublicContent } from '../../../../domain/notice/content.ts'
import type { RemarkField } from '../../../../domain/notice/review-remark.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime, dayWords } from '../format.ts'

/** A particular of a notice as its reader sees it. */
export type ReadingFact = {
  readonly field: RemarkField | null
  readonly name: string
  readonly value: string
}

/** Every particular that goes out with a notice, in words; what it does not say is left out. */
export function useReadingFacts(content: PublicContent): readonly ReadingFact[] {
  const { t, i18n } = useTranslation(['notice', 'terms', 'review', 'difference'])
  const { clock } = useOpenDesk()
  const day = (date: string | null | undefined) => (date ? dayWords(date, i18n.language) : '')
  const instant = (at: string | null | undefined) => (at ? dayAndTime(at, i18n.language, clock.now) : '')
  const { catalogue, change, consultation, display, emergency, validity } = content
  const facts: readonly ReadingFact[] = [
    {
      field: 'noticeKind',
      name: t('notice:fields.noticeKind'),
      value: t(`terms:noticeKind.${content.noticeKind}`),
    },
    { field: 'unit', name: t('notice:placement.unit'), value: content.unit?.name ?? '' },
    { field: 'interprets', name: t('notice:placement.interprets'), value: content.interprets?.title ?? '' },
    { field: 'documentNumber', name: t('notice:fields.documentNumber'), value: content.documentNumber },
    { field: 'documentDate', name: t('notice:fields.documentDate'), value: day(content.documentDate) },
    { field: 'issueDate', name: t('notice:fields.issueDate'), value: day(content.issueDate) },
    {
      field: 'disclosureMode',
      name: t('notice:fields.disclosureMode'),
      value: t(`terms:disclosureMode.${content.disclosureMode}`),
    },
    {
      field: 'audience',
      name: t('notice:fields.audience'),
      value: t(`terms:audience.${content.audience}`),
    },
    {
      field: 'catalogue',
      name: t('notice:fields.catalogueItem'),
      value: catalogue ? [catalogue.level1, catalogue.level2].filter(Boolean).join(' › ') : '',
    },
    { field: 'validity', name: t('difference:field.validFrom'), value: day(validity?.from) },
    { field: 'validity', name: t('difference:field.validTo'), value: day(validity?.to) },
    { field: 'expiresAt', name: t('difference:field.expiresAt'), value: instant(content.expiresAt) },
    {
      field: 'keywords',
      name: t('difference:field.keywords'),
      value: (content.keywords ?? []).join(t('notice:listComma')),
    },
    { field: 'abstract', name: t('difference:field.abstract'), value: content.abstract ?? '' },
    {
      field: 'change',
      name: t('review:changeNote'),
      value: change
        ? [t(`terms:changeKind.${change.kind}`), change.note].filter(Boolean).join(t('review:colon'))
        : '',
    },
    { field: 'display', name: t('difference:field.displayStart'), value: day(display?.startsOn) },
    {
      field: 'display',
      name: t('difference:field.displayLength'),
      value: display ? t(`difference:unit.${display.length.unit}`, { count: display.length.count }) : '',
    },
    {
      field: 'display',
      name: t('difference:field.displayPlaces'),
      value: (display?.places ?? []).map(({ name }) => name).join(t('notice:listComma')),
    },
    {
      field: 'display',
      name: t('review:objection'),
      value: display
        ? [
            display.objection.person,
            display.objection.telephone,
            display.objection.address,
            display.objection.email,
          ]
            .filter(Boolean)
            .join('　')
        : '',
    },
    { field: 'display', name: t('difference:field.displayBasis'), value: display?.basis ?? '' },
    {
      field: 'emergency',
      name: t('difference:field.emergencyLevel'),
      value: emergency?.level ? t(`terms:warningLevel.${emergency.level}`) : '',
    },
    { field: 'emergency', name: t('difference:field.emergencyIssuer'), value: emergency?.issuer ?? '' },
    {
      field: 'emergency',
      name: t('difference:field.emergencyIssuedAt'),
      value: instant(emergency?.issuedAt),
    },
    {
      field: 'emergency',
      name: t('difference:field.emergencyUntil'),
      value: instant(emergency?.takeoverUntil),
    },
    {
      field: 'consultation',
      name: t('difference:field.consultationOpens'),
      value: day(consultation?.opensOn),
    },
    {
      field: 'consultation',
      name: t('difference:field.consultationLength'),
      value: consultation ? t(`difference:unit.${consultation.unit}`, { count: consultation.amount }) : '',
    },
    {
      field: 'consultation',
      name: t('difference:field.consultationCloses'),
      value: day(consultation?.closesOn),
    },
    {
      field: 'consultation',
      name: t('difference:field.consultationChannels'),
      value: (consultation?.channels ?? [])
        .map(({ channel, detail }) => `${t(`terms:opinionChannel.${channel}`)} ${detail}`)
        .join(t('notice:listComma')),
    },
    {
      field: 'consultation',
      name: t('difference:field.consultationReason'),
      value: consultation?.shorterReason ?? '',
    },
  ]
  return facts.filter(({ value }) => value !== '')
}
