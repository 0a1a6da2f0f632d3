import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'

/**
 * What the shipped program can no longer be talked into. Each of these would let a person at the PC, or a program
 * with the rights of that person, run own code under the board's name and signature.
 * @type {Readonly<Record<FuseV1Options, boolean>>}
 */
const FUSES = {
  // The board server is a utility process and does not need this way of running scripts.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
}

/**
 * Sets the fuses in a program and reads them back, so that a program whose fuses did not take is never shipped.
 * @param {string} program
 */
export async function setFuses(program) {
  await flipFuses(program, { version: FuseVersion.V1, resetAdHocDarwinSignature: false, ...FUSES })
  const wrong = await wrongFuses(program)
  if (wrong.length > 0) throw new Error(`fuses of ${program} are not as they must be: ${wrong.join(', ')}`)
}

/**
 * Names of fuses that are not set as the shipped program must have them.
 * @param {string} program
 * @returns {Promise<string[]>}
 */
export async function wrongFuses(program) {
  const wire = await getCurrentFuseWire(program)
  return Object.entries(FUSES)
    .filter(([option, on]) => {
      const state = wire[/** @type {FuseV1Options} */ (Number(option))]
      return state !== (on ? FuseState.ENABLE : FuseState.DISABLE)
    })
    .map(([option]) => FuseV1Options[Number(option)] ?? option)
}
