import { useQuery } from '@tanstack/react-query'
import { Checkbox, Radio } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { getScreens, SCREEN_LIST_KEY } from '../api/screen-api.ts'

/** Which passive screens the word takes over; all of them unless somebody says otherwise. Nothing where the office has none. */
export function TakeoverScreens(props: {
  readonly chosen: readonly string[] | null
  readonly choose: (screenIds: readonly string[] | null) => void
}) {
  const { t } = useTranslation('emergency')
  const id = useId()
  const screens = useQuery({ queryKey: SCREEN_LIST_KEY, queryFn: ({ signal }) => getScreens(signal) }).data
    ?.screens
  if (screens === undefined || screens.length === 0) return null
  return (
    <div className="em-field" role="group" aria-labelledby={id}>
      <span id={id}>{t('word.screens')}</span>
      <Radio.Group
        value={props.chosen === null ? 'all' : 'some'}
        options={[
          { value: 'all', label: t('word.screensAll') },
          { value: 'some', label: t('word.screensSome') },
        ]}
        onChange={(event) =>
          props.choose(event.target.value === 'all' ? null : screens.map(({ screen }) => screen.id))
        }
      />
      {props.chosen === null ? null : (
        <Checkbox.Group
          value={[...props.chosen]}
          options={screens.map(({ screen }) => ({ value: screen.id, label: screen.name }))}
          onChange={(ids) => props.choose(ids.map(String))}
        />
      )}
    </div>
  )
}
