import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FileDrop } from '../../../shared/desk/file-drop.tsx'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import type { PortalComparisonView } from '../../../../server/exchange/portal/views.ts'
import { comparePortalList } from '../../api/exchange-portal-api.ts'
import { StateIcon } from '../state-icon.tsx'
import { ComparisonGroups } from './comparison-groups.tsx'

const isAgreed = ({ counts }: PortalComparisonView): boolean =>
  (['onlyHere', 'onlyThere', 'different', 'uncertain', 'unreadable'] as const).every(
    (name) => counts[name] === 0,
  )

/** Compares what is public here with what a portal or the county says it shows. */
export function CompareCard() {
  const { t } = useTranslation('exchange')
  const compare = useMutation({ mutationFn: comparePortalList })
  const view = compare.data
  return (
    <section className="card" aria-labelledby="ex-compare">
      <h2 id="ex-compare">{t('compare.title')}</h2>
      <div className="card-body">
        <p className="sub ex-lead">{t('compare.sub')}</p>
        <FileDrop
          label={t('compare.choose')}
          hint={t('compare.hint')}
          accept=".xlsx,.csv,.json"
          busy={compare.isPending}
          onFile={(file) => compare.mutate(file)}
        />
        <RefusalMessage error={compare.error} />
        {view !== undefined && (
          <>
            <p className="strong" role="status">
              {t('compare.counts', { name: view.fileName, own: view.counts.own, listed: view.counts.listed })}
            </p>
            {isAgreed(view) ? (
              <div className="ex-done">
                <StateIcon sign="tick" />
                <p>{t('compare.allSame')}</p>
              </div>
            ) : (
              <p>{t('compare.same', { count: view.counts.same })}</p>
            )}
            <ComparisonGroups view={view} />
          </>
        )}
      </div>
    </section>
  )
}
