import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Packages with the native parts for one platform each; better-sqlite3 carries those for all platforms itself. */
const NATIVE = {
  'linux-x64': ['@img/sharp-linux-x64', '@node-rs/argon2-linux-x64-gnu', '@napi-rs/canvas-linux-x64-gnu'],
  'linux-arm64': [
    '@img/sharp-linux-arm64',
    '@node-rs/argon2-linux-arm64-gnu',
    '@napi-rs/canvas-linux-arm64-gnu',
  ],
  'win32-x64': ['@img/sharp-win32-x64', '@node-rs/argon2-win32-x64-msvc', '@napi-rs/canvas-win32-x64-msvc'],
}

/**
 * Names the native packages that a program for the platform needs and that are not installed here. npm installs those
 * of its own platform only, and a program packed without them would fail at the first password.
 * @param {string} root
 * @param {string} platform
 * @param {string} arch
 * @returns {string[]}
 */
export function missingNativeModules(root, platform, arch) {
  const target = /** @type {keyof typeof NATIVE} */ (`${platform}-${arch}`)
  if (!(target in NATIVE)) throw new Error(`no program is made for ${target}`)
  return NATIVE[target].filter((name) => !existsSync(join(root, 'node_modules', name)))
}
