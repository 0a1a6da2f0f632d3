import { Radio } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateDefinition } from '../../../domain/sheet/template-definition.ts'
import { typeArea } from '../../../domain/sheet/type-area.ts'
import { useFields } from './fields-context.ts'
import { NumberField } from './number-field.tsx'

const MM_PER_POINT = 25.4 / 72
const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

// What the official page has, for a template that had no grid before.
const OFFICIAL_GRID = { lines: 22, characters: 28 }

/** As many lines and characters as stand there now, so that switching over moves nothing by itself. */
function gridLike(definition: TemplateDefinition): NonNullable<TemplateDefinition['grid']> {
  const { width, height, pitch, character } = typeArea({ ...definition, grid: null })
  const lines = Math.floor(height / pitch)
  const characters = Math.floor(width / character)
  return lines > 0 && characters > 0 ? { lines, characters } : OFFICIAL_GRID
}

function AreaWords() {
  const { t } = useTranslation('template')
  const { definition } = useFields()
  const { margin, grid, type } = definition
  const { page, width, height, pitch, character } = typeArea(definition)
  const areaIs = t('field.areaIs', {
    width: rounded(page.width - margin.left - margin.right, 1),
    height: rounded(page.height - margin.top - margin.bottom, 1),
  })
  const textIs =
    grid === null
      ? t('field.leadingIs', { lines: Math.floor(height / pitch), characters: Math.floor(width / character) })
      : t('field.gridIs', {
          pitch: rounded(pitch, 2),
          spacing: rounded(character / MM_PER_POINT - type.text.points, 2),
        })
  const whole = [width, height, pitch, character].every(Number.isFinite)
  return (
    <p className="sub tp-counted" role="status">
      {whole ? `${areaIs}　${textIs}` : ''}
    </p>
  )
}

/** Margins, and how lines of text stand between them. */
export function AreaFields() {
  const { t } = useTranslation('template')
  const { definition, change } = useFields()
  const { margin, grid } = definition
  const lines = useId()
  return (
    <>
      <div className="tp-four">
        {(['top', 'bottom', 'left', 'right'] as const).map((side) => (
          <NumberField
            key={side}
            field={`MARGIN_${side.toUpperCase() as Uppercase<typeof side>}`}
            step={1}
            change={(value) => change({ margin: { ...margin, [side]: value } })}
          />
        ))}
      </div>
      <p id={lines}>{t('field.lines')}</p>
      <Radio.Group
        aria-labelledby={lines}
        value={grid === null ? 'LEADING' : 'GRID'}
        options={[
          { value: 'GRID', label: t('field.byGrid') },
          { value: 'LEADING', label: t('field.byLeading') },
        ]}
        onChange={(event) => change({ grid: event.target.value === 'GRID' ? gridLike(definition) : null })}
      />
      <div className="tp-four tp-lines">
        {grid === null ? (
          <NumberField field="LEADING" step={0.1} change={(leading) => change({ leading })} />
        ) : (
          <>
            <NumberField
              field="GRID_LINES"
              step={1}
              change={(value) => change({ grid: { ...grid, lines: value } })}
            />
            <NumberField
              field="GRID_CHARACTERS"
              step={1}
              change={(value) => change({ grid: { ...grid, characters: value } })}
            />
          </>
        )}
      </div>
      <AreaWords />
    </>
  )
}
