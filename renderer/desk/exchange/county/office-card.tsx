import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { getOfficeCard, OFFICE_CARD_ADDRESS } from '../../api/exchange-county-api.ts'
import { OFFICE_CARD_KEY } from '../exchange-keys.ts'

/** The office's own card, to be handed to the county: as a file or off the screen. */
export function OfficeCard() {
  const { t } = useTranslation('exchange')
  const card = useQuery({ queryKey: OFFICE_CARD_KEY, queryFn: getOfficeCard })
  return (
    <QueryBody query={card}>
      {(data) => (
        <div className="ex-card">
          {data.qr !== null && (
            <img
              className="ex-qr"
              src={`data:image/svg+xml,${encodeURIComponent(data.qr)}`}
              alt={t('county.qr')}
            />
          )}
          <div className="ex-stack">
            <p>{t(data.qr === null ? 'county.cardNoQr' : 'county.cardHow')}</p>
            <p>
              <a className="button-link" href={OFFICE_CARD_ADDRESS} download={data.fileName}>
                {t('county.cardDownload')}
              </a>
            </p>
          </div>
        </div>
      )}
    </QueryBody>
  )
}
