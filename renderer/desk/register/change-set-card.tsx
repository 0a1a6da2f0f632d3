import { useMutation } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeSetView } from '../../../server/register/views.ts'
import { instantText } from '../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { decideChanges } from '../api/register-api.ts'
import { ChangeRows } from './change-rows.tsx'
import { useRefresh } from './use-refresh.ts'

function Decide({ set }: { readonly set: ChangeSetView }) {
  const { t } = useTranslation('register')
  const field = useId()
  const [reason, setReason] = useState('')
  const [personal, setPersonal] = useState(set.personal)
  const refresh = useRefresh()
  const decide = useMutation({
    mutationFn: (decision: 'CONFIRMED' | 'RETURNED' | 'RECALLED') =>
      decideChanges(set.id, { decision, reason, personal }),
    onSuccess: refresh,
  })
  const replaces =
    set.name !== null || set.columns !== null || set.changes.some(({ before }) => before !== null)
  if (!set.may.confirm && !set.may.recall) return <p className="sub">{t('change.waitsForOther')}</p>
  return (
    <div className="reg-decide">
      {set.may.confirm && (
        <>
          <label htmlFor={field}>{t('change.opinion')}</label>
          <Input.TextArea
            id={field}
            className="grow"
            rows={1}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          {replaces && (
            <div>
              <Checkbox
                checked={personal}
                disabled={set.personal}
                onChange={(event) => setPersonal(event.target.checked)}
              >
                {t('change.personal')}
              </Checkbox>
              <p className="sub">{t('change.personalHint')}</p>
            </div>
          )}
          <div className="row">
            <Button
              type="primary"
              disabled={set.outdated}
              loading={decide.isPending && decide.variables === 'CONFIRMED'}
              onClick={() => decide.mutate('CONFIRMED')}
            >
              {t('change.confirm')}
            </Button>
            <Button
              loading={decide.isPending && decide.variables === 'RETURNED'}
              onClick={() => decide.mutate('RETURNED')}
            >
              {t('change.return')}
            </Button>
          </div>
        </>
      )}
      {set.may.recall && (
        <div className="row">
          <span className="sub">{t('change.ownWaits')}</span>
          <Button loading={decide.isPending} onClick={() => decide.mutate('RECALLED')}>
            {t('change.recall')}
          </Button>
        </div>
      )}
      <RefusalMessage error={decide.error} />
    </div>
  )
}

function Head({ set }: { readonly set: ChangeSetView }) {
  const { t } = useTranslation('register')
  const parts = [
    [t('change.effectiveOn'), set.effectiveOn],
    [t('change.reason'), set.reason],
    [t('change.legalBasis'), set.legalBasis],
    [t('change.newName'), set.name ?? ''],
    [t('change.newColumns'), set.columns?.join(t('comma')) ?? ''],
    [t('change.file'), set.sourceFile],
  ] as const
  return (
    <dl className="reg-facts">
      {parts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

/** A change set: what it says, who proposed and decided it, and the decision where it waits. */
export function ChangeSetCard({ set }: { readonly set: ChangeSetView }) {
  const { t } = useTranslation(['register', 'terms'])
  const waits = set.state === 'WAITING'
  const count = (kind: 'ADDED' | 'CHANGED' | 'REMOVED') =>
    set.changes.filter((change) => change.kind === kind).length
  const summary = t('register:change.counts', {
    added: count('ADDED'),
    changed: count('CHANGED'),
    removed: count('REMOVED'),
  })
  const rows = set.changes.length > 0 && <ChangeRows labels={set.labels} changes={set.changes} />
  return (
    <section className={waits ? 'card reg-set waits' : 'card reg-set'} aria-label={summary}>
      <h2>
        <span className="reg-set-title">
          <span className={`pill standing ${set.state.toLowerCase()}`}>
            {t(`terms:changeSetState.${set.state}`)}
          </span>{' '}
          {summary}
        </span>
        <span className="soft">
          {t('register:change.proposed', { name: set.proposedBy.name, at: instantText(set.proposedAt) })}
        </span>
      </h2>
      <div className="card-body">
        {set.outdated && <p className="refusal">{t('register:change.outdated')}</p>}
        <Head set={set} />
        {set.personal && <p className="note">{t('register:change.personalSet')}</p>}
        {set.decision !== null && (
          <p className="sub">
            {t(`register:change.decided.${set.state as Exclude<typeof set.state, 'WAITING'>}`, {
              name: set.decision.by.name,
              at: instantText(set.decision.at),
            })}{' '}
            {set.decision.reason}
          </p>
        )}
        {waits ? (
          <>
            {rows}
            <Decide set={set} />
          </>
        ) : (
          rows !== false && (
            <details>
              <summary>{t('register:change.details')}</summary>
              {rows}
            </details>
          )
        )}
      </div>
    </section>
  )
}
