import { Checkbox, ConfigProvider } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { SCREEN_LAYOUTS } from '../../../domain/signage/screen.ts'
import { LayoutPicture } from './layout-picture.tsx'
import type { FieldsProps } from './screen-editor.tsx'

/** How the screen is divided, each layout in the proportions of this very screen. */
export function LayoutFields({ definition, change }: FieldsProps) {
  const { t } = useTranslation(['screen', 'terms'])
  const { componentDisabled } = ConfigProvider.useConfig()
  const id = useId()
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('screen:layout.title')}</h2>
      <div className="card-body">
        <div className="sc-layouts" role="radiogroup" aria-labelledby={`${id}-title`}>
          {SCREEN_LAYOUTS.map((layout) => (
            <label key={layout} className="sc-layout">
              <input
                type="radio"
                name={id}
                checked={definition.layout === layout}
                disabled={componentDisabled ?? false}
                onChange={() => change({ layout })}
              />
              <span className="sc-layout-picture" aria-hidden>
                <LayoutPicture screen={{ ...definition, id, layout }} height={72} />
              </span>
              <span>{t(`terms:screenLayout.${layout}`)}</span>
            </label>
          ))}
        </div>
        <p className="sc-gap">
          <Checkbox checked={definition.shift} onChange={(event) => change({ shift: event.target.checked })}>
            {t('screen:layout.shift')}
          </Checkbox>
        </p>
      </div>
    </section>
  )
}
