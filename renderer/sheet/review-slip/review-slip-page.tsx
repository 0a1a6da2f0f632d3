import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { NeededDecision } from '../../../domain/notice/decisions.ts'
import { BUILT_IN_TEMPLATES } from '../../../domain/sheet/built-in-templates.ts'
import type { ReviewSlipView } from '../../../server/notice/review/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import './review-slip.css'
import type { FaceProps } from '../face.ts'
import { findOverflow } from '../settle/fit.ts'
import { readSlip } from './review-slip-data.ts'
import { ReviewSlipOpinion } from './review-slip-opinion.tsx'
import { useSettled } from '../settle/use-settled.ts'
import { useTemplate } from '../use-template.ts'

const CHINESE = { lng: 'zh-Hans' } as const

/** The civil day of an instant, as documents write it. */
function dayOf(instant: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(instant))
  return dayText(parts, '', 'zh-Hans')
}

function Row(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td colSpan={3}>{props.children}</td>
    </tr>
  )
}

function Facts({ slip }: { readonly slip: ReviewSlipView }) {
  const { t } = useTranslation(['sheet', 'terms'])
  const none = t('sheet:slip.none', CHINESE)
  const time = [
    slip.deadline === '' ? '' : t('sheet:slip.deadline', { ...CHINESE, text: slip.deadline }),
    slip.publishedOn === null
      ? t('sheet:slip.timeOpen', CHINESE)
      : t('sheet:slip.publishedOn', { ...CHINESE, day: dayText(slip.publishedOn, '', 'zh-Hans') }),
  ].filter((words) => words !== '')
  return (
    <>
      <Row name={t('sheet:slip.name', CHINESE)}>
        <b>{slip.title}</b>
      </Row>
      <tr>
        <th scope="row">{t('sheet:slip.kind', CHINESE)}</th>
        <td>{t(`terms:noticeKind.${slip.noticeKind}`, CHINESE)}</td>
        <th scope="row">{t('sheet:slip.documentNumber', CHINESE)}</th>
        <td>{slip.documentNumber || none}</td>
      </tr>
      <Row name={t('sheet:slip.abstract', CHINESE)}>
        {slip.abstractGiven ? slip.abstract : t('sheet:slip.beginning', { ...CHINESE, text: slip.abstract })}
      </Row>
      <tr>
        <th scope="row">{t('sheet:slip.channels', CHINESE)}</th>
        <td>{slip.channels.join('、') || t('sheet:slip.channelsNone', CHINESE)}</td>
        <th scope="row">{t('sheet:slip.audience', CHINESE)}</th>
        <td>{t(`terms:audience.${slip.audience}`, CHINESE)}</td>
      </tr>
      <Row name={t('sheet:slip.time', CHINESE)}>{time.join('；')}</Row>
      <Row name={t('sheet:slip.mode', CHINESE)}>
        {[t(`terms:disclosureMode.${slip.disclosureMode}`, CHINESE), slip.disclosureModeReason]
          .filter((words) => words !== '')
          .join('。')}
      </Row>
      <Row name={t('sheet:slip.basis', CHINESE)}>{slip.basis || none}</Row>
      <Row name={t('sheet:slip.undisclosed', CHINESE)}>
        {slip.undisclosed
          ? t('sheet:slip.groundReason', {
              ...CHINESE,
              ground: t(`terms:exemptionGround.${slip.undisclosed.ground}`, CHINESE),
              reason: slip.undisclosed.reason,
            })
          : none}
      </Row>
      <tr>
        <th scope="row">{t('sheet:slip.handler', CHINESE)}</th>
        <td>{slip.handler.name}</td>
        <th scope="row">{t('sheet:slip.submitted', CHINESE)}</th>
        <td>
          {slip.submittedBy.name}　{dayOf(slip.submittedAt)}
        </td>
      </tr>
      {slip.emergencyReason === '' ? null : (
        <Row name={t('sheet:slip.emergency', CHINESE)}>{slip.emergencyReason}</Row>
      )}
    </>
  )
}

function Earlier({ slip }: { readonly slip: ReviewSlipView }) {
  const { t } = useTranslation(['sheet', 'terms'])
  if (slip.earlier.length === 0) return null
  return (
    <Row name={t('sheet:slip.earlier', CHINESE)}>
      {slip.earlier.flatMap(({ submissionHash, decisions }) =>
        decisions.map((one) => (
          <p key={submissionHash + one.kind + one.language + one.at}>
            {t('sheet:slip.earlierLine', {
              ...CHINESE,
              day: dayOf(one.at),
              name: one.slip ? one.slip.signedBy : one.by.name,
              kind: t(`terms:decisionKind.${one.kind}`, CHINESE),
              decision: t(`terms:decision.${one.decision}`, CHINESE),
              reason: one.reason,
              hash: submissionHash.slice(0, 8),
            })}
          </p>
        )),
      )}
    </Row>
  )
}

