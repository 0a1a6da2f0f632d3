import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SheetData } from '../../server/display/views.ts'
import { officialDate } from './official-date.ts'
import { qrDrawing, QUIET_ZONE } from '../shared/qr-path.ts'

// The code itself, without its quiet zone, is 20.5 mm wide: phones read 20 mm off a wall.
const CODE_WIDTH = 20.5

/** Which edition this paper is, and the code that leads from the paper to the screen. */
export function VersionBlock(props: { data: SheetData }) {
  const { t } = useTranslation('sheet')
  const { data } = props
  const code = useMemo(() => qrDrawing(data.code), [data.code])
  const width = `${String((CODE_WIDTH * code.size) / (code.size - 2 * QUIET_ZONE))}mm`
  const lines = [
    [t('indexNumber', { lng: 'zh-Hans' }), data.indexNumber],
    [t('publishDate', { lng: 'zh-Hans' }), data.publishDate === null ? null : officialDate(data.publishDate)],
    [
      t('version', { lng: 'zh-Hans' }),
      data.editionNumber === null
        ? data.hash.slice(0, 16)
        : t('edition', { lng: 'zh-Hans', number: data.editionNumber, hash: data.hash.slice(0, 16) }),
    ],
    // Four words go over the telephone and into a kiosk where sixteen digits do not.
    [t('codeWords', { lng: 'zh-Hans' }), data.codeWords.join(' ')],
  ] as const
  return (
    <footer className="version">
      <dl className="version-lines">
        {lines.map(([name, value]) =>
          value === null || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        <div>
          <dt className="version-hint">
            {data.draft
              ? t('draftLine', { lng: 'zh-Hans' })
              : data.supersededBy === null
                ? t('codeHint', { lng: 'zh-Hans' })
                : t('formerLine', {
                    lng: 'zh-Hans',
                    number: data.supersededBy.editionNumber,
                    day: officialDate(data.supersededBy.publishDate),
                  })}
          </dt>
        </div>
      </dl>
      <svg
        className="version-code"
        viewBox={`0 0 ${String(code.size)} ${String(code.size)}`}
        style={{ width, height: width }}
        role="img"
        aria-label={t('code', { lng: 'zh-Hans' })}
        shapeRendering="crispEdges"
      >
        <path d={code.path} />
      </svg>
    </footer>
  )
}
