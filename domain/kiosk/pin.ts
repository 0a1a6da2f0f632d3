import { accept, refuse, type Result } from '../refusal.ts'

/** Fewest digits of a maintenance PIN. */
export const PIN_LEAST = 6
/** Most digits of a maintenance PIN. */
export const PIN_MOST = 12

/** Whether the digits only go up or down by one: 123456, 987654, 345678. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10)
  return steps.every((step) => step === 1) || steps.every((step) => step === 9)
}

/** Whether it is one short part again and again: 000000, 121212, 123123. */
function isRepeated(pin: string): boolean {
  return [1, 2, 3, 4].some((length) => length * 2 <= pin.length && pin === repeated(pin, length))
}

function repeated(pin: string, length: number): string {
  return pin
    .slice(0, length)
    .repeat(Math.ceil(pin.length / length))
    .slice(0, pin.length)
}

/** Whether it reads as a day of this or the last century: 19900101, 20260101, 900101 stays allowed since half of all six digits would. */
function isYearDay(pin: string): boolean {
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(pin)
}

/**
 * Checks a maintenance PIN: 6 to 12 digits, and none that is tried first. Refuses `kiosk.pin-malformed` with `least` and `most`,
 * `kiosk.pin-weak` for one digit over and over, a repeated part, a run, or a date of eight digits.
 * @example checkPin('123456') // refuses kiosk.pin-weak
 */
export function checkPin(pin: string): Result<string> {
  if (!/^\d+$/.test(pin) || pin.length < PIN_LEAST || pin.length > PIN_MOST) {
    return refuse('kiosk.pin-malformed', { least: PIN_LEAST, most: PIN_MOST })
  }
  if (isRun(pin) || isRepeated(pin) || isYearDay(pin)) return refuse('kiosk.pin-weak')
  return accept(pin)
}
