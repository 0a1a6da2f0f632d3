import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeadlineReading } from '../../../../domain/duty/deadline/deadline-rule.ts'
import { readDeadline } from '../../api/catalogue-api.ts'
import { deadlineWords, displayWords } from './deadline-words.ts'
import { draftOf, type RuleDraft, type RuleValue, valueOf } from './rule-draft.ts'
import { RuleExample } from './rule-example.tsx'
import { RuleFields } from './rule-fields.tsx'

function ReadingParts({ reading }: { readonly reading: DeadlineReading }) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const parts = [
    ...reading.unread.map((text) => ({ kind: 'unread' as const, text })),
    ...reading.conditions.map((text) => ({ kind: 'condition' as const, text })),
    ...reading.reservations.map((text) => ({ kind: 'reservation' as const, text })),
  ]
  return (
    <>
      <dt>{t('catalogue:rule.understood')}</dt>
      <dd>
        {reading.rule === null && reading.displayPeriod === null
          ? t('catalogue:rule.nothingUnderstood')
          : [
              reading.rule === null ? '' : deadlineWords(reading.rule, t),
              reading.displayPeriod === null ? '' : displayWords(reading.displayPeriod, t),
            ]
              .filter(Boolean)
              .join(t('catalogue:words.semicolon'))}
      </dd>
      {parts.map(({ kind, text }, index) => (
        <div key={index} className={kind === 'unread' ? 'rule-part doubt' : 'rule-part'}>
          <dt>{t(`catalogue:rule.part.${kind}`)}</dt>
          <dd className="breakable">{text}</dd>
        </div>
      ))}
    </>
  )
}

type Props = {
  /** 公开时限 as the county wrote it; empty when there is none. */
  readonly text: string
  readonly value: RuleValue
  /** The rule as set; null while something is missing. */
  readonly change: (value: RuleValue | null) => void
  readonly fixed?: boolean
}

/**
 * Sets a deadline rule and a display period in words, beside the original text and what was understood of it.
 * It keeps what is typed itself: give it another `key` to begin anew.
 */
export function RuleEditor({ text, value, change, fixed = false }: Props) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(value))
  const reading = useQuery({
    queryKey: ['read-deadline', text.trim()],
    queryFn: ({ signal }) => readDeadline(text.trim(), signal),
    enabled: text.trim() !== '',
    staleTime: Infinity,
  })
  const set = (next: RuleDraft) => {
    setDraft(next)
    change(valueOf(next))
  }
  const now = valueOf(draft)
  return (
    <div className="rule-editor">
      <section className="rule-source" aria-label={t('catalogue:rule.original')}>
        <h3>{t('catalogue:rule.original')}</h3>
        <blockquote className="breakable">{text === '' ? t('catalogue:rule.noText') : text}</blockquote>
        <dl>
          {reading.data !== undefined && <ReadingParts reading={reading.data} />}
          {reading.error !== null && <dd className="soft">{t('catalogue:rule.notRead')}</dd>}
        </dl>
        {!fixed && (
          <Button
            size="small"
            disabled={reading.data === undefined}
            loading={reading.isFetching}
            onClick={() => {
              if (reading.data !== undefined) set(draftOf(reading.data))
            }}
          >
            {t('catalogue:rule.readAgain')}
          </Button>
        )}
      </section>
      <section className="rule-set" aria-label={t('catalogue:rule.rule')}>
        <RuleFields draft={draft} change={set} fixed={fixed} />
        <div className="rule-result" role="status">
          {now === null ? (
            <p className="doubt">{t('catalogue:rule.incomplete')}</p>
          ) : now.rule === null ? (
            <p className="doubt">{t('catalogue:rule.none')}</p>
          ) : (
            <>
              <p className="strong">{deadlineWords(now.rule, t)}</p>
              <RuleExample rule={now.rule} />
            </>
          )}
          {now !== null && now.displayPeriod !== null && <p>{displayWords(now.displayPeriod, t)}</p>}
        </div>
      </section>
    </div>
  )
}
