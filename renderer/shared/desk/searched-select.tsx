import { Select, type SelectProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refusalText } from '../ui/refusal-message.tsx'
import type { Searched } from './use-searched.ts'

const CHOOSING_KEYS = new Set(['Enter', 'ArrowUp', 'ArrowDown'])

type Choice = { readonly value: string; readonly label: string }

type Props<Row, Option extends Choice> = Omit<
  SelectProps<string, Option>,
  'showSearch' | 'loading' | 'notFoundContent' | 'options' | 'onChange'
> & {
  readonly searched: Searched<Row>
  readonly options: readonly Option[]
  /** What is chosen on record: it need not be among the rows found. */
  readonly saved?: Option | null
  /** What is said when nothing answers the words. */
  readonly nothing: string
  readonly choose: (option: Option | null) => void
}

/**
 * A choice among rows the server finds. Keys that choose wait until the rows answer the words: who types and presses Enter at once would
 * otherwise take a row found for something else, and a notice would count for the wrong item.
 */
export function SearchedSelect<Row, Option extends Choice>(props: Props<Row, Option>) {
  const { searched, options, saved = null, nothing, choose, ...select } = props
  const { t, i18n } = useTranslation('desk')
  const [chosen, setChosen] = useState<Option | null>(null)
  const known = [chosen, saved].find((one) => one !== null && one.value === select.value)
  // What is chosen keeps its name when the rows lack it. While somebody searches it is not offered: it would look found.
  const lost = known && searched.words === '' && !options.some((one) => one.value === known.value)
  return (
    <div
      onKeyDownCapture={(event) => {
        if (!searched.behind || event.nativeEvent.isComposing || !CHOOSING_KEYS.has(event.key)) return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <Select<string, Option>
        {...select}
        className="searched-select"
        showSearch={{ filterOption: false, searchValue: searched.words, onSearch: searched.type }}
        loading={searched.searching}
        notFoundContent={
          searched.error
            ? refusalText(i18n, searched.error)
            : searched.behind
              ? t('common.searching')
              : nothing
        }
        options={lost ? [known, ...options] : [...options]}
        onChange={(_, option) => {
          const one = option === undefined || Array.isArray(option) ? null : option
          setChosen(one)
          searched.type('')
          choose(one)
        }}
      />
    </div>
  )
}
