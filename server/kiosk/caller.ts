import type { BoardEnv } from '../trust.ts'

/** The computer the server runs on: the glass beside it, and everybody who shares it. */
export const THIS_COMPUTER = 'this'

/**
 * Who is counted together where something is bounded: one computer of the network must not use up what is there for the others.
 * It opens nothing: addresses can be feigned.
 * @example callerOf({ caller: '192.168.1.20' }) // '192.168.1.20'
 */
export function callerOf(env: Pick<BoardEnv['Bindings'], 'caller'>): string {
  const address = env.caller ?? THIS_COMPUTER
  return /^(?:::ffff:)?127\.|^::1$/u.test(address) ? THIS_COMPUTER : address
}
