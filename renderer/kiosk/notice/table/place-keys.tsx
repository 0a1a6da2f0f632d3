import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place, PlaceChoice } from '../../../../domain/table/find-place.ts'

/** What was chosen, in words; a list without villages has groups alone. */
export function placeName({ village, group }: Place): string {
  return `${village}${village !== '' && group !== '' ? ' ' : ''}${group}`
}

function Choice(props: {
  readonly name: string
  readonly count: number
  readonly pressed?: boolean
  readonly press: () => void
}) {
  const { t } = useTranslation('kiosk')
  return (
    <li>
      <button type="button" className="place-key" aria-pressed={props.pressed ?? false} onClick={props.press}>
        <span lang="zh-Hans">{props.name}</span>
        <small>{t('table.rows', { number: props.count })}</small>
      </button>
    </li>
  )
}

/**
 * 找本村、本组: the villages and groups a list names, as keys. Nothing is typed here, so nobody can look for a person by name or
 * number.
 */
export function PlaceKeys(props: {
  readonly choices: readonly PlaceChoice[]
  readonly chosen: Place | null
  readonly choose: (place: Place | null) => void
}) {
  const { t } = useTranslation('kiosk')
  const { choices, chosen, choose } = props
  const [isOpen, setIsOpen] = useState(false)
  // A list of one village has groups alone.
  const single = choices.length === 1 ? choices[0] : undefined
  const [picked, setPicked] = useState<PlaceChoice | null>(null)
  const village = single ?? picked

  // The rows stand below the keys: once nothing is left to choose, the keys make room for them.
  function take(place: Place, isLast: boolean): void {
    choose(place)
    if (isLast) setIsOpen(false)
  }

  return (
    <section className="places">
      <div className="places-head">
        <button
          type="button"
          className="button button-quiet"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen)
            setPicked(null)
          }}
        >
          {t('table.find')}
        </button>
        {chosen ? (
          <button
            type="button"
            className="button button-quiet"
            onClick={() => {
              choose(null)
              setIsOpen(false)
            }}
          >
            {t('table.findAll')}
          </button>
        ) : null}
      </div>
      {isOpen && !village ? (
        <>
          <p className="places-help">{t('table.findHelp')}</p>
          <ul className="place-keys">
            {choices.map((choice) => (
              <Choice
                key={choice.village}
                name={choice.village === '' ? t('table.villageNone') : choice.village}
                count={choice.count}
                pressed={choice.village === chosen?.village}
                press={() => {
                  setPicked(choice)
                  take({ village: choice.village, group: '' }, choice.groups.length < 2)
                }}
              />
            ))}
          </ul>
        </>
      ) : null}
      {isOpen && village ? (
        <>
          {village.village === '' ? null : (
            <p className="places-help" lang="zh-Hans">
              {t('table.findGroup', { village: village.village })}
            </p>
          )}
          <ul className="place-keys">
            {village.village === '' ? null : (
              <Choice
                name={t('table.wholeVillage')}
                count={village.count}
                pressed={chosen?.village === village.village && chosen.group === ''}
                press={() => take({ village: village.village, group: '' }, true)}
              />
            )}
            {village.groups.map(({ group, count }) => (
              <Choice
                key={group}
                name={group}
                count={count}
                pressed={chosen?.village === village.village && chosen.group === group}
                press={() => take({ village: village.village, group }, true)}
              />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