function Referrals({ slip }: { readonly slip: ReviewSlipView }) {
  const { t } = useTranslation('sheet')
  if (slip.referrals.length === 0) return null
  return (
    <Row name={t('slip.referral', CHINESE)}>
      {slip.referrals.map((one) => (
        <div key={one.id}>
          <p>
            {t('slip.asked', {
              ...CHINESE,
              day: dayOf(one.at),
              name: one.by.name,
              to: one.referredTo,
              text: one.question,
            })}
          </p>
          <p>
            {one.answer
              ? t('slip.answered', {
                  ...CHINESE,
                  day: dayText(one.answer.answeredOn, '', 'zh-Hans'),
                  by: one.answer.answeredBy,
                  result: t(`slip.result.${one.answer.result}`, CHINESE),
                  text: one.answer.text,
                })
              : t('slip.unanswered', CHINESE)}
          </p>
        </div>
      ))}
    </Row>
  )
}

function Remarks({ slip }: { readonly slip: ReviewSlipView }) {
  const { t } = useTranslation('sheet')
  if (slip.remarks.length === 0) return null
  return (
    <Row name={t('slip.remarks', CHINESE)}>
      {slip.remarks.map(({ id, by, quote, text }) => (
        <p key={id}>
          {quote === ''
            ? t('slip.remark', { ...CHINESE, name: by.name, text })
            : t('slip.remarkQuote', { ...CHINESE, name: by.name, quote, text })}
        </p>
      ))}
    </Row>
  )
}

const same = (one: NeededDecision, other: NeededDecision) =>
  one.kind === other.kind && one.language === other.language

function Slip({ slip }: { readonly slip: ReviewSlipView }) {
  const { t } = useTranslation('sheet')
  const note = t('slip.note', CHINESE)
  const { area } = useSettled(slip, (paper) => ({ lastLine: note, overflow: findOverflow(paper) }))
  const hash = (slip.submissionHash.slice(0, 16).match(/.{4}/gu) ?? []).join(' ')
  return (
    <>
      <div className="tools no-print">
        <button
          type="button"
          className="print"
          onClick={() => {
            window.print()
          }}
        >
          {t('print')}
        </button>
      </div>
      <article className="slip" ref={area}>
        <h1>
          {slip.office}
          <br />
          {t('slip.title', CHINESE)}
        </h1>
        <p className="slip-about">
          <span>{t('slip.unit', { ...CHINESE, name: slip.unit ?? slip.office })}</span>
          <span>{t('slip.day', { ...CHINESE, day: dayOf(slip.submittedAt) })}</span>
        </p>
        <table className="slip-table">
          <colgroup>
            <col className="slip-name" />
            <col />
            <col className="slip-name" />
            <col />
          </colgroup>
          <tbody>
            <Facts slip={slip} />
            {slip.needed.flat().map((one) => (
              <ReviewSlipOpinion
                key={one.kind + one.language}
                needed={one}
                decision={slip.decisions.find((given) => same(given, one)) ?? null}
                dayOf={dayOf}
              />
            ))}
            <Earlier slip={slip} />
            <Referrals slip={slip} />
            <Remarks slip={slip} />
          </tbody>
        </table>
        <p className="slip-code">{t('slip.code', { ...CHINESE, hash })}</p>
        <p className="slip-note">{note}</p>
      </article>
    </>
  )
}

/** The slip of a sheet laid ready for printing. */
export function ReviewSlipSheet({ sheet }: FaceProps<'REVIEW_SLIP'>) {
  return <Slip slip={sheet.data} />
}

/** 信息公开审查呈批单 on paper: filled as far as it is decided, with room to sign where it is not. */
export function ReviewSlipPage({ notice }: { readonly notice: string }) {
  const { t } = useTranslation('sheet')
  const [slip, setSlip] = useState<ReviewSlipView | 'failed' | null>(null)
  useTemplate(BUILT_IN_TEMPLATES.REVIEW_SLIP)
  useEffect(() => {
    readSlip(notice, window.location.search).then(setSlip, () => {
      document.documentElement.dataset.ready = 'error'
      setSlip('failed')
    })
  }, [notice])
  if (slip === null) return <p className="message no-print">{t('loading')}…</p>
  return slip === 'failed' ? (
    <p className="message" role="alert">
      {t('notFound')}
    </p>
  ) : (
    <Slip slip={slip} />
  )
}
