import { useEffect, useEffectEvent, useRef, type MouseEvent } from 'react'
import Keyboard from 'simple-keyboard/build/index.modern.esm.js'
import { useTranslation } from 'react-i18next'
import type { PadMode } from './typed.ts'

const LETTERS = ['q w e r t y u i o p', 'a s d f g h j k l', '{numbers} z x c v b n m {bksp}']
const LAYOUT = {
  LETTERS: [...LETTERS, '{han} {clear} {results}'],
  HAN: [...LETTERS, '{letters} {clear} {results}'],
  NUMBERS: ['1 2 3 4 5', '6 7 8 9 0', '{letters} {space} {clear} {bksp} {results}'],
} satisfies Record<PadMode, string[]>

// Acting when the finger comes down would let its lifting press whatever stands there by then: a notice opened by itself.
const TAKES_KEYS_AWAY = '{results}'

/**
 * The keys on the glass. They are the library's; a press counts when the finger comes down, and a press made by a screen reader or a
 * switch, which moves no finger, counts as well.
 */
export function PadKeyboard(props: { mode: PadMode; onPress: (key: string) => void }) {
  const { t } = useTranslation('kiosk')
  const box = useRef<HTMLDivElement>(null)
  const keyboard = useRef<Keyboard | null>(null)
  const pressed = useEffectEvent(props.onPress)
  const words = {
    '{bksp}': '⌫',
    '{clear}': t('pad.clear'),
    '{han}': t('pad.han'),
    '{letters}': t('pad.letters'),
    '{numbers}': '123',
    '{space}': t('pad.space'),
    '{results}': t('pad.results'),
  }
  const upper = Object.fromEntries([...'abcdefghijklmnopqrstuvwxyz'].map((one) => [one, one.toUpperCase()]))
  const display = { ...words, ...(props.mode === 'LETTERS' ? upper : {}) }
  const options = {
    layout: LAYOUT,
    layoutName: props.mode,
    display,
    buttonAttributes: [
      { attribute: 'aria-label', value: t('pad.backspace'), buttons: '{bksp}' },
      { attribute: 'aria-label', value: `123 ${t('pad.numbers')}`, buttons: '{numbers}' },
    ],
  }
  const start = useEffectEvent((element: HTMLDivElement) => {
    const made = new Keyboard(element, {
      ...options,
      useButtonTag: true,
      disableButtonHold: true,
      preventMouseDownDefault: true,
      enableLayoutCandidates: false,
      onKeyPress: (key: string) => {
        if (key !== TAKES_KEYS_AWAY) pressed(key)
      },
      onChange: () => {
        // What was typed is the page's; the keyboard's own copy would outlive the visitor.
        made.clearInput()
      },
    })
    return made
  })
  const update = useEffectEvent(() => keyboard.current?.setOptions(options))

  useEffect(() => {
    if (box.current === null) return undefined
    const made = start(box.current)
    keyboard.current = made
    return () => {
      keyboard.current = null
      made.destroy()
    }
  }, [])

  const shown = JSON.stringify(options)
  useEffect(() => {
    update()
  }, [shown])

  function click(event: MouseEvent): void {
    const key = event.target instanceof Element ? event.target.closest('[data-skbtn]') : null
    const name = key?.getAttribute('data-skbtn') ?? ''
    if (name !== '' && (event.detail === 0 || name === TAKES_KEYS_AWAY)) props.onPress(name)
  }

  return (
    <div className="pad-keys" role="group" aria-label={t('pad.keys')} lang="zh-Hans" onClick={click}>
      <div ref={box} className="simple-keyboard" />
    </div>
  )
}
