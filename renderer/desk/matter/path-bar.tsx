import { useTranslation } from 'react-i18next'
import type { PathStage } from '../../../domain/matter/matter-path.ts'

/** The stages of a matter in a line, with what is done and what comes next. */
export function PathBar({ path }: { readonly path: readonly PathStage[] }) {
  const { t } = useTranslation(['matter', 'terms'])
  return (
    <ol className="mt-path" aria-label={t('matter:page.path')}>
      {path.map(({ stage, state }) => (
        <li
          key={stage}
          className={state.toLowerCase()}
          {...(state === 'NEXT' && { 'aria-current': 'step' as const })}
        >
          <span className="mt-path-name">{t(`terms:matterStage.${stage}`)}</span>
          <span className="mt-path-state">{t(`matter:page.state.${state}`)}</span>
        </li>
      ))}
    </ol>
  )
}
