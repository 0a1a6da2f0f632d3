import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterRole } from '../../../domain/matter/matter-notice.ts'
import type { ConsultationView, MatterDetail } from '../../../server/matter/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { beginMatterNotice } from '../api/matter-api.ts'
import { href, navigate } from '../../shared/desk/route.ts'
import { EntryButton } from './entry-menu.tsx'
import { opinionsPath } from './matter-keys.ts'
import { RewriteFeedback } from './rewrite-feedback.tsx'
import { useMatterRefresh } from './use-matter-refresh.ts'

/** A button that begins a notice of a matter and opens it. */
export function BeginNotice(props: {
  readonly matterId: string
  readonly role: MatterRole
  readonly label: string
  readonly primary?: boolean
}) {
  const refresh = useMatterRefresh()
  const begin = useMutation({
    mutationFn: () => beginMatterNotice(props.matterId, props.role),
    onSuccess: async ({ noticeId }) => {
      await refresh()
      navigate(`/notices/${encodeURIComponent(noticeId)}`)
    },
  })
  return (
    <>
      <Button
        type={props.primary === true ? 'primary' : 'default'}
        loading={begin.isPending}
        onClick={() => begin.mutate()}
      >
        {props.label}
      </Button>
      <RefusalMessage error={begin.error} />
    </>
  )
}

type Said = { readonly text: string; readonly act: ReactNode }

function useDay(today: string): (date: string | null) => string {
  const { i18n } = useTranslation()
  return (date) => (date === null ? '' : dayText(date, today, i18n.language))
}

function useConsultationStep(matter: MatterDetail, plan: () => void): Said {
  const { t } = useTranslation('matter')
  const day = useDay(matter.today)
  const consultation: ConsultationView | undefined = matter.consultations.at(-1)
  const begin = (role: MatterRole, label: string) => (
    <BeginNotice matterId={matter.id} role={role} label={label} primary />
  )
  const open = (id: string, label: string) => (
    <a className="button-link" href={href(`/notices/${encodeURIComponent(id)}`)}>
      {label}
    </a>
  )
  if (!consultation) {
    const act = (
      <Button type="primary" onClick={plan}>
        {t('next.plan')}
      </Button>
    )
    return { text: t('next.planText'), act }
  }
  const { state, draft, adoption, closesOn, counts, unanswered, firstUnanswered } = consultation
  const opinions = opinionsPath(matter.id, consultation.id)
  if (state === 'PLANNED' || state === 'OPEN') {
    if (draft === null) {
      return { text: t('next.beginDraftText'), act: begin('DRAFT', t('next.beginDraft')) }
    }
    if (state === 'PLANNED') return { text: t('next.draftText'), act: open(draft.id, t('next.toDraft')) }
    return {
      text: t('next.openText', { date: day(closesOn), count: counts.total }),
      act: (
        <a className="button-link" href={href(`${opinions}?enter=1`)}>
          {t('next.enterOpinion')}
        </a>
      ),
    }
  }
  if (unanswered > 0) {
    const values = { date: day(closesOn), number: firstUnanswered ?? 0 }
    const act = (
      <a className="button-link" href={href(opinions)}>
        {t('next.answer')}
      </a>
    )
    return { text: t('next.answerText', { ...values, count: unanswered }), act }
  }
  if (adoption !== null && consultation.may.rewrite) {
    return { text: t('next.outdatedText'), act: <RewriteFeedback id={consultation.id} /> }
  }
  if (adoption !== null) return { text: t('next.summaryText'), act: open(adoption.id, t('next.toSummary')) }
  const text = t(counts.total === 0 ? 'next.summarizeNone' : 'next.summarizeText')
  return { text, act: begin('ADOPTION', t('next.summarize')) }
}

function useLaterStep(matter: MatterDetail): Said {
  const { t } = useTranslation(['matter', 'errors'])
  const day = useDay(matter.today)
  switch (matter.next) {
    case 'LEGALITY':
      return {
        text:
          matter.legalityDue === null
            ? t('matter:next.legalityText')
            : t('matter:next.legalityWaits', { date: day(matter.legalityDue) }),
        act: (
          <EntryButton
            matter={matter}
            step={matter.legalityDue === null ? 'LEGALITY_REQUEST' : 'LEGALITY_RESULT'}
          />
        ),
      }
    case 'MEETING':
      return { text: t('matter:next.meetingText'), act: <EntryButton matter={matter} step="MEETING" /> }
    case 'PROPOSAL':
    case 'DISCUSSION':
    case 'DELIBERATION':
    case 'RESOLUTION':
      return { text: t('matter:next.villageText'), act: <EntryButton matter={matter} step={matter.next} /> }
    case 'DECISION': {
      const decision = matter.notices.find(({ role }) => role === 'DECISION')
      return {
        text: t('matter:next.decisionText'),
        act: decision ? (
          <a className="button-link" href={href(`/notices/${encodeURIComponent(decision.id)}`)}>
            {t('matter:next.toDecision')}
          </a>
        ) : (
          <BeginNotice matterId={matter.id} role="DECISION" label={t('matter:next.beginDecision')} primary />
        ),
      }
    }
    case 'PROGRESS':
      return { text: t('matter:next.progressText'), act: <EntryButton matter={matter} step="PROGRESS" /> }
    default:
      return { text: t('matter:next.done'), act: null }
  }
}

/** What comes next in a matter, and the button that does it. */
export function NextStep({ matter, plan }: { readonly matter: MatterDetail; readonly plan: () => void }) {
  const { t } = useTranslation('matter')
  const day = useDay(matter.today)
  const consultation = useConsultationStep(matter, plan)
  const later = useLaterStep(matter)
  const { text, act } = matter.next === 'CONSULTATION' ? consultation : later
  const due = matter.interpretation?.due ?? null
  const interpreted = matter.path.some(({ stage, state }) => stage === 'INTERPRETATION' && state === 'DONE')
  const begun = matter.notices.some(({ role }) => role === 'INTERPRETATION')
  return (
    <section className="card mt-next" aria-label={t('next.title')}>
      <div>
        <p>{text}</p>
        {due !== null && !interpreted && <p>{t('next.interpretationDue', { date: day(due) })}</p>}
      </div>
      {matter.may.edit && (
        <div className="row">
          {due !== null && !begun && (
            <BeginNotice matterId={matter.id} role="INTERPRETATION" label={t('next.beginInterpretation')} />
          )}
          {act}
        </div>
      )}
    </section>
  )
}
