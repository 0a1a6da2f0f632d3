import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RuleRecord } from '../../../domain/duty/rule-record.ts'
import type { RuleView } from '../../../server/duty/views.ts'
import { listRules, RULES_KEY } from '../api/rule-api.ts'
import '../catalogue/catalogue.css'
import { deadlineWords, displayWords } from '../catalogue/rule/deadline-words.ts'
import { useHasRole } from '../shell/session-context.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
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
            <b>{t('version', { version: rule.version })}</b> <Says rule={rule} />
            <p className="sub breakable">{rule.basis}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}

function InForce({ rule }: { readonly rule: RuleRecord }) {
  const { t } = useTranslation('rule')
  const { effectiveFrom: from, effectiveTo: to } = rule
  if (from === null && to === null) return null
  return (
    <p className="sub">
      {from === null
        ? t('effectiveUntil', { to })
        : to === null
          ? t('effective', { from })
          : t('effectiveBetween', { from, to })}
    </p>
  )
}

function RuleLine({ rule, change }: { readonly rule: RuleView; readonly change: (() => void) | null }) {
  const { t } = useTranslation(['rule', 'terms'])
  return (
    <tr>
      <th scope="row">
        <b className="breakable">{rule.name}</b>
        <p className="sub">
          <code>{rule.ruleId}</code> {t('rule:version', { version: rule.version })}
          {!rule.builtIn && <span className="pill">{t('rule:own')}</span>}
        </p>
        <Former former={rule.former} />
      </th>
      <td>
        <Says rule={rule} />
      </td>
      <td className="breakable">
        {rule.basis}
        {rule.note !== '' && <p className="sub">{rule.note}</p>}
        <InForce rule={rule} />
      </td>
      <td>
        {t(`terms:ruleScope.${rule.scope}`)}
        <p className={rule.verified === 'LAW' ? 'sub' : 'rule-doubt'}>
          {t(`terms:verification.${rule.verified}`)}
        </p>
      </td>
      <td>
        {rule.defaultFor.length === 0 ? (
          <span className="sub" title={t('rule:noDefault')}>
            <span aria-hidden="true">—</span>
            <span className="hidden-text">{t('rule:noDefault')}</span>
          </span>
        ) : (
          t('rule:defaultOf', {
            regimes: rule.defaultFor.map((regime) => t(`terms:regime.${regime}`)).join(t('rule:and')),
          })
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
          <>
            <section className="card rules">
              <table className="plain">
                <thead>
                  <tr>
                    <th scope="col">{t('name')}</th>
                    <th scope="col">{t('says')}</th>
                    <th scope="col">{t('basis')}</th>
                    <th scope="col">{t('scopeAndVerified')}</th>
                    <th scope="col">{t('use')}</th>
                    {mayChange && (
                      <th scope="col">
                        <span className="hidden-text">{t('change')}</span>
                      </th>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {rules.map((rule) => (
                    <RuleLine key={rule.ruleId} rule={rule} change={mayChange ? () => setOpen(rule) : null} />
                  ))}
                </tbody>
              </table>
            </section>
            {mayChange && <RuleVersionDrawer rule={open} rules={rules} close={() => setOpen(null)} />}
          </>
        )}
      </QueryBody>
    </>
  )
}
