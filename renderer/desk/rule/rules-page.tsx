import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleRecord } from '../../../domain/duty/rule-record.ts'
import type { RuleView } from '../../../server/duty/views.ts'
import { listRules, RULES_KEY } from '../api/rule-api.ts'
import '../catalogue/catalogue.css'
import { deadlineWords, displayWords } from '../catalogue/deadline-words.ts'
import { useHasRole } from '../shell/session-context.ts'
import { PageHead } from '../ui/page-head.tsx'
import { QueryBody } from '../ui/query-body.tsx'
import { RuleVersionDrawer } from './rule-version-drawer.tsx'
import './rule.css'

function Says({ rule }: { readonly rule: Pick<RuleRecord, 'rule' | 'displayPeriod'> }) {
  const { t } = useTranslation(['catalogue', 'terms', 'rule'])
  return (
    <>
      {rule.rule === null ? (
        <span className="sub">{t('rule:displayOnly')}</span>
      ) : (
        deadlineWords(rule.rule, t)
      )}
      {rule.displayPeriod !== null && (
        <>
          <br />
          {displayWords(rule.displayPeriod, t)}
        </>
      )}
    </>
  )
}

function Former({ former }: { readonly former: readonly RuleRecord[] }) {
  const { t } = useTranslation('rule')
  if (former.length === 0) return null
  return (
    <details>
      <summary>{t('former')}</summary>
      <ul>
        {former.map((rule) => (
          <li key={rule.version}>
            {t('version', { version: rule.version })} <Says rule={rule} />{' '}
            <span className="sub">{rule.basis}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function RuleLine({ rule, change }: { readonly rule: RuleView; readonly change: (() => void) | null }) {
  const { t } = useTranslation(['rule', 'terms'])
  return (
    <tr>
      <td>
        <b>{rule.name}</b>
        <br />
        <code>{rule.ruleId}</code>{' '}
        <span className="sub">
          {t('rule:version', { version: rule.version })} · {rule.builtIn ? t('rule:builtIn') : t('rule:own')}
        </span>
        <Former former={rule.former} />
      </td>
      <td>
        <Says rule={rule} />
      </td>
      <td>
        {rule.basis}
        {rule.note !== '' && <p className="sub">{rule.note}</p>}
        {rule.effectiveFrom !== null && (
          <p className="sub">{t('rule:effective', { from: rule.effectiveFrom })}</p>
        )}
        {rule.effectiveTo !== null && (
          <p className="sub">{t('rule:effectiveUntil', { to: rule.effectiveTo })}</p>
        )}
      </td>
      <td className="nowrap">{t(`terms:ruleScope.${rule.scope}`)}</td>
      <td className={rule.verified === 'LAW' ? '' : 'rule-doubt'}>
        {t(`terms:verification.${rule.verified}`)}
      </td>
      <td>
        {rule.defaultFor.length === 0 ? (
          <span className="sub">{t('rule:noDefault')}</span>
        ) : (
          rule.defaultFor.map((regime) => t(`terms:regime.${regime}`)).join('、')
        )}
        {rule.usedBy > 0 && <p className="sub">{t('rule:items', { count: rule.usedBy })}</p>}
      </td>
      {change !== null && (
        <td className="end">
          <Button
            color="primary"
            variant="outlined"
            onClick={change}
            aria-label={t('rule:changeOf', { name: rule.name })}
          >
            {t('rule:change')}
          </Button>
        </td>
      )}
    </tr>
  )
}

/** The deadline rules with their legal basis and how far each was checked. */
export function RulesPage() {
  const { t } = useTranslation('rule')
  const mayChange = useHasRole('ADMINISTRATOR', 'DEPUTY_LEADER')
  const query = useQuery({ queryKey: RULES_KEY, queryFn: listRules })
  const [open, setOpen] = useState<RuleView | 'NEW' | null>(null)
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')}>
        {mayChange && (
          <Button type="primary" onClick={() => setOpen('NEW')}>
            {t('add')}
          </Button>
        )}
      </PageHead>
      {!mayChange && <p className="note">{t('readOnly')}</p>}
      <QueryBody query={query}>
        {(rules) => (
          <section className="card rules">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{t('name')}</th>
                  <th scope="col">{t('says')}</th>
                  <th scope="col">{t('basis')}</th>
                  <th scope="col">{t('scope')}</th>
                  <th scope="col">{t('verified')}</th>
                  <th scope="col">{t('defaultFor')}</th>
                  {mayChange && <td />}
                </tr>
              </thead>
              <tbody>
                {rules.map((rule) => (
                  <RuleLine key={rule.ruleId} rule={rule} change={mayChange ? () => setOpen(rule) : null} />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </QueryBody>
      {mayChange && <RuleVersionDrawer rule={open} close={() => setOpen(null)} />}
    </>
  )
}
