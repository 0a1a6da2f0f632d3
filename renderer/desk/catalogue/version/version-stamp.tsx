import { useTranslation } from 'react-i18next'
import type { VersionState } from '../../../../domain/catalogue/catalogue-version.ts'

/** 第3版 已备案. */
export function VersionStamp({ number, state }: { readonly number: number; readonly state: VersionState }) {
  const { t } = useTranslation(['catalogue', 'terms'])
  return (
    <span className="version-stamp">
      {t('catalogue:version.number', { number })}{' '}
      <span className={`pill version-${state}`}>
        {state === 'DRAFT' ? t('catalogue:version.draftUnapproved') : t(`terms:versionState.${state}`)}
      </span>
    </span>
  )
}
