import { InputNumber } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { clampScreen } from '../../../domain/signage/clamp-screen.ts'
import { glassPlan } from '../../../domain/signage/glass-plan.ts'
import type { ScreenDefinition, ScreenGeometry } from '../../../domain/signage/screen.ts'
import { keepsTo, SCREEN_LIMITS, type ScreenLimit } from '../../../domain/signage/screen-limits.ts'
import type { FieldsProps } from './screen-editor.tsx'

const FIELDS: readonly (readonly [keyof ScreenGeometry, ScreenLimit, number])[] = [
  ['pixelWidth', 'pixels', 1],
  ['pixelHeight', 'pixels', 1],
  ['millimetreWidth', 'millimetres', 1],
  ['millimetreHeight', 'millimetres', 1],
  ['viewingDistanceMillimetres', 'distance', 100],
  ['leastDegrees', 'degrees', 0.1],
]

/** What can be read from where people stand, said while the figures are typed. */
function LegibleLine({ definition }: { readonly definition: ScreenDefinition }) {
  const { t } = useTranslation(['screen', 'terms'])
  const { geometry } = clampScreen({ ...definition, id: '' })
  const plan = glassPlan({ ...definition, geometry })
  const none = plan.panes.some(({ form }) => form === 'NONE')
  const across = geometry.millimetreWidth / geometry.pixelWidth
  const down = geometry.millimetreHeight / geometry.pixelHeight
  // Square pixels within a twentieth: else a figure was mistyped or width and height were exchanged.
  const skewed = Math.abs(across / down - 1) > 0.05
  return (
    <div className={none ? 'sc-legible sc-legible-bad' : 'sc-legible'} role="status">
      <p>
        {t('screen:legible.type', {
          distance: geometry.viewingDistanceMillimetres / 1000,
          millimetres: Math.ceil(plan.type.glyphMillimetres),
          pixels: plan.type.fontPixels,
        })}
      </p>
      <ul>
        {plan.panes.map(({ pane, form, charactersPerLine, lines }) => (
          <li key={pane} className={form === 'NONE' ? 'bad' : ''}>
            {t(form === 'NONE' ? 'screen:legible.none' : 'screen:legible.room', {
              pane: t(`terms:screenPane.${pane}`),
              characters: charactersPerLine,
              lines,
            })}
          </li>
        ))}
      </ul>
      {skewed ? <p className="bad">{t('screen:legible.skewed')}</p> : null}
    </div>
  )
}

/** Pixels, size, and how far away people stand. */
export function GeometryFields({ definition, change }: FieldsProps) {
  const { t } = useTranslation(['screen', 'terms'])
  const id = useId()
  const { geometry } = definition
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('screen:geometry.title')}</h2>
      <div className="card-body">
        <div className="sc-fields">
          {FIELDS.map(([field, limit, step]) => {
            const value = geometry[field]
            const fits = keepsTo(limit, value)
            const { least, most } = SCREEN_LIMITS[limit]
            return (
              <div key={field} className="sc-field">
                <label htmlFor={`${id}-${field}`}>{t(`terms:screenField.${field}`)}</label>
                <InputNumber
                  id={`${id}-${field}`}
                  value={Number.isNaN(value) ? null : value}
                  step={step}
                  formatter={(shown, { userTyping, input }) => (userTyping ? input : String(shown ?? ''))}
                  status={fits ? '' : 'error'}
                  aria-invalid={!fits}
                  onChange={(typed) => change({ geometry: { ...geometry, [field]: typed ?? Number.NaN } })}
                />
                {fits ? null : (
                  <p className="bad" role="alert">
                    {t('screen:bounds', { least, most })}
                  </p>
                )}
              </div>
            )
          })}
        </div>
        <LegibleLine definition={definition} />
      </div>
    </section>
  )
}
