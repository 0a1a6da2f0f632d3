import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import type { NoticeValidityView, ValidityStatementView } from '../../../../server/notice/convention/views.ts'
import type { NoticeDetail } from '../../../../server/notice/views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { decideValidity, getValidity, validityKey } from '../../api/convention-api.ts'
import { href } from '../../../shared/desk/route.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { Panel } from '../panel.tsx'
import { ProposeValidity } from './propose-validity.tsx'
import './validity.css'

function Statement(props: { readonly id: string; readonly statement: ValidityStatementView }) {
  const { t } = useTranslation(['wording', 'terms'])
  const queries = useQueryClient()
  const { statement } = props
  const { may, decision } = statement
  const [reason, setReason] = useState('')
  const decide = useMutation({
    mutationFn: (kind: 'CONFIRMED' | 'RETURNED' | 'RECALLED') =>
      decideValidity(statement.id, { decision: kind, reason }),
    onSuccess: (view) => {
      queries.setQueryData<NoticeValidityView>(validityKey(props.id), view)
    },
  })
  return (
    <li className={decision === null ? 'vd-statement vd-waits' : 'vd-statement'}>
      <p>
        <b>{t(`terms:validity.${statement.standing}`)}</b>{' '}
        {t('wording:validity.since', { date: statement.effectiveOn })}
        {decision === null ? <span className="nt-pill">{t('wording:validity.waits')}</span> : null}
      </p>
      <p>{t('wording:validity.because', { reason: statement.reason })}</p>
      {statement.replacedBy === null ? null : (
        <p>
          {t('wording:validity.replacement')}{' '}
          <a href={href(`/notices/${encodeURIComponent(statement.replacedBy.noticeId)}`)}>
            {statement.replacedBy.title}
          </a>
        </p>
      )}
      <p className="nt-soft">
        {t('wording:validity.proposed', {
          name: statement.proposedBy.name,
          date: statement.proposedAt.slice(0, 10),
        })}
        {decision === null
          ? ''
          : t(`wording:validity.decided.${decision.decision}`, {
              name: decision.by.name,
              date: decision.at.slice(0, 10),
            })}
        {decision !== null && decision.reason !== ''
          ? t('wording:validity.because', { reason: decision.reason })
          : ''}
      </p>
      <RefusalMessage error={decide.error} />
      {may.confirm ? (
        <div className="vd-form">
          <Input
            aria-label={t('wording:validity.opinion')}
            placeholder={t('wording:validity.opinion')}
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="wd-actions">
            <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate('CONFIRMED')}>
              {t('wording:validity.confirm')}
            </Button>
            <Button loading={decide.isPending} onClick={() => decide.mutate('RETURNED')}>
              {t('wording:validity.return')}
            </Button>
          </div>
        </div>
      ) : null}
      {may.recall ? (
        <Button size="small" loading={decide.isPending} onClick={() => decide.mutate('RECALLED')}>
          {t('wording:validity.recall')}
        </Button>
      ) : null}
    </li>
  )
}

/** 有效性 of what is on the board: how it stands, what it replaces, what was said about it, and by whom. */
export function ValidityPanel({ detail }: { readonly detail: NoticeDetail }) {
  const { t } = useTranslation(['wording', 'terms'])
  const { clock } = useOpenDesk()
  const [proposing, setProposing] = useState(false)
  const view = useQuery({ queryKey: validityKey(detail.id), queryFn: () => getValidity(detail.id) })
  const today = Temporal.Instant.from(clock.now).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
  const waiting = view.data?.statements.filter(({ may }) => may.confirm).length ?? 0
  return (
    <Panel title={t('wording:validity.title')} field="validity" count={waiting}>
      <QueryBody query={view}>
        {({ now, statements, replaces, mayPropose }) => (
          <>
            <p className={now.validity === 'IN_FORCE' ? undefined : 'nt-bad'}>
              <b>{t(`terms:validity.${now.validity}`)}</b>
              {now.on === null ? '' : t('wording:validity.stands', { date: now.on })}
            </p>
            <p className="nt-soft">{t(`wording:validity.by.${now.by}`)}</p>
            {replaces.length === 0 ? null : (
              <p>
                {t('wording:validity.replaces')}{' '}
                {replaces.map((one) => (
                  <a key={one.noticeId} href={href(`/notices/${encodeURIComponent(one.noticeId)}`)}>
                    {one.title}
                  </a>
                ))}
              </p>
            )}
            <ul className="vd-list">
              {statements.map((statement) => (
                <Statement key={statement.id} id={detail.id} statement={statement} />
              ))}
            </ul>
            {mayPropose && !proposing ? (
              <Button onClick={() => setProposing(true)}>{t('wording:validity.change')}</Button>
            ) : null}
            {mayPropose && proposing ? (
              <ProposeValidity id={detail.id} today={today} done={() => setProposing(false)} />
            ) : null}
          </>
        )}
      </QueryBody>
    </Panel>
  )
}
