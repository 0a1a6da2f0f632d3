import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Temporal } from 'temporal-polyfill'
import { useOpenDesk } from '../../shell/session-context.ts'

const YEARS_BACK = 10

/** The metadata of everything published in a year, as a workbook for a portal or an archive. */
export function MetadataExport() {
  const { t } = useTranslation('wording')
  const { clock } = useOpenDesk()
  const now = Temporal.Instant.from(clock.now).toZonedDateTimeISO('Asia/Shanghai').year
  const [year, setYear] = useState(now)
  const [half, setHalf] = useState<'' | '1' | '2'>('')
  return (
    <>
      <Select
        aria-label={t('metadata.year')}
        value={year}
        options={Array.from({ length: YEARS_BACK }, (_, index) => ({
          value: now - index,
          label: t('numbers.ofYear', { year: now - index }),
        }))}
        onChange={setYear}
      />
      <Select
        aria-label={t('metadata.part')}
        value={half}
        options={(['', '1', '2'] as const).map((value) => ({
          value,
          label: t(`metadata.half.${value || 'whole'}`),
        }))}
        onChange={setHalf}
      />
      <a
        className="button-link"
        href={`/api/desk/metadata/xlsx?year=${year}${half === '' ? '' : `&half=${half}`}`}
        download
      >
        {t('metadata.export')}
      </a>
    </>
  )
}
