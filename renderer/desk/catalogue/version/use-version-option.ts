import { useTranslation } from 'react-i18next'
import type { VersionView } from '../../../../server/catalogue/views.ts'

/** Makes an entry of a list of versions: 第3版 已备案（现行）. A draft only counts for want of an approved one. */
export function useVersionOption(): (version: VersionView) => {
  readonly value: string
  readonly label: string
} {
  const { t } = useTranslation(['catalogue', 'terms'])
  return (version) => {
    const approved = version.state === 'APPROVED' || version.state === 'FILED'
    return {
      value: version.id,
      label: t('catalogue:version.option', {
        number: version.number,
        state: t(`terms:versionState.${version.state}`),
        use: version.inUse ? t(approved ? 'catalogue:version.inUse' : 'catalogue:version.inUseForNow') : '',
      }),
    }
  }
}
