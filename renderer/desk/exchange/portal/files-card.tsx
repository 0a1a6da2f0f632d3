import { useTranslation } from 'react-i18next'
import { PORTAL_FILES } from '../../api/exchange-portal-api.ts'
import { MetadataExport } from './metadata-export.tsx'

const FILES = ['ledger', 'feed', 'metadata'] as const

/** What is public here as tables and feeds that other programs read. */
export function PortalFilesCard() {
  const { t } = useTranslation('exchange')
  return (
    <section className="card" aria-labelledby="ex-portal-files">
      <h2 id="ex-portal-files">{t('portal.files')}</h2>
      <ul>
        {FILES.map((one) => (
          <li key={one} className="ex-task">
            <div>
              <p className="strong">{t(`portal.file.${one}`)}</p>
              <p className="sub">{t(`portal.fileSub.${one}`)}</p>
            </div>
            <a
              className="button-link"
              href={PORTAL_FILES[one]}
              download
              aria-label={t('portal.downloadOf', { name: t(`portal.file.${one}`) })}
            >
              {t('package.download')}
            </a>
          </li>
        ))}
        <li className="ex-task">
          <div>
            <p className="strong">{t('portal.yearly')}</p>
            <p className="sub">{t('portal.yearlySub')}</p>
          </div>
          <div className="row">
            <MetadataExport />
          </div>
        </li>
      </ul>
    </section>
  )
}
