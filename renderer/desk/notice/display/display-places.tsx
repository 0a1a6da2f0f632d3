import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisplayPlace } from '../../../../domain/display/display-plan.ts'
import type { DisplayChoices } from '../../../../server/display/public-display/views.ts'
import { FormField } from '../draft/field.tsx'

/** The most that a plan holds. */
const MOST = 50

function placesOf(lines: string): readonly DisplayPlace[] {
  return lines
    .split('\n')
    .map((name) => name.trim().slice(0, 200))
    .filter((name) => name !== '')
    .map((name) => ({ boardId: null, name }))
}

/** Where it hangs: boards that are registered, and places in words. */
export function DisplayPlaces(props: {
  readonly places: readonly DisplayPlace[]
  readonly boards: DisplayChoices['boards']
  readonly change: (places: readonly DisplayPlace[]) => void
}) {
  const { t } = useTranslation('display')
  const { places, boards } = props
  const chosen = places.filter(({ boardId }) => boardId !== null)
  const others = places.filter(({ boardId }) => boardId === null)
  // The line being typed may still be empty; what is saved has no empty lines.
  const [typed, setTyped] = useState<string | null>(null)
  const change = (next: readonly DisplayPlace[]) => props.change(next.slice(0, MOST))
  return (
    <>
      <h3>{t('panel.places')}</h3>
      {boards.length > 0 && (
        <Checkbox.Group
          className="pub-boards"
          value={chosen.map(({ boardId }) => boardId)}
          options={boards.map(({ id, name, place }) => ({
            value: id,
            label: place === '' ? name : `${name}（${place}）`,
          }))}
          onChange={(ids) =>
            change([
              ...boards.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ boardId: id, name })),
              ...others,
            ])
          }
        />
      )}
      <FormField label={t('panel.otherPlaces')} hint={t('panel.otherPlacesHint')}>
        {(aria) => (
          <Input.TextArea
            {...aria}
            className="grow"
            value={typed ?? others.map(({ name }) => name).join('\n')}
            onChange={(event) => {
              setTyped(event.target.value)
              change([...chosen, ...placesOf(event.target.value)])
            }}
            onBlur={() => setTyped(null)}
          />
        )}
      </FormField>
    </>
  )
}
