import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DutyDetail } from '../../../server/duty/views.ts'
import { href } from '../../shared/desk/route.ts'
import { dayText, instantDayText } from '../../shared/duty/day-text.ts'
import { periodWords } from '../../shared/duty/duty-name.ts'
import { ruleWords } from '../../shared/duty/rule-words.ts'

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** What is known of a duty, besides its due date. */
export function DutyFacts({ duty, today }: { readonly duty: DutyDetail; readonly today: string }) {
  const { t, i18n } = useTranslation(['duty', 'terms', 'notice'])
  const day = (date: string) => dayText(date, today, i18n.language)
  const { ground, closing, draft, policyNotice } = duty
  const notice = (id: string, title: string) => (
    <a href={href(`/notices/${encodeURIComponent(id)}`)}>
      {title.trim() === '' ? t('notice:list.untitled') : title}
    </a>
  )
  return (
    <section className="card" aria-labelledby="duty-facts">
      <h2>
        <span id="duty-facts" className="strong">
          {t('duty:detail.facts')}
        </span>
      </h2>
      <dl className="card-body dp-facts">
        <Fact name={t('duty:detail.state')}>{t(`terms:dutyState.${duty.state}`)}</Fact>
        <Fact name={t('duty:list.unit')}>{duty.unit.name}</Fact>
        <Fact name={t('duty:filter.regime')}>{t(`terms:regime.${duty.regime}`)}</Fact>
        {duty.period !== '' && <Fact name={t('duty:detail.period')}>{periodWords(duty.period, '', t)}</Fact>}
        {duty.event !== '' && <Fact name={t('duty:event.what')}>{duty.event}</Fact>}
        {duty.stageName !== '' && (
          <Fact name={t('duty:detail.stage')}>
            {t('duty:detail.stageOf', { number: duty.stage, name: duty.stageName })}
          </Fact>
        )}
        <Fact name={t('duty:detail.starts')}>{day(duty.startsOn)}</Fact>
        <Fact name={t('duty:detail.target')}>{day(duty.target)}</Fact>
        <Fact name={t('duty:detail.lateAfter')}>
          {duty.dueAt === null ? day(duty.due) : instantDayText(duty.dueAt, today, i18n.language)}
        </Fact>
        {ground.deadlineText !== '' && <Fact name={t('duty:detail.text')}>{ground.deadlineText}</Fact>}
        <Fact name={t('duty:detail.rule')}>{ruleWords(ground.rule, t)}</Fact>
        {ground.ruleId !== null && (
          <>
            <Fact name={t('duty:detail.ruleName')}>
              {t('duty:detail.ruleVersion', {
                name: ground.ruleName,
                id: ground.ruleId,
                version: ground.ruleVersion ?? 1,
              })}
            </Fact>
            {ground.scope !== null && (
              <Fact name={t('duty:detail.scope')}>{t(`terms:ruleScope.${ground.scope}`)}</Fact>
            )}
            <Fact name={t('duty:detail.verified')}>{t(`terms:verification.${ground.verified}`)}</Fact>
          </>
        )}
        {ground.basis !== '' && <Fact name={t('duty:detail.basis')}>{ground.basis}</Fact>}
        <Fact name={t('duty:list.person')}>{duty.assignee?.name ?? t('duty:act.nobody')}</Fact>
        {policyNotice !== null && (
          <Fact name={t('duty:detail.policy')}>{notice(policyNotice.id, policyNotice.title)}</Fact>
        )}
        {draft !== null && <Fact name={t('duty:detail.draft')}>{notice(draft.noticeId, draft.title)}</Fact>}
        {closing !== null && (
          <Fact name={t('duty:detail.closing')}>
            {t('duty:detail.closedBy', {
              how: t(`duty:closing.${closing.kind}`),
              day: day(closing.on),
              name: closing.by.name,
            })}
            {closing.noticeId !== null && (
              <>
                {' '}
                <a href={href(`/notices/${encodeURIComponent(closing.noticeId)}`)}>
                  {t('duty:act.openNotice')}
                </a>
              </>
            )}
            {closing.clockDoubt && <span className="dt-tag dt-tag-doubt">{t('duty:detail.doubt')}</span>}
          </Fact>
        )}
      </dl>
    </section>
  )
}
