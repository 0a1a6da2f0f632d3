import { describe, expect, test } from 'vitest'
import { isBlockedKey, type KeyPress } from '../../../renderer/kiosk/glass/blocked-key.ts'
import { glassAsked } from '../../../renderer/kiosk/frame/glass.ts'

const plain: KeyPress = {
  key: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  altGraph: false,
  inField: false,
}

describe('On the glass a key', () => {
  test.each([
    'F1',
    'F5',
    'F11',
    'F12',
    'F24',
    'ContextMenu',
    'Alt',
    'Meta',
    'BrowserBack',
    'BrowserHome',
    'Print',
    'LaunchMail',
  ])('that leads out by itself is dead: %s', (key) => {
    expect(isBlockedKey({ ...plain, key })).toBe(true)
  })

  test.each(['p', 's', 'o', 'n', 't', 'w', 'u', 'l', 'j', 'h', 'c', 'v', 'Tab', '+', '-', '0', 'I'])(
    'with Ctrl is dead: %s',
    (key) => {
      expect(isBlockedKey({ ...plain, key, ctrlKey: true })).toBe(true)
      expect(isBlockedKey({ ...plain, key, metaKey: true })).toBe(true)
    },
  )

  test.each(['ArrowLeft', 'ArrowRight', 'F4', ' ', 'Tab', 'd'])('with Alt is dead: %s', (key) => {
    expect(isBlockedKey({ ...plain, key, altKey: true })).toBe(true)
  })

  test.each([
    'd',
    '低',
    '5',
    'Tab',
    'Enter',
    'Escape',
    'ArrowDown',
    'PageDown',
    'Home',
    ' ',
    'Process',
    'Shift',
  ])('that types or walks through the page works: %s', (key) => {
    expect(isBlockedKey({ ...plain, key })).toBe(false)
  })

  test('Backspace deletes in a field and goes nowhere elsewhere', () => {
    expect(isBlockedKey({ ...plain, key: 'Backspace', inField: true })).toBe(false)
    expect(isBlockedKey({ ...plain, key: 'Backspace' })).toBe(true)
  })

  test('AltGr types letters, though it comes as Ctrl and Alt', () => {
    expect(isBlockedKey({ ...plain, key: '@', ctrlKey: true, altKey: true, altGraph: true })).toBe(false)
  })
})

test('A window is the glass when its address said so once, and a phone on the same network is not', () => {
  expect(glassAsked('?glass=1', null)).toBe(true)
  expect(glassAsked('', '1')).toBe(true)
  expect(glassAsked('', null)).toBe(false)
  expect(glassAsked('?glass=0', null)).toBe(false)
})
