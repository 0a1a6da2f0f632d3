import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REGIMES, type Regime } from '../../../../domain/catalogue/catalogue-item.ts'
import { ruleFor } from '../../../../domain/posting/posting-rule.ts'
import { dayText } from '../../../shared/duty/day-text.ts'
import { getPostingRules } from '../../api/board-api.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { POSTING_RULES_KEY } from '../board-keys.ts'
import { RuleDialog } from './rule-dialog.tsx'

/** How long sheets stay up at least where the place has a rule of its own, by kind of board. */
export function RulesCard() {
  const { t, i18n } = useTranslation(['board', 'terms'])
  const may = useHasRole('DEPUTY_LEADER', 'ADMINISTRATOR')
  const [setting, setSetting] = useState<Regime | null>(null)
  const rules = useQuery({ queryKey: POSTING_RULES_KEY, queryFn: ({ signal }) => getPostingRules(signal) })
  return (
    <section className="card" aria-labelledby="posting-rules">
      <h2>
        <span id="posting-rules" className="strong">
          {t('board:rules.title')}
        </span>
        <span className="sub">{t('board:rules.sub')}</span>
      </h2>
      <QueryBody query={rules}>
        {(view) => (
          <ul className="bd-rules">
            {REGIMES.map((regime) => {
              const now = ruleFor(view.rules, regime, view.today)
              const next = view.rules.find((one) => one.regime === regime && one.effectiveFrom > view.today)
              return (
                <li key={regime}>
                  <b>{t(`terms:regime.${regime}`)}</b>
                  <div>
                    {now === null ? (
                      <p className="sub">{t('board:rules.none')}</p>
                    ) : (
                      <>
                        <p>{t(`board:rules.days.${now.unit}`, { number: now.days })}</p>
                        <p className="bd-why">
                          {now.basis}
                          {now.verified === 'LAW'
                            ? ''
                            : t('board:minimum.verified', { how: t(`terms:verification.${now.verified}`) })}
                        </p>
                      </>
                    )}
                    {next === undefined ? null : (
                      <p className="bd-why bd-soon">
                        {next.days === null
                          ? t('board:rules.nextEnds', {
                              day: dayText(next.effectiveFrom, view.today, i18n.language),
                            })
                          : t('board:rules.next', {
                              day: dayText(next.effectiveFrom, view.today, i18n.language),
                              days: t(`board:rules.days.${next.unit}`, { number: next.days }),
                            })}
                      </p>
                    )}
                  </div>
                  {may ? (
                    <Button
                      size="small"
                      aria-label={t('board:rules.setOf', { regime: t(`terms:regime.${regime}`) })}
                      onClick={() => setSetting(regime)}
                    >
                      {t('board:rules.set')}
                    </Button>
                  ) : null}
                </li>
              )
            })}
            {setting === null ? null : (
              <RuleDialog regime={setting} view={view} close={() => setSetting(null)} />
            )}
          </ul>
        )}
      </QueryBody>
    </section>
  )
}
